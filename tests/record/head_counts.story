# One happening told in other words: a head-count of three digits on one day, or verbs of one kind.
measure aboard person people
measure hurt person people hurt
report A published=2017-06-12
ae event reach where=Lampedusa/Italy when=2017-06-10 who="a trawler" count=274
report B published=2017-06-12
b1 figure aboard 274 2017-06-10
report C published=2017-06-12
ce event detain where=Genoa/Italy when=2017-06-10 who="nine demonstrators"
report D published=2017-06-13
de event arrest where=Genoa/Italy when=2017-06-10 who="protesters"
# A day and a number of one digit say nothing.
report E published=2017-06-12
e1 figure hurt 9 2017-06-10
expect
event ae count=274
together ae b1
together ce de
apart ae ce
