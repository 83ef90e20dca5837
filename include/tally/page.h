// A page: bytes as received, before anything is read out of them.
#pragma once

#include <string>

namespace tally {

struct Page {
  std::string bytes;
  std::string media_type;  // "text/plain", "text/html"; empty: to be sniffed
  std::string charset;     // as declared outside the bytes; empty: to be sniffed
  std::string url;         // empty: unknown
  std::string retrieved;   // ISO 8601 instant; empty: unknown
  std::string name;        // file name or given id, without folder
  bool json_id = false;    // `name` is JSON as it stands: an id that was given as a number
  std::string path;        // the file in which the page was found, as given or found in a folder
  // Facts given from outside; they win over what is found in the bytes.
  std::string title;
  std::string outlet;
  std::string published;  // EDTF
};

}  // namespace tally
