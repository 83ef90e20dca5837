# A number told without any time is of the time that another report gives the same number.
measure paid EUR "county council" pay Norland
measure spent EUR council pay

report A published=2021-03-02
a1 figure paid 3400000 2017
a2 figure paid 4127000 2018
a3 figure paid 3300000 2019
report B published=2021-03-05
b1 figure spent 4127000 ?
b2 change down about=b1 to=4127000 from=4500000

expect
period b1 2018
