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
expect
fails 1
finding fails a0 title a1
