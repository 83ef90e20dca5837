# What whole reports share joins figures that words alone would not.
measure landed person "sea arrival" land Malta
measure came person people come Malta
measure money EUR cost rescue Malta
measure spent EUR budget patrol Malta
measure inmates person inmate
measure prisoners person people hold
measure output tonne "" "Kazakh barley output"
measure crop tonne barley reap Kazakhstan

# Two rare values in common tell one story; then one value of one period joins two wordings.
report A published=2014-03-02
a1 figure landed 8417 2012
a2 figure money 516300 2012
report B published=2014-03-09
b1 figure came 8417 2012
b2 figure spent 516300 2012
b3 figure came 6028 2013
# Five digits of one day with two of them swapped are one number, retyped.
report C published=2018-12-05
c1 figure inmates 58140 2018-10-31
report D published=2018-12-09
d1 figure prisoners 51840 2018-10-31
# "Kazakh output" is output of Kazakhstan.
report E published=2020-12-01 text="harvest of Aktobe and of Pavlodar and of Turgai"
e1 figure output 3460000 2020
e2 figure output 2910000 2019
report F published=2020-12-05 text="in Aktobe and in Pavlodar and in Turgai"
f1 figure crop 3460000 2020
expect
together a1 b1 b3
together c1 d1
finding fails d1 slip c1
together e1 f1
fails 1
