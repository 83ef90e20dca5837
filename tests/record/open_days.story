# Days without their year, in reports of which only the year is known.
measure guests person guest stay Norland
measure beds person people occupy Norland

report A published=2024-06-10
ae event march where=Lisena who="the teachers" when=2024-06-09
report B published=2025-03-01
b1 figure guests 431700 2024
b2 figure beds 28730 2024
# "431,700 last year": written in 2025. The march of 9 June is dated 2024 elsewhere, so those of July and October are of that
# year too; "on 2 March" may be of either.
report C
c1 figure guests 431700 ? rel=year-1
ce event march where=Lisena who="the teachers" rel=month6.day9
cf event march where=Norrvik who="the miners" rel=month7.day7
cg event strike where=Norrvik who="the drivers" rel=month3.day2
ch event march where=Norrvik who="the bakers" rel=month10.day6
# Nothing dates the days of this one: "on 22 February" is of its year, "on 4 November" of that or the year before.
report D
d1 figure beds 28730 ? rel=year-1
de event strike where=Ostvik who="the nurses" rel=month2.day22
df event strike where=Ostvik who="the cooks" rel=month11.day4
expect
published C 2025 inferred
published D 2025 inferred
period ce 2024-06-09
period cf 2024-07-07
period cg ""
period ch 2024-10-06
period de 2025-02-22
period df ""
