# A change that prints what it started from, and stands beside the number that it leads to in other words.
measure hurt person people hurt
measure toll - toll
measure bags - bag ship Arlan

report A published=2022-04-02
a1 figure hurt 1430 2021
a2 figure toll 1580 2020
a3 change down percent=9.5 from=1580 period=2021 base=2020
# What nothing nearby comes to is left open.
report B published=2022-04-02
b1 figure bags 4000 2020
b2 figure bags 3870 2021
b3 change down percent=41 from=9120 period=2021 base=2019
expect
finding holds a3 percent a1
finding cannot_tell b3
fails 0
