# A title against its body, and two things that we read as one.
measure jobs person worker "lay off" Genk
measure shops - shop close Genk - year
report A published=2016-04-10
a0 figure jobs 1471 2016-03 title
a1 figure jobs 1417 2016-03
report B published=2016-04-10
b1 figure shops 300 2015
b2 figure shops 210 2015
expect
fails 1
finding fails a1 title a0
