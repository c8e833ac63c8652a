# One static library per layer. A layer links only layers to its left (design: foundation … cli);
# tests/layering checks the includes as well.
#
#   staffsim_layer(<name> SOURCES a.cpp b.cpp… [LINKS target…])
#
# makes the target staffsim_<name>. All layers see the repository's root as include folder, so that an include
# names its layer: #include "sim/kernel/calendar.hpp".

add_library(staffsim_options INTERFACE)
target_include_directories(staffsim_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(staffsim_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wno-restrict  # false alarms of GCC 12 on std::string (GCC bug 105651)
  # Results must not depend on the processor: no fused multiply-add, no relaxed floating point.
  -ffp-contract=off)
if(STAFFSIM_WARNINGS_AS_ERRORS)
  target_compile_options(staffsim_options INTERFACE -Werror)
endif()
if(STAFFSIM_SANITIZE)
  # Little optimisation and only line numbers: half the time to compile.
  target_compile_options(staffsim_options INTERFACE
    -fsanitize=${STAFFSIM_SANITIZE} -fno-omit-frame-pointer -g1
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:STAFFSIM_OWN_OPTIMISATION>>>:-Og>)
  target_link_options(staffsim_options INTERFACE -fsanitize=${STAFFSIM_SANITIZE})
endif()
if(STAFFSIM_COVERAGE)
  target_compile_options(staffsim_options INTERFACE --coverage)
  target_link_options(staffsim_options INTERFACE --coverage)
endif()

# Unity: up to `files` sources of a target are compiled as one. Headers cost 2.7 s a file, so this makes a full build
# three times faster. Sources of one target must therefore not give two meanings to a name; those with compile
# options of their own stay alone. STAFFSIM_UNITY=OFF (as in the preset debug) compiles file by file.
function(staffsim_unity target files)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${STAFFSIM_UNITY} UNITY_BUILD_BATCH_SIZE ${files})
endfunction()

function(staffsim_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;LINKS" ${ARGN})
  add_library(staffsim_${name} STATIC ${LAYER_SOURCES})
  target_link_libraries(staffsim_${name} PUBLIC staffsim_options ${LAYER_LINKS})
  staffsim_unity(staffsim_${name} 14)
endfunction()

# A program of tests, with Catch's main. Assertions of tests compile slowly when optimised; what they test keeps the
# optimisation of the preset.
#   staffsim_test_program(<program> a.cpp b.cpp…)
function(staffsim_test_program program)
  add_executable(${program} ${ARGN})
  target_link_libraries(${program} PRIVATE staffsim_catch_main)
  target_compile_options(${program} PRIVATE $<IF:$<CONFIG:Release>,-O1,-O0>)
  set_target_properties(${program} PROPERTIES STAFFSIM_OWN_OPTIMISATION ON)
  staffsim_unity(${program} 12)
endfunction()
