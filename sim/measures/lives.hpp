// Examples of one future: what happened to the first people who entered townships, and which chains retirements set
// off. Only invented people: nobody of the roster is followed, and of chains that begin with somebody of the roster
// only the retirement is told. No conduct, no integrity.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/model/county.hpp"

namespace staffsim::measures {

// A kind of post as people speak of it: ladder and kind of unit.
struct PostKind {
    Ladder ladder = Ladder::entry;
    UnitKind unit_kind = UnitKind::township;
    bool operator==(const PostKind&) const = default;
};

struct LifeEvent {
    enum class Kind : std::uint8_t {
        result,            // assessment of a year
        trained,           // `number` days
        lost_competition,  // for a titled post
        appointed,         // `post` in `unit`
        moved,             // to another unit
        sent_out,          // `number`: Assignment, to `unit`
        came_back,
        back_from_trial,
        stepped_back,  // demoted, or out of the leading post
        left           // `number`: ExitCause
    };
    Kind kind = Kind::result;
    std::int32_t day = 0;  // days since the first day of the run
    std::uint32_t number = 0;
    std::uint32_t unit = 0;  // where the person is then
    PostKind post;
    bool operator==(const LifeEvent&) const = default;
};

struct Life {
    std::uint64_t key = 0;  // the same person has the same one under every policy
    std::int32_t entry = 0, age_days = 0;
    Sex sex = Sex::male;
    Education education = Education::bachelor;
    Field field = Field::other;
    Channel channel = Channel::open_exam;
    bool native = false;
    std::uint32_t unit = 0;
    std::vector<LifeEvent> events;
    bool operator==(const Life&) const = default;
};

struct ChainLink {
    PostKind post;
    std::uint32_t unit = 0;
    std::int32_t days = 0;  // empty
    bool operator==(const ChainLink&) const = default;
};

// A chain that a retirement from a titled post began and that has ended.
struct ChainExample {
    std::uint64_t key = 0;  // of who retired
    std::int32_t day = 0;
    std::vector<ChainLink> links;
    std::optional<Channel> recruit;  // who came at the end; nothing: nobody was needed any more
    bool operator==(const ChainExample&) const = default;
};

// As whole numbers, one after the other, and back.
std::vector<std::int64_t> numbers_of(const std::vector<Life>& lives);
std::vector<Life> lives_of(std::span<const std::int64_t> numbers);
std::vector<std::int64_t> numbers_of(const std::vector<ChainExample>& chains);
std::vector<ChainExample> chain_examples_of(std::span<const std::int64_t> numbers);

// Reads the facts of a run, year by year.
class Biographer {
  public:
    explicit Biographer(const CountyPlan& plan);
    void read(std::span<const Fact> facts, const County& county);
    std::vector<Life> take_lives() { return std::move(lives_); }
    std::vector<ChainExample> chains(const County& county) const;

  private:
    struct Filled {
        std::uint32_t opening = 0;
        std::int32_t days = 0;
        bool by_recruit = false;
        Channel channel = Channel::open_exam;
    };
    struct Retirement {
        SeatId seat;
        Day day;
        std::uint64_t key = 0;
    };
    void read(const Fact& fact, const County& county);
    void begin_life(const Fact& fact, const County& county);
    void tell_life(const Fact& fact, const County& county);
    void note_opening(const Fact& fact, const County& county);
    std::optional<ChainExample> chain_from(const County& county, const Retirement& retirement,
                                           const std::vector<std::uint32_t>& next) const;
    PostKind post_kind(const Fact& fact, const County& county) const;
    std::int32_t since_start(Day day) const { return day - plan_.start; }

    const CountyPlan& plan_;
    bool townships_only_ = false;
    std::vector<Life> lives_;
    std::vector<std::uint32_t> life_of_;  // by slot, 0: nobody's, else place in lives_ + 1
    std::vector<Filled> filled_;          // by rising opening after a run
    std::vector<Retirement> retirements_;
};

}  // namespace staffsim::measures
