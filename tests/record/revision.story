# Later reports give a later vintage of the same row: explained, the later value stands.
measure asylum person "asylum seeker" arrive Latvia
report A published=2010-02-03
a1 figure asylum 2952 2009 source="Interior Ministry"
a2 figure asylum 2811 2008
report B published=2012-06-01
b1 figure asylum 2914 2009 source="Ministry of Interior"
b2 figure asylum 2811 2008
report C published=2013-06-01
c1 figure asylum 2914 2009 source="Interior Ministry"
expect
standing a1 revised
chosen b1
chosen c1
origins b1 1
finding explained a1 revision b1
