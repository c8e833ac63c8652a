# The HTML report. Included by analysis/CMakeLists.txt; gives
#   STAFFSIM_REPORT_SOURCES   sources (and the objects with the page's files) for the target staffsim_analysis
# The chart bundle is made once, at build time, from the exact versions in web/package-lock.json; npm works on a copy of
# web/ in the build tree, so that the source tree stays clean.
include_guard()

find_program(STAFFSIM_NPM npm REQUIRED)
find_program(STAFFSIM_NODE NAMES node nodejs REQUIRED)
find_path(STAFFSIM_MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)  # Debian: libkainjow-mustache-dev

set(report_source ${CMAKE_CURRENT_LIST_DIR})
set(report_build ${CMAKE_CURRENT_BINARY_DIR}/report)
set(report_web ${report_build}/web)
file(GLOB_RECURSE report_scripts CONFIGURE_DEPENDS ${report_source}/web/src/*.js)
file(GLOB report_templates CONFIGURE_DEPENDS ${report_source}/web/sections/*.html)

add_custom_command(
  OUTPUT ${report_web}/node_modules/.package-lock.json
  COMMAND ${CMAKE_COMMAND} -E make_directory ${report_web}
  COMMAND ${CMAKE_COMMAND} -E copy ${report_source}/web/package.json ${report_source}/web/package-lock.json ${report_web}
  COMMAND ${STAFFSIM_NPM} ci --prefix ${report_web} --ignore-scripts --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${report_web}/node_modules/.package-lock.json
  DEPENDS ${report_source}/web/package.json ${report_source}/web/package-lock.json
  COMMENT "Installing the chart library of the report"
  VERBATIM)

add_custom_command(
  OUTPUT ${report_build}/bundle.js
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${report_web}/src
  COMMAND ${CMAKE_COMMAND} -E copy_directory ${report_source}/web/src ${report_web}/src
  COMMAND ${CMAKE_COMMAND} -E copy ${report_source}/web/build.mjs ${report_web}
  COMMAND ${STAFFSIM_NODE} ${report_web}/build.mjs ${report_build}/bundle.js
  DEPENDS ${report_web}/node_modules/.package-lock.json ${report_scripts} ${report_source}/web/build.mjs
  COMMENT "Bundling the report's script"
  VERBATIM)
add_custom_target(staffsim_report_bundle DEPENDS ${report_build}/bundle.js)

# An object library of its own: the compiler warnings of staffsim_options are not for the assembler.
add_library(staffsim_report_assets OBJECT ${report_source}/report_assets.S)
target_compile_options(staffsim_report_assets PRIVATE "-Wa,-I,${report_source}/web" "-Wa,-I,${report_build}")
set_source_files_properties(${report_source}/report_assets.S PROPERTIES OBJECT_DEPENDS
  "${report_build}/bundle.js;${report_source}/web/report.css;${report_source}/web/template.mustache.html;${report_templates}")
add_dependencies(staffsim_report_assets staffsim_report_bundle)

set(STAFFSIM_REPORT_SOURCES
  ${report_source}/answer.cpp
  ${report_source}/answers_json.cpp
  ${report_source}/assets.cpp
  ${report_source}/html.cpp
  ${report_source}/labels.cpp
  ${report_source}/later.cpp
  ${report_source}/numbers.cpp
  ${report_source}/page_outcomes.cpp
  ${report_source}/pilot_tables.cpp
  ${report_source}/pilot_words.cpp
  ${report_source}/report_json.cpp
  ${report_source}/section_answer.cpp
  ${report_source}/section_answers.cpp
  ${report_source}/section_assumptions.cpp
  ${report_source}/section_changes.cpp
  ${report_source}/section_compared.cpp
  ${report_source}/section_cost.cpp
  ${report_source}/section_development.cpp
  ${report_source}/section_often.cpp
  ${report_source}/section_groups.cpp
  ${report_source}/section_outlook.cpp
  ${report_source}/section_pathways.cpp
  ${report_source}/section_record.cpp
  ${report_source}/section_scorecard.cpp
  ${report_source}/section_structure.cpp
  ${report_source}/section_careers.cpp
  ${report_source}/section_lives.cpp
  ${report_source}/section_chains.cpp
  ${report_source}/section_units.cpp
  ${report_source}/sections.cpp
  ${report_source}/tally.cpp
  ${report_source}/view.cpp
  $<TARGET_OBJECTS:staffsim_report_assets>)
