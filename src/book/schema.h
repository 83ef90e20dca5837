// The tables of a book and the steps that bring an older book up to date.
#pragma once

#include "book/sqlite.h"

namespace tally {

// Makes the tables of a new book, mends those of an older one, and refuses one from a later version.
[[nodiscard]] Result<void> bring_up_to_date(Database& database, Database::Mode mode);

}  // namespace tally
