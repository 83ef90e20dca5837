// `tally read`: reports in, one JSON object a report out.
#include <cstdlib>

#include "cli/console.h"
#include "cli/error_log.h"
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

// --convention, or $TALLY_CONVENTION for whoever calls the program and cannot change its words.
Result<Convention> convention_of(const Arguments& arguments) {
  const char* variable = std::getenv("TALLY_CONVENTION");
  const std::string word = arguments.value("convention", variable != nullptr ? variable : "");
  if (const auto convention = convention_named(word.empty() ? "news" : word)) return *convention;
  return fail(ErrorCode::usage, "--convention is news, newsquant or quantulum3, not \"" + word + "\"");
}

// "news.jsonl:17", a line of a file.
bool is_line(std::string_view where) {
  const auto colon = where.rfind(':');
  return colon != std::string_view::npos && colon + 1 < where.size() &&
         where.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
}

// The given id; of a file without one its path; nothing for a line that has none.
const std::string& name_of(const Skip& skip) {
  return !skip.id.empty() || is_line(skip.error.where) ? skip.id : skip.error.where;
}

std::string answer(const Reading& reading, Show show) {
  thread_local JsonWriter json;  // its room serves the next report
  json.clear();
  if (!reading.skip) {
    write_article(json, {reading.page.name, reading.page.json_id}, reading.article, show);
  } else if (reading.skip->is_fault()) {
    write_unread(json, {name_of(*reading.skip), reading.skip->json_id}, reading.skip->error.what);
  } else {
    return {};
  }
  std::string line;
  line.reserve(json.text().size() + 1);
  line.append(json.text()).push_back('\n');
  return line;
}

}  // namespace

int run_read(const Arguments& arguments) {
  auto options = reading_options(arguments);
  auto show = show_of(arguments.value("show", "article,mentions,claims"));
  const auto convention = convention_of(arguments);
  if (!options) return give_up(options.error());
  if (!show) return give_up(show.error());
  if (!convention) return give_up(convention.error());
  show->convention = *convention;
  // A suite's nouns are those that the tagger finds.
  options->read.mentions_only = !show->claims && *convention == Convention::news;
  options->answer = [show = *show](const Reading& reading) { return answer(reading, show); };
  auto errors = ErrorLog::open(arguments.value("errors"));
  if (!errors) return give_up(errors.error());
  for_each_reading(arguments.words, *options, [&](Reading&& reading) {
    if (reading.skip) {
      errors->add(*reading.skip);
      if (reading.skip->is_fault()) complain(reading.skip->error);
    }
    return print(reading.answer);
  });
  if (!errors->flush()) {
    return give_up({ErrorCode::unreadable, "cannot be written", arguments.value("errors")});
  }
  return errors->faults() > 0 ? kNotAll : kDone;
}

}  // namespace tally::cli
