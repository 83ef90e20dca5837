# "Rose for three years running", told without a date beside a row: the row has such a run, though its last year fell.
measure paid - payment make - - year
measure support - support pay - - year
report A published=2021-03-18
a1 figure paid 2100 2015
a2 figure support 2600 2016
a3 figure paid 3400 2017
a4 figure support 4100 2018
a5 figure paid 3300 2019
a6 comparison rising steps=3
expect
fails 0
finding holds a6 trend
