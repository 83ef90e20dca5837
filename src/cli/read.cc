// `tally read`: reports in, one JSON object a report out.
#include "cli/console.h"
#include "cli/wishes.h"
#include "tally/stream.h"

namespace tally::cli {
namespace {

Result<Show> show_of(std::string_view layers) {
  Show show{false, false, false};
  while (!layers.empty()) {
    const std::string_view layer = layers.substr(0, layers.find(','));
    layers.remove_prefix(std::min(layers.size(), layer.size() + 1));
    if (layer == "article") {
      show.article = true;
    } else if (layer == "mentions") {
      show.mentions = true;
    } else if (layer == "claims") {
      show.claims = true;
    } else {
      return fail(ErrorCode::usage,
                  "--show takes article, mentions, claims, not \"" + std::string(layer) + "\"");
    }
  }
  return show;
}

std::string answer(const Reading& reading, Show show) {
  JsonWriter json;
  if (!reading.skip) {
    write_article(json, reading.page.name, reading.article, show);
  } else if (reading.skip->is_fault()) {
    write_unread(json, reading.page.name, reading.skip->error.what);
  } else {
    return {};
  }
  return json.take() + '\n';
}

}  // namespace

int run_read(const Arguments& arguments) {
  auto options = reading_options(arguments);
  const auto show = show_of(arguments.value("show", "article,mentions,claims"));
  if (!options || !show) {
    complain(options ? show.error() : options.error());
    return kUsage;
  }
  options->read.mentions_only = !show->claims;
  options->answer = [show = *show](const Reading& reading) { return answer(reading, show); };
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
