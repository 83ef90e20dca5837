# Two undated reports on nurses who move to Norway. Shared values join the two wordings; "last
# year" dates the one by its own printed year, the other by what it shares with the first, and a
# happening that both tell gives the month.
measure registered person nurse register Norway
measure moved person "foreign nurse" move "the country"
measure moves person move - -
measure moves_ - move - -
measure total person nurse register Norway - total
measure crowd person nurse - -
measure staff person nurse quit "Tromsø"
measure women person woman quit "Tromsø"
measure men person man quit "Tromsø"

report A
a1 figure moved 3817 2011
a2 figure moved 2613 2012
ac change down about=a2 to=2613 period=2012
a3 figure moved 2387 ? rel=year-1
ak comparison lowest about=a3 rel=year-1 years=10
ae event quit where=Tromsø/Norway who="14 nurses" count=14 rel=weekday4
a4 figure staff 14 ? happening=ae rel=weekday4

report B
b0 figure registered 2528 ? rel=year-1 title
b1 figure registered >2500 ? rel=year-1
bf comparison first_increase about=b1 rel=year-1 since=2011
b2 figure registered 2528 2016
bp change up about=b2 percent=6 period=2016 base=2015
b3 figure registered 4025 2009
bt comparison rising about=b3 period=../2009 each
b4 figure registered 3817 2011
b5 figure registered 2613 2012
b6 figure moves 2625 2013
bd change down about=b6 to=2625 period=2013
b7 figure moves 2508 2014
b8 figure moves_ 2387 2015
b9 figure total >40000 2016-11
b10 figure crowd 40319 ?
be event quit where=Tromsø/Norway rel=year-1.month4 who="14 nurses" count=14
b11 figure staff 14 ? happening=be rel=year-1.month4
b12 figure women 13 ? happening=be whole=b11 rel=year-1.month4
b13 figure men 1 ? happening=be whole=b11 rel=year-1.month4

expect
published B 2017 inferred
published A 2016-04 inferred
together a1 b4
together a1 b6
apart a1 b9
series 2009=4025 2011=3817*2 2012=2613*2 2013=2625 2014=2508 2015=2387*2 2016=2528
series 2016-11=40000 2017=40319
period a3 2015
period a4 2016-04
together ae be
event ae when=2016-04 count=14 documents=2 where=Tromsø
fails 2
finding fails bd direction b5 b6
finding fails bf first b5 b6
finding holds bp percent b2 b8
finding holds ac direction a1 a2
finding holds b1 bound b0
finding holds b12 sum b11 b13
finding cannot_tell ak superlative
finding cannot_tell bt trend b3
