#include "sim/processes/assessment/pool.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "sim/processes/shared/put_first.hpp"

namespace staffsim {

namespace {

// Whole places of a share of people: .2 x 30 must give 6, so guard against the last bit of the product.
int whole_places(double due) { return static_cast<int>(due + 1e-9); }

bool ranks_before(const County& county, const Rated& a, const Rated& b) {
    return a.score != b.score ? a.score > b.score : county.lot(a.person) < county.lot(b.person);
}

// Those in turn: longest without excellent first. Moves them to the front.
void choose_in_turn(const County& county, std::span<Rated> pool, std::size_t in_turn) {
    std::partial_sort(pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(in_turn), pool.end(),
                      [&county](const Rated& a, const Rated& b) {
                          const auto wait_a = county.record(a.person).years_since_excellent;
                          const auto wait_b = county.record(b.person).years_since_excellent;
                          return wait_a != wait_b ? wait_a > wait_b : ranks_before(county, a, b);
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
    const auto first = begin + static_cast<std::ptrdiff_t>(in_turn), last = begin + static_cast<std::ptrdiff_t>(quota);
    const auto before = [&world](const Rated& a, const Rated& b) { return ranks_before(world.county, a, b); };
    put_first(first, last, may_be, before);
    return quota;
}

// How many of the first `quota` are among the `quota` truly best of the pool; equals by lot.
void count_truly_best(World& world, const std::vector<Rated>& pool, std::size_t quota) {
    if (quota == 0) return;
    const auto place = [&world](const Rated& one) { return std::pair{-one.truth, world.county.lot(one.person)}; };
    std::vector<std::pair<double, EntityKey>> places;
    places.reserve(pool.size());
    for (const Rated& one : pool) places.push_back(place(one));
    const auto last = places.begin() + static_cast<std::ptrdiff_t>(quota - 1);
    std::nth_element(places.begin(), last, places.end());
    for (std::size_t i = 0; i < quota; ++i) {
        if (place(pool[i]) <= *last) world.county.count(pool[i].person, Flow::excellent_truly_best);
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
