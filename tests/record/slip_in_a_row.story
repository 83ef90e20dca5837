# Of two numbers with digits swapped, that of the report that prints the whole row stands.
measure landed person people land Aldra
report A published=2025-03-12
a1 figure landed 9873 2020
a2 figure landed 18950 2022
report B published=2025-04-03
b1 figure landed 4216 2019
b2 figure landed 9873 2020
b3 figure landed 13640 2021
b4 figure landed 18905 2022
b5 figure landed 31472 2023
expect
chosen b4
finding fails a2 slip b4
fails 1
