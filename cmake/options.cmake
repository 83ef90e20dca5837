# What every target of ours is compiled with.
add_library(tally_options INTERFACE)
target_compile_options(tally_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
                                               # members left out of a designated initialiser have their defaults
                                               -Wno-missing-field-initializers)
target_include_directories(tally_options INTERFACE ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src
                                                   ${CMAKE_BINARY_DIR}/generated)
# What users run carries its libraries where Debian has them as archives: the loader would take a
# millisecond and some two hundred page faults for them at every start (docs/measurements.md). Of theirs
# it keeps what it calls, and relocations take a bit a place instead of 24 bytes.
if(CMAKE_BUILD_TYPE STREQUAL Release)
  list(PREPEND CMAKE_FIND_LIBRARY_SUFFIXES .a)
  set(Boost_USE_STATIC_LIBS ON)
  target_link_options(tally_options INTERFACE -static-libstdc++ -static-libgcc -Wl,--gc-sections -Wl,-z,pack-relative-relocs)
  set(TALLY_FMT fmt::fmt-header-only)
  set(TALLY_PUGIXML pugixml::static)
else()
  set(TALLY_FMT fmt::fmt)
  set(TALLY_PUGIXML pugixml::pugixml)
endif()
# g++ 12 reports possibly uninitialised members of std::optional that are not (GCC bug 80635), and
# overlapping copies in std::string's operator+ that cannot be (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(tally_options INTERFACE -Wno-maybe-uninitialized $<$<CONFIG:Release>:-Wno-restrict>)
endif()
# clang 19 sees a deprecated call inside libstdc++ 12's own std::stable_sort.
if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
  target_compile_options(tally_options INTERFACE -Wno-deprecated-declarations)
endif()
if(TALLY_SANITIZE)
  target_compile_options(tally_options INTERFACE -fsanitize=${TALLY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(tally_options INTERFACE -fsanitize=${TALLY_SANITIZE})
else()
  target_compile_options(tally_options INTERFACE -fstack-protector-strong -fcf-protection)
  target_link_options(tally_options INTERFACE -Wl,-z,relro,-z,now)
endif()
