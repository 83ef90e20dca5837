# A difference that misses what its report prints by more than a nought was said of something else.
measure kept person prisoner keep Norland
measure sold count tram sell Orlo
report A published=2017-04-02
a1 figure kept 1505400 2016
a2 figure kept 2010000 2015
a3 change down about=a1 by=21200 base=2015 period=2016
# By a nought it is a slip.
report B published=2017-04-02
b1 figure sold 5400 2016
b2 figure sold 5190 2015
b3 change up about=b1 by=2100 base=2015 period=2016
expect
finding cannot_tell a3 difference_by
finding fails b3 difference_by
fails 1
