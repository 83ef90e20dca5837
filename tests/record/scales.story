# A number left without its scale takes that of its fellow; what is wild even then was misread. One
# wording in reports on different subjects is no one measure.
measure output tonne rye harvest Poland
measure profit USD - earn
report A published=1987-03-01 text="In Gdynia the Baltic Trust of Elbing and Danziger Werft met Sopot Line."
a1 figure output 5860000000 1986
ac change down about=a1 to=5860000000 from=6.78
a2 figure output 500 1985
ad change up about=a2 to=500 from=7000
a3 figure profit 4121 1986
report B published=1987-03-02 text="In Osaka the Kansai Mills of Kobe and Nara Textile met Sakai Line of Osaka."
b1 figure profit 4377 1986
expect
finding holds ac direction
no finding ad
apart a3 b1
