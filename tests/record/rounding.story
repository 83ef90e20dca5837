# Rounded, hedged and bounded figures agree with the exact one.
measure jobs person worker employ Lódz - level
report A published=2020-03-01
a1 figure jobs 1397 2019
report B published=2020-03-02
b1 figure jobs ~1400 2019
report C published=2020-03-03
c1 figure jobs 1400 2019
report D published=2020-03-04
d1 figure jobs >1300 2019
expect
finding holds b1 rounding a1
finding explained c1 rounding a1
finding holds d1 bound a1
standing a1 agreed
series 2019=1397*4
