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

# "79 percent up on the same half of 2023" is said of the half of the year after; what a change is told of says when.
measure sales GBP sale sell - - half
report E
e1 change up percent=79 rel=half1 base=2023
e2 figure vans 17 2023
e3 figure boats 33 ? rel=year-1
report F
f1 figure sales 640 ? rel=year-1
f2 change up about=f1 percent=12 base=2023
f3 figure boats 18 2023

# "In 2024-25" is told when the two are over.
report G
g1 figure vans 781 2024/2025

expect
published A 2025 inferred
published C ? unknown
published E 2024 inferred
published F 2025 inferred
published G 2025 inferred
