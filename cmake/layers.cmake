# One library per folder of src/, each linked to all folders on its left and to nothing else of
# ours. A folder may add libraries and generated sources in its own CMakeLists.txt, which is
# read after the target exists:
#
#   target_link_libraries(tally_text PUBLIC ICU::uc)
#
# Files named *_test.cc become the folder's test program, run by ctest under its name.
set(TALLY_LAYERS base page text mention claim pipeline record book render cli)

function(tally_layer layer)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${layer}/*.cc)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "(_test|/main)\\.cc$")

  set(target tally_${layer})
  if(NOT sources)
    add_library(${target} INTERFACE)
    set(visibility INTERFACE)
  else()
    add_library(${target} STATIC ${sources})
    set(visibility PUBLIC)
  endif()
  target_link_libraries(${target} ${visibility} tally_options)
  foreach(left IN LISTS TALLY_LAYERS)
    if(left STREQUAL layer)
      break()
    endif()
    target_link_libraries(${target} ${visibility} tally_${left})
  endforeach()
  if(EXISTS ${CMAKE_SOURCE_DIR}/src/${layer}/CMakeLists.txt)
    include(${CMAKE_SOURCE_DIR}/src/${layer}/CMakeLists.txt)
  endif()

  if(TALLY_TESTS AND tests)
    add_executable(${layer}_test ${tests})
    target_link_libraries(${layer}_test PRIVATE ${target} GTest::gtest_main GTest::gmock)
    target_compile_definitions(${layer}_test PRIVATE TALLY_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${layer} COMMAND ${layer}_test)
  endif()
endfunction()
