# The four quarters of one report do not add up to its year.
measure passengers person passenger fly Split
report A published=2019-02-01
a1 figure passengers 2609 2018
a2 figure passengers 412 2018-01/2018-03
a3 figure passengers 701 2018-04/2018-06
a4 figure passengers 952 2018-07/2018-09
a5 figure passengers 533 2018-10/2018-12
expect
fails 1
finding fails a1 sum a2 a3 a4 a5
