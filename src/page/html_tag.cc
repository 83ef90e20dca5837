// See html_tag.h.
#include "page/html_tag.h"

#include <array>
#include <initializer_list>

#include "page/characters.h"

namespace tally::html {
namespace {

constexpr auto kCount = static_cast<std::size_t>(Tag::count);

constexpr std::array<std::string_view, kCount> kNames = {"", "",
#define TALLY_HTML_TAG(name) #name,
                                                         TALLY_HTML_TAGS(TALLY_HTML_TAG)
#undef TALLY_HTML_TAG
                                                             "template"};

constexpr std::uint32_t hash(std::string_view name) {
  std::uint32_t value = 2166136261U;
  for (const char c : name) value = (value ^ static_cast<unsigned char>(page::to_lower(c))) * 16777619U;
  return value ^ (value >> 15);
}

constexpr std::size_t kSlots = 1024;

constexpr std::array<std::uint8_t, kSlots> make_index() {
  std::array<std::uint8_t, kSlots> index{};
  for (std::size_t i = 2; i < kCount; ++i) {
    auto slot = hash(kNames[i]) % kSlots;
    while (index[slot] != 0) slot = (slot + 1) % kSlots;
    index[slot] = static_cast<std::uint8_t>(i);
  }
  return index;
}
constexpr auto kIndex = make_index();

constexpr std::array<std::uint8_t, kCount> make_properties() {
  std::array<std::uint8_t, kCount> entries{};
  const auto add = [&](std::uint8_t property, std::initializer_list<Tag> tags) {
    for (const auto tag : tags) {
      auto& entry = entries[static_cast<std::size_t>(tag)];
      entry = static_cast<std::uint8_t>(entry | property);
    }
  };
  using enum Tag;
  add(kVoid, {area, base, br, col, embed, hr, img, input, link, meta, param, source, track, wbr, frame});
  add(kBlock,
      {address,   article, aside,   blockquote, body,   button,   caption,    center,   dd,     details,
       dialog,    dir,     div,     dl,         dt,     fieldset, figcaption, figure,   footer, form,
       h1,        h2,      h3,      h4,         h5,     h6,       header,     hgroup,   hr,     html,
       legend,    li,      listing, main,       menu,   nav,      ol,         optgroup, option, p,
       plaintext, pre,     search,  section,    select, summary,  table,      tbody,    td,     tfoot,
       th,        thead,   tr,      ul,         xmp,    iframe,   object,     video,    audio,  textarea});
  add(kClosesP,
      {address,    article, aside,   blockquote, center, details, dialog, dir, div,       dl,  fieldset,
       figcaption, figure,  footer,  form,       h1,     h2,      h3,     h4,  h5,        h6,  header,
       hgroup,     hr,      listing, main,       menu,   nav,     ol,     p,   plaintext, pre, search,
       section,    summary, table,   ul,         xmp,    li,      dd,     dt});
  add(kFormatting,
      {a,    b,    big, code, em,  font, i,    nobr, s,    small, strike, strong, tt,  u,   span, label,
       abbr, cite, sub, sup,  ins, del,  mark, q,    time, var,   kbd,    samp,   dfn, bdi, bdo});
  add(kScope, {applet, caption, html, table, td, th, marquee, object, templates});
  add(kBreaksOut,
      {b,   big,  blockquote, body,  br,   center, code,   dd,  div, dl,      dt,   em,   embed, h1, h2,
       h3,  h4,   h5,         h6,    head, hr,     i,      img, li,  listing, menu, meta, nobr,  ol, p,
       pre, ruby, s,          small, span, strong, strike, sub, sup, table,   tt,   u,    ul,    var});
  return entries;
}
constexpr auto kProperties = make_properties();

bool same_name(std::string_view name, std::string_view lower) {
  if (name.size() != lower.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (page::to_lower(name[i]) != lower[i]) return false;
  }
  return true;
}

}  // namespace

Tag tag_named(std::string_view name) {
  for (auto slot = hash(name) % kSlots; kIndex[slot] != 0; slot = (slot + 1) % kSlots) {
    if (same_name(name, kNames[kIndex[slot]])) return static_cast<Tag>(kIndex[slot]);
  }
  return Tag::unknown;
}

std::uint8_t properties(Tag tag) {
  return kProperties[static_cast<std::size_t>(tag)];
}

}  // namespace tally::html
