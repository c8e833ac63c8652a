#include "analysis/theory/verify.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "analysis/theory/cases.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/ratio.hpp"
#include "sim/stats/students_t.hpp"

namespace staffsim::theory {

namespace {

const TheoryCase& case_of(const std::string& file) {
    const std::string stem = std::filesystem::path(file).stem().string();
    for (const TheoryCase& known : theory_cases()) {
        if (known.id == stem) return known;
    }
    std::vector<std::string> ids;
    for (const TheoryCase& known : theory_cases()) ids.push_back(known.id);
    throw InputError(worded("{}: not a theory case; known: {}", "{}：没有这个理论算例；现有 {}", file,
                            fmt::format("{}", fmt::join(ids, ", "))));
}

struct Job {
    const TheoryCase* theory_case;
    std::string file;
    scenario::Scenario scenario;
    PureCase pure;  // of a case with a scenario the quantities alone
};

Job job_of(const std::string& file, const std::vector<std::string>& sets) {
    Job job{&case_of(file), file, {}, {}};
    if (job.theory_case->pure) {
        OwnNumbers numbers(file, sets);
        job.pure = job.theory_case->pure(numbers);
        return job;
    }
    if (!job.theory_case->has_file) {
        if (!sets.empty())
            throw InputError(
                worded("{}: has no scenario in which to set anything", "{}：该算例没有方案文件，无从设置", file));
        job.pure.quantities = job.theory_case->expect(job.scenario);
        return job;
    }
    job.scenario = scenario::load_scenario(scenario::parse_spec(file), {sets, {}, {}});
    const std::vector<Text> objections = job.theory_case->objections(job.scenario);
    if (!objections.empty())
        throw InputError(worded("{}: the closed form does not apply: {}", "{}：公式不适用：{}", file,
                                joined(objections, {"; ", "；"})));
    job.pure.quantities = job.theory_case->expect(job.scenario);
    return job;
}

std::vector<Observation> observe(const Job& job, std::uint32_t replications, std::uint32_t seed, int threads) {
    std::vector<Observation> seen(replications);
    std::optional<oneapi::tbb::global_control> limit;
    if (threads > 0)
        limit.emplace(oneapi::tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    oneapi::tbb::parallel_for(std::uint32_t{0}, replications, [&](std::uint32_t replication) {
        const RandomKey key{seed, replication};
        seen[replication] = job.pure.observe ? job.pure.observe(key) : job.theory_case->observe(job.scenario, key);
    });
    return seen;
}

Check mean_check(const Quantity& quantity, const std::vector<Observation>& seen, std::size_t index, double alpha) {
    std::vector<measures::Ratio> ratios;
    for (const Observation& one : seen) ratios.push_back({one.values[index].numerator, one.values[index].denominator});
    const stats::LinearisedRatio estimate = stats::linearised(ratios);
    Check check{quantity.name, quantity.expected, estimate.estimate};
    check.standard_error = std::sqrt(stats::sample_variance(estimate.influence) / static_cast<double>(ratios.size()));
    const double scale = quantity.scale > 0 ? quantity.scale : std::abs(quantity.expected);
    check.max_standard_error = quantity.max_relative_error * scale;
    check.critical = stats::two_sided_t(alpha, ratios.size() - 1);
    check.score = check.standard_error > 0 ? (check.got - check.expected) / check.standard_error : 0.0;
    const bool hit = check.standard_error > 0 ? std::abs(check.score) <= check.critical : check.got == check.expected;
    check.passed = hit && check.standard_error <= check.max_standard_error;
    return check;
}

Check exact_check(const Quantity& quantity, const std::vector<Observation>& seen, std::size_t index) {
    Check check{quantity.name, quantity.expected, quantity.expected};  // got: farthest from expected
    for (const Observation& one : seen) {
        const double got = one.values[index].numerator / one.values[index].denominator;
        const bool is_nearer = std::abs(got - quantity.expected) <= std::abs(check.got - quantity.expected);
        if (!is_nearer) check.got = got;
    }
    check.passed = std::abs(check.got - quantity.expected) <= 1e-9;
    return check;
}

// Pearson's chi-square; classes expected fewer than 5 times are joined at both ends.
Check chi_square_check(const Quantity& quantity, const std::vector<Observation>& seen, std::size_t index,
                       double alpha) {
    std::vector<double> counts(quantity.classes.size(), 0.0);
    double n = 0;
    for (const Observation& one : seen) {
        for (std::size_t k = 0; k < counts.size(); ++k) {
            counts[k] += one.values[index].counts[k];
            n += one.values[index].counts[k];
        }
    }
    double statistic = 0, joined_expected = 0, joined_count = 0, rest = n;
    int classes = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        joined_expected += n * quantity.classes[k];
        joined_count += counts[k];
        const bool last = k + 1 == counts.size();
        if (!last && (joined_expected < 5 || rest - joined_expected < 5)) continue;
        statistic += (joined_count - joined_expected) * (joined_count - joined_expected) / joined_expected;
        rest -= joined_expected;
        ++classes;
        joined_expected = joined_count = 0;
    }
    const double degrees = std::max(1, classes - 1);
    Check check{quantity.name, degrees, statistic};
    check.score = statistic;
    check.critical = boost::math::quantile(boost::math::complement(boost::math::chi_squared(degrees), alpha));
    check.passed = statistic <= check.critical && classes > 2;
    return check;
}

Check check_of(const Quantity& quantity, const std::vector<Observation>& seen, std::size_t index, double alpha) {
    switch (quantity.kind) {
        case Quantity::Kind::exact:
            return exact_check(quantity, seen, index);
        case Quantity::Kind::chi_square:
            return chi_square_check(quantity, seen, index, alpha);
        case Quantity::Kind::mean:
            break;
    }
    return mean_check(quantity, seen, index, alpha);
}

// Exact checks have no standard error, those of a distribution no largest one, and neither asks for what it has not.
std::string as_asked(double number, const char* form) {
    return number > 0 ? fmt::format(fmt::runtime(form), number) : "-";
}

// Headings and closing lines.
struct TableWords {
    Text replications{"replications", "次推演"}, quantity{"quantity", "数量"}, expected{"expected", "公式值"},
        got{"got", "推演值"}, standard_error{"s.e.", "标准误"}, allowed{"allowed", "容许"}, score{"score", "得分"},
        passes{"passes", "通过"}, fine{"ok", "通过"}, vague{"too vague: more replications", "推演次数不足"},
        failed{"FAILED", "不符"};
    Text legend{
        "allowed: the largest standard error with which a check may pass; passes: the largest score, positive or "
        "negative\n",
        "容许：标准误不超过此数才算通过；通过：得分的绝对值不超过此数\n"};
    Text too_vague{"too vague: so few replications tell nothing, however right the simulator is; a larger --effort\n",
                   "推演次数不足：次数太少，无论程序对错都说明不了什么；请加大 --effort\n"};
};

std::string heading_line(const TableWords& words, Language language) {
    std::string line = "  " + pad_right(in(words.quantity, language), 42);
    line += pad_left(in(words.expected, language), 12) + pad_left(in(words.got, language), 12);
    line += pad_left(in(words.standard_error, language), 10) + pad_left(in(words.allowed, language), 10);
    return line + pad_left(in(words.score, language), 8) + pad_left(in(words.passes, language), 8) + "  \n";
}

std::string count_line(std::size_t checks, std::size_t failed, std::size_t too_vague, double runs, Language language) {
    if (language == Language::zh) {
        const std::string vague = too_vague > 0 ? fmt::format("，{} 项推演次数不足", too_vague) : "";
        return fmt::format("共 {} 项，{} 项不符{}；正确的程序约每 {:.0f} 次运行才会有一次不符\n", checks, failed, vague,
                           runs);
    }
    const std::string vague = too_vague > 0 ? fmt::format(", {} too vague", too_vague) : "";
    return fmt::format("{} checks, {} failed{}; a right simulator fails any of them once in {:.0f} runs\n", checks,
                       failed, vague, runs);
}

void print_table(const std::vector<CaseResult>& results, double false_alarm_rate, Language language,
                 std::ostream& out) {
    const TableWords words;
    std::size_t checks = 0, failed = 0, too_vague = 0;
    for (const CaseResult& result : results) {
        fmt::print(out, "{}  ({} {}, {})\n", in(result.title, language), result.replications,
                   in(words.replications, language), result.file);
        out << heading_line(words, language);
        for (const Check& check : result.checks) {
            ++checks;
            // Nothing speaks against the simulator, but little could.
            const bool is_vague = !check.passed && std::abs(check.score) <= check.critical &&
                                  check.standard_error > check.max_standard_error;
            failed += !check.passed && !is_vague;
            too_vague += is_vague;
            const Text& word = check.passed ? words.fine : is_vague ? words.vague : words.failed;
            fmt::print(out, "  {}{:>12.5g}{:>12.5g}{:>10}{:>10}{:>8.2f}{:>8}  {}\n",
                       pad_right(in(check.quantity, language), 42), check.expected, check.got,
                       as_asked(check.standard_error, "{:.2g}"), as_asked(check.max_standard_error, "{:.2g}"),
                       check.score, as_asked(check.critical, "{:.2f}"), in(word, language));
        }
    }
    out << in(words.legend, language) << count_line(checks, failed, too_vague, 1 / false_alarm_rate, language);
    if (too_vague > 0) out << in(words.too_vague, language);
}

void print_json(const std::vector<CaseResult>& results, std::ostream& out) {
    nlohmann::json list = nlohmann::json::array();
    for (const CaseResult& result : results) {
        for (const Check& check : result.checks) {
            list.push_back({{"case", result.id},
                            {"quantity", check.quantity.en},
                            {"expected", check.expected},
                            {"got", check.got},
                            {"standard_error", check.standard_error},
                            {"max_standard_error", check.max_standard_error},
                            {"score", check.score},
                            {"critical", check.critical},
                            {"passed", check.passed}});
        }
    }
    out << list.dump(2) << '\n';
}

}  // namespace

std::vector<CaseResult> verify(const VerifyRequest& request) {
    std::vector<std::string> files = request.files;
    if (files.empty()) {
        for (const TheoryCase& known : theory_cases()) {
            const std::string file = (std::filesystem::path(request.folder) / (known.id + ".toml")).string();
            files.push_back(known.has_file ? file : known.id);
        }
    }
    std::vector<Job> jobs;
    std::size_t checks = 0;
    for (const std::string& file : files) {
        jobs.push_back(job_of(file, request.sets));
        checks += jobs.back().pure.quantities.size();
    }
    const double alpha = request.false_alarm_rate / static_cast<double>(checks);
    std::vector<CaseResult> results;
    for (const Job& job : jobs) {
        const std::uint32_t usual = job.theory_case->replications;
        const auto replications =
            usual == 1 ? 1 : std::max<std::uint32_t>(30, static_cast<std::uint32_t>(usual * request.effort));
        const std::vector<Observation> seen = observe(job, replications, request.seed, request.threads);
        CaseResult result{job.theory_case->id, job.theory_case->title, job.file, replications, {}};
        for (std::size_t q = 0; q < job.pure.quantities.size(); ++q)
            result.checks.push_back(check_of(job.pure.quantities[q], seen, q, alpha));
        results.push_back(std::move(result));
    }
    return results;
}

int run_verify(const VerifyRequest& request, std::ostream& out) {
    const std::vector<CaseResult> results = verify(request);
    if (request.json) {
        print_json(results, out);
    } else {
        print_table(results, request.false_alarm_rate, request.language, out);
    }
    for (const CaseResult& result : results) {
        for (const Check& check : result.checks) {
            if (!check.passed) return 1;
        }
    }
    return 0;
}

}  // namespace staffsim::theory
