# A number that one report gives twice for one time ties the column of a table to the sentence above it. Other
# numbers of that time in the same wording count something else, and are kept out of its row.
measure pupils person pupil - -
measure guests person "guest pupil" - -
report A published=2019-11-04
a1 figure pupils 36905 2019-10-01
a2 figure guests 31420 2018-10-01
a3 figure guests 36905 2019-10-01
a4 figure pupils 21950 2019-10-01
expect
together a1 a2 a3
apart a1 a4
