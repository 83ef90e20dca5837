# What stands around one telling names the place of the other: a street and its town are no two places.
report A published=2022-11-20 text="In Lindhaven candles burn before a house in Mill Lane."
a1 event kill where="Mill Lane" who="a mother" when=2022-11-11
report B published=2022-11-21 text="The vigil in Lindhaven was held again."
b1 event kill where="Lindhaven" who="a woman" when=2022-11-11
# Nothing says so of two towns far from each other.
report C published=2022-11-21 text="Nothing is known of it in Torvik."
c1 event kill where="Torvik/Vestmark" who="a teacher" when=2022-11-11
report D published=2022-11-22 text="Nothing is known of it in Sunne."
d1 event kill where="Sunne/Vestmark" who="a teacher" when=2022-11-11
expect
together a1 b1
apart c1 d1
