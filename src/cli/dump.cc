// `tally dump`: the layers of a report, sentence by sentence, in the notation of the corpora.
#include "tally/dump.h"

#include <algorithm>

#include "cli/console.h"
#include "cli/wishes.h"

namespace tally::cli {
namespace {

struct Layers {
  bool chunks = false;
  bool clauses = false;
  bool mentions = false;
  bool claims = false;
};

Result<Layers> layers_of(std::string_view words) {
  Layers layers;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(','));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    bool* layer = word == "chunks"     ? &layers.chunks
                  : word == "clauses"  ? &layers.clauses
                  : word == "mentions" ? &layers.mentions
                  : word == "claims"   ? &layers.claims
                                       : nullptr;
    if (layer == nullptr) {
      return fail(ErrorCode::usage,
                  "--show takes mentions, chunks, clauses, claims, not \"" + std::string(word) + "\"");
    }
    *layer = true;
  }
  return layers;
}

std::string one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

class Dump {
 public:
  Dump(const Article& article, Layers layers)
      : article_(article), layers_(layers), mentions_(all_mentions(article)) {}

  std::string text() {
    for (Index i = 0; i < article_.sentences.size(); ++i) sentence(i);
    return std::move(out_);
  }

 private:
  void sentence(Index i) {
    const Span span = article_.sentences[i].span;
    out_ += "== " + one_line(article_.text(span)) + "\n";
    const std::size_t before = out_.size();
    if (layers_.mentions)
      put(mentions_, [&](const Mention& mention) { return span.contains(mention.span.begin); });
    if (layers_.chunks) put(article_.chunks, [&](const Chunk& chunk) { return chunk.sentence == i; });
    if (layers_.clauses) put(article_.clauses, [&](const Clause& clause) { return clause.sentence == i; });
    if (layers_.claims)
      put(article_.claims, [&](const Claim& claim) { return span.contains(claim.quote.begin); });
    if (out_.size() == before) out_ += "(nothing)\n";
  }

  template <class T, class Here>
  void put(const std::vector<T>& layer, Here&& here) {
    for (const T& item : layer) {
      if (here(item)) out_ += dump(article_, item) + "\n";
    }
  }

  const Article& article_;
  Layers layers_;
  std::vector<Mention> mentions_;
  std::string out_;
};

}  // namespace

int run_dump(const Arguments& arguments) {
  auto options = reading_options(arguments);
  const auto layers = layers_of(arguments.value("show", "mentions,claims"));
  if (!options || !layers) return give_up(options ? layers.error() : options.error());
  options->answer = [layers = *layers](const Reading& reading) {
    return reading.skip ? std::string{} : Dump(reading.article, layers).text();
  };
  int code = kDone;
  for_each_reading(arguments.words, *options, [&](Reading&& reading) {
    if (reading.skip && reading.skip->is_fault()) {
      complain(reading.skip->error);
      code = kNotAll;
    }
    return print(reading.answer);
  });
  return code;
}

}  // namespace tally::cli
