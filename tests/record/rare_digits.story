# Two reports that share no number: six digits with two of them swapped are one number all the same.
measure votes - vote - Lorn
measure ballots - ballot
report A published=2021-03-14
a1 figure votes 597845 ?
report B published=2021-03-20
b1 figure ballots 597485 ?
expect
finding fails b1 slip a1
fails 1
