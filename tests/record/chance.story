# 229 and 12 in both reports: small values that coincide now and then join nothing.
measure fires - fire - Hällefors - year
measure births person child birth Hällefors

report A
a1 figure fires 229 2020
a2 figure fires 12 2019
report B
b1 figure births 229 2020
b2 figure births 12 2019

expect
apart a1 b1
series 2020=229 2019=12
