# A sum that comes out is told of its whole and of each of its parts, in listings once.
measure cuts person job cut Ghent
measure cuts_d person job cut Denmark
measure cuts_s person job cut Spain
measure cuts_u person job cut "United States"
report A published=2023-10-24
a0 figure cuts 1300 2023
a1 figure cuts_d 850 2023
a2 figure cuts_s 300 2023
a3 figure cuts_u 150 2023
expect
finding holds a0 sum a1 a2 a3
finding holds a1 sum a0 a2 a3
finding holds a3 sum a0 a1 a2
fails 0
