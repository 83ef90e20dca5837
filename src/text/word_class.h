// The classes that a word of the vocabulary may belong to. lexicon/<language>/*.tsv gives words
// their classes by these names; a name that is not here is an error when the lexicon is read.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tally {

// One line a class: name as in the lexicon, and what belongs to it.
#define TALLY_WORD_CLASSES(X)                                                                          \
  X(person)        /* nouns for people: worker, defector, colonel, mother */                           \
  X(group)         /* bodies of people: family, crowd, army */                                         \
  X(organisation)  /* ministry, company, court, agency */                                              \
  X(place)         /* city, camp, border, hospital */                                                  \
  X(settlement)    /* city, county, country: "the city" stands for one named before */                 \
  X(time)          /* year, month, decade, weekend */                                                  \
  X(money)         /* dollar, revenue, budget */                                                       \
  X(measure)       /* rate, number, total, share, amount, level: heads that take "of" */               \
  X(happening)     /* nouns that tell an event: earthquake, strike, attack, defection */               \
  X(animal)        /* cattle, bird */                                                                  \
  X(thing)         /* artefacts: house, vehicle, tent */                                               \
  X(role)          /* what somebody is by office: minister, spokesperson, director */                  \
  X(title)         /* Mr, Dr, President: stands before a name */                                       \
  X(report_verb)   /* say, tell, report, announce, add, note */                                        \
  X(claim_verb)    /* claim, allege: the reporter keeps a distance */                                  \
  X(confirm_verb)  /* confirm, verify, acknowledge */                                                  \
  X(deny_verb)     /* deny, dismiss, reject, refute */                                                 \
  X(report_noun)   /* report, statement, data, figures: "according to data" */                         \
  X(disclose_verb) /* disclose, reveal, release, publish, specify */                                   \
  X(up_verb)       /* rise, increase, grow, climb */                                                   \
  X(down_verb)     /* fall, drop, decline, plunge */                                                   \
  X(reach_verb)    /* reach, hit, total, stand at, number, amount to */                                \
  X(exceed_verb)   /* exceed, surpass, top, pass */                                                    \
  X(dimension)     /* long, high, wide: "28 metres long" */                                            \
  X(up_noun)       /* rise, increase, growth */                                                        \
  X(down_noun)     /* fall, drop, decline */                                                           \
  X(kill_verb)     /* kill, die, slay */                                                               \
  X(injure_verb)   /* injure, wound, hurt */                                                           \
  X(arrest_verb)   /* arrest, detain, jail */                                                          \
  X(hedge)         /* about, some, roughly */                                                          \
  X(reportedly)    /* reportedly, allegedly, apparently */                                             \
  X(vague)         /* dozens, several, many */                                                         \
  X(plan_verb)     /* plan, intend, aim, expect, hope */                                               \
  X(forecast_verb) /* forecast, predict, project, estimate for what is to come */                      \
  X(negation)      /* not, never, no, none */                                                          \
  X(conditional)   /* if, unless, would, could */                                                      \
  X(month)                                                                                             \
  X(weekday)                                                                                           \
  X(season)                                                                                            \
  X(holiday)                                                                                           \
  X(country)                                                                                           \
  X(demonym)                                                                                           \
  X(city)                                                                                              \
  X(region)                                                                                            \
  X(given_name)                                                                                        \
  X(abbreviation)                                                                                      \
  X(unit)                                                                                              \
  X(currency)                                                                                          \
  X(cause_change_verb)   /* raise, cut: somebody makes it change */                                    \
  X(multiply_verb)       /* double, halve */                                                           \
  X(direct_verb)         /* cause, allow, force: makes its object act */                               \
  X(level_verb)          /* remain, stay: neither up nor down */                                       \
  X(compare_verb)        /* compare, differ */                                                         \
  X(peak_verb)           /* peak, culminate */                                                         \
  X(change_noun)         /* change, difference, trend */                                               \
  X(peak_noun)           /* record, high, low, peak */                                                 \
  X(up_adjective)        /* higher, more, rising */                                                    \
  X(down_adjective)      /* lower, fewer, falling */                                                   \
  X(opinion_verb)        /* believe, think, doubt */                                                   \
  X(ask_verb)            /* ask, wonder */                                                             \
  X(urge_verb)           /* urge, demand, call on */                                                   \
  X(show_verb)           /* show, indicate: what data do */                                            \
  X(statement_noun)      /* claim, allegation, denial, warning */                                      \
  X(source_noun)         /* official, witness, expert: who says it */                                  \
  X(unconfirmed)         /* unverified, undisclosed, unclear */                                        \
  X(die_verb)            /* die, perish, drown */                                                      \
  X(free_verb)           /* free, release */                                                           \
  X(rescue_verb)         /* rescue, save */                                                            \
  X(displace_verb)       /* displace, evacuate */                                                      \
  X(infect_verb)         /* infect, sicken */                                                          \
  X(any_happening)       /* disaster, incident: stands for a happening named before */                 \
  X(travel_verb)         /* fly, sail, send, deport: what follows "to" is where */                     \
  X(arrive_verb)         /* arrive, enter, reach */                                                    \
  X(leave_verb)          /* leave, flee, defect */                                                     \
  X(attack_verb)         /* attack, bomb, ambush */                                                    \
  X(dismiss_verb)        /* sack, lay off */                                                           \
  X(hire_verb)           /* hire, employ */                                                            \
  X(convict_verb)        /* convict, sentence, acquit */                                               \
  X(killed_adjective)    /* dead, slain, deadly */                                                     \
  X(injured_adjective)   /* injured, wounded */                                                        \
  X(missing_adjective)   /* missing, trapped */                                                        \
  X(arrested_adjective)  /* detained, jailed */                                                        \
  X(displaced_adjective) /* homeless, displaced */                                                     \
  X(infected_adjective)  /* infected, ill */                                                           \
  X(killed_noun)         /* death, fatality, toll */                                                   \
  X(life_verb)           /* lose, claim, cost: what is done to lives that end */                       \
  X(injured_noun)        /* injury, casualty */                                                        \
  X(arrest_noun)         /* arrest, detainee */                                                        \
  X(missing_noun)        /* the missing */                                                             \
  X(kin)                 /* mother, nephew */                                                          \
  X(share_noun)          /* share, percentage, half */                                                 \
  X(total_noun)          /* total, sum, tally */                                                       \
  X(rate_noun)           /* rate, ratio, pace */                                                       \
  X(average_noun)        /* average, median */                                                         \
  X(count_noun)          /* number, count, figure */                                                   \
  X(exact_adverb)        /* exactly, precisely */                                                      \
  X(steady)              /* steadily, continuously */                                                  \
  X(change_degree)       /* sharply, slightly */                                                       \
  X(total_adjective)     /* total, combined */                                                         \
  X(average_adjective)   /* average, mean */                                                           \
  X(superlative)         /* highest, fewest, record */                                                 \
  X(auxiliary)           /* be, have, do */                                                            \
  X(modal)               /* will, would, must */                                                       \
  X(determiner)          /* the, a, this */                                                            \
  X(pronoun)             /* he, they, this */                                                          \
  X(relative_pronoun)    /* who, which, that */                                                        \
  X(question_word)       /* when, where, how */                                                        \
  X(preposition)         /* of, in, since */                                                           \
  X(conjunction)         /* and, or, but */                                                            \
  X(subordinator)        /* because, while, that */                                                    \
  X(cardinal)            /* one, twelve, million */                                                    \
  X(ordinal)             /* first, twelfth */                                                          \
  X(plant)               /* rice, oak */                                                               \
  X(food)                /* bread */                                                                   \
  X(body_part)           /* arm */                                                                     \
  X(substance)           /* oil, water */                                                              \
  X(medical)             /* cholera, cancer */                                                         \
  X(proper)              /* written with a capital: London, Korean */                                  \
  X(stance_verb)         /* support, oppose, mock: speaks for or against */                            \
  X(count_verb)          /* count, register, list: gives a figure as its object */                     \
  X(put_verb)            /* put, estimate: gives a figure after "at" or "as" */                        \
  X(speak_verb)          /* speak, reckon: gives it after "of", "with", "to" */                        \
  X(answer_verb)         /* comment, reply: "has not commented" tells of silence */                    \
  X(answer_noun)         /* answer, reply, response */                                                 \
  X(clause_verb)         /* answer, continue: said only where a clause or quotation follows */         \
  X(set_verb)            /* put, revise: gives its object a value "at" or "to" */                      \
  X(motion_verb)         /* go, edge: up or down by the word behind it */                              \
  X(light_verb)          /* have, make: says no more than that there is something */                   \
  X(duration_noun)       /* delay, wait, journey: measured in time */                                  \
  X(least)               /* lowest, fewest: superlatives of a measure */                               \
  X(greatest)            /* highest, most: the other way */                                            \
  X(little)              /* quietest, cheapest: superlatives of little; the others speak of much */    \
  X(unchanged)           /* unchanged, flat: neither up nor down */                                    \
  X(unknown_noun)        /* cause, motive, name: what may be found out or kept back */                 \
  X(unknown_adjective)   /* unknown, unclear: what nobody has found out or says */                     \
  X(establish_verb)      /* determine, find: what is done to a cause */                                \
  X(contact_noun)        /* call, email: how somebody is asked */                                      \
  X(in_a_row)            /* consecutive, running: of steps that follow each other */                   \
  X(size_verb)           /* range, total, weigh: gives the size of what it stands behind */            \
  X(damage_verb)         /* destroy, flood: what an event does to things */                            \
  X(sex_or_age)          /* man, girl, adult: nobody is two of them */                                 \
  X(all_told)            /* altogether, combined: a number that closes its list */                     \
  X(inclusion)           /* including, among: a list that leaves some out */                           \
  X(revise_verb)         /* revise, correct: one count takes the place of another */                   \
  X(comparative_up)      /* more, higher: before "than" */                                             \
  X(comparative_down)    /* fewer, below */                                                            \
  X(degree)              /* many, high: between "as" and "as" */                                       \
  X(base_mark)           /* against, versus: before the number that a change starts from */            \
  X(sameness)            /* same, corresponding: the stretch of another year that goes with one */     \
  X(begin_verb)          /* begin, start: of a stretch of time */                                      \
  X(end_verb)            /* end, close */                                                              \
  X(extend_verb)         /* run, go, last: "a year that runs from July" */                             \
  X(recount_mark)        /* late, added, now: goes with a count that was made anew */                  \
  X(correction_noun)     /* correction, error: says that a number was wrong */                         \
  X(provisional)         /* initially, preliminary: said of a count that another takes the place of */ \
  X(two_object_verb)     /* give, pay, name: a participle of it may have an object */                  \
  X(happen_verb)         /* give way, catch fire: something happened, whatever its words */            \
  X(fire_deed)           /* fire, blaze, burn: one happening is told by this word here */              \
  X(shooting_deed)       /* shoot, gunfire    and by that one there */                                 \
  X(blast_deed)          /* explode, bombing */                                                        \
  X(collapse_deed)       /* collapse, cave in, burst */                                                \
  X(sinking_deed)        /* capsize, shipwreck */                                                      \
  X(crash_deed)          /* crash, collide, derail */                                                  \
  X(flood_deed)          /* flood, spill over */                                                       \
  X(quake_deed)          /* earthquake, tremor */                                                      \
  X(storm_deed)          /* hurricane, hail */                                                         \
  X(slide_deed)          /* landslide, avalanche */                                                    \
  X(strike_deed)         /* walkout, stoppage, down tools */                                           \
  X(protest_deed)        /* march, rally, demonstrate */                                               \
  X(vote_deed)           /* election, poll, run-off */                                                 \
  X(ruling_deed)         /* judgment, verdict, throw out */                                            \
  X(closure_deed)        /* close, shut down */                                                        \
  X(resign_deed)         /* resign, step down */                                                       \
  X(find_deed)           /* find, discover, turn up */                                                 \
  X(riot_deed)           /* riot, unrest, disturbance */                                               \
  X(theft_deed)          /* steal, robbery, raid */                                                    \
  X(hack_deed)           /* breach, leak, cyberattack */                                               \
  X(hostage_deed)        /* kidnap, abduct */                                                          \
  X(flight_deed)         /* take off, fly, leave for */                                                \
  X(harm)                /* loss, complaint: the more, the worse */                                    \
  X(outcome)             /* result, performance, harvest: the worst of it is the lowest */             \
  X(open_deed)           /* open, inauguration */                                                      \
  X(sign_deed)           /* sign, conclude, signing */                                                 \
  X(appoint_deed)        /* appoint, swear in */                                                       \
  X(sale_deed)           /* sell, buy, takeover */                                                     \
  X(bankrupt_deed)       /* insolvency, administration */                                              \
  X(decide_verb)         /* pass, ratify, declare: what a body does */                                 \
  X(decided_noun)        /* bill, treaty, curfew: to what */

enum class WordClass : std::uint8_t {
#define X(name) name,
  TALLY_WORD_CLASSES(X)
#undef X
      count
};

[[nodiscard]] std::string_view name(WordClass word_class);
[[nodiscard]] std::optional<WordClass> word_class_named(std::string_view word);

}  // namespace tally
