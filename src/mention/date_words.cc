// Tables of the words that dates.tsv and dates.rules use for what is fixed.
#include "mention/date_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tally::dates {
namespace {

template <class T, std::size_t N>
constexpr T find(const std::array<std::pair<std::string_view, T>, N>& table, std::string_view word) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == word; });
  return found == table.end() ? T{} : found->second;
}

constexpr std::array<std::pair<std::string_view, Grain>, 15> kGrains = {{{"second", Grain::second},
                                                                         {"minute", Grain::minute},
                                                                         {"hour", Grain::hour},
                                                                         {"day", Grain::day},
                                                                         {"night", Grain::day},
                                                                         {"workday", Grain::day},
                                                                         {"week", Grain::week},
                                                                         {"fortnight", Grain::week},
                                                                         {"weekend", Grain::week},
                                                                         {"month", Grain::month},
                                                                         {"quarter", Grain::quarter},
                                                                         {"half", Grain::half},
                                                                         {"year", Grain::year},
                                                                         {"decade", Grain::decade},
                                                                         {"century", Grain::century}}};

constexpr std::array<std::pair<std::string_view, DayPart>, 6> kDayParts = {{{"morning", DayPart::morning},
                                                                            {"midday", DayPart::midday},
                                                                            {"afternoon", DayPart::afternoon},
                                                                            {"evening", DayPart::evening},
                                                                            {"night", DayPart::night},
                                                                            {"daytime", DayPart::daytime}}};

constexpr std::array<std::pair<std::string_view, Mod>, 4> kMods = {
    {{"start", Mod::start}, {"mid", Mod::mid}, {"end", Mod::end}, {"approx", Mod::approximate}}};

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 20> kFlags = {
    {{"fiscal", kFiscal},
     {"school", kSchool},
     {"open", kOpenPick},
     {"to_date", kToDate},
     {"past", kPastReference},
     {"present", kPresentReference | kDeictic},
     {"future", kFutureReference},
     {"later", kLater},
     {"stage", kStage},
     {"earlier", kEarlier},
     {"deictic", kDeictic},
     {"latent", kLatent},
     {"short_unit", kShortUnit},
     {"week_of", kWeekOf},
     {"workday", kWorkday},
     {"weekend_of", kWeekendOf},
     {"edge", kEdge},
     {"unplaced", kUnplaced},
     {"bare", kBare},
     {"weak_year", kWeakYear}}};

constexpr std::array<std::pair<std::string_view, LengthPlace>, 15> kPlaces = {{{"year", {0, 1}},
                                                                               {"decade", {0, 10}},
                                                                               {"century", {0, 100}},
                                                                               {"month", {1, 1}},
                                                                               {"quarter", {1, 3}},
                                                                               {"half", {1, 6}},
                                                                               {"week", {2, 1}},
                                                                               {"fortnight", {2, 2}},
                                                                               {"weekend", {2, 1}},
                                                                               {"day", {3, 1}},
                                                                               {"night", {3, 1}},
                                                                               {"workday", {3, 1}},
                                                                               {"hour", {4, 1}},
                                                                               {"minute", {5, 1}},
                                                                               {"second", {6, 1}}}};

}  // namespace

Grain grain_named(std::string_view word) {
  return find(kGrains, word);
}
DayPart day_part_named(std::string_view word) {
  return find(kDayParts, word);
}
Mod mod_named(std::string_view word) {
  return find(kMods, word);
}
std::uint32_t flag_named(std::string_view word) {
  return find(kFlags, word);
}
LengthPlace length_place(std::string_view unit) {
  return find(kPlaces, unit);
}

}  // namespace tally::dates
