# Percentages, amounts and factors against the figures they speak of.
measure yield tonne wheat harvest Kenya
measure price USD maize sell Kenya - level
report A published=2016-04-10
a1 figure yield 4000 2013
a2 figure yield 5000 2014
a3 figure yield 12300 2015
ap change up about=a2 percent=20
aq change up about=a2 percent=25
ar change up about=a2 by=1000
as change up about=a3 factor=2 modifier=more_than
at change up about=a3 factor=3
au change up about=a3 percent=150 modifier=more_than
expect
fails 3
finding fails ap percent a1 a2
finding holds aq percent
finding holds ar difference_by
finding holds as factor
finding fails at factor
finding fails au percent
