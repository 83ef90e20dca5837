// Chunks → clauses: which noun group does what a verb group says, and in which clause.
//
//   [The number of sailors [who reached the island] was 820 in 2011.]
//    main: subject "The number", verb "was"     relative: subject "sailors", verb "reached"
//
// One pass with a stack of open clauses. A verb group goes to the innermost clause that waits for
// one; a clause that has its verb already is coordinated, complemented or closed by what stands
// between its verb and the next.
#include <algorithm>
#include <vector>

#include "text/phrases.h"
#include "text/stages.h"
#include "text/vocabulary.h"

namespace tally {
namespace {

class ClauseFinder {
 public:
  explicit ClauseFinder(Article& article) : article_(article) {}

  // All chunks of one sentence.
  void find(Range chunks) {
    again_ = false;
    read(chunks);
    if (!again_ && !mend_past_tense()) return;
    article_.clauses.resize(first_);
    for (Index i = chunks.begin; i < chunks.end; ++i) chunk(i).clause = kNone;
    read(chunks);
  }

 private:
  void read(Range chunks) {
    chunks_ = chunks;
    open_.clear();
    first_ = static_cast<Index>(article_.clauses.size());
    push(ClauseKind::main, chunks.begin, kNone);
    for (Index at = chunks.begin; at < chunks.end; ++at) take(at);
    close_all(chunks.end);
    for (Index i = first_; i < article_.clauses.size(); ++i) finish(article_.clauses[i]);
  }

  // A sentence without a finite verb whose tagger took a past tense for a participle: "The number
  // of defections [dropped] to 1514." Of several, a verb of change; otherwise the last.
  bool mend_past_tense() {
    Index candidate = kNone;
    for (Index i = first_; i < article_.clauses.size(); ++i) {
      const Clause& clause = article_.clauses[i];
      if (clause.verb == kNone) continue;
      const Token& head = article_.tokens[chunk(clause.verb).head];
      if (clause.finite && clause.kind == ClauseKind::main) return false;
      const bool bare =
          head.tag == Tag::vbn && chunk(clause.verb).head == first_word_after_adverbs(clause.verb);
      if (!bare || is_text(clause.verb + 1, "by")) continue;
      candidate = clause.verb;
      if (is(head, WordClass::up_verb) || is(head, WordClass::down_verb)) break;
    }
    if (candidate == kNone || !is_text(chunks_.end - 1, ".")) return false;
    article_.tokens[chunk(candidate).head].tag = Tag::vbd;
    return true;
  }

  // The first token of a verb group that is no adverb.
  [[nodiscard]] Index first_word_after_adverbs(Index verb) {
    Index token = chunk(verb).tokens.begin;
    while (token < chunk(verb).head && article_.tokens[token].tag == Tag::rb) ++token;
    return token;
  }

  [[nodiscard]] Chunk& chunk(Index at) { return article_.chunks[at]; }
  [[nodiscard]] bool is_kind(Index at, ChunkKind kind) const {
    return at >= chunks_.begin && at < chunks_.end && article_.chunks[at].kind == kind;
  }
  [[nodiscard]] Clause& top() { return article_.clauses[open_.back()]; }
  [[nodiscard]] Tag head_tag(Index at) const { return article_.tokens[article_.chunks[at].head].tag; }
  [[nodiscard]] bool is_text(Index at, std::string_view text) const {
    return at >= chunks_.begin && at < chunks_.end &&
           article_.text(article_.tokens[article_.chunks[at].head]) == text;
  }

  Index push(ClauseKind kind, Index at, Index marker) {
    const Index parent = open_.empty() ? kNone : open_.back();
    article_.clauses.push_back({.kind = kind,
                                .chunks = {at, at},
                                .sentence = article_.chunks[chunks_.begin].sentence,
                                .parent = parent,
                                .marker = marker});
    open_.push_back(static_cast<Index>(article_.clauses.size() - 1));
    return open_.back();
  }

  void pop(Index at) {
    top().chunks.end = at;
    open_.pop_back();
  }

  void close_all(Index at) {
    while (!open_.empty()) pop(at);
  }

  void take(Index at) {
    switch (chunk(at).kind) {
      case ChunkKind::relative:
        take_relative(at);
        break;
      case ChunkKind::subordinator:
        take_subordinator(at);
        break;
      case ChunkKind::verb:
        take_verb(at);
        break;
      case ChunkKind::punctuation:
        take_punctuation(at);
        return;
      default:
        break;
    }
    chunk(at).clause = open_.back();
  }

  void take_relative(Index at) {
    // "of whom", "in which": the preposition belongs to the clause too.
    const Index before = is_kind(at - 1, ChunkKind::preposition) ? at - 1 : at;
    const Index noun = antecedent(before);
    // "in August, when ten fled": the clause hangs on the time.
    const Index last = is_text(before - 1, ",") ? before - 2 : before - 1;
    const bool on_time = before > chunks_.begin + 1 && is_kind(last, ChunkKind::time) && is_text(at, "when");
    // "what", "how many", "when": a question or free relative where no noun stands before.
    push(noun == kNone && !on_time && top().verb != kNone ? ClauseKind::complement : ClauseKind::relative, at,
         at);
    top().subject = noun;
  }

  // The noun group just before, over one comma.
  [[nodiscard]] Index antecedent(Index at) {
    Index before = at - 1;
    if (is_kind(before, ChunkKind::punctuation) && is_text(before, ",")) --before;
    if (is_kind(before, ChunkKind::time) && is_kind(before - 1, ChunkKind::noun)) --before;
    if (!is_kind(before, ChunkKind::noun)) return kNone;
    return is_text(at, "who") ? person_before(before) : before;
  }

  // "a manager of the agency [who …]": people are who, so the nearest noun for people is meant; where
  // none is near, the nearest noun.
  [[nodiscard]] Index person_before(Index noun) {
    for (Index back = 0; back < 8 && noun >= chunks_.begin + back; ++back) {
      const Index i = noun - back;
      if (!is_kind(i, ChunkKind::noun)) continue;
      const Token& head = article_.tokens[chunk(i).head];
      if (is(head, WordClass::person) || is(head, WordClass::role) || is(head, WordClass::group) ||
          head.tag == Tag::dt || head.tag == Tag::prp ||
          (i == noun && head.pos == Pos::propn && !is(head, WordClass::organisation))) {
        return i;
      }
    }
    return noun;
  }

  void take_subordinator(Index at) {
    const bool says_what = is_text(at, "that") || is_text(at, "whether");
    push(says_what && top().verb != kNone ? ClauseKind::complement : ClauseKind::adverbial, at, at);
  }

  void take_punctuation(Index at) {
    const Tag tag = head_tag(at);
    if (tag == Tag::open_bracket) {
      push(ClauseKind::fragment, at, kNone);
    } else if (tag == Tag::close_bracket) {
      close_bracket(at);
      return;
    } else if (is_dash(at)) {
      take_dash(at);
      return;
    } else if (tag == Tag::colon) {
      start_anew(at);
    }
    chunk(at).clause = open_.back();
  }

  [[nodiscard]] bool is_dash(Index at) const {
    return is_text(at, "--") || is_text(at, "–") || is_text(at, "—") || is_text(at, "-");
  }

  // A pair of dashes before the verb brackets what stands between; a single one starts anew.
  void take_dash(Index at) {
    if (in_bracket()) {
      close_bracket(at);
      return;
    }
    if (top().verb == kNone && pair_of_dash(at))
      push(ClauseKind::fragment, at, kNone);
    else if (!is_text(at, "-"))
      start_anew(at);
    chunk(at).clause = open_.back();
  }

  [[nodiscard]] bool pair_of_dash(Index at) const {
    for (Index i = at + 1; i < chunks_.end; ++i) {
      if (is_dash(i)) return true;
    }
    return false;
  }

  void close_bracket(Index at) {
    std::size_t depth = open_.size();
    while (depth > 0 && article_.clauses[open_[depth - 1]].kind != ClauseKind::fragment) --depth;
    chunk(at).clause = open_.back();
    if (depth < 2) return;
    while (open_.size() >= depth) pop(at + 1);
  }

  // After a semicolon, colon or dash a new clause starts beside the main one.
  void start_anew(Index at) {
    if (in_bracket()) return;
    close_all(at);
    push(ClauseKind::main, at, kNone);
  }

  [[nodiscard]] bool in_bracket() const {
    return std::ranges::any_of(open_,
                               [&](Index i) { return article_.clauses[i].kind == ClauseKind::fragment; });
  }

  // Verbs.

  void take_verb(Index at) {
    mend_verb_of_time(at);
    mend_report(at);
    const VerbGroup group = verb_group(article_, at);
    if (group.infinitive) {
      open_with_verb(ClauseKind::infinitive, at, top().subject);
    } else if (!group.finite) {
      take_participle(at);
    } else {
      take_finite(at);
    }
  }

  // "…, the Ministry of Agriculture [announced] on Monday": a verb of saying behind a subject of its own
  // that a comma sets off is no participle.
  void mend_report(Index at) {
    if (head_tag(at) != Tag::vbn || top().verb == kNone || !is_reporting(at) || is_text(at + 1, "by")) return;
    if (chunk(at).head != first_word_after_adverbs(at) || !is_kind(at - 1, ChunkKind::noun)) return;
    Index begin = at;
    while (begin > chunks_.begin && !is_boundary(begin - 1)) --begin;
    const bool set_off = begin > chunks_.begin && is_kind(begin - 1, ChunkKind::punctuation) &&
                         is_kind(begin, ChunkKind::noun);
    if (set_off) article_.tokens[chunk(at).head].tag = Tag::vbd;
  }

  // "…, and last year [marked] the lowest rate": after a time that is its subject, a past tense with
  // an object is easily taken for a participle.
  void mend_verb_of_time(Index at) {
    const bool after_time = at > chunks_.begin && is_kind(at - 1, ChunkKind::time) &&
                            (at - 1 == chunks_.begin || is_boundary(at - 2));
    if (!after_time || !is_kind(at + 1, ChunkKind::noun) || head_tag(at) != Tag::vbn) return;
    if (chunk(at).head == first_word_after_adverbs(at)) article_.tokens[chunk(at).head].tag = Tag::vbd;
  }

  void open_with_verb(ClauseKind kind, Index at, Index subject) {
    push(kind, at, kNone);
    set_verb(at);
    top().subject = subject;
  }

  void set_verb(Index at) {
    Clause& clause = top();
    clause.verb = at;
    const VerbGroup group = verb_group(article_, at);
    clause.passive = group.passive;
    clause.negated = group.negated;
    clause.finite = group.finite;
  }

  // "The agency, which lists what it knows, [counted] 959": behind the comma that ends an inner clause, a
  // past tense that the outer one waits for, with its number for object.
  bool mend_waiting(Index at) {
    if (head_tag(at) != Tag::vbn || chunk(at).head != first_word_after_adverbs(at)) return false;
    if (!is_kind(at - 1, ChunkKind::punctuation) || !is_text(at - 1, ",") || top().verb == kNone)
      return false;
    const Index depth = waiting();
    if (depth == kNone || !is_kind(at + 1, ChunkKind::noun)) return false;
    if (article_.tokens[chunk(at + 1).tokens.begin].pos != Pos::num) return false;
    if (first_free_noun(article_.clauses[open_[depth]].chunks.begin, at) == kNone) return false;
    article_.tokens[chunk(at).head].tag = Tag::vbd;
    return true;
  }

  // "that a boat [carrying 118 people] came in": a finite verb follows in the same stretch.
  [[nodiscard]] bool verb_follows(Index at) {
    for (Index i = at + 1; i < chunks_.end && !is_boundary(i); ++i) {
      if (is_kind(i, ChunkKind::relative) || is_kind(i, ChunkKind::subordinator)) return false;
      if (is_kind(i, ChunkKind::verb) && verb_group(article_, i).finite) return true;
    }
    return false;
  }

  void take_participle(Index at) {
    if (mend_waiting(at)) {
      take_finite(at);
      return;
    }
    const Clause& current = top();
    const bool describes = is_kind(at - 1, ChunkKind::noun) && current.marker != kNone && verb_follows(at);
    const bool fills = !describes && current.verb == kNone && current.kind != ClauseKind::main &&
                       current.kind != ClauseKind::fragment && current.kind != ClauseKind::relative;
    if (fills) {
      set_verb(at);
      if (top().subject == kNone) top().subject = subject_before(at);
      return;
    }
    if (answers_auxiliary(at)) return;
    // Directly after a noun the participle describes it; after a comma, the subject.
    Index noun = kNone;
    if (is_kind(at - 1, ChunkKind::noun)) noun = at - 1;
    if (is_kind(at - 1, ChunkKind::time) && is_kind(at - 2, ChunkKind::noun)) noun = at - 2;
    const bool reduced = noun != kNone;
    open_with_verb(reduced ? ClauseKind::relative : ClauseKind::participle, at,
                   reduced ? noun : subject_of(open_.back()));
  }

  // "Does the plan exist?", "Only then was the number published": the auxiliary stands before its
  // subject, the verb behind it.
  bool answers_auxiliary(Index at) {
    Clause& clause = top();
    if (clause.verb == kNone || clause.subject != kNone) return false;
    const Token& auxiliary = article_.tokens[chunk(clause.verb).head];
    if (auxiliary.pos != Pos::aux && auxiliary.tag != Tag::md) return false;
    const Index subject = first_free_noun(clause.verb + 1, at);
    if (subject == kNone) return false;
    set_verb(at);
    top().subject = subject;
    return true;
  }

  void take_finite(Index at) {
    if (is_inverted_report(at)) {
      start_report(at);
      return;
    }
    if (top().verb == kNone) {
      fill(at);
      return;
    }
    if (const Index subject = contact_subject(at); subject != kNone) {
      start_contact_clause(at, subject);
      return;
    }
    if (const Index joint = conjunction_before(at);
        joint != kNone && subject_between(top().verb, at) == kNone) {
      coordinate(at, joint);
      return;
    }
    const Index subject = subject_between(top().verb, at);
    if (subject != kNone && starts_clause(subject)) {
      start_clause(at, subject);
      return;
    }
    return_to_waiting(at);
  }

  [[nodiscard]] bool is_reporting(Index verb) const {
    const Token& word = article_.tokens[article_.chunks[verb].head];
    return is(word, WordClass::report_verb) || is(word, WordClass::claim_verb) ||
           is(word, WordClass::confirm_verb) || is(word, WordClass::deny_verb);
  }

  // "…, said the minister": a verb of saying after a comma or quotation mark, its subject behind it.
  [[nodiscard]] bool is_inverted_report(Index at) {
    if (at == chunks_.begin || !is_kind(at - 1, ChunkKind::punctuation) || !is_reporting(at)) return false;
    if (!is_kind(at + 1, ChunkKind::noun) || conjunction_before(at) != kNone) return false;
    const Tag tag = head_tag(at);
    if (tag != Tag::vbd && tag != Tag::vbz && tag != Tag::vbp) return false;
    // "…, said they did not want": the noun behind it has a verb of its own.
    if (is_kind(at + 2, ChunkKind::verb) && verb_group(article_, at + 2).finite) return false;
    // A subject that waits for its verb over an apposition keeps it ("Lee, a researcher, said X").
    const Index depth = waiting();
    const bool waits =
        depth != kNone && first_free_noun(article_.clauses[open_[depth]].chunks.begin, at) != kNone;
    const bool quoted = head_tag(at - 1) == Tag::close_quote;
    return quoted || !waits;
  }

  void start_report(Index at) {
    while (open_.size() > 1) pop(at);
    pop(at);
    push(ClauseKind::main, at, kNone);
    set_verb(at);
    top().subject = at + 1;
  }

  // "the threats [the country faces]": a noun right after a noun begins a relative clause.
  [[nodiscard]] Index contact_subject(Index at) {
    Index noun = at;
    while (noun > chunks_.begin && is_kind(noun - 1, ChunkKind::adverb)) --noun;
    if (noun == chunks_.begin || !is_kind(noun - 1, ChunkKind::noun)) return kNone;
    --noun;
    if (noun == chunks_.begin || !is_kind(noun - 1, ChunkKind::noun)) return kNone;
    // "If this is the case [I would …]": a clause that waits for subject and verb has first claim.
    if (const Index depth = waiting(); depth != kNone) {
      if (first_free_noun(article_.clauses[open_[depth]].chunks.begin, noun - 1) == kNone) return kNone;
    }
    return is_reporting(top().verb) && noun - 1 == top().verb ? kNone : noun;
  }

  void start_contact_clause(Index at, Index subject) {
    push(ClauseKind::relative, subject, kNone);
    for (Index i = subject; i < at; ++i) chunk(i).clause = open_.back();
    set_verb(at);
    top().subject = subject;
  }

  // The clause on top gets its verb.
  void fill(Index at) {
    const Index subject = subject_before(at);
    set_verb(at);
    Clause& clause = top();
    if (clause.kind == ClauseKind::relative) {
      // "the diplomat whom they met": the pronoun is no subject where one stands of its own.
      if (subject != kNone && subject > clause.marker) clause.subject = subject;
    } else {
      clause.subject = subject;
    }
  }

  // A noun group since the clause began that no preposition governs: the first one, so that an
  // apposition ("Lee, a researcher, said") does not take its place.
  [[nodiscard]] Index subject_before(Index at) {
    const Index begin = top().chunks.begin;
    return first_free_noun(begin, at);
  }

  [[nodiscard]] Index subject_between(Index verb, Index at) {
    // What directly follows the verb is its object, unless the verb says what somebody says.
    Index from = verb + 1;
    if (!is_reporting(verb)) {
      while (from < at && !is_boundary(from)) ++from;
    }
    return last_stretch_noun(from, at);
  }

  [[nodiscard]] bool is_boundary(Index at) {
    return chunk(at).kind == ChunkKind::conjunction ||
           (chunk(at).kind == ChunkKind::punctuation && !is_text(at, "-"));
  }

  // A time ("every morning") is taken only where nothing else is there.
  [[nodiscard]] Index first_free_noun(Index from, Index to) {
    Index time = kNone;
    for (Index i = from; i < to; ++i) {
      if (!is_subject_noun(i)) continue;
      if (!is(article_.tokens[chunk(i).head], WordClass::time)) return i;
      if (time == kNone) time = i;
    }
    return time;
  }

  // The first free noun after the last boundary before a verb; of several stretches ("A, B and
  // C fell") the first that only nouns and commas separate.
  [[nodiscard]] Index last_stretch_noun(Index from, Index to) {
    Index begin = to;
    while (begin > from && !is_boundary(begin - 1)) --begin;
    const Index noun = first_free_noun(begin, to);
    if (noun != kNone) return noun;
    return kNone;
  }

  [[nodiscard]] bool is_subject_noun(Index at) {
    if (chunk(at).kind != ChunkKind::noun) return false;
    if (is_kind(at - 1, ChunkKind::preposition)) return false;
    // Belongs to an inner clause that is closed already or to a bracket.
    const Index clause = chunk(at).clause;
    return clause == kNone || clause == open_.back() || std::ranges::find(open_, clause) != open_.end();
  }

  [[nodiscard]] Index conjunction_before(Index at) {
    Index before = at - 1;
    while (before > chunks_.begin &&
           (is_kind(before, ChunkKind::adverb) || is_kind(before, ChunkKind::time) || is_text(before, ","))) {
      --before;
    }
    return is_kind(before, ChunkKind::conjunction) ? before : kNone;
  }

  // "… and reached 2706": a clause beside the open one that shares its subject.
  void coordinate(Index at, Index joint) {
    const Index with = coordinate_partner();
    const Clause partner = article_.clauses[with];
    while (open_.back() != with) pop(joint);
    pop(joint);
    push(partner.kind, joint, partner.marker);
    for (Index i = joint; i < at; ++i) chunk(i).clause = open_.back();
    const bool time_is_subject =
        is_kind(at - 1, ChunkKind::time) && is_boundary(at - 2) && is_kind(at + 1, ChunkKind::noun);
    top().subject = time_is_subject ? at - 1 : partner.subject;
    top().shares = with;
    set_verb(at);
  }

  // A finite verb joins the innermost finite clause.
  [[nodiscard]] Index coordinate_partner() {
    for (std::size_t i = open_.size(); i-- > 0;) {
      const Clause& clause = article_.clauses[open_[i]];
      if (clause.verb != kNone && clause.finite) return open_[i];
    }
    return open_.front();
  }

  [[nodiscard]] bool starts_clause(Index subject) {
    if (subject == chunks_.begin) return true;
    if (is_boundary(subject - 1)) return true;
    if (is_kind(subject - 1, ChunkKind::time) || is_kind(subject - 1, ChunkKind::adverb)) return true;
    const Clause& clause = top();
    return clause.verb != kNone && subject > clause.verb;
  }

  // A finite verb with a subject of its own: what is said (after a verb of saying), or a clause
  // beside the main one.
  void start_clause(Index at, Index subject) {
    const Index verb = top().verb;
    const Token& word = article_.tokens[chunk(verb).head];
    const bool said =
        follows(verb, subject) && (is(word, WordClass::report_verb) || is(word, WordClass::claim_verb) ||
                                   is(word, WordClass::confirm_verb) || is(word, WordClass::deny_verb));
    Index from = subject;
    while (!said && from > verb + 1 && !is_boundary(from - 1)) --from;
    if (!said) {
      mend_reported_verb(at);
      // A clause inside which another waits for its verb is closed by that verb.
      if (waiting() != kNone) {
        return_to_waiting(at);
        return;
      }
      while (open_.size() > 1) pop(from);
      pop(from);
    }
    push(said ? ClauseKind::complement : ClauseKind::main, from, kNone);
    for (Index i = from; i < at; ++i) {
      if (chunk(i).clause == kNone || chunk(i).clause < first_ || i >= from) chunk(i).clause = open_.back();
    }
    set_verb(at);
    top().subject = subject;
  }

  // "said [on Thursday] a theft had cost it": nothing but times between.
  [[nodiscard]] bool follows(Index verb, Index subject) const {
    for (Index i = verb + 1; i < subject; ++i) {
      const bool time = is_kind(i, ChunkKind::time) || is_kind(i, ChunkKind::adverb) ||
                        (is_kind(i, ChunkKind::preposition) && is_kind(i + 1, ChunkKind::time));
      if (!time) return false;
    }
    return subject > verb;
  }

  // "Hail [destroyed] the crop, insurers say": what is said had its verb, taken for a participle.
  void mend_reported_verb(Index at) {
    const Index depth = waiting();
    if (depth == kNone || !is_reporting(at)) return;
    const Clause& outer = article_.clauses[open_[depth]];
    const Index noun = first_free_noun(outer.chunks.begin, at);
    for (Index i = first_; i < article_.clauses.size(); ++i) {
      const Clause& inner = article_.clauses[i];
      if (inner.kind != ClauseKind::relative || inner.subject != noun || inner.verb == kNone || noun == kNone)
        continue;
      if (head_tag(inner.verb) != Tag::vbn || chunk(inner.verb).head != first_word_after_adverbs(inner.verb))
        continue;
      article_.tokens[chunk(inner.verb).head].tag = Tag::vbd;
      again_ = true;
      return;
    }
  }

  // The innermost open clause without a verb.
  [[nodiscard]] Index waiting() const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      const Clause& clause = article_.clauses[open_[i]];
      if (clause.verb == kNone && clause.kind != ClauseKind::fragment) return static_cast<Index>(i);
    }
    return kNone;
  }

  // "The number of people [who fled] rose": the inner clause has its verb, so this one belongs to
  // the clause that waits. Where none waits, a participle taken for a finite verb is mended, or a
  // clause of its own begins.
  void return_to_waiting(Index at) {
    if (const Index depth = waiting(); depth != kNone) {
      give_to_waiting(depth, at);
      return;
    }
    if (mend_participle(at)) return;
    while (open_.size() > 1) pop(at);
    const Index subject = last_stretch_noun(top().verb + 1, at);
    const Index shared = top().subject;
    const Index with = open_.back();
    pop(subject != kNone ? subject : at);
    push(ClauseKind::main, subject != kNone ? subject : at, kNone);
    for (Index i = top().chunks.begin; i < at; ++i) chunk(i).clause = open_.back();
    set_verb(at);
    top().subject = subject != kNone ? subject : shared;
    if (subject == kNone) top().shares = with;
  }

  // "If the talks fail, [cells] may grow": what stands after the last boundary belongs to the
  // clause that waits, unless that one has a noun of its own.
  void give_to_waiting(Index depth, Index at) {
    Index from = at;
    while (from > top().chunks.begin && !is_boundary(from - 1)) --from;
    const bool boundary = from > chunks_.begin && is_boundary(from - 1);
    const Index noun = boundary ? last_stretch_noun(from, at) : kNone;
    while (open_.size() > depth + 1) pop(noun != kNone ? from : at);
    if (noun == kNone && first_free_noun(top().chunks.begin, at) == kNone) take_noun_after_comma(at);
    if (noun != kNone && first_free_noun(top().chunks.begin, from) == kNone) {
      for (Index i = from; i < at; ++i) chunk(i).clause = open_.back();
    }
    fill(at);
  }

  // "Since he came to power, [around 20 officials], who …, have fled": the subject stands behind the
  // comma that ends the first clause, with a clause of its own behind it.
  void take_noun_after_comma(Index at) {
    for (Index i = top().chunks.begin + 1; i < at; ++i) {
      if (chunk(i).kind != ChunkKind::noun || !is_kind(i - 1, ChunkKind::punctuation) || !is_text(i - 1, ","))
        continue;
      const Index owner = chunk(i).clause;
      if (owner == kNone || article_.clauses[owner].kind != ClauseKind::adverbial ||
          article_.clauses[owner].verb == kNone)
        continue;
      chunk(i).clause = open_.back();
      return;
    }
  }

  // "The workers [dispatched to Russia] fled": tagged as a past tense, the first verb stands right
  // after the subject and nothing joins it to the second.
  bool mend_participle(Index at) {
    const Index outer = open_.back();
    const Index verb = article_.clauses[outer].verb;
    const Index noun = article_.clauses[outer].subject;
    if (verb == kNone || noun == kNone || head_tag(verb) != Tag::vbd) return false;
    if (verb != noun + 1 || chunk(verb).tokens.size() != 1) return false;
    article_.tokens[chunk(verb).head].tag = Tag::vbn;
    push(ClauseKind::relative, verb, kNone);
    set_verb(verb);
    top().subject = noun;
    for (Index i = verb; i < at; ++i) chunk(i).clause = open_.back();
    pop(at);
    top().verb = kNone;
    fill(at);
    return true;
  }

  [[nodiscard]] Index subject_of(Index clause) const {
    return clause == kNone ? kNone : article_.clauses[clause].subject;
  }

  // What can only be told when all verbs are in place.
  void finish(Clause& clause) {
    if (clause.verb == kNone) {
      clause.kind = clause.kind == ClauseKind::main ? ClauseKind::fragment : clause.kind;
      return;
    }
    clause.object = find_object(clause);
    // "there were 300 cases": the noun after the verb is what there is.
    if (clause.subject != kNone && head_tag(clause.subject) == Tag::ex && clause.object != kNone) {
      clause.subject = clause.object;
      clause.object = kNone;
    }
    if (clause.object == clause.subject) clause.object = kNone;
    const bool takes_subject = clause.kind == ClauseKind::participle ||
                               clause.kind == ClauseKind::infinitive ||
                               (clause.kind == ClauseKind::adverbial && !clause.finite);
    if (takes_subject && clause.subject == kNone && clause.parent != kNone) {
      clause.subject = subject_of(clause.parent);
    }
  }

  [[nodiscard]] Index find_object(const Clause& clause) {
    for (Index i = clause.verb + 1; i < clause.chunks.end; ++i) {
      if (chunk(i).kind == ChunkKind::adverb || chunk(i).kind == ChunkKind::time) continue;
      if (chunk(i).kind != ChunkKind::noun) return kNone;
      const Index owner = chunk(i).clause;
      const bool own = owner == kNone || &article_.clauses[owner] == &clause;
      return own ? i : kNone;
    }
    return kNone;
  }

  Article& article_;
  Range chunks_;
  bool again_ = false;       // a tag was mended in a way that changes what was read before
  Index first_ = 0;          // first clause of the sentence
  std::vector<Index> open_;  // clauses, outermost first
};

}  // namespace

void find_clauses(Article& article) {
  ClauseFinder finder(article);
  for (Index begin = 0; begin < article.chunks.size();) {
    Index end = begin + 1;
    while (end < article.chunks.size() && article.chunks[end].sentence == article.chunks[begin].sentence)
      ++end;
    finder.find({begin, end});
    begin = end;
  }
}

}  // namespace tally
