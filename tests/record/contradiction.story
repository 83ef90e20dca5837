# Two reports of one week give other digits for one closed year; a third agrees with the first.
measure strikes - strike call Chile - year
report A published=2018-01-10
a1 figure strikes 1384 2017
report B published=2018-01-12
b1 figure strikes 1421 2017
report C published=2018-01-13
c1 figure strikes 1384 2017
expect
fails 1
finding fails b1 contradiction a1 c1
chosen a1
standing a1 disputed
