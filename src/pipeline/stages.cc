// The engine on one screen: the stages that every report goes through, in order, each with the
// layers that it needs and the layer that it adds. A need that no earlier stage meets does not
// compile.
//
//   sentences → tokens → tags → amounts, dates, names, quotes → chunks → clauses → claims
#include "pipeline/stages.h"

#include "claim/stages.h"
#include "mention/stages.h"
#include "text/stages.h"

namespace tally {
namespace {

// Stages that take no options fit the same table.
template <void (*stage)(Article&)>
void plain(Article& article, const ReadOptions&) {
  stage(article);
}

void tag_all(Article& article, const ReadOptions&) {
  tag_tokens(article);
}

}  // namespace

// clang-format off
constexpr std::array kStages = std::to_array<Stage>({
  {"sentences",   {Layer::blocks},                  {Layer::sentences}, true,  plain<find_sentences>},
  {"tokens",      {Layer::sentences},               {Layer::tokens},    true,  plain<find_tokens>},
  {"quotes",      {Layer::tokens},                  {Layer::quotes},    true,  plain<find_quotes>},
  {"amounts",     {Layer::tokens},                  {Layer::amounts},   true,  find_amounts},
  {"tags",        {Layer::tokens},                  {Layer::tags},      true,  tag_all},
  {"dates",       {Layer::tags, Layer::amounts},    {Layer::dates},     true,  find_dates},
  {"names",       {Layer::tags},                    {Layer::names},     true,  plain<find_names>},
  {"currencies",  {Layer::amounts, Layer::names},   {Layer::amounts},   true,  plain<find_currencies>},
  {"counted",     {Layer::tags, Layer::amounts},    {Layer::counted},   true,  plain<find_counted>},
  {"chunks",      {Layer::tags, Layer::counted},    {Layer::chunks},    false, plain<find_chunks>},
  {"clauses",     {Layer::chunks},                  {Layer::clauses},   false, plain<find_clauses>},
  {"concepts",    {Layer::clauses, Layer::counted}, {Layer::concepts},  false, plain<find_concepts>},
  {"figures",     {Layer::clauses, Layer::amounts}, {Layer::figures},   false, plain<find_figures>},
  {"tables",      {Layer::figures, Layer::dates},   {Layer::figures},   false, plain<find_table_figures>},
  {"shares",      {Layer::figures},                 {Layer::claims},    false, plain<find_shares>},
  {"comparatives", {Layer::figures},                {Layer::claims},    false, plain<find_comparatives>},
  {"bases",        {Layer::figures},                {Layer::claims},    false, plain<find_bases>},
  {"events",      {Layer::figures},                 {Layer::claims},    false, plain<find_events>},
  {"default times", {Layer::figures},               {Layer::claims},    false, plain<find_default_times>},
  {"change times", {Layer::figures},                {Layer::claims},    false, plain<find_change_times>},
  {"summed parts", {Layer::figures},                {Layer::claims},    false, plain<find_summed_parts>},
  {"comparisons", {Layer::figures},                 {Layer::claims},    false, plain<find_comparisons>},
  {"statements",  {Layer::claims, Layer::quotes},   {Layer::statements}, false, plain<find_statements>},
  {"misnamed days", {Layer::claims, Layer::dates},  {Layer::claims},    false, plain<find_misnamed_days>},
});
// clang-format on

static_assert(every_need_is_met(kStages));

std::span<const Stage> stages() {
  return kStages;
}

void run_stages(std::span<Article> articles, const ReadOptions& options) {
  for (const Stage& stage : kStages) {
    if (!stage.for_mentions && options.mentions_only) continue;
    for (Article& article : articles) stage.run(article, options);
  }
}

}  // namespace tally
