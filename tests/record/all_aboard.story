# "A bus with 41 pilgrims plunged into a ravine", "nine pilgrims died": of those who were there, not of the dead.
report A published=2019-09-21
ae event plunge where=Torvik/Kordavia when=2019-09-20 who="a bus" count=41
report B published=2019-09-25
be event plunge where=Torvik/Kordavia when=2019-09-20 who="nine pilgrims" count=9 part=9:killed
expect
together ae be
event ae count=41
event be part=9:killed
