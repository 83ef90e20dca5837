// What is derived from a mention alone.
#include "tally/mention.h"

namespace tally {

std::string edtf(const Mention& mention) {
  if (mention.timex && mention.timex->type == "TIME") {
    const std::string& value = mention.timex->value;
    const std::string_view from = std::string_view(value).substr(value.starts_with("../") ? 3 : 0);
    const bool has_clock = from.size() > 12 && from[10] == 'T' && from[11] >= '0' && from[11] <= '9';
    if (has_clock && from.front() != 'X') return value;
  }
  return mention.period ? mention.period->to_string() : std::string();
}

}  // namespace tally
