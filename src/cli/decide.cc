// `tally decide` and `tally undo`: what people rule, kept and replayed.
#include <cstdlib>
#include <optional>

#include "cli/console.h"
#include "cli/wishes.h"
#include "tally/export.h"

namespace tally::cli {
namespace {

std::optional<DecisionOp> op_named(std::string_view word) {
  for (int i = 0; i <= static_cast<int>(DecisionOp::exclude); ++i) {
    if (name(static_cast<DecisionOp>(i)) == word) return static_cast<DecisionOp>(i);
  }
  return std::nullopt;
}

std::string person(const Arguments& arguments) {
  if (arguments.has("by")) return arguments.value("by");
  const char* user = std::getenv("USER");
  return user != nullptr ? user : "";
}

Result<Decision> decision_of(const Arguments& arguments, const Record& record) {
  const auto op = op_named(arguments.words.front());
  if (!op) {
    return fail(ErrorCode::usage,
                "a decision is accept, correct, reject, same, different, prefer or exclude, not \"" +
                    arguments.words.front() + "\"");
  }
  Decision decision;
  decision.op = *op;
  for (std::size_t i = 1; i < arguments.words.size(); ++i) {
    const auto id = whole_id(record, arguments.words[i]);
    if (!id) return std::unexpected(id.error());
    decision.target.push_back(*id);
  }
  const bool takes_two = *op == DecisionOp::same || *op == DecisionOp::different;
  if (takes_two && decision.target.size() < 2) {
    return fail(ErrorCode::usage, arguments.words.front() + " needs two ids or more");
  }
  if (*op == DecisionOp::correct && !arguments.has("value")) {
    return fail(ErrorCode::usage, "correct needs --value JSON, as in --value '{\"best\": 1417}'");
  }
  decision.value = arguments.value("value");
  decision.by = person(arguments);
  decision.why = arguments.value("why");
  return decision;
}

}  // namespace

int run_decide(const Arguments& arguments) {
  auto book = Book::open(book_path(arguments), Book::Access::write);
  if (!book) return give_up(book.error());
  const auto record = book->record();
  if (!record) return give_up(record.error());
  auto decision = decision_of(arguments, *record);
  if (!decision) return give_up(decision.error());
  const auto id = book->decide(std::move(*decision));
  if (!id) return give_up(id.error());
  if (auto ok = book->refresh(); !ok) return give_up(ok.error());
  print(*id + "\n");
  return kDone;
}

int run_undo(const Arguments& arguments) {
  auto book = Book::open(book_path(arguments), Book::Access::write);
  if (!book) return give_up(book.error());
  const auto id = book->undo(arguments.words.empty() ? Id{} : arguments.words.front());
  if (!id) return give_up(id.error());
  if (auto ok = book->refresh(); !ok) return give_up(ok.error());
  print(*id + "\n");
  return kDone;
}

}  // namespace tally::cli
