// The page's own files, part of the program since the build (report_assets.S): nothing is looked for at run time.
#pragma once

#include <string_view>

namespace staffsim::analysis::assets {

std::string_view page();    // template.mustache.html
std::string_view style();   // report.css
std::string_view script();  // bundle.js: web/src and the chart library with its licences

// Templates of the sections, web/sections/<name>.mustache.html
std::string_view compared();
std::string_view answer();
std::string_view scorecard();
std::string_view scorecard_table();  // partial of scorecard
std::string_view change_cell();      // partial of scorecard and pilot tables: what stands in a cell
std::string_view pilot_table();      // partial of scorecard
std::string_view changes();
std::string_view development();
std::string_view often();
std::string_view cost();
std::string_view structure();
std::string_view careers();
std::string_view lives();
std::string_view chains();
std::string_view units();
std::string_view groups();
std::string_view pathways();
std::string_view outlook();
std::string_view assumptions();
std::string_view parts();
std::string_view best();
std::string_view sought();
std::string_view record();
std::string_view beside_choice();  // partial of careers, lives and chains: which policy stands beside the baseline
std::string_view spread_table();   // partial of careers and chains: columns of policies, rows of means and ranges

}  // namespace staffsim::analysis::assets
