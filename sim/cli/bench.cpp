// staffsim bench: how fast counties live. Copies of one county, each with its own luck, are simulated side by side; the
// warm-up is measured apart.
#include <fmt/format.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <iostream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "sim/cli/commands.hpp"
#include "sim/cli/common.hpp"
#include "sim/cli/exit_codes.hpp"
#include "sim/cli/scenarios_folder.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/measures/observe.hpp"

namespace staffsim::cli {

namespace {

struct BenchOptions {
    std::vector<std::string> files;
    ScenarioOptions scenarios;
    std::int64_t townships = 0, threads = 1, replications = 1, seed = 1;
    std::string format = "table";

    bool read(const Words& words) {
        Options options("bench [FILE]",
                        "Measures the speed of the simulation on copies of a county (default: the worked county).",
                        "  staffsim bench --townships 900 --threads 2 --format json\n");
        options.arguments(files, 0, 1, "a scenario file");
        options.whole("townships", townships, 0, 1'000'000,
                      "as many copies of the county as have about so many townships; 0: one");
        options.whole("threads", threads, 0, 1024, "simulating at once; 0: all processors");
        options.whole("replications", replications, 1, 100'000, "futures of every copy");
        options.whole("seed", seed, 0, 4294967295, "luck");
        options.one_of("format", format, {"table", "json"}, "what stdout gets");
        scenarios.declare(options);
        return options.read(words);
    }
    std::string file() const {
        return files.empty() ? (scenarios_folder() / "jingning" / "baseline.toml").string() : files.front();
    }
};

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point began) { return std::chrono::duration<double>(Clock::now() - began).count(); }

// work(0) … work(count - 1) on so many threads; the first error is thrown again.
void on_threads(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr error;
    std::mutex mutex;
    const auto loop = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!error) error = std::current_exception();
            }
        }
    };
    std::vector<std::jthread> helpers;
    for (std::size_t t = 1; t < threads; ++t) helpers.emplace_back(loop);
    loop();
    helpers.clear();
    if (error) std::rethrow_exception(error);
}

struct Measured {
    std::uint64_t counties = 0, townships = 0, events = 0;
    double person_years = 0, wall_seconds = 0, warm_up_seconds = 0, peak_rss_mib = 0;
    std::size_t threads = 1;
    // By the clock on the wall, all threads together.
    double ns_per_event() const { return events == 0 ? 0 : 1e9 * wall_seconds / static_cast<double>(events); }
    double us_per_person_year() const { return person_years == 0 ? 0 : 1e6 * wall_seconds / person_years; }
};

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

Measured measure(const engine::CountyInput& input, const BenchOptions& options) {
    const std::size_t per_county = std::max<std::size_t>(1, townships_of(input.plan));
    const std::size_t copies =
        std::max<std::size_t>(1, (static_cast<std::size_t>(options.townships) + per_county - 1) / per_county);
    Measured measured;
    measured.counties = copies * static_cast<std::size_t>(options.replications);
    measured.townships = copies * townships_of(input.plan);
    measured.threads = options.threads > 0 ? static_cast<std::size_t>(options.threads)
                                           : std::max(1u, std::thread::hardware_concurrency());
    const auto key = [&](std::size_t i) {
        return RandomKey{static_cast<std::uint32_t>(options.seed), static_cast<std::uint32_t>(i)};
    };
    std::vector<engine::StartState> starts(measured.counties);
    const auto began = Clock::now();
    on_threads(measured.counties, measured.threads, [&](std::size_t i) { starts[i] = engine::warm_up(input, key(i)); });
    measured.warm_up_seconds = seconds_since(began);
    std::vector<engine::RunSummary> summaries(measured.counties);
    const auto warm = Clock::now();
    on_threads(measured.counties, measured.threads, [&](std::size_t i) {
        measures::Observer observer(input.plan, static_cast<std::size_t>(input.years));
        summaries[i] = engine::simulate(input, key(i), starts[i], observer);
    });
    measured.wall_seconds = seconds_since(warm);
    for (const engine::RunSummary& summary : summaries) {
        measured.events += summary.events;
        measured.person_years += static_cast<double>(summary.person_days) / days_per_year;
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
        "events              {:>14}\nns per event        {:>14.1f}\nperson-years        {:>14.0f}\n"
        "us per person-year  {:>14.3f}\nwall seconds        {:>14.3f}   (without the warm-up)\nwarm-up seconds     "
        "{:>14.3f}\n"
        "peak RSS, MiB       {:>14.1f}\n",
        file, m.townships, m.counties, years, m.threads, m.events, m.ns_per_event(), m.person_years,
        m.us_per_person_year(), m.wall_seconds, m.warm_up_seconds, m.peak_rss_mib);
}

}  // namespace

int run_bench(const Words& words) {
    BenchOptions options;
    if (!options.read(words)) return success;
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
