# A quake's toll rises from report to report: one happening, revised.
measure dead person - die
report A published=2019-09-21
ae event earthquake where=Mirpur/Pakistan when=2019-09-20 count=~120
a1 figure dead 121 2019-09-20 happening=ae
report B published=2019-09-24
be event earthquake where=Mirpur/Pakistan when=2019-09-20 part=154:killed part=600:injured
b1 figure dead 154 2019-09-20 happening=be
report C published=2019-09-25
ce event earthquake where=Lima/Peru when=2019-09-20
expect
together ae be
apart ae ce
together a1 b1
standing a1 revised
chosen b1
finding explained a1 revision b1
event be part=154:killed part=600:injured
