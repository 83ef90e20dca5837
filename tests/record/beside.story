# Numbers that stand beside each other bear each other out, whatever words tie them.
measure prisoners person prisoner
measure places - place
measure share percent occupancy - - - share
measure dead person people die Norville
measure dead_too person people die Sudbury
measure killed person people kill

report A published=2021-05-03
a1 figure prisoners 58314 2021-04
a2 figure places 49120 2021-04
a3 figure share 119 ?
# 7 % would fit too many things to say anything.
a4 figure share 7 ?
report B published=2021-05-04
b1 figure killed >=41 2021-05-03
b2 figure dead 29 2021-05-03
b3 figure dead_too 12 2021-05-03
expect
finding holds a3 share a1 a2
no finding a4
finding holds b2 sum b1
fails 0
