# A change that fails, and comes out with the number as another report prints it: two digits changed places.
measure deaths person - die Levane
measure jobs - job - Brandt

report A published=2023-07-25
a1 figure deaths 37 2023-07-10/2023-07-16
a2 figure jobs 2380 2023-07
a3 figure deaths 52 2023-06

report B published=2023-07-28
b1 change up from=73 to=88 factor=2 modifier=more_than base=2023-07-10/2023-07-16 period=2023-07-17/2023-07-23
b2 change down from=2830 to=2150 by=230 base=2023-07 period=2023-08
# Fails, but 52 would not do.
b3 change up from=25 to=80 factor=5 base=2023-06 period=2023-07

expect
finding fails b1 slip a1
finding fails b2 slip a2
fails 5
