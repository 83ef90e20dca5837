# Two rows in one paragraph: a trend is held against the numbers of one size.
measure killings person killing - Lorn
measure thefts - theft - Lorn
report A published=2023-03-01
a0 comparison rising each since=2020
a1 figure killings 341 2020
a2 figure killings 367 2021
a3 figure killings 352 2022
a4 figure thefts 8740 2020
a5 figure thefts 10450 2022
expect
finding fails a0 trend a2 a3
fails 1
