# Each report tells one strike that fits: the day here and the month there are enough.
report A published=2024-03-20 text="The airline flew again. Cabin crews of Vardal Air had kept its aircraft in Brenholt and Oster for three days."
a1 event walkout who="the walkout" when=2024-03-16
a2 event leave who="51,000 travellers" count=51000 when=2024-03-16
report B published=2024-11-02 text="The results of Vardal Air were poor. The strike had closed its hangars in Brenholt and Oster in spring."
b1 event strike who="the cabin crew strike" when=2024-03
# What no kind is known of is one by its day, where a report begins with it.
report C published=2024-05-15 text="The mayor of Ambri wept. Men of Kolo in the hills of Sarre had come for the heads of Kolo."
c1 event weep who="the mayor" when=2024-05-14 title=yes
report D published=2025-01-10 text="The list was long. In Ambri the heads were given to Kolo, and Sarre thanked it."
d1 event give who="the town" when=2024-05-14
expect
together a1 b1
apart a2 b1
together c1 d1
