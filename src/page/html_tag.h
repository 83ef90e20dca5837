// The names of HTML elements as small numbers, and what the parser and the reader of main text
// need to know of each.
#pragma once

#include <cstdint>
#include <string_view>

namespace tally::html {

// clang-format off
#define TALLY_HTML_TAGS(X) \
  X(a) X(abbr) X(address) X(applet) X(area) X(article) X(aside) X(audio) X(b) X(base) X(bdi) X(bdo) X(big) \
  X(blockquote) X(body) X(br) X(button) X(canvas) X(caption) X(center) X(cite) X(code) X(col) X(colgroup) \
  X(data) X(datalist) X(dd) X(del) X(desc) X(details) X(dfn) X(dialog) X(dir) X(div) X(dl) X(dt) X(em) X(embed) \
  X(fieldset) X(figcaption) X(figure) X(font) X(footer) X(foreignobject) X(form) X(frame) X(frameset) \
  X(h1) X(h2) X(h3) X(h4) X(h5) X(h6) X(head) X(header) X(hgroup) X(hr) X(html) X(i) X(iframe) X(img) X(input) \
  X(ins) X(kbd) X(label) X(legend) X(li) X(link) X(listing) X(main) X(map) X(mark) X(marquee) X(math) X(menu) \
  X(meta) X(mi) X(mn) X(mo) X(ms) X(mtext) X(nav) X(nobr) X(noembed) X(noframes) X(noscript) X(object) X(ol) \
  X(optgroup) X(option) X(output) X(p) X(param) X(picture) X(plaintext) X(pre) X(progress) X(q) X(rb) X(rp) X(rt) \
  X(rtc) X(ruby) X(s) X(samp) X(script) X(search) X(section) X(select) X(small) X(source) X(span) X(strike) \
  X(strong) X(style) X(sub) X(summary) X(sup) X(svg) X(table) X(tbody) X(td) X(textarea) X(tfoot) X(th) \
  X(thead) X(time) X(title) X(tr) X(track) X(tt) X(u) X(ul) X(var) X(video) X(wbr) X(xmp)
// `template` is a word of C++ and is called `templates`.
// clang-format on

enum class Tag : std::uint8_t {
  unknown,
  text,  // not an element: character data
#define TALLY_HTML_TAG(name) name,
  TALLY_HTML_TAGS(TALLY_HTML_TAG)
#undef TALLY_HTML_TAG
      templates,
  count
};

// By name in any case; Tag::unknown for others.
[[nodiscard]] Tag tag_named(std::string_view name);

inline constexpr std::uint8_t kVoid = 1;        // has no content and no end tag
inline constexpr std::uint8_t kBlock = 2;       // begins on a new line
inline constexpr std::uint8_t kClosesP = 4;     // its start tag ends an open paragraph
inline constexpr std::uint8_t kFormatting = 8;  // may be closed out of turn
inline constexpr std::uint8_t kScope = 16;      // end tags do not reach out of it
inline constexpr std::uint8_t kBreaksOut = 32;  // ends SVG and MathML
[[nodiscard]] std::uint8_t properties(Tag tag);
[[nodiscard]] inline bool has(Tag tag, std::uint8_t property) {
  return (properties(tag) & property) != 0;
}

}  // namespace tally::html
