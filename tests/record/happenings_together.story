# One report has the day, one the place, one both and another name for it: one happening all the same.
measure dead person person die
report A published=2018-08-07
a1 event riot where="Monte Brand" who="a riot"
a2 event riot who="the riot of 6 August" when=2018-08-06
report B published=2018-08-10
b1 event die where="Monte Brand Penitentiary" who="the disturbances" when=2018-08-06
report C published=2018-08-11
c1 event die where="Las Torres" who="32 prisoners" when=2005 part=32:killed
expect
together a1 a2
together a1 b1
apart a1 c1
