// Prints the times that the figures of a text had to choose between, one line of JSON each, for the training
// of their model (tools/figure-times). Weights in a file of their own stand for those built in.
//
//   time_choices [weights.tsv] report.txt
//
//   {"begin":1201,"end":1214,"value":"2315","quotes":["2,315 persons"],"settings":["always","past"],
//    "candidates":[{"period":"","clues":["nothing"]},{"period":"2023","clues":["told","lead_figure"]}]}
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "claim/time_choice.h"
#include "claim/time_model.h"
#include "read_text.h"
#include "tally/article.h"
#include "tally/json.h"

using namespace tally;  // NOLINT(google-build-using-namespace): a program of one file

namespace {

template <class Flag>
void write(JsonWriter& json, Flags<Flag> flags) {
  json.open('[');
  for (std::size_t i = 0; i < static_cast<std::size_t>(Flag::count); ++i) {
    if (flags.has(static_cast<Flag>(i))) json.string(name(static_cast<Flag>(i)));
  }
  json.close(']');
}

std::string value_in(const Article& article, Span number) {
  for (const Mention& amount : article.amounts) {
    if (number.contains(amount.span) && amount.value && amount.value->printed())
      return amount.value->printed()->to_string();
  }
  return {};
}

void print(const Article& article, const TimeChoice& choice) {
  JsonWriter json;
  json.open('{').key("begin").integer(choice.number.begin).key("end").integer(choice.number.end);
  json.key("value").string(value_in(article, choice.number)).key("quotes").open('[');
  for (const Claim& claim : article.claims) {
    const bool told = claim.kind == ClaimKind::figure || claim.kind == ClaimKind::change;
    if (told && claim.quote.overlaps(choice.number)) json.string(article.text(claim.quote));
  }
  json.close(']').key("settings");
  write(json, choice.settings);
  json.key("candidates").open('[');
  for (const TimeCandidate& candidate : choice.candidates) {
    json.open('{').key("period").string(candidate.when.period ? candidate.when.period->to_string() : "");
    json.key("clues");
    write(json, candidate.clues);
    json.close('}');
  }
  json.close(']').close('}');
  std::puts(json.take().c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  if (argc > 2) {
    std::ifstream in(argv[1], std::ios::binary);
    use_weights(std::string(std::istreambuf_iterator<char>(in), {}));
  }
  const std::optional<Article> read_article = read_text(argv[argc - 1]);
  if (!read_article) return 3;
  Article again = *read_article;
  again.claims.clear();
  for (const TimeChoice& choice : times_chosen(again)) print(*read_article, choice);
}
