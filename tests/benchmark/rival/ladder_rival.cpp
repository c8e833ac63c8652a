// ladder_rival: runs the ladder and prints its speed and its statistics.
#include <sys/resource.h>

#include <charconv>
#include <cstdio>
#include <stdexcept>
#include <string_view>

#include "tests/benchmark/rival/ladder.hpp"
#include "tests/benchmark/rival/statistics.hpp"

namespace {

constexpr const char* usage_text =
    "usage: ladder_rival [--townships 1..100000] [--years 0..200] [--seed N] [--format table|json]\n"
    "defaults: 100 townships, 20 years, seed 1, table\n"
    "ns_per_event is of everything, ns_per_event_after_set_up and wall_seconds of the events alone; setup_seconds "
    "come\n"
    "on top of wall_seconds.\n";

template <class Number>
Number whole(std::string_view option, std::string_view text, Number least, Number greatest) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > greatest) {
        throw std::invalid_argument(std::string(option) + " " + std::string(text) + ": not a whole number from " +
                                    std::to_string(least) + " to " + std::to_string(greatest));
    }
    return value;
}

struct Options {
    ladder::Settings settings;
    bool as_json = false;
    bool wants_help = false;

    void read(std::string_view option, std::string_view value) {
        if (option == "--townships") {
            settings.townships = whole<std::uint32_t>(option, value, 1, 100'000);
        } else if (option == "--years") {
            settings.years = whole<std::uint32_t>(option, value, 0, 200);
        } else if (option == "--seed") {
            settings.seed = whole<std::uint64_t>(option, value, 0, ~std::uint64_t{0});
        } else if (option == "--format" && (value == "table" || value == "json")) {
            as_json = value == "json";
        } else {
            throw std::invalid_argument("not understood: " + std::string(option) + " " + std::string(value));
        }
    }
};

Options read_options(int count, char** words) {
    Options options;
    for (int i = 1; i < count; i += 2) {
        if (std::string_view(words[i]) == "--help") {
            options.wants_help = true;
            return options;
        }
        if (i + 1 == count) throw std::invalid_argument(std::string(words[i]) + ": a value is missing");
        options.read(words[i], words[i + 1]);
    }
    return options;
}

struct Report {
    ladder::Settings settings;
    std::vector<ladder::Statistic> statistics;
    std::uint64_t events = 0;
    double person_years = 0, setup_seconds = 0, wall_seconds = 0, peak_rss_mib = 0;

    double ns_per_event() const { return per_event(setup_seconds + wall_seconds); }
    double ns_per_event_after_set_up() const { return per_event(wall_seconds); }
    double us_per_person_year() const {
        return person_years == 0 ? 0 : 1e6 * (setup_seconds + wall_seconds) / person_years;
    }

  private:
    double per_event(double seconds) const { return events == 0 ? 0 : 1e9 * seconds / static_cast<double>(events); }
};

double peak_rss_mib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

Report report(const ladder::Settings& settings) {
    const ladder::Outcome outcome = ladder::run(settings);
    Report report{settings, ladder::statistics(outcome.townships, settings.years)};
    for (const ladder::Tally& tally : outcome.townships) report.events += ladder::events(tally);
    report.person_years = ladder::person_years(outcome.townships, settings.years);
    report.setup_seconds = outcome.setup_seconds;
    report.wall_seconds = outcome.wall_seconds;
    report.peak_rss_mib = peak_rss_mib();
    return report;
}

void print_json(const Report& r) {
    std::printf("{\n  \"townships\": %u,\n  \"years\": %u,\n  \"seed\": %llu,\n  \"events\": %llu,\n",
                r.settings.townships, r.settings.years, static_cast<unsigned long long>(r.settings.seed),
                static_cast<unsigned long long>(r.events));
    std::printf("  \"ns_per_event\": %.6g,\n  \"ns_per_event_after_set_up\": %.6g,\n", r.ns_per_event(),
                r.ns_per_event_after_set_up());
    std::printf("  \"person_years\": %.10g,\n  \"us_per_person_year\": %.6g,\n", r.person_years,
                r.us_per_person_year());
    std::printf("  \"setup_seconds\": %.6g,\n  \"wall_seconds\": %.6g,\n  \"peak_rss_mib\": %.4g,\n", r.setup_seconds,
                r.wall_seconds, r.peak_rss_mib);
    std::printf("  \"per_township\": {");
    for (const char* separator = "\n"; const ladder::Statistic& s : r.statistics) {
        std::printf("%s    \"%s\": {\"mean\": %.8g, \"standard_error\": %.3g}", separator, s.name.c_str(), s.mean,
                    s.standard_error);
        separator = ",\n";
    }
    std::printf("\n  }\n}\n");
}

void print_table(const Report& r) {
    std::printf("%u townships, %u years, seed %llu\n", r.settings.townships, r.settings.years,
                static_cast<unsigned long long>(r.settings.seed));
    std::printf("events              %14llu\nns per event        %14.1f   (%.1f without setting up the first day)\n",
                static_cast<unsigned long long>(r.events), r.ns_per_event(), r.ns_per_event_after_set_up());
    std::printf("us per person-year  %14.3f\n", r.us_per_person_year());
    std::printf("wall seconds        %14.4f   (without the set-up)\nset-up seconds      %14.4f\n", r.wall_seconds,
                r.setup_seconds);
    std::printf("peak RSS, MiB       %14.1f\n\nper township        %14s %12s\n", r.peak_rss_mib, "mean", "std. error");
    for (const ladder::Statistic& s : r.statistics) {
        std::printf("%-20s%14.4f %12.4f\n", s.name.c_str(), s.mean, s.standard_error);
    }
}

}  // namespace

int main(int count, char** words) {
    try {
        const Options options = read_options(count, words);
        if (options.wants_help) {
            std::fputs(usage_text, stdout);
        } else if (options.as_json) {
            print_json(report(options.settings));
        } else {
            print_table(report(options.settings));
        }
        return 0;
    } catch (const std::invalid_argument& error) {
        std::fprintf(stderr, "ladder_rival: %s\n%s", error.what(), usage_text);
        return 2;
    }
}
