# What is told of the same day without a known kind is no rival of the one happening whose kind both tell.
report A published=2024-03-20 text="The airline flew again. Cabin crews of Vardal Air had kept its aircraft in Brenholt and Oster for three days."
a1 event walkout who="the walkout" when=2024-03-16
report B published=2024-11-02 text="The results of Vardal Air were poor. The strike had closed its hangars in Brenholt and Oster in spring."
b1 event strike who="the cabin crew strike" when=2024-03-16 title=yes
b2 event paint who="a mural" when=2024-03-16
expect
together a1 b1
apart a1 b2
