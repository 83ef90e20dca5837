# What persons ruled is replayed: out, corrected, preferred, joined, told apart.
measure boats - boat sink Samoa - year
measure ships - ship lose Samoa - year
measure rafts - raft sink Tonga - year
report A published=2018-03-01
a1 figure boats 384 2017
a2 figure boats 999 2016
a3 figure boats 311 2015
report B published=2018-03-02
b1 figure boats 348 2017
b2 figure ships 290 2014
b3 figure rafts 17 2012
b4 figure rafts 19 2013
decide reject a2
decide prefer b1
decide same a1 b2
decide different b3 b4
decide correct a3 value=313
decide reject nowhere
expect
chosen b1
together a1 b2
apart b3 b4
series 2017=348 2015=313 2014=290
fails 1
