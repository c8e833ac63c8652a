// staffsim bench: how fast counties live. Copies of one county, each with its own luck, are simulated side by side; the
// warm-up is measured apart.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "sim/cli/commands.hpp"
#include "sim/cli/common.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/scenarios_folder.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/experiment/parallel.hpp"

namespace staffsim::cli {

namespace {

struct BenchOptions {
    std::vector<std::string> files;
    ScenarioOptions scenarios;
    std::int64_t townships = 0, threads = 1, replications = 1, seed = 1;
    std::string format = "table";
    bool events_only = false, quiet = false;

    bool read(const Words& words) {
        Options options("bench [FILE]",
                        "Measures the speed of the simulation on copies of a county (default: the worked county).",
                        "  staffsim bench --townships 900 --threads 2 --format json\n");
        options.arguments(files, 0, 1, {"a scenario file", "方案文件"});
        options.whole("townships", townships, 0, 1'000'000,
                      "as many copies of the county as have about so many townships; 0: one");
        options.whole("threads", threads, 0, 1024, "simulating at once; 0: all processors");
        options.whole("replications", replications, 1, 100'000, "futures of every copy");
        options.whole("seed", seed, 0, 4294967295, "luck");
        options.flag(
            "events-only", events_only,
            "no stocks at year ends and no traits that no rule reads: of models without outcomes what happens, "
            "and nothing else");
        options.one_of("format", format, {"table", "json"}, "what stdout gets");
        options.flag("quiet", quiet, "no progress, errors only");
        scenarios.declare(options);
        return options.read(words);
    }
    std::string file() const {
        return files.empty() ? (scenarios_folder() / "jingning" / "baseline.toml").string() : files.front();
    }
};

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point began) { return std::chrono::duration<double>(Clock::now() - began).count(); }

// Years are counted, and their stocks taken (unless only events are wanted) and gates checked, but nobody reads them.
// Notes how long it took until everybody of the first day had settled.
class Unheard : public engine::Sink {
  public:
    explicit Unheard(bool events_only) : is_complete_(!events_only) {}
    void on_start(const County&) override { set_up_seconds_ = seconds_since(began_); }
    void on_year(std::size_t, const County&) override {}
    bool wants_stocks() const override { return is_complete_; }
    bool looks_at_people() const override { return is_complete_; }
    double set_up_seconds() const { return set_up_seconds_; }

  private:
    bool is_complete_;
    Clock::time_point began_ = Clock::now();
    double set_up_seconds_ = 0;
};

struct Measured {
    std::uint64_t counties = 0, townships = 0, events = 0;
    double person_years = 0, wall_seconds = 0, warm_up_seconds = 0, peak_rss_mib = 0;
    double set_up_share = 0;  // of the time of all counties
    std::size_t threads = 1;
    // By the clock on the wall, all threads together.
    double ns_per_event() const { return events == 0 ? 0 : 1e9 * wall_seconds / static_cast<double>(events); }
    double ns_per_event_after_set_up() const { return (1 - set_up_share) * ns_per_event(); }
    double us_per_person_year() const { return person_years == 0 ? 0 : 1e6 * wall_seconds / person_years; }
};

// What the life of one county took.
struct CountyTime {
    double set_up_seconds = 0, all_seconds = 0;
};

double share_of_set_up(const std::vector<CountyTime>& times) {
    double set_up = 0, all = 0;
    for (const CountyTime& time : times) set_up += time.set_up_seconds, all += time.all_seconds;
    return all > 0 ? set_up / all : 0.0;
}

double peak_rss_mib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

std::size_t townships_of(const CountyPlan& plan) {
    std::size_t count = 0;
    for (const UnitPlan& unit : plan.units) count += unit.kind == UnitKind::township;
    return count;
}

// The county of the file, as often as it takes to have so many townships. Of a county without roster the last copy is
// cut to what is missing.
std::vector<engine::CountyInput> copies_of(const engine::CountyInput& input, std::size_t townships) {
    const std::size_t per_county = std::max<std::size_t>(1, townships_of(input.plan));
    std::vector<engine::CountyInput> different{input};
    const std::size_t rest = townships % per_county;
    if (input.plan.start_full && rest > 0) {
        std::vector<UnitPlan>& units = different.emplace_back(input).plan.units;
        std::size_t seen = 0;
        std::erase_if(units, [&](const UnitPlan& unit) { return unit.kind == UnitKind::township && seen++ >= rest; });
    }
    return different;
}

Measured measure(const engine::CountyInput& whole, const BenchOptions& options) {
    const std::size_t per_county = std::max<std::size_t>(1, townships_of(whole.plan));
    const auto wanted = static_cast<std::size_t>(options.townships);
    const std::size_t copies = std::max<std::size_t>(1, (wanted + per_county - 1) / per_county);
    const std::vector<engine::CountyInput> inputs = copies_of(whole, wanted);
    const auto input_of = [&](std::size_t i) -> const engine::CountyInput& {
        return (i + 1) % copies == 0 ? inputs.back() : inputs.front();
    };
    Measured measured;
    measured.counties = copies * static_cast<std::size_t>(options.replications);
    measured.threads = static_cast<std::size_t>(experiment::thread_count(static_cast<int>(options.threads)));
    const auto seed = static_cast<std::uint32_t>(options.seed);
    const auto began = Clock::now();
    const engine::WarmUp warm_up(whole, seed);
    experiment::live_ahead({&warm_up}, 0, static_cast<std::uint32_t>(measured.counties), 1);
    measured.warm_up_seconds = seconds_since(began);
    std::vector<engine::RunSummary> summaries(measured.counties);
    std::vector<CountyTime> times(measured.counties);
    const auto warm = Clock::now();
    experiment::in_parallel(measured.counties, static_cast<int>(options.threads), [&](std::size_t i) {
        const engine::CountyInput& input = input_of(i);
        const auto born = Clock::now();
        Unheard unheard(options.events_only);
        summaries[i] = engine::simulate(input, {seed, static_cast<std::uint32_t>(i)}, warm_up, unheard);
        times[i] = {unheard.set_up_seconds(), seconds_since(born)};
    });
    measured.wall_seconds = seconds_since(warm);
    measured.set_up_share = share_of_set_up(times);
    for (std::size_t i = 0; i < summaries.size(); ++i) {
        measured.townships += townships_of(input_of(i).plan);
        measured.events += summaries[i].events;
        measured.person_years += static_cast<double>(summaries[i].person_days) / days_per_year;
    }
    measured.peak_rss_mib = peak_rss_mib();
    return measured;
}

void print_json(const Measured& m, const std::string& file, int years) {
    const nlohmann::ordered_json json{{"file", file},
                                      {"townships", m.townships},
                                      {"counties", m.counties},
                                      {"years", years},
                                      {"threads", m.threads},
                                      {"events", m.events},
                                      {"ns_per_event", m.ns_per_event()},
                                      {"ns_per_event_after_set_up", m.ns_per_event_after_set_up()},
                                      {"set_up_share", m.set_up_share},
                                      {"person_years", m.person_years},
                                      {"us_per_person_year", m.us_per_person_year()},
                                      {"wall_seconds", m.wall_seconds},
                                      {"warm_up_seconds", m.warm_up_seconds},
                                      {"peak_rss_mib", m.peak_rss_mib}};
    std::cout << json.dump(2) << "\n";
}

void print_table(const Measured& m, const std::string& file, int years) {
    std::cout << fmt::format(
        "{}: {} townships, {} county lives of {} years, {} threads\n"
        "events              {:>14}\nns per event        {:>14.1f}   ({:.1f} without setting up the first day)\n"
        "person-years        {:>14.0f}\n"
        "us per person-year  {:>14.3f}\nwall seconds        {:>14.3f}   (without the warm-up)\nwarm-up seconds     "
        "{:>14.3f}\n"
        "peak RSS, MiB       {:>14.1f}\n",
        file, m.townships, m.counties, years, m.threads, m.events, m.ns_per_event(), m.ns_per_event_after_set_up(),
        m.person_years, m.us_per_person_year(), m.wall_seconds, m.warm_up_seconds, m.peak_rss_mib);
}

}  // namespace

int run_bench(const Words& words) {
    BenchOptions options;
    if (!options.read(words)) return success;
    if (options.quiet) tell_errors_only();
    const scenario::Scenario scenario = options.scenarios.load({options.file()}).front();
    const Measured measured = measure(scenario.input, options);
    if (options.format == "json") {
        print_json(measured, options.file(), scenario.input.years);
    } else {
        print_table(measured, options.file(), scenario.input.years);
    }
    return success;
}

}  // namespace staffsim::cli
