# A day is held to the weekday printed beside it.
measure boats boat boat land Tisna

report A published=2023-06-20
a1 figure boats 312 2023-06-17 misnamed=2023-06-17/7
a2 figure boats 298 2023-06-18
expect
finding fails a1 date
no finding a2
fails 1
