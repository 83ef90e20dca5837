# A report that tells its row in two places, in other words: one ends where the other begins.
measure lodged - application lodge Harrow
measure all - application
measure refused - application refuse Harrow
report A published=2024-01-18
a1 figure lodged 2714 2023
a2 figure lodged 2431 2022
a3 figure all 2126 2020
a4 figure all 2390 2021
a5 figure refused 902 2023
expect
together a1 a3
together a2 a4
apart a1 a5
series 2020=2126 2021=2390 2022=2431 2023=2714
