// One article as one line of JSON: its text, its mentions, its claims. Spans become code points.
#include "render/claim_json.h"
#include "render/conventions.h"
#include "tally/stream.h"

namespace tally {
namespace {

void write_publication(JsonWriter& json, const Publication& published) {
  json.key("published");
  if (!published.date.known()) {
    json.null();
    return;
  }
  json.open('{').key("edtf").string(published.date.to_string());
  json.key("basis").word(name(published.basis)).close('}');
}

void write_information(JsonWriter& json, const Article& article, const QuotedText& text) {
  const ArticleInfo& info = article.info;
  json.key("article").open('{').key("title").string_or_null(info.title).key("text").string(text.text);
  json.key("language").string_or_null(info.language);
  write_publication(json, info.published);
  if (!info.url.empty()) json.key("url").string(info.url);
  if (!info.outlet.empty()) json.key("outlet").string(info.outlet);
  if (!info.byline.empty()) json.key("byline").string(info.byline);
  if (!info.credit.empty()) json.key("credit").string(info.credit);
  json.key("furniture").open('[');
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::furniture) write_span(json, block.span, text);
  }
  json.close(']').close('}');
}

void write_timex(JsonWriter& json, const std::optional<Timex>& timex) {
  json.key("timex3");
  if (!timex) {
    json.null();
    return;
  }
  json.open('{').key("type").string(timex->type).key("value").string(timex->value);
  if (!timex->mod.empty()) json.key("mod").string(timex->mod);
  json.close('}');
}

// Most mentions are no amount or no time: all that they lack is written at once.
void write_amount(JsonWriter& json, const Mention& mention, std::string_view counted,
                  std::string_view concept_words) {
  if (!mention.value && mention.unit.empty() && counted.empty() && concept_words.empty()) {
    json.raw(R"("value":null,"unit":null,"counted":null,"concept":null)");
  } else {
    json.key("value");
    write_value(json, mention.value);
    json.key("unit").string_or_null(mention.unit);
    json.key("counted").string_or_null(counted);
    json.key("concept").string_or_null(concept_words);
  }
  json.key("change").word_or_null(name(mention.change));
}

void write_time(JsonWriter& json, const Mention& mention) {
  if (!mention.period && !mention.timex) {
    json.raw(R"("edtf":null,"timex3":null)");
    return;
  }
  json.key("edtf").string_or_null(edtf(mention));
  write_timex(json, mention.timex);
}

void write_mention(JsonWriter& json, const Mention& mention, std::string_view counted,
                   const QuotedText& text) {
  const auto words = [&](Span span) { return text.text.substr(span.begin, span.size()); };
  json.open('{').key("kind").word(name(mention.kind));
  json.key("start").integer(text.points.of_byte(mention.span.begin));
  json.key("end").integer(text.points.of_byte(mention.span.end));
  json.key("exact").string(words(mention.span));
  write_amount(json, mention, counted,
               mention.concept_word.empty() ? words(mention.about) : std::string_view(mention.concept_word));
  write_time(json, mention);
  json.key("basis").word(name(mention.basis));
  if (mention.name_kind != NameKind::none) json.key("name_kind").word(name(mention.name_kind));
  if (!mention.canonical.empty()) json.key("canonical").string(mention.canonical);
  if (!mention.country.empty()) json.key("country").string(mention.country);
  json.key("rule").string(mention.rule).close('}');
}

void write_mentions(JsonWriter& json, const Article& article, Convention convention, const QuotedText& text) {
  json.key("mentions").open('[');
  if (convention == Convention::news) {
    for (const Mention* mention : mentions_in_order(article))
      write_mention(json, *mention, article.text(mention->counted), text);
  } else {
    for (const WrittenMention& written : mentions_by(article, convention))
      write_mention(json, written.mention, written.counted, text);
  }
  json.close(']');
}

void write_event(JsonWriter& json, const EventDetail& event, const QuotedText& text) {
  json.key("event").open('{').key("trigger").string(event.trigger).key("trigger_span");
  write_span(json, event.trigger_span, text);
  json.key("where");
  write_strings(json, event.where);
  json.key("who");
  write_strings(json, event.who);
  json.key("count");
  write_value(json, event.count);
  json.key("parts");
  write_event_parts(json, event.parts);
  json.close('}');
}

void write_tie(JsonWriter& json, std::string_view key, Index index) {
  if (index != kNone) json.key(key).integer(index);
}

void write_claim(JsonWriter& json, const Claim& claim, const QuotedText& text) {
  json.open('{').key("kind").word(name(claim.kind)).key("quote");
  write_quote(json, claim.quote, text);
  write_claim_values(json, claim);
  if (claim.kind == ClaimKind::figure || claim.measure != Measure{}) {
    json.key("measure");
    write_measure(json, claim.measure);
  }
  if (claim.event) write_event(json, *claim.event, text);
  json.key("attribution").open('[');
  for (const Source& source : claim.attribution) {
    json.open('{');
    write_source_fields(json, source);
    json.close('}');
  }
  json.close(']');
  write_claim_standing(json, claim, text);
  if (claim.in_title) json.key("in_title").boolean(true);
  write_tie(json, "about", claim.about);
  write_tie(json, "whole", claim.whole);
  write_tie(json, "happening", claim.happening);
  json.close('}');
}

void write_id(JsonWriter& json, GivenId id) {
  if (id.is_json) {
    json.raw(id.text);
  } else {
    json.string_or_null(id.text);
  }
}

}  // namespace

void write_article(JsonWriter& json, GivenId id, const Article& article, Show show) {
  const QuotedText text(article.text());
  write_id(json.open('{').key("id"), id);
  if (show.article) write_information(json, article, text);
  if (show.mentions) write_mentions(json, article, show.convention, text);
  if (show.claims) {
    json.key("claims").open('[');
    // A statement is listed once, with all of its stretches.
    for (const Claim& claim : article.claims) {
      if (claim.rule != kStatementPart) write_claim(json, claim, text);
    }
    json.close(']');
  }
  json.close('}');
}

void write_unread(JsonWriter& json, GivenId id, std::string_view what) {
  write_id(json.open('{').key("id"), id);
  json.key("error").string(what).close('}');
}

}  // namespace tally
