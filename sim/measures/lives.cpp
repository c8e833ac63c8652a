#include "sim/measures/lives.hpp"

#include <algorithm>

namespace staffsim::measures {

namespace {

constexpr std::size_t most_lives = 60, most_chains = 60;
constexpr int entry_years = 3;       // lives begin in the first so many years
constexpr int chain_years_left = 3;  // chains begin so many years before the end, or earlier
constexpr std::size_t longest_chain = 12;

std::uint64_t shown_key(EntityKey key) { return key.value >> 1; }  // fits a whole number without a sign

std::uint32_t code_of(PostKind post) {
    return static_cast<std::uint32_t>(post.ladder) * 2 + static_cast<std::uint32_t>(post.unit_kind);
}
PostKind post_of(std::uint32_t code) { return {static_cast<Ladder>(code / 2), static_cast<UnitKind>(code % 2)}; }

class Writer {
  public:
    template <class Number>
    Writer& operator<<(Number number) {
        numbers.push_back(static_cast<std::int64_t>(number));
        return *this;
    }
    std::vector<std::int64_t> numbers;
};

// Reads what a writer wrote; beyond the end everything is 0.
class Reader {
  public:
    explicit Reader(std::span<const std::int64_t> numbers) : numbers_(numbers) {}
    bool is_at_end() const { return at_ >= numbers_.size(); }
    template <class Number>
    Number next() {
        return is_at_end() ? Number{} : static_cast<Number>(numbers_[at_++]);
    }

  private:
    std::span<const std::int64_t> numbers_;
    std::size_t at_ = 0;
};

void write(Writer& out, const Life& life) {
    out << life.key << life.entry << life.age_days << life.sex << life.education << life.field << life.channel
        << life.native << life.unit << life.events.size();
    std::int32_t before = life.entry;
    for (const LifeEvent& event : life.events) {
        out << event.kind << event.day - before << event.number << event.unit << code_of(event.post);
        before = event.day;
    }
}

Life read_life(Reader& in) {
    Life life;
    life.key = in.next<std::uint64_t>();
    life.entry = in.next<std::int32_t>();
    life.age_days = in.next<std::int32_t>();
    life.sex = in.next<Sex>();
    life.education = in.next<Education>();
    life.field = in.next<Field>();
    life.channel = in.next<Channel>();
    life.native = in.next<bool>();
    life.unit = in.next<std::uint32_t>();
    std::int32_t day = life.entry;
    for (auto left = in.next<std::size_t>(); left > 0 && !in.is_at_end(); --left) {
        LifeEvent event;
        event.kind = in.next<LifeEvent::Kind>();
        event.day = day += in.next<std::int32_t>();
        event.number = in.next<std::uint32_t>();
        event.unit = in.next<std::uint32_t>();
        event.post = post_of(in.next<std::uint32_t>());
        life.events.push_back(event);
    }
    return life;
}

constexpr std::int64_t no_recruit = channel_count;

void write(Writer& out, const ChainExample& chain) {
    out << chain.key << chain.day << (chain.recruit ? static_cast<std::int64_t>(*chain.recruit) : no_recruit)
        << chain.links.size();
    for (const ChainLink& link : chain.links) out << code_of(link.post) << link.unit << link.days;
}

ChainExample read_chain(Reader& in) {
    ChainExample chain;
    chain.key = in.next<std::uint64_t>();
    chain.day = in.next<std::int32_t>();
    if (const auto recruit = in.next<std::int64_t>(); recruit < no_recruit)
        chain.recruit = static_cast<Channel>(recruit);
    for (auto left = in.next<std::size_t>(); left > 0 && !in.is_at_end(); --left) {
        ChainLink link;
        link.post = post_of(in.next<std::uint32_t>());
        link.unit = in.next<std::uint32_t>();
        link.days = in.next<std::int32_t>();
        chain.links.push_back(link);
    }
    return chain;
}

template <class Item>
std::vector<std::int64_t> written(const std::vector<Item>& items) {
    Writer out;
    for (const Item& item : items) write(out, item);
    return std::move(out.numbers);
}

}  // namespace

std::vector<std::int64_t> numbers_of(const std::vector<Life>& lives) { return written(lives); }
std::vector<std::int64_t> numbers_of(const std::vector<ChainExample>& chains) { return written(chains); }

std::vector<Life> lives_of(std::span<const std::int64_t> numbers) {
    std::vector<Life> lives;
    for (Reader in(numbers); !in.is_at_end();) lives.push_back(read_life(in));
    return lives;
}

std::vector<ChainExample> chain_examples_of(std::span<const std::int64_t> numbers) {
    std::vector<ChainExample> chains;
    for (Reader in(numbers); !in.is_at_end();) chains.push_back(read_chain(in));
    return chains;
}

Biographer::Biographer(const CountyPlan& plan)
    : plan_(plan),
      townships_only_(
          std::ranges::any_of(plan.units, [](const UnitPlan& unit) { return unit.kind == UnitKind::township; })) {}

void Biographer::read(std::span<const Fact> facts, const County& county) {
    life_of_.resize(std::max(life_of_.size(), county.people().size()));
    for (const Fact& fact : facts) read(fact, county);
}

void Biographer::read(const Fact& fact, const County& county) {
    if (fact.opening.exists()) note_opening(fact, county);
    if (!fact.person.exists()) return;
    if (fact.kind == Fact::Kind::entered) return begin_life(fact, county);
    if (life_of_[fact.person.value] > 0) tell_life(fact, county);
    if (fact.kind != Fact::Kind::left) return;
    life_of_[fact.person.value] = 0;
    const bool retires = fact.detail == static_cast<std::uint8_t>(ExitCause::retirement) && fact.seat.exists();
    // A slot that was given away in the same year is somebody else's.
    if (retires && !county.hot(fact.person).in_service)
        retirements_.push_back({fact.seat, fact.day, shown_key(county.cold(fact.person).key)});
}

void Biographer::begin_life(const Fact& fact, const County& county) {
    life_of_[fact.person.value] = 0;
    const PersonCold& cold = county.cold(fact.person);
    const bool in_time = fact.day < add_years(plan_.start, entry_years) && lives_.size() < most_lives;
    const bool township = plan_.units[fact.unit.value].kind == UnitKind::township;
    if (!in_time || (townships_only_ && !township) || cold.entry != fact.day) return;
    Life life;
    life.key = shown_key(cold.key);
    life.entry = since_start(fact.day);
    life.age_days = fact.day - cold.birth;
    life.sex = cold.sex;
    life.education = cold.education;
    life.field = cold.field;
    life.channel = cold.channel;
    life.native = cold.native;
    life.unit = fact.unit.value;
    if (fact.seat.exists())
        life.events.push_back({LifeEvent::Kind::appointed, life.entry, 0, fact.unit.value, post_kind(fact, county)});
    lives_.push_back(std::move(life));
    life_of_[fact.person.value] = static_cast<std::uint32_t>(lives_.size());
}

PostKind Biographer::post_kind(const Fact& fact, const County& county) const {
    const Ladder ladder = fact.seat.exists() ? county.post_type(county.seat(fact.seat).post).ladder : Ladder::entry;
    return {ladder, plan_.units[fact.unit.value].kind};
}

void Biographer::tell_life(const Fact& fact, const County& county) {
    using Kind = LifeEvent::Kind;
    const auto kind = [&]() -> std::optional<Kind> {
        switch (fact.kind) {
            case Fact::Kind::assessed:
                return Kind::result;
            case Fact::Kind::trained:
                return Kind::trained;
            case Fact::Kind::lost_competition:
                return Kind::lost_competition;
            case Fact::Kind::appointed:
                return Kind::appointed;
            case Fact::Kind::moved:
                return Kind::moved;
            case Fact::Kind::sent_out:
                return Kind::sent_out;
            case Fact::Kind::came_back:
                return Kind::came_back;
            case Fact::Kind::trial_failed:
                return Kind::back_from_trial;
            case Fact::Kind::demoted:
            case Fact::Kind::stepped_down:
                return Kind::stepped_back;
            case Fact::Kind::left:
                return Kind::left;
            default:
                return std::nullopt;
        }
    }();
    if (!kind) return;
    LifeEvent event{*kind, since_start(fact.day), fact.detail, fact.unit.value, {}};
    if (*kind == Kind::appointed || *kind == Kind::moved) event.number = 0, event.post = post_kind(fact, county);
    if (*kind == Kind::back_from_trial) event.post.ladder = county.plan().posts[fact.detail].ladder;
    lives_[life_of_[fact.person.value] - 1].events.push_back(event);
}

void Biographer::note_opening(const Fact& fact, const County& county) {
    const bool by_recruit = fact.kind == Fact::Kind::entered;
    filled_.push_back({fact.opening.value, fact.day - county.opening(fact.opening).opened, by_recruit,
                       by_recruit ? static_cast<Channel>(fact.detail) : Channel::open_exam});
}

std::optional<ChainExample> Biographer::chain_from(const County& county, const Retirement& retirement,
                                                   const std::vector<std::uint32_t>& next) const {
    const auto& openings = county.openings();
    const auto root = std::ranges::find_if(openings, [&](const Opening& opening) {
        return opening.seat == retirement.seat && opening.opened == retirement.day && !opening.cause.exists();
    });
    if (root == openings.end()) return std::nullopt;
    ChainExample chain{retirement.key, since_start(retirement.day), {}, {}};
    for (auto at = static_cast<std::uint32_t>(root - openings.begin());;) {
        const auto filled = std::ranges::find(filled_, at, &Filled::opening);
        if (filled == filled_.end() || chain.links.size() == longest_chain) return std::nullopt;
        const Opening& opening = openings[at];
        const Ladder ladder =
            opening.seat.exists() ? county.post_type(county.seat(opening.seat).post).ladder : Ladder::entry;
        chain.links.push_back({{ladder, plan_.units[opening.unit.value].kind}, opening.unit.value, filled->days});
        if (filled->by_recruit) chain.recruit = filled->channel;
        if (next[at] == 0) return chain;
        at = next[at] - 1;
    }
}

std::vector<ChainExample> Biographer::chains(const County& county) const {
    std::vector<std::uint32_t> next(county.openings().size());  // opening caused + 1; 0: none
    for (std::uint32_t i = 0; i < county.openings().size(); ++i) {
        if (const OpeningId cause = county.openings()[i].cause; cause.exists()) next[cause.value] = i + 1;
    }
    const Day last = county.today() - days_reaching(chain_years_left);
    std::vector<ChainExample> chains;
    for (const Retirement& retirement : retirements_) {
        if (chains.size() == most_chains || retirement.day > last) break;
        if (auto chain = chain_from(county, retirement, next)) chains.push_back(std::move(*chain));
    }
    return chains;
}

}  // namespace staffsim::measures
