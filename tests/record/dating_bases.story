# What "last year" rose from tells the year only where the report prints none later.
measure boats - boat sell - - year
measure vans - van sell - - year

report A
a1 figure boats 320 2018
a2 change up percent=15 rel=year-1 base=2023
a3 change down to=24 from=140 rel=year-1 base=2021
a4 figure vans 679 ? rel=year-1
report B published=2025-06-23
b1 figure vans 679 2024

# A year's money under the day of its announcement is no money of that day's year.
measure profit CHF profit earn - - year
report C
c1 figure profit 1037 ? rel=year-1
report D published=2025-02-27
d1 figure profit 1037 2025-02-27

expect
published A 2025 inferred
published C ? unknown
