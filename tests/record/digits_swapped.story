# Two digits that changed places between reports on one story, where words and times are told too
# differently to be aligned; other numbers with the same digits stay what they are.
measure quota tonne cod allow
measure quota_too tonne "cod quota"
measure boats - boat register
measure crews - crew
report A published=2024-02-20
a1 figure quota 23040 2024
a2 figure boats 61482 2023
a3 figure boats 51840 2022
report B published=2024-03-12
b1 figure quota_too 23400 2024
b2 figure boats 61482 2023
b3 figure crews 58140 2021
expect
fails 1
finding fails b1 slip a1
