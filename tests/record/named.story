# One report gives the date, the other the full name of his office: the same man.
report A published=2016-04-12
a1 event defect where="West Alborg/East Alborg" who="a senior colonel of the Coast Survey Office" rel=year-1 status=confirmed by_whom="Ministry of Defence"
a2 event defect where="West Alborg/East Alborg" who="a diplomat and his family" rel=year-1.month5
report B published=2017-01-03
b1 event defection who="a colonel of the Office of Coast Survey"
b2 event defection who="an official in the south"
expect
together a1 b1
apart a1 a2
apart a1 b2
event b1 when=2015 status=confirmed documents=2
