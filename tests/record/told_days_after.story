# "Gunmen killed 121 on Friday, the group said on Sunday": counted on the day on which it was told, of what happened
# two days before.
measure dead person people die
report A published=2019-09-22
ae event kill where=Torvik when=2019-09-20 count=121
a1 figure dead 121 ? happening=ae rel=weekday7
expect
period a1 2019-09-20
