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
    -fsanitize=${STAFFSIM_SANITIZE} -fno-omit-frame-pointer -Og -g1)
  target_link_options(staffsim_options INTERFACE -fsanitize=${STAFFSIM_SANITIZE})
endif()
if(STAFFSIM_COVERAGE)
  target_compile_options(staffsim_options INTERFACE --coverage)
  target_link_options(staffsim_options INTERFACE --coverage)
endif()

function(staffsim_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;LINKS" ${ARGN})
  add_library(staffsim_${name} STATIC ${LAYER_SOURCES})
  target_link_libraries(staffsim_${name} PUBLIC staffsim_options ${LAYER_LINKS})
endfunction()
