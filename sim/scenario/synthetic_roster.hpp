// A synthetic county from documented marginals: establishment and roster in the very form that a bureau would hand in.
// It assumes nothing about real people; ages, tenures and attributes are drawn independently within a tier. For
// starting and teaching.
#pragma once

#include <cstdint>
#include <string>

namespace staffsim::scenario {

struct SyntheticCounty {
    std::string roster_csv;  // UTF-8, bilingual headings
    std::string establishment_csv;
    std::size_t units = 0;
    std::size_t people = 0;
};

// Reads the marginals (TOML: [[units]] classes, [tiers.<title>] distributions, [people] shares; see
// scenarios/jingning/marginals.toml) and draws a county. The same file and seed give the same bytes. Throws InputError
// with all problems of the file.
SyntheticCounty make_synthetic_county(const std::string& marginals_file, std::uint32_t seed);

}  // namespace staffsim::scenario
