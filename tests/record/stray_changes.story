# Changes whose base is left to the reader: the number that they lead to is printed elsewhere.
measure held person people hold Norland
measure inmates person inmate
measure walked person people dismiss
report A published=2022-04-02
a1 figure held 41736 2022-03
a2 change up about=a1 by=528 period=2022-03
report B published=2022-03-04
b1 figure inmates 41208 2022-02-28
# Two digits say little: a number that was told in the time named says more.
report C published=2022-12-30
c1 figure walked 1420 2022
c2 change down about=c1 by=180 period=2022 base=2022-08
# And where nothing leads anywhere, nobody can tell.
c3 change up about=c1 by=77 period=2022
report D published=2022-08-20
d1 figure inmates 1600 ?
expect
finding holds a2 difference_by b1
finding holds c2 difference_by d1
finding cannot_tell c3 direction
fails 0
