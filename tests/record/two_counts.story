# A march with two head-counts, by the police and by those who called it: both stand, none fails.
measure marchers person marcher march Porto
report A published=2019-09-21
ae event march where=Porto/Portugal when=2019-09-20
a1 figure marchers 4200 2019-09-20 happening=ae source=Police
report B published=2019-09-21
be event march where=Porto/Portugal when=2019-09-20
b1 figure marchers 11000 2019-09-20 happening=be source="Union of Students"
expect
together ae be
together a1 b1
standing a1 disputed
finding explained b1 difference a1
