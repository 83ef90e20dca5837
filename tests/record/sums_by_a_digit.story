# A list that comes to a number of its report but for one digit was meant to make it up; other numbers nearby were not.
measure people person resident - Lessa
measure children person child - Lessa
measure women person woman - Lessa
measure men person man - Lessa
report A published=2022-04-20
a1 figure people 9340 2022-03
a2 figure children 5120 2022-03
a3 figure women 2860 2022-03
a4 figure men 1260 2022-03
expect
fails 1
