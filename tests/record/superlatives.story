# Superlatives, first times and trends: a counterexample, a record without gaps, one with gaps.
measure ferry person passenger carry Oban
report A published=2017-01-10
a0 figure ferry 5120 2010
a1 figure ferry 4870 2011
a2 figure ferry 4655 2012
a3 figure ferry 4721 2013
a4 figure ferry 4502 2014
a5 figure ferry 4389 2015
a6 figure ferry 4610 2016
k1 comparison lowest about=a5 years=5
k2 comparison lowest about=a4 since=2010
k3 comparison lowest about=a5 years=20
k4 comparison highest about=a6 years=3
k5 comparison first_increase about=a6 since=2013
k6 comparison first_increase about=a6 since=2010
k7 comparison falling about=a5 since=2010
k8 comparison falling about=a5 since=2010 each
k9 comparison falling about=a5 steps=2
k10 comparison lowest about=a6 years=3
k11 comparison highest about=a6 years=4 rank=3
k12 comparison highest about=a5 years=4 rank=2
expect
fails 4
finding holds k1 superlative
finding holds k2 superlative
finding cannot_tell k3 superlative
finding fails k4 superlative a3
finding holds k5 first
finding fails k6 first a2 a3
finding holds k7 trend
finding fails k8 trend a2 a3
finding holds k9 trend
finding fails k10 superlative
finding holds k11 superlative
finding cannot_tell k12 superlative
