// Words and patterns of a user's own.
#include "tally/lexicon.h"

#include "mention/lexicon.h"

namespace tally {

Result<void> add_lexicon(const std::string& folder) {
  return lexicon::add_folder(folder);
}

}  // namespace tally
