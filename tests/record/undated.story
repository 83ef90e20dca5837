# Reports without a date, dated by what they say beside others.
measure guests person guest stay Norland
measure beds person people occupy Norland

report A published=2019-02-08
a1 figure guests 431700 2018
a2 figure guests 412900 2017
# "431,700 last year, up from 412,900 in 2017": what it rose from was the year before.
report B
b1 figure guests ~431700 ? rel=year-1
b2 change up about=b1 to=431700 from=412900 base=2017 rel=year-1
# "at the end of October", "on 4 November": soon after the last of its dates without a year.
report C published=2018-12
c1 figure beds 28730 2018-10-31
report D
d1 figure beds 28730 ? rel=month10
de event fire rel=month11.day4
expect
published B 2019 inferred
published D 2018-11 inferred
period d1 2018-10-31
together c1 d1
standing c1 agreed
