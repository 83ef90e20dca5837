// Reports as the tests of the record need them: a text, and claims whose words stand in it.
//
//   Document report = report_of("a", "The firm has 512 looms.", "2024-05-02");
//   add_claim(report, figure_of(report.text, "512", 512));
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "tally/edtf.h"
#include "tally/record.h"

namespace tally {

// `published` in EDTF or empty.
inline Document report_of(std::string_view id, std::string_view text, std::string_view published = {}) {
  Document report;
  report.id = std::string(id);
  report.text = std::string(text);
  if (published.empty()) return report;
  report.info.published.date = Period::parse(published)->from;
  report.info.published.basis = DateBasis::given;
  return report;
}

// Where words stand in a text, looked for from a place on.
inline Span span_in(std::string_view text, std::string_view words, std::size_t from = 0) {
  const auto at = static_cast<std::uint32_t>(text.find(words, from));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

// A figure whose quote is its number.
inline Claim figure_of(std::string_view text, std::string_view number, Decimal value, std::size_t from = 0) {
  Claim figure;
  figure.kind = ClaimKind::figure;
  figure.value = Value::exact(value);
  figure.quote = span_in(text, number, from);
  return figure;
}

inline void add_claim(Document& report, Claim claim) {
  report.claims.push_back(std::move(claim));
  report.claim_ids.push_back(report.id + std::to_string(report.claims.size()));
}

}  // namespace tally
