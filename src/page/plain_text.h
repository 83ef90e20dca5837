// Text → blocks: title, byline, paragraphs, headings, list items, captions, furniture; and what
// the head of the text tells: title, dates, agency, byline. The text itself is never altered.
//
//   "Home > National\n\nProvince counts fewer wells\n\nLAKE TOWN, 12 April 2016 (AP) — The …"
//    furniture         title                         paragraph; published 2016-04-12, credit AP
#pragma once

#include "tally/article.h"
#include "tally/page.h"

namespace tally::page {

// Fills article.blocks and what article.info has not been given.
void mark_plain_text(Article& article, const Page& page);

}  // namespace tally::page
