# A happening is known by its place, names, numbers or the noun that names it, not by its day, and
# not by a country: much happens there.
report A published=2019-03-15
a1 event rock where=Vesta/Alborg who="a strong quake" when=2019-03-15 title
a2 event collapse where="East Vesta/Alborg" who="the quake/a school" when=2019-03-15
a3 event hurt who="three officers" when=2019-03-15 count=3
a4 event photograph who="three drones" when=2019-03-15 count=3
report B published=2019-04-20
b1 event kill where=Vesta/Alborg who="the earthquake of last month" rel=month-1
b2 event flee where="North Dale" who="a diplomat" when=2019-03
b3 event flee where="South Dale" who="a general" when=2019-03
b4 event sink where=Marn/Alborg who="a ferry" when=2019-03
b5 event sink where=Tolo/Alborg who="a barge" when=2019-03
expect
together a1 b1
together a1 a2
apart a3 a4
apart b2 b3
apart b4 b5
apart a1 b4
