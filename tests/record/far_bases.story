# A percentage whose base stands in another report, in other words, is borne out by it where so narrow a
# change is hardly met by chance; one that many numbers would fit is not.
measure rough person people sleep Halden
measure outdoors person "homeless people" - Halden
measure cases - offence record Halden

report A published=2023-05-11
a1 figure rough 4402 2023
a2 change up about=a1 percent=6.7 base=2022
a3 figure cases 912 2023
a4 change up about=a3 factor=2
report B published=2022-06-02
b1 figure outdoors 4127 2022
b2 figure cases 447 2009
expect
finding holds a2 percent b1 a1
finding cannot_tell a4
fails 0
