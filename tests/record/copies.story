# Copies and one ministry behind two papers are one origin; a paper of its own is another.
measure cars - car register Ghana - year
report A published=2018-03-01 outlet=Herald
a1 figure cars 41872 2017 source="Ministry of Transport"
report B published=2018-03-02 outlet=Star
b1 figure cars 41872 2017 source="the Transport Ministry"
report C published=2018-03-02 outlet=Star
c1 figure cars 39544 2016 source=?
report D published=2018-03-04 outlet=Herald
d1 figure cars 39544 2016
expect
together a1 b1 c1 d1
standing a1 repeated
origins a1 1
standing c1 agreed
