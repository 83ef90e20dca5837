// What is derived from a mention alone.
#include "tally/mention.h"

namespace tally {

std::string edtf(const Mention& mention) {
  if (mention.timex && mention.timex->type == "TIME") {
    const std::string& value = mention.timex->value;
    const bool has_clock = value.size() > 12 && value[10] == 'T' && value[11] >= '0' && value[11] <= '9';
    if (has_clock && value.front() != 'X') return value;
  }
  return mention.period ? mention.period->to_string() : std::string();
}

}  // namespace tally
