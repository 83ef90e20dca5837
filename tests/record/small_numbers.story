# Two reports on one subject that give few numbers of a kind mean one thing by a number of two digits for one year,
# whatever words they have for it.
measure shot person "roe deer" shoot Harland
measure dead - animal kill Harland
report A published=2018-01-09 text="The Harland Deer Trust and Ostrey Forest count deer in Ostrey."
a1 figure shot 84 2016
a2 figure shot 79 2017
report B published=2018-02-20 text="In Ostrey Forest the Harland Deer Trust and Mirny Lodge count deer."
b1 figure dead 84 2016
b2 figure dead 79 2017
expect
together a1 b1
together a2 b2
