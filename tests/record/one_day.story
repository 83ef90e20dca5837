# Reports on one story that tell a happening of one kind on one day tell the same one; an arrest on that day
# is another. One of them may leave the year out, another give no day at all in the same week.
report A published=2024-03-15
a1 event collapse where="Torvik" who="the roof of the mill" when=2024-03-14
a2 event die who="four men" when=2024-03-14 part=4:killed
a3 event arrest where="Torvik" who="two managers" when=2024-03-14
report B published=2024-03-17
b1 event burst who="a wall" when=2024-03-14
report C
c1 event collapse who="the roof" rel=month3.day14
report D published=2024-03-15
d1 event collapse where="Hallum" who="a shed" when=2024-02-02
expect
together a1 b1
together a1 c1
apart a1 a3
apart a1 d1
