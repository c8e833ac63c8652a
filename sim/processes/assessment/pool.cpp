#include "sim/processes/assessment/pool.hpp"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

namespace staffsim {

namespace {

// Whole places of a share of people: .2 x 30 must give 6, so guard against the last bit of the product.
int whole_places(double due) { return static_cast<int>(due + 1e-9); }

bool ranks_before(const County& county, const Rated& a, const Rated& b, double Rated::*value) {
    return a.*value != b.*value ? a.*value > b.*value : county.lot(a.person) < county.lot(b.person);
}

// Those in turn: longest without excellent first. Moves them to the front.
void choose_in_turn(const County& county, std::span<Rated> pool, std::size_t in_turn) {
    std::partial_sort(pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(in_turn), pool.end(),
                      [&county](const Rated& a, const Rated& b) {
                          const auto wait_a = county.record(a.person).years_since_excellent;
                          const auto wait_b = county.record(b.person).years_since_excellent;
                          return wait_a != wait_b ? wait_a > wait_b : ranks_before(county, a, b, &Rated::score);
                      });
}

// Moves those who are chosen to the front.
std::size_t choose(const World& world, Pool& pool) {
    if (pool.people.empty()) return 0;
    const auto begin = pool.people.begin();
    const auto may_be = std::partition(begin, pool.people.end(), [](const Rated& r) { return r.may_be_excellent; });
    const auto eligible = static_cast<std::size_t>(may_be - begin);
    const std::size_t quota = std::min(eligible, static_cast<std::size_t>(whole_places(pool.places)));
    const double turns = pool.in_turn / static_cast<double>(pool.people.size()) * static_cast<double>(quota);
    const double u = world.draws.uniform({pool.key, +Purpose::excellent_turn, world.year()});
    const std::size_t in_turn = std::min(quota, static_cast<std::size_t>(turns + u));
    if (in_turn > 0) choose_in_turn(world.county, {begin, may_be}, in_turn);
    std::partial_sort(
        begin + static_cast<std::ptrdiff_t>(in_turn), begin + static_cast<std::ptrdiff_t>(quota), may_be,
        [&world](const Rated& a, const Rated& b) { return ranks_before(world.county, a, b, &Rated::score); });
    return quota;
}

// How many of the first `quota` are among the `quota` truly best of the pool; equals by lot.
void count_truly_best(World& world, const std::vector<Rated>& pool, std::size_t quota) {
    if (quota == 0) return;
    std::vector<double> truths;
    truths.reserve(pool.size());
    for (const Rated& one : pool) truths.push_back(one.truth);
    const auto last = truths.begin() + static_cast<std::ptrdiff_t>(quota - 1);
    std::nth_element(truths.begin(), last, truths.end(), std::greater<>());
    const double cut = *last;
    const auto places_of_equals = static_cast<std::size_t>(std::count(truths.begin(), last + 1, cut));
    for (std::size_t i = 0; i < quota; ++i) {
        const Rated& one = pool[i];
        const auto comes_before = [&](const Rated& other) {
            return other.truth == cut && world.county.lot(other.person) < world.county.lot(one.person);
        };
        const bool truly =
            one.truth > cut || (one.truth == cut &&
                                std::cmp_less(std::count_if(pool.begin(), pool.end(), comes_before), places_of_equals));
        if (truly) world.county.count(one.person, Flow::excellent_truly_best);
    }
}

}  // namespace

int excellent_quota(double share, std::size_t n) { return whole_places(share * static_cast<double>(n)); }

std::size_t choose_excellent(World& world, Pool& pool) {
    const std::size_t chosen = choose(world, pool);
    count_truly_best(world, pool.people, chosen);
    return chosen;
}

}  // namespace staffsim
