// The classes that a word of the vocabulary may belong to. lexicon/<language>/*.tsv gives words
// their classes by these names; a name that is not here is an error when the lexicon is read.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tally {

// One line a class: name as in the lexicon, and what belongs to it.
#define TALLY_WORD_CLASSES(X)                                                                           \
  X(person)        /* nouns for people: worker, defector, colonel, mother */                            \
  X(group)         /* bodies of people: family, crowd, army */                                          \
  X(organisation)  /* ministry, company, court, agency */                                               \
  X(place)         /* city, camp, border, hospital */                                                   \
  X(time)          /* year, month, decade, weekend */                                                   \
  X(money)         /* dollar, revenue, budget */                                                        \
  X(measure)       /* rate, number, total, share, amount, level: heads that take "of" */                \
  X(happening)     /* nouns that tell an event: earthquake, strike, attack, defection */                \
  X(animal)        /* cattle, bird */                                                                   \
  X(thing)         /* artefacts: house, vehicle, tent */                                                \
  X(role)          /* what somebody is by office: minister, spokesperson, director */                   \
  X(title)         /* Mr, Dr, President: stands before a name */                                        \
  X(report_verb)   /* say, tell, report, announce, add, note */                                         \
  X(claim_verb)    /* claim, allege: the reporter keeps a distance */                                   \
  X(confirm_verb)  /* confirm, verify, acknowledge */                                                   \
  X(deny_verb)     /* deny, dismiss, reject, refute */                                                  \
  X(report_noun)   /* report, statement, data, figures: "according to data" */                          \
  X(disclose_verb) /* disclose, reveal, release, publish, specify */                                    \
  X(up_verb)       /* rise, increase, grow, climb */                                                    \
  X(down_verb)     /* fall, drop, decline, plunge */                                                    \
  X(reach_verb)    /* reach, hit, total, stand at, number, amount to */                                 \
  X(exceed_verb)   /* exceed, surpass, top, pass */                                                     \
  X(up_noun)       /* rise, increase, growth */                                                         \
  X(down_noun)     /* fall, drop, decline */                                                            \
  X(kill_verb)     /* kill, die, slay */                                                                \
  X(injure_verb)   /* injure, wound, hurt */                                                            \
  X(arrest_verb)   /* arrest, detain, jail */                                                           \
  X(hedge)         /* about, some, roughly */                                                           \
  X(reportedly)    /* reportedly, allegedly, apparently */                                              \
  X(vague)         /* dozens, several, many */                                                          \
  X(plan_verb)     /* plan, intend, aim, expect, hope */                                                \
  X(forecast_verb) /* forecast, predict, project, estimate for what is to come */                       \
  X(negation)      /* not, never, no, none */                                                           \
  X(conditional)   /* if, unless, would, could */                                                       \
  X(month)                                                                                              \
  X(weekday) X(season) X(holiday) X(country) X(demonym) X(city) X(region) X(given_name) X(abbreviation) \
      X(unit) X(currency)

enum class WordClass : std::uint8_t {
#define X(name) name,
  TALLY_WORD_CLASSES(X)
#undef X
      count_
};

[[nodiscard]] std::string_view name(WordClass word_class);
[[nodiscard]] std::optional<WordClass> word_class_named(std::string_view word);

}  // namespace tally
