# Two strikes of one month in one report: nobody knows which of them the other report means.
report A published=2024-03-28 text="The unions of Vardal Air spoke. In Brenholt and Oster they had met twice this month."
a1 event walkout who="cabin crews" when=2024-03-04
a2 event walkout who="pilots" when=2024-03-25
report B published=2024-11-02 text="The results of Vardal Air were poor. The strike had closed hangars in Brenholt and Oster."
b1 event strike who="the strike" when=2024-03
# Two people called by name died: two deaths, though each report tells only of one.
report C published=2024-04-02 text="The chief spoke. In Corley his officers had shot Darren Moss of the Eastgate."
c1 event kill who="Darren Moss" when=2024-03
report D published=2024-04-20 text="The mother spoke. In Corley and the Eastgate they mourn Luis Okafor."
d1 event kill who="Luis Okafor" when=2024-03
# Reports that share no name are not on one subject.
report E published=2024-06-03 text="The council met. In Halden the brigade of Marrow came at once."
e1 event fire who="the fire" when=2024-06-02
report F published=2024-06-04 text="The owner wept. In Tarsk the men of Loring were late."
f1 event blaze who="the blaze" when=2024-06
expect
apart a1 b1
apart a2 b1
apart c1 d1
apart e1 f1
