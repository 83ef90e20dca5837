// One table of the record as CSV (RFC 4180): a head line, CRLF, quotes where they are needed.
#include <string>
#include <vector>

#include "render/lookup.h"
#include "tally/export.h"
#include "tally/utf8.h"

namespace tally {
namespace {

class Csv {
 public:
  explicit Csv(bool safe) : safe_(safe) {}

  Csv& cell(std::string_view text) {
    if (!fresh_) out_ += ',';
    fresh_ = false;
    const bool formula = safe_ && !text.empty() && std::string_view("=+-@\t\r").contains(text.front());
    if (text.find_first_of(",\"\r\n") == std::string_view::npos && !formula) {
      out_ += text;
      return *this;
    }
    out_ += '"';
    if (formula) out_ += '\'';
    for (const char c : text) out_.append(c == '"' ? 2 : 1, c);
    out_ += '"';
    return *this;
  }
  Csv& cell(const std::optional<Decimal>& number) { return cell(number ? number->to_string() : ""); }
  Csv& cell(std::size_t number) { return cell(std::to_string(number)); }
  Csv& cell(const std::optional<Period>& period) {
    return cell(period && period->known() ? period->to_string() : "");
  }
  Csv& cell(const Value& value) {
    return cell(value.best).cell(value.low).cell(value.high).cell(name(value.modifier));
  }
  Csv& no_value() { return cell("").cell("").cell("").cell(""); }
  Csv& value_or_none(const std::optional<Value>& value) { return value ? cell(*value) : no_value(); }
  void end() {
    out_ += "\r\n";
    fresh_ = true;
  }
  void head(std::initializer_list<std::string_view> names) {
    for (const std::string_view column : names) cell(column);
    end();
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool safe_;
  bool fresh_ = true;
};

std::string sources(const Claim& claim) {
  std::string out;
  for (const Source& source : claim.attribution) {
    if (!out.empty()) out += " < ";
    out += !source.name.empty() ? source.name : !source.role.empty() ? source.role : "unnamed";
  }
  return out;
}

void claims_table(Csv& csv, const Record& record) {
  csv.head({"id",       "document", "file",   "kind",     "quote",   "start",  "end",
            "best",     "low",      "high",   "modifier", "unit",    "period", "period_basis",
            "variable", "event",    "status", "modality", "sources", "rule"});
  Index document = kNone;
  std::optional<CodePoints> points;
  for (const RecordClaim& claim : record.claims) {
    const Document& report = record.documents[claim.document];
    if (claim.document != document) points.emplace(report.text);
    document = claim.document;
    const Span quote = claim.claim.quote;
    csv.cell(claim.id).cell(report.id).cell(report.info.file).cell(name(claim.claim.kind));
    csv.cell(std::string_view(report.text).substr(quote.begin, quote.size()));
    csv.cell(std::size_t{points->of_byte(quote.begin)}).cell(std::size_t{points->of_byte(quote.end)});
    csv.value_or_none(claim.claim.value).cell(claim.claim.unit).cell(claim.claim.period);
    csv.cell(name(claim.claim.period_basis)).cell(claim.variable).cell(claim.event);
    csv.cell(name(claim.claim.status)).cell(name(claim.claim.modality)).cell(sources(claim.claim));
    csv.cell(claim.claim.rule).end();
  }
}

void points_table(Csv& csv, const Record& record) {
  csv.head({"variable", "label", "unit", "aggregate", "period", "best", "low", "high", "modifier", "reports",
            "origins", "standing"});
  const Lookup lookup(record);
  for (const Series& series : record.series) {
    const Variable* variable = lookup.variable(series.variable);
    for (const Point& point : series.points) {
      csv.cell(series.variable).cell(variable != nullptr ? variable->label : "");
      csv.cell(variable != nullptr ? variable->unit : "");
      csv.cell(variable != nullptr ? name(variable->measure.aggregate) : std::string_view{});
      csv.cell(std::optional(point.period)).cell(point.value).cell(std::size_t{point.documents});
      csv.cell(std::size_t{point.origins}).cell(name(point.standing)).end();
    }
  }
}

void events_table(Csv& csv, const Record& record) {
  csv.head({"id", "label", "when", "where", "best", "low", "high", "modifier", "status", "reports"});
  for (const Event& event : record.events) {
    std::string where;
    for (const std::string& place : event.where) where += (where.empty() ? "" : "; ") + place;
    csv.cell(event.id).cell(event.label).cell(event.when).cell(where).value_or_none(event.count);
    csv.cell(name(event.status)).cell(event.documents.size()).end();
  }
}

void findings_table(Csv& csv, const Record& record) {
  csv.head({"id", "verdict", "kind", "explanation", "claim", "quote", "file"});
  const Lookup lookup(record);
  for (const Finding& finding : record.findings) {
    const RecordClaim* claim = lookup.claim(finding.claim);
    csv.cell(finding.id).cell(name(finding.verdict)).cell(finding.kind).cell(finding.explanation);
    csv.cell(finding.claim).cell(claim != nullptr ? lookup.quote(*claim) : "");
    csv.cell(claim != nullptr ? lookup.document_of(*claim).info.file : "").end();
  }
}

}  // namespace

std::optional<std::string> export_csv(const Record& record, std::string_view table, CsvOptions options) {
  Csv csv(options.safe);
  if (table == "claims") {
    claims_table(csv, record);
  } else if (table == "points") {
    points_table(csv, record);
  } else if (table == "events") {
    events_table(csv, record);
  } else if (table == "findings") {
    findings_table(csv, record);
  } else {
    return std::nullopt;
  }
  return csv.take();
}

}  // namespace tally
