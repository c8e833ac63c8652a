#include "tests/benchmark/rival/ladder.hpp"

#include <algorithm>
#include <chrono>
#include <queue>
#include <random>

namespace ladder {

namespace {

constexpr std::array<double, levels> quits_per_year{.06, .04, .03, .02};
constexpr std::int32_t retirement_age = 60 * days_per_year;
constexpr std::int32_t youngest = 22 * days_per_year, oldest_recruit = 32 * days_per_year;
// Assumption: half a year is 182 days from an anniversary of entry, and from entry itself.
constexpr std::int32_t training_after = days_per_year / 2;
constexpr std::int32_t promotion_delay = 30, recruitment_delay = 180;

enum class Kind : std::uint32_t { training, assessment, leaving, filling };

struct Event {
    std::int32_t day;
    Kind kind;
    std::uint32_t entity;      // a post for filling, else a person
    std::uint32_t generation;  // of the person or of the person's leaving when the event was made
};
// Events of one day come as the heap yields them.
struct IsLater {
    bool operator()(const Event& a, const Event& b) const { return a.day > b.day; }
};

struct Person {
    double mean_score = 0;
    double skill = 0;
    std::uint32_t assessments = 0;
    std::uint32_t post = 0;
    std::uint32_t township = 0;
    std::int32_t retirement_day = 0;
    std::uint32_t generation = 0;          // changes when the person leaves and the slot is free for a recruit
    std::uint32_t leaving_generation = 0;  // changes when the day of leaving is drawn again
};

constexpr std::uint32_t nobody = 0xFFFFFFFFu;

struct Post {
    std::uint32_t holder = nobody;
    std::uint32_t township = 0;
    std::int32_t vacant_since = 0;
    std::uint16_t level = 0;
    std::uint16_t first_level = 0;  // of the chain that this vacancy belongs to
};

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point began) { return std::chrono::duration<double>(Clock::now() - began).count(); }

class Ladder {
  public:
    explicit Ladder(const Settings& settings)
        : last_day_(static_cast<std::int32_t>(settings.years) * days_per_year),
          random_(settings.seed),
          tallies_(settings.townships) {
        people_.reserve(std::size_t{settings.townships} * posts_per_township);
        posts_.reserve(people_.capacity());
        for (std::uint32_t township = 0; township < settings.townships; ++township) found_township(township);
    }

    void live() {
        while (!queue_.empty()) {
            const Event event = queue_.top();
            queue_.pop();
            today_ = event.day;
            handle(event);
        }
        today_ = last_day_;
    }

    std::vector<Tally> tallies() const {
        std::vector<Tally> tallies = tallies_;
        for (const Post& post : posts_) {
            if (post.holder == nobody) tallies[post.township].vacant_days[post.level] += vacant_days(post);
        }
        return tallies;
    }

  private:
    void found_township(std::uint32_t township) {
        for (std::uint16_t level = 0; level < levels; ++level) {
            for (std::uint32_t i = 0; i < posts_by_level[level]; ++i) {
                const auto post = static_cast<std::uint32_t>(posts_.size());
                posts_.push_back({nobody, township, 0, level, level});
                const std::int32_t age = uniform_day(youngest, retirement_age - 1);
                const std::int32_t entry_age = uniform_day(youngest, std::min(age, oldest_recruit));
                people_.emplace_back();
                begin_career(post, post, age, age - entry_age);
            }
        }
    }

    // Puts somebody new into the slot and the post. The first routine event is the next one due: half a year after
    // entry or after the last anniversary a training, on the next anniversary an assessment.
    void begin_career(std::uint32_t who, std::uint32_t post, std::int32_t age, std::int32_t days_served) {
        Person& person = people_[who];
        person.mean_score = 0;
        person.skill = 0;
        person.assessments = 0;
        person.township = posts_[post].township;
        person.retirement_day = today_ + retirement_age - age;
        take_post(who, post);
        const std::int32_t since_anniversary = days_served % days_per_year;
        if (since_anniversary < training_after) {
            schedule(training_after - since_anniversary, Kind::training, who, person.generation);
        } else {
            schedule(days_per_year - since_anniversary, Kind::assessment, who, person.generation);
        }
    }

    // Whoever takes a post draws the quit time of its level.
    void take_post(std::uint32_t who, std::uint32_t post) {
        posts_[post].holder = who;
        Person& person = people_[who];
        person.post = post;
        const double years = exponential_(random_) / quits_per_year[posts_[post].level];
        const auto days_to_quit = static_cast<std::int32_t>(years * days_per_year) + 1;
        const std::int32_t days_to_leaving = std::min(days_to_quit, person.retirement_day - today_);
        schedule(days_to_leaving, Kind::leaving, who, ++person.leaving_generation);
    }

    void handle(const Event& event) {
        switch (event.kind) {
            case Kind::training:
                return train(event);
            case Kind::assessment:
                return assess(event);
            case Kind::leaving:
                return leave(event);
            case Kind::filling:
                return fill(event.entity);
        }
    }

    void train(const Event& event) {
        Person& person = people_[event.entity];
        if (event.generation != person.generation) return;
        person.skill += 0.1 * exponential_(random_);
        ++tallies_[person.township].trainings;
        schedule(days_per_year - training_after, Kind::assessment, event.entity, event.generation);
    }

    void assess(const Event& event) {
        Person& person = people_[event.entity];
        if (event.generation != person.generation) return;
        ++person.assessments;
        person.mean_score += (normal_(random_) - person.mean_score) / person.assessments;
        ++tallies_[person.township].assessments;
        schedule(training_after, Kind::training, event.entity, event.generation);
    }

    void leave(const Event& event) {
        Person& person = people_[event.entity];
        if (event.generation != person.leaving_generation) return;
        Tally& tally = tallies_[person.township];
        ++(today_ == person.retirement_day ? tally.retirements : tally.quits);
        ++person.generation;
        free_slots_.push_back(event.entity);
        open(person.post, posts_[person.post].level);
    }

    void open(std::uint32_t post, std::uint16_t first_level) {
        posts_[post].holder = nobody;
        posts_[post].vacant_since = today_;
        posts_[post].first_level = first_level;
        schedule(posts_[post].level == 0 ? recruitment_delay : promotion_delay, Kind::filling, post);
    }

    void fill(std::uint32_t post) {
        if (posts_[post].level == 0) return recruit(post);
        const std::uint32_t best = best_candidate(post);
        if (best == nobody) {
            ++tallies_[posts_[post].township].retries;
            return schedule(promotion_delay, Kind::filling, post);
        }
        close_vacancy(post);
        ++tallies_[posts_[post].township].promotions[posts_[post].level];
        const std::uint32_t left = people_[best].post;
        take_post(best, post);
        open(left, posts_[post].first_level);
    }

    void recruit(std::uint32_t post) {
        close_vacancy(post);
        Tally& tally = tallies_[posts_[post].township];
        ++tally.recruits;
        tally.chain_steps += posts_[post].first_level + 1u;
        const std::uint32_t who = free_slots_.back();
        free_slots_.pop_back();
        begin_career(who, post, uniform_day(youngest, oldest_recruit - 1), 0);
    }

    // Assumption: only people who have been assessed at least once can be promoted; `nobody` when there are none.
    std::uint32_t best_candidate(std::uint32_t post) const {
        const std::uint32_t level_below = posts_[post].level - 1u;
        std::uint32_t candidate_post = posts_[post].township * posts_per_township;
        for (std::uint32_t level = 0; level < level_below; ++level) candidate_post += posts_by_level[level];
        std::uint32_t best = nobody;
        for (std::uint32_t i = 0; i < posts_by_level[level_below]; ++i) {
            const std::uint32_t who = posts_[candidate_post + i].holder;
            if (who == nobody || people_[who].assessments == 0) continue;
            if (best == nobody || people_[who].mean_score > people_[best].mean_score) best = who;
        }
        return best;
    }

    void close_vacancy(std::uint32_t post) {
        tallies_[posts_[post].township].vacant_days[posts_[post].level] += vacant_days(posts_[post]);
    }
    std::uint32_t vacant_days(const Post& post) const { return static_cast<std::uint32_t>(today_ - post.vacant_since); }

    // What would come after the last day need not wait in the queue.
    void schedule(std::int32_t days_ahead, Kind kind, std::uint32_t entity, std::uint32_t generation = 0) {
        const std::int32_t day = today_ + days_ahead;
        if (day <= last_day_) queue_.push({day, kind, entity, generation});
    }
    std::int32_t uniform_day(std::int32_t first, std::int32_t last) {
        return std::uniform_int_distribution<std::int32_t>(first, last)(random_);
    }

    std::int32_t last_day_;
    std::int32_t today_ = 0;
    std::priority_queue<Event, std::vector<Event>, IsLater> queue_;
    std::vector<Person> people_;
    std::vector<std::uint32_t> free_slots_;  // of people who have left
    std::vector<Post> posts_;
    std::mt19937_64 random_;
    std::normal_distribution<double> normal_;
    std::exponential_distribution<double> exponential_;
    std::vector<Tally> tallies_;
};

}  // namespace

std::uint32_t events(const Tally& tally) {
    std::uint32_t count = tally.assessments + tally.trainings + tally.quits + tally.retirements + tally.recruits;
    count += tally.retries;
    for (const std::uint32_t promotions : tally.promotions) count += promotions;
    return count;
}

Outcome run(const Settings& settings) {
    Outcome outcome;
    const auto began = Clock::now();
    Ladder ladder(settings);
    outcome.setup_seconds = seconds_since(began);
    const auto founded = Clock::now();
    ladder.live();
    outcome.wall_seconds = seconds_since(founded);
    outcome.townships = ladder.tallies();
    return outcome;
}

}  // namespace ladder
