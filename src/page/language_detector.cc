// See language_detector.h.
#include "page/language_detector.h"

#include <dlfcn.h>

#include <cstdio>  // cld2's header needs it and does not say so

#include <cld2/public/compact_lang_det.h>

namespace tally::page {
namespace {

using Detect = CLD2::Language(const char*, int, bool, bool*);
using Code = const char*(CLD2::Language);
static_assert(requires {
  static_cast<Detect*>(CLD2::DetectLanguage);
  static_cast<Code*>(CLD2::LanguageCode);
});

struct Detector {
  Detect* detect = nullptr;
  Code* code = nullptr;
};

// The functions by the names that they have in the library: those of libcld2.so.0 do not change.
Detector load() {
  void* const library = dlopen("libcld2.so.0", RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) return {};
  const Detector loaded{
      .detect = reinterpret_cast<Detect*>(dlsym(library, "_ZN4CLD214DetectLanguageEPKcibPb")),
      .code = reinterpret_cast<Code*>(dlsym(library, "_ZN4CLD212LanguageCodeENS_8LanguageE"))};
  return loaded.detect != nullptr && loaded.code != nullptr ? loaded : Detector{};
}

}  // namespace

std::string reliable_language(std::string_view text) {
  static const Detector detector = load();
  if (detector.detect == nullptr) return {};
  bool reliable = false;
  const auto language = detector.detect(text.data(), static_cast<int>(text.size()), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string code = detector.code(language);
  return code.substr(0, code.find('-'));
}

}  // namespace tally::page
