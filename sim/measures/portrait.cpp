#include "sim/measures/portrait.hpp"

#include "sim/measures/chains.hpp"

namespace staffsim::measures {

Portraitist::Portraitist(const CountyPlan& plan, int years, Observer& observer, bool with_examples)
    : observer_(observer), years_(years), careers_(plan, years) {
    if (with_examples) biographer_.emplace(plan);
    const auto units = units_of_groups(plan);
    units_ = units[units[townships_group].empty() ? all_group : townships_group];
}

void Portraitist::on_start(const County& county) { add_structure(county, units_, structure_); }

void Portraitist::on_facts(std::span<const Fact> facts, const County& county) {
    careers_.read(facts, county);
    if (biographer_) biographer_->read(facts, county);
}

void Portraitist::on_year(std::size_t index, const County& county) {
    observer_.on_year(index, county);
    add_structure(county, units_, structure_);
    add_chains(county.tally().chains, chains_);
    const bool is_last = index + 1 == static_cast<std::size_t>(years_);
    if (is_last && biographer_) chain_examples_ = biographer_->chains(county);
}

std::vector<PortraitPart> Portraitist::take() {
    std::vector<PortraitPart> parts{{std::string(structure_part), std::move(structure_)},
                                    {std::string(chains_part), std::move(chains_)},
                                    {std::string(careers_part), careers_.take()}};
    if (!biographer_) return parts;
    parts.push_back({std::string(lives_part), numbers_of(biographer_->take_lives())});
    parts.push_back({std::string(chain_examples_part), numbers_of(chain_examples_)});
    return parts;
}

}  // namespace staffsim::measures
