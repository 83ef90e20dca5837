# A title and the first lines tell of the same people, whatever the verb; what stands below does not.
report A published=2024-03-11
a1 event sweep who="nine climbers" count=9 when=2024-03-10 title=yes
a2 event die who="six climbers" count=6 when=2024-03-10
a3 event search who="110 rescuers" count=110 when=2024-03-10
expect
together a1 a2
apart a1 a3
