# A headline's number that the text below it gives otherwise, in other words and nowhere as the title has it.
measure died person people die
measure killed person people kill
measure crashes - "fatal crash"
report A published=2020-01-01
a0 figure died 148 2019 title=yes
a1 figure killed 151 2019
a2 figure crashes 139 2019
report B published=2020-01-01
b0 figure died 160 2019 title=yes
b1 figure killed 151 2018
b2 figure died 160 2019
measure seen - "confirmed case" see
measure cases - "confirmed case" -
report C published=2024-07-11
c0 figure cases 621 ? title=yes
c1 figure seen 612 2024-07
c2 figure seen 590 2024-06
expect
fails 2
finding fails c0 title c1
finding fails a0 title a1
