# Small values, other words: three reports of one place give the same few numbers, one leaves its head out.
measure cases - "confirmed case" - - year
measure row person - "fever case" - year
measure tally person - tally - year
measure died person people die - year
measure toll person - toll - year
measure injured person people injure - year
report A published=2024-03-01 text="Dr. Hallmark of the Region of Norrvik spoke in Ekeby; the Board of Norrvik in Ekeby said so, Dr. Hallmark and the Board in Sunne"
a1 figure cases 217 2019
a2 figure cases 64 2021
a3 figure tally 391 2022
a4 figure died 143 2022
a5 figure injured 911 2022
report B published=2024-03-05 text="Dr. Hallmark of the Region of Norrvik spoke in Ekeby; the Board of Norrvik in Ekeby said so, Dr. Hallmark and the Board in Sunne"
b1 figure row 217 2019
b2 figure row 64 2021
b3 figure row 391 2022
b4 figure toll 143 2022
b5 figure toll 158 2021

expect
together a1 b1 a3
together a4 b4
apart a4 a5
series 2019=217*2 2021=64*2 2022=391*2
fails 0
