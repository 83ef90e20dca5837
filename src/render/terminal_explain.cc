// One thing of the record, whatever its kind: the words, the source, the chain, the rule, and what
// rests on it.
//
//   explanation_as_text(record, "c41f")  →  the claim c41f09…: its sentence, value, period, who says so
#include <fmt/format.h>

#include <algorithm>

#include "render/differences.h"
#include "render/terminal.h"
#include "render/words.h"
#include "tally/json.h"

namespace tally {
namespace {

void field(Screen& screen, std::string_view title, const std::string& words) {
  if (!words.empty()) screen.put("  " + pad(title, 17), words);
}

std::string chain_of(const Claim& claim) {
  std::string words;
  for (const Source& source : claim.attribution) {
    if (!words.empty()) words += " ← ";
    std::string who = one_line(source.name);
    if (!source.role.empty()) who += (who.empty() ? "" : ", ") + one_line(source.role);
    if (!source.of.empty()) who += " of " + one_line(source.of);
    words += who.empty() ? "unnamed source" : who;
    if (!source.verb.empty()) words += " (" + one_line(source.verb) + ")";
  }
  return words;
}

std::string change_in_words(const ChangeDetail& change) {
  std::string words(name(change.direction));
  const auto add = [&](std::string_view title, const std::optional<Decimal>& number, std::string_view after) {
    if (number) words += fmt::format(", {}{}{}", title, grouped(*number), after);
  };
  add("", change.percent, " %");
  add("by ", change.by, "");
  add("times ", change.factor, "");
  add("from ", change.from, "");
  add("to ", change.to, "");
  if (change.base_period) words += ", against " + period_in_words(*change.base_period);
  return words;
}

std::string speaker_in_words(const Speaker& speaker) {
  std::string words = one_line(speaker.name);
  if (!speaker.role.empty()) words += (words.empty() ? "" : ", ") + one_line(speaker.role);
  if (!speaker.of.empty()) words += ", " + one_line(speaker.of);
  return words;
}

std::string period_with_basis(const Claim& claim) {
  if (!claim.period) return {};
  return period_in_words(*claim.period) +
         (claim.period_basis == Basis::implied ? " (implied)" : " (printed)");
}

void put_claim_fields(Screen& screen, const Lookup& lookup, const RecordClaim& record_claim) {
  const Claim& claim = record_claim.claim;
  if (claim.value) field(screen, "value", amount_in_words(*claim.value, claim.unit));
  if (claim.change) field(screen, "change", change_in_words(*claim.change));
  if (claim.comparison) {
    const ComparisonDetail& comparison = *claim.comparison;
    field(screen, "compared",
          comparison.sense + (comparison.since ? ", since " + period_in_words(*comparison.since) : "") +
              (comparison.span.empty() ? "" : ", " + one_line(comparison.span)) +
              (comparison.rank ? ", rank " + std::to_string(*comparison.rank) : ""));
  }
  field(screen, "period", period_with_basis(claim));
  if (const Variable* variable = lookup.variable(record_claim.variable)) {
    field(screen, "measures", one_line(variable->label) + " · " + variable->id);
  }
  if (const Event* event = lookup.event(record_claim.event))
    field(screen, "event", one_line(event->label) + " · " + event->id);
  if (claim.speaker) field(screen, "speaker", speaker_in_words(*claim.speaker));
  field(screen, "said by", chain_of(claim));
  if (const Origin* origin = lookup.origin(record_claim.origin))
    field(screen, "origin", one_line(origin->label));
  std::string status(name(claim.status));
  for (const std::string& by : claim.status_by) status += " by " + one_line(by);
  field(screen, "status", status + ", " + std::string(name(claim.modality)));
  field(screen, "read by",
        fmt::format("{}, confidence {:.2f}", claim.rule, static_cast<double>(claim.confidence)));
}

void put_findings_on(Screen& screen, const Record& record, const Id& claim) {
  for (const Finding& finding : record.findings) {
    if (finding.claim != claim && std::ranges::find(finding.against, claim) == finding.against.end())
      continue;
    field(screen, said_to_people(finding.verdict), one_line(finding.explanation) + " · " + finding.id);
  }
}

void put_claim(Screen& screen, const Record& record, const Lookup& lookup, const RecordClaim& claim) {
  screen.line(screen.paint(fmt::format("{} {}", name(claim.claim.kind), claim.id), Ink::heading));
  put_words(screen, lookup, claim, "  ");
  put_claim_fields(screen, lookup, claim);
  put_findings_on(screen, record, claim.id);
}

void put_claim_list(Screen& screen, const Lookup& lookup, const std::vector<Id>& ids) {
  for (const Id& id : ids) {
    const RecordClaim* claim = lookup.claim(id);
    if (claim == nullptr) continue;
    put_words(screen, lookup, *claim, "  ");
    std::string words =
        claim->claim.value ? amount_in_words(*claim->claim.value, claim->claim.unit) + ", " : std::string();
    words += std::string(name(claim->claim.kind));
    if (const std::string chain = chain_of(claim->claim); !chain.empty()) words += ", said by " + chain;
    screen.put("    ", words.append(" · ").append(id), Ink::dim);
  }
}

// The sentences of other reports that speak of an event.
void put_mentions(Screen& screen, const Lookup& lookup, const std::vector<EventMention>& mentions) {
  for (const EventMention& mention : mentions) {
    const Document* document = lookup.document(mention.document);
    if (document == nullptr || mention.span.end > document->text.size()) continue;
    const std::string_view text = document->text;
    screen.put("  ", "“" + one_line(text.substr(mention.span.begin, mention.span.size())) + "”");
    screen.put("    ", "spoken of in " + document_name(*document), Ink::dim);
  }
}

constexpr std::size_t kDifferences = 12;

// Another report with nearly the same text: which one, and what differs.
void put_other(Screen& screen, const Lookup& lookup, const Document& document, const Id& other,
               std::string_view relation) {
  const Document* found = lookup.document(other);
  if (found == nullptr) return;
  const bool version = other == document.replaced_by;
  field(screen, relation, document_in_words(*found) + " · " + found->id);
  if (document.sha256 == found->sha256) return;
  // A copy is told against its original, a version by what became of it.
  const std::string& before = version ? document.text : found->text;
  const std::string& after = version ? found->text : document.text;
  for (const std::string& line : differences_in_words(before, after, kDifferences))
    field(screen, version ? "changed" : "differs", line);
}

void put_document(Screen& screen, const Record& record, const Document& document) {
  const Lookup lookup(record);
  screen.line(screen.paint("report " + document.id, Ink::heading));
  field(screen, "title", one_line(document.info.title));
  field(screen, "name", document_in_words(document));
  field(screen, "address", one_line(document.info.url));
  field(screen, "text", "sha256 " + document.sha256);
  field(screen, "fetched", document.retrieved);
  put_other(screen, lookup, document, document.copy_of, "copy of");
  put_other(screen, lookup, document, document.replaced_by, "replaced by");
  for (const Document& other : record.documents) {
    if (other.replaced_by == document.id)
      field(screen, "replaces", document_in_words(other) + " · " + other.id);
  }
  const auto claims = std::ranges::count_if(record.claims, [&](const RecordClaim& claim) {
    return record.documents[claim.document].id == document.id;
  });
  field(screen, "claims", std::to_string(claims));
  if (document.published_because.empty()) return;
  screen.put("  ", "dated by", Ink::dim);
  put_claim_list(screen, lookup, document.published_because);
}

void put_series(Screen& screen, const Record& record, const Lookup& lookup, const Variable& variable) {
  for (const Series& series : record.series) {
    if (series.variable != variable.id) continue;
    for (const Point& point : series.points) {
      screen.put("  ",
                 fmt::format("{}: {} ({})", period_in_words(point.period),
                             amount_in_words(point.value, variable.unit), name(point.standing)),
                 Ink::bold);
      put_claim_list(screen, lookup, point.claims);
    }
  }
}

// The id that begins so, if it is the only one.
Id complete(const Record& record, std::string_view start) {
  std::vector<std::string_view> found;
  const auto look = [&](const auto& things) {
    for (const auto& thing : things) {
      if (thing.id == start) found.assign(1, thing.id);
      if (std::string_view(thing.id).starts_with(start) && !(found.size() == 1 && found[0] == start))
        found.push_back(thing.id);
    }
  };
  look(record.claims);
  look(record.findings);
  look(record.events);
  look(record.variables);
  look(record.documents);
  look(record.origins);
  return found.size() == 1 ? Id(found[0]) : Id();
}

void put_origin(Screen& screen, const Lookup& lookup, const Origin& origin) {
  screen.line(screen.paint("origin " + origin.id, Ink::heading));
  field(screen, "who", one_line(origin.label) + (origin.anonymous ? " (unnamed)" : ""));
  for (const Id& id : origin.documents) {
    if (const Document* document = lookup.document(id))
      field(screen, "told in", document_in_words(*document));
  }
}

}  // namespace

std::optional<std::string> explanation_as_text(const Record& record, std::string_view id,
                                               const TextOptions& options) {
  const Id whole = id.empty() ? Id() : complete(record, id);
  if (whole.empty()) return std::nullopt;
  const Lookup lookup(record);
  Screen screen(options);
  if (const RecordClaim* claim = lookup.claim(whole)) {
    put_claim(screen, record, lookup, *claim);
  } else if (const Event* event = lookup.event(whole)) {
    screen.line(screen.paint("event " + event->id, Ink::heading));
    screen.line(events_as_text(record, {.width = options.width, .colour = options.colour, .words = whole}));
    put_claim_list(screen, lookup, event->claims);
    put_mentions(screen, lookup, event->mentions);
  } else if (const Variable* variable = lookup.variable(whole)) {
    screen.line(screen.paint("series " + variable->id, Ink::heading));
    screen.put("  ", one_line(variable->label));
    field(screen, "joined by", one_line(variable->joined_by));
    put_series(screen, record, lookup, *variable);
  } else if (const Document* document = lookup.document(whole)) {
    put_document(screen, record, *document);
  } else if (const Origin* origin = lookup.origin(whole)) {
    put_origin(screen, lookup, *origin);
  } else {
    screen.line(findings_as_text(
        record, {.width = options.width, .colour = options.colour, .words = whole, .unfolded = true}));
  }
  return screen.text();
}

std::string place_as_text(const PagePlace& place, const TextOptions& options) {
  Screen screen(options);
  field(
      screen, "in the page",
      fmt::format("bytes {}–{} of {}{}", grouped(Decimal(place.span.begin)), grouped(Decimal(place.span.end)),
                  place.page.substr(0, 16), place.media_type.empty() ? "" : ", " + place.media_type));
  field(screen, "", one_line(JsonWriter().string(place.bytes).text()));
  return screen.text();
}

}  // namespace tally
