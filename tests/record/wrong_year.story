# A number told for one year that stands under the next in a row which gives another for it: the row is right.
measure drowned person person drown Harland
report A published=2014-03-02
a1 figure drowned 548 2010
a2 figure drowned 612 2011
a3 figure drowned 655 2012
a4 figure drowned 701 2013
report B published=2014-09-12
b1 figure drowned 701 2012
expect
chosen a3
finding fails b1 slip a3
fails 1
