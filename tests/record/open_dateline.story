# A dateline that leaves its year out gives the day of a report that others date to the year or the month.
measure boats - "fishing boat" register Norland

report A published=2024-02-02
a1 figure boats 8241 2023
a2 figure boats 8173 2022
report B text="NORWICK, 17 January (Shore Wire) - Norland registered 8,241 fishing boats last year."
b1 figure boats 8241 ? rel=year-1
report C text="NORWICK, 30 December (Shore Wire) - Norland's boats are ever fewer."
c1 figure boats 8173 ? rel=year-1

expect
published B 2024-01-17 inferred
published C 2023-12-30 inferred
