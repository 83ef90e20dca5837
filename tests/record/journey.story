# Whoever left arrived elsewhere: as many people, told by their leaving here and by their landing there, are one happening.
# Others of the same days are not.
report A published=2021-05-12 text="In Brask the Lantern Works"
a1 event flee when=2021-05 where=Brask/Orland who="cooks of the Lantern Works" count=17
report B published=2021-05-13 text="In Sunne the Lantern Works of Brask"
b1 event land when=2021-05-12 where=Sunne/Vestmark who="cooks of the Lantern Works" count=17
b2 event land when=2021-05-12 where=Sunne/Vestmark who=fishermen count=41
expect
together a1 b1
apart a1 b2
