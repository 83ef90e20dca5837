# A report that says itself that one count replaced another: a revision, no change and no contradiction.
measure drowned person people drown
report A published=2011-07-02 text="The coast guard corrected the number of drowned"
a1 figure drowned 214 2011-06
a2 figure drowned 219 2011-06
# Two authorities in one breath, however far apart.
measure counted person people flee
report B published=2011-07-02
b1 figure counted >=5100 2010 source="Harbour Watch"
b2 figure counted 870 2010 source="Registry Office"
expect
finding explained a2 revision a1
finding explained b1 difference b2
