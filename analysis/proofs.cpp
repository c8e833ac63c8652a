#include "analysis/proofs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <numeric>

#include "sim/experiment/parallel.hpp"
#include "sim/foundation/diagnostics.hpp"

namespace staffsim::analysis {

namespace {

using ProofJson = nlohmann::ordered_json;

constexpr const char* proofs_name = "proofs";
constexpr std::uint32_t most_null_futures = 2;

std::string text_of(const Proofs& proofs) {
    const ProofJson json{{"kind", "proofs"},
                         {"null_futures", proofs.null_futures},
                         {"outcomes", proofs.outcomes},
                         {"future", proofs.future},
                         {"runs", proofs.runs}};
    return json.dump();
}

Proofs proofs_to_live(const store::Store& store) {
    const store::Plan& plan = store.plan();
    const std::uint32_t futures = store.completed_replications();
    return {std::min(most_null_futures, futures), static_cast<std::uint32_t>(plan.outcomes.size()), futures - 1,
            static_cast<std::uint32_t>(plan.scenarios.size())};
}

void check_fingerprint(const store::Store& store, std::uint32_t replication, std::size_t scenario,
                       std::uint64_t fingerprint, const char* how) {
    const std::vector<store::UnitRecord> records = store.unit_records();
    const std::size_t unit = replication * store.plan().scenarios.size() + scenario;
    if (records.at(unit).fingerprint == fingerprint) return;
    throw InvariantError(fmt::format("replication {}, {}: {} it has the fingerprint {:016x} instead of {:016x}",
                                     replication, store.plan().scenarios[scenario].id, how, fingerprint,
                                     records[unit].fingerprint));
}

// All outcomes of all groups and years are those of the store.
void check_values(const store::Store& store, const std::vector<store::UnitResult>& again) {
    std::vector<std::size_t> all(store.plan().outcomes.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto years = static_cast<std::size_t>(store.plan().years);
    const auto check = [&](std::uint32_t replication, std::size_t outcome, std::span<const measures::Ratio> cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const measures::Ratio own = again[replication].values.at(outcome, i / years, i % years);
            if (own.numerator == cells[i].numerator && own.denominator == cells[i].denominator) continue;
            throw InvariantError(fmt::format("replication {}: the baseline under another name differs in {}",
                                             replication, store.plan().outcomes[outcome].id));
        }
    };
    store.for_each_value(all, 0, static_cast<std::uint32_t>(again.size()), store::Store::Groups::all, check);
}

void live_null_policy(const Batch& batch, const store::Store& store, const Proofs& proofs, int threads) {
    scenario::Scenario same = batch.scenarios().front();
    same.name = {"the baseline under another name", "换了名称的现行办法"};
    std::vector<store::UnitResult> again(proofs.null_futures);
    experiment::in_parallel(again.size(), threads, [&](std::size_t future) {
        again[future] = batch.run_beside(same, 0, static_cast<std::uint32_t>(future));
    });
    for (std::uint32_t future = 0; future < proofs.null_futures; ++future)
        check_fingerprint(store, future, 0, again[future].fingerprint, "under another name");
    check_values(store, again);
}

void live_last_future(const Batch& batch, const store::Store& store, const Proofs& proofs, int threads) {
    const int other_number = experiment::thread_count(threads) > 1 ? 1 : 2;
    std::vector<std::uint64_t> fingerprints(proofs.runs);
    experiment::in_parallel(fingerprints.size(), other_number, [&](std::size_t scenario) {
        fingerprints[scenario] = batch.run(proofs.future, scenario, 1).front().fingerprint;
    });
    for (std::size_t scenario = 0; scenario < fingerprints.size(); ++scenario)
        check_fingerprint(store, proofs.future, scenario, fingerprints[scenario],
                          "lived again alone and on another number of threads");
}

}  // namespace

void live_proofs(const Batch& batch, store::Store& store, int threads) {
    if (store.completed_replications() == 0) return;
    const Proofs proofs = proofs_to_live(store);
    if (store.begin_study(proofs_name, text_of(proofs)) > 0) return;
    live_null_policy(batch, store, proofs, threads);
    live_last_future(batch, store, proofs, threads);
    store.commit_point(proofs_name, 0, std::array{0.0, 0.0});  // outcomes and fingerprints that differed
}

std::optional<Proofs> proofs_in(const store::Store& store) {
    if (store.completed_replications() == 0) return std::nullopt;
    const Proofs proofs = proofs_to_live(store);
    for (const store::Store::Study& kept : store.studies()) {
        if (kept.name == proofs_name && kept.design == text_of(proofs) && kept.points.size() == 1) return proofs;
    }
    return std::nullopt;
}

}  // namespace staffsim::analysis
