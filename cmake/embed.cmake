# Compiles a file into a library as it is:
#
#   tally_embed(tally_text abbreviations lexicon/en/abbreviations.tsv)
#
# makes `std::string_view tally::embedded::abbreviations()`, to be declared by whoever calls it.
# The assembler copies the bytes (.incbin), so a large file costs the build nothing.
function(tally_embed target symbol file)
  cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_SOURCE_DIR})
  set(source ${CMAKE_BINARY_DIR}/generated/embedded_${symbol}.cc)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
#include <string_view>
__asm__(
    ".section .rodata\n"
    ".balign 64\n"
    "tally_embedded_@symbol@_begin:\n"
    ".incbin \"@file@\"\n"
    "tally_embedded_@symbol@_end:\n"
    ".byte 0\n"
    ".globl tally_embedded_@symbol@_begin\n"
    ".globl tally_embedded_@symbol@_end\n"
    ".text\n");
extern "C" {
extern const char tally_embedded_@symbol@_begin[] __attribute__((visibility("hidden")));
extern const char tally_embedded_@symbol@_end[] __attribute__((visibility("hidden")));
}
namespace tally::embedded {
std::string_view @symbol@();
std::string_view @symbol@() {
  return {tally_embedded_@symbol@_begin, tally_embedded_@symbol@_end};
}
}  // namespace tally::embedded
]])
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${file})
  target_sources(${target} PRIVATE ${source})
endfunction()
