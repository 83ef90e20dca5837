// Chunks, clauses and claims in one line each, for people and `tally dump`.
#include "tally/dump.h"

#include "base/dump_line.h"

namespace tally {
namespace {

Span span_of(const Article& article, Index chunk) {
  return article.span_of(article.chunks[chunk].tokens);
}

void add_chunk(std::string& line, const Article& article, std::string_view label, Index chunk) {
  if (chunk != kNone) add_words(line, label, article.text(span_of(article, chunk)));
}

void add_change(std::string& line, const ChangeDetail& change) {
  add(line, "", name(change.direction));
  if (change.percent) add(line, "percent", change.percent->to_string());
  if (change.by) add(line, "by", change.by->to_string());
  if (change.from) add(line, "from", change.from->to_string());
  if (change.to) add(line, "to", change.to->to_string());
  if (change.factor) add(line, "factor", change.factor->to_string());
  if (change.base_period) add(line, "base", change.base_period->to_string());
}

void add_comparison(std::string& line, const ComparisonDetail& comparison) {
  add(line, "", comparison.sense);
  if (!comparison.span.empty()) add_words(line, "span", comparison.span);
  if (comparison.since) add(line, "since", comparison.since->to_string());
  if (comparison.steps) add(line, "steps", std::to_string(*comparison.steps));
  if (comparison.rank) add(line, "rank", std::to_string(*comparison.rank));
}

void add_event(std::string& line, const EventDetail& event) {
  add(line, "", event.trigger);
  for (const std::string& who : event.who) add_words(line, "who", who);
  for (const std::string& where : event.where) add_words(line, "where", where);
  if (event.count) add(line, "count", dump(*event.count));
  for (const EventPart& part : event.parts) add_words(line, "part", dump(part.value) + " " + part.what);
}

void add_measure(std::string& line, const Measure& measure) {
  line +=
      " [" + measure.property + '|' + measure.population + '|' + measure.place + '|' + measure.origin + '|';
  line += name(measure.aggregate);
  line += ']';
}

void add_sources(std::string& line, const Claim& claim) {
  for (const Source& source : claim.attribution) {
    add_words(line, "source", source.name + (source.role.empty() ? "" : " (" + source.role + ")"));
  }
  if (claim.speaker)
    add_words(line, "speaker",
              claim.speaker->name + (claim.speaker->role.empty() ? "" : " (" + claim.speaker->role + ")"));
  for (const std::string& by : claim.status_by) add_words(line, "by", by);
}

}  // namespace

std::string dump(const Article& article, const Chunk& chunk) {
  std::string line(name(chunk.kind));
  add_words(line, "", article.text(article.span_of(chunk.tokens)));
  return line;
}

std::string dump(const Article& article, const Clause& clause) {
  std::string line(name(clause.kind));
  if (clause.negated) add(line, "", "negated");
  if (clause.passive) add(line, "", "passive");
  add_chunk(line, article, "subject", clause.subject);
  add_chunk(line, article, "verb", clause.verb);
  add_chunk(line, article, "object", clause.object);
  if (!clause.chunks.empty()) {
    add_words(
        line, "",
        article.text(cover(span_of(article, clause.chunks.begin), span_of(article, clause.chunks.end - 1))));
  }
  return line;
}

std::string dump(const Article& article, const Claim& claim) {
  std::string line(name(claim.kind));
  if (claim.value) add(line, "", dump(*claim.value));
  add(line, "", claim.unit);
  if (claim.change) add_change(line, *claim.change);
  if (claim.comparison) add_comparison(line, *claim.comparison);
  if (claim.event) add_event(line, *claim.event);
  if (claim.period)
    add(line, "", claim.period->to_string());
  else if (claim.relative)
    add(line, "", "(relative)");
  if (claim.period_basis == Basis::implied && (claim.period || claim.relative)) add(line, "", "implied");
  if (claim.kind != ClaimKind::event && claim.kind != ClaimKind::statement) add_measure(line, claim.measure);
  if (claim.modality != Modality::observed) add(line, "", name(claim.modality));
  if (claim.status != Status::stated) add(line, "", name(claim.status));
  add_sources(line, claim);
  add_words(line, "", article.text(claim.quote));
  add(line, "rule", claim.rule);
  return line;
}

}  // namespace tally
