# "528 nurses moved last year" is told as a happening and is a year's flow; a happening that turns
# out to have its own month is not.
measure moved person nurse move Norway - event
measure register person nurse move Norway - year
report A published=2017-03-01
ae event move where=Norway rel=year-1 count=2528 title
a1 figure moved 2528 ? rel=year-1 happening=ae title
a2 figure register 2387 2015
ac change up about=a1 percent=6 rel=year-1 base=2015
report B published=2017-03-02
be event quit where=Bergen/Norway rel=year-1 who="the crew of the Aurora"
b1 figure moved 41 ? rel=year-1 happening=be
report C published=2017-04-02
ce event quit where=Bergen/Norway when=2016-08-03 who="the Aurora crew" count=41
c1 figure moved 41 2016-08-03 happening=ce
expect
together a1 a2
together be ce
together b1 c1
apart a1 b1
series 2015=2387 2016=2528
period b1 2016-08-03
finding holds ac percent
