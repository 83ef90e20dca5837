# Parts that no words call parts but that add up to the digit bear the whole out; small ones may by
# chance.
measure cuts person job cut Ghent
measure cuts_d person job cut Denmark
measure cuts_s person job cut Spain
measure cuts_u person job cut "United States"
measure gulls - gull count Ostend
measure terns - tern count Ostend
measure birds - bird count Ostend
report A published=2023-10-24
a0 figure cuts 1300 2023
a1 figure cuts_d 850 2023
a2 figure cuts_s 300 2023
a3 figure cuts_u 150 2023
report B published=2023-10-24
b0 figure birds 12 2023
b1 figure gulls 7 2023
b2 figure terns 5 2023
expect
finding holds a1 sum a0 a2 a3
no finding b1
no finding b0
