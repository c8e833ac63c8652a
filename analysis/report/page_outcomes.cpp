#include "analysis/report/page_outcomes.hpp"

#include <algorithm>

namespace staffsim::analysis {

bool is_detail(const measures::Outcome& outcome) {
    const std::size_t known = measures::outcome_index(outcome.id);
    return known < measures::outcomes().size() && measures::outcomes()[known].is_detail;
}

namespace {

class Kept {
  public:
    explicit Kept(const Comparison& comparison) {
        std::vector<bool> is_judged(comparison.outcomes.size(), false);
        for (const Cell& cell : comparison.cells)
            if (cell.has_verdict) is_judged[cell.outcome] = true;
        std::size_t kept = 0;
        for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
            const bool stays = is_judged[o] || comparison.outcomes[o].primary || !is_detail(comparison.outcomes[o]);
            place_.push_back(stays ? kept++ : nowhere);
        }
        left_out_ = place_.size() - kept;
    }
    std::size_t left_out() const { return left_out_; }
    bool has(std::size_t outcome) const { return place_[outcome] != nowhere; }
    template <class Item>
    void keep(std::vector<Item>& items) const {
        std::erase_if(items, [this](const Item& item) { return !has(item.outcome); });
        for (Item& item : items) item.outcome = place_[item.outcome];
    }

  private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::vector<std::size_t> place_;
    std::size_t left_out_ = 0;
};

}  // namespace

Comparison with_outcomes_of_page(const Comparison& comparison) {
    const Kept kept(comparison);
    Comparison page = comparison;
    if (kept.left_out() == 0) return page;
    page.details = kept.left_out();
    page.outcomes.clear();
    for (std::size_t o = 0; o < comparison.outcomes.size(); ++o)
        if (kept.has(o)) page.outcomes.push_back(comparison.outcomes[o]);
    kept.keep(page.cells), kept.keep(page.best_shares), kept.keep(page.between), kept.keep(page.bands);
    kept.keep(page.luck), kept.keep(page.unit_levels), kept.keep(page.pathways.cells), kept.keep(page.years_alone);
    kept.keep(page.pay_effect.cells), kept.keep(page.pilot_cells);
    kept.keep(page.drivers.tornado), kept.keep(page.drivers.dependence), kept.keep(page.drivers.shares);
    return page;
}

}  // namespace staffsim::analysis
