# What looks like a contradiction and is none.
measure killed animal "white stork" kill
measure born animal "white stork" hatch

# A report that prints both numbers knows what tells them apart: "827 of them in the delta".
report A published=2015-01-22
a1 figure killed 1215 2014
a2 figure killed 1127 2014
report B published=2015-01-23
b1 figure killed 1215 2014

# Time runs forward: the number of the later year is where the change ends.
report C published=2025-02-06
c1 figure born 499 2023
c2 figure born 420 2024
c3 change down about=c1 by=79 base=2024 period=2023

# A number is never its own base, whatever time was read for it.
report D published=2023-12-02
d1 figure born 26501 2022
d2 change down about=d1 percent=22 base=2022 period=2022
expect
fails 0
no finding a2
finding holds c3 difference_by c2
finding cannot_tell d2 percent
