# A quarter is no year, a total no flow, women are not all, how it stands today no year's flow: different variables,
# whatever the words.
measure visitors person visitor arrive Malta
measure women person "female visitor" arrive Malta
measure total person visitor arrive Malta - total
measure now person visitor arrive Malta - level

report A published=2019-02-01
a1 figure visitors 2598 2018
a2 figure visitors 412 2018-01/2018-03
a3 figure visitors 701 2018-04/2018-06
a4 figure visitors 952 2018-07/2018-09
a5 figure visitors 533 2018-10/2018-12
a6 figure women 1304 2018
a7 figure total 52310 2018
a8 figure now 23 2019-01-31 rel=day-1

expect
apart a1 a2
apart a1 a6
apart a1 a7
apart a1 a8
finding holds a1 sum a2 a3 a4 a5
