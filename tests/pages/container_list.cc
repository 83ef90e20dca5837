// For the differential test of the containers' reader: one JSON object a line for each page and each
// skip of a file, with the offset of its record.
//
//   container_list crawl.warc.gz     {"offset":433,"url":"http://…","text":"…"}   or {"offset":834,"why":"…"}
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "tally/reader.h"

namespace {

long offset_in(const std::string& place) {
  const auto at = place.rfind('@');
  return at == std::string::npos ? -1 : std::strtol(place.c_str() + at + 1, nullptr, 10);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> files(argv + 1, argv + argc);
  tally::for_each_page(files, {},
                       {[](tally::Page&& page) {
                          const nlohmann::json line = {
                              {"offset", offset_in(page.name)}, {"url", page.url}, {"text", page.bytes}};
                          std::cout << line.dump() << '\n';
                          return true;
                        },
                        [](const tally::Skip& skip) {
                          const nlohmann::json line = {{"offset", offset_in(skip.error.where)},
                                                       {"why", skip.error.what}};
                          std::cout << line.dump() << '\n';
                        }});
}
