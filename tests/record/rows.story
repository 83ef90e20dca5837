# A trend is held against the row of numbers beside it, whatever variables they were aligned to.
measure caught tonne herring catch Lorn
measure landed tonne fish land -
report A published=2022-03-01
a1 figure caught 4100 2018
a2 figure landed 4300 2019
a3 figure caught 4250 2020
a4 figure landed 4500 2021
a5 comparison rising each since=2018
expect
finding fails a5 trend a2 a3
fails 1
