# Swapped digits, a factor of ten and a neighbour's value are slips, and stay visible.
measure homes - house build Fife - year
report A published=2018-01-10
a1 figure homes 1204 2014
a2 figure homes 1317 2015
a3 figure homes 1268 2016
a4 figure homes 1159 2017
report B published=2019-05-12
b1 figure homes 1240 2014
b2 figure homes 13170 2015
b3 figure homes 1317 2016
b4 figure homes 1159 2017
report C published=2019-07-13
c1 figure homes 1204 2014
c2 figure homes 1317 2015
c3 figure homes 1268 2016
c4 figure homes 1159 2017
expect
fails 3
finding fails b1 slip a1
finding fails b2 slip a2
finding fails b3 slip a3
chosen a1
chosen c3
standing a4 agreed
