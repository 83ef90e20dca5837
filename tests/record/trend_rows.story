# A trend told without a row of its own is held against the row that a number beside it leads to, in whatever
# words that row is told.
measure came person migrants arrival Tarva
measure landed person people land Tarva
report A published=2024-01-20
a1 figure landed 23023 2020
a2 figure landed 22316 2021
a3 figure landed 15682 2022
a4 figure landed 39910 2023
report B published=2024-03-05
b1 comparison rising each since=2020
b2 figure came 39910 2023
expect
finding fails b1 trend a1 a2
fails 1
