// Reading values back: one pass over the runs of a scenario, unpacking only what is asked for.

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/VariadicBind.h>

#include "sim/foundation/diagnostics.hpp"
#include "sim/store/connection.hpp"
#include "sim/store/packed.hpp"
#include "sim/store/reading.hpp"
#include "sim/store/store.hpp"

namespace staffsim::store {

namespace {

const Text values_lost{"values of a future are missing or not as they were written",
                       "某次推演的数值缺失，或与写入时不同"};

std::span<const std::uint8_t> bytes_of(const SQLite::Column& blob) {
    return {static_cast<const std::uint8_t*>(blob.getBlob()), static_cast<std::size_t>(blob.getBytes())};
}

}  // namespace

void Store::for_each_value(std::span<const std::size_t> outcomes, std::size_t scenario, std::uint32_t replications,
                           Groups groups, const Visit& visit) const {
    if (replications > completed_replications())
        throw InvariantError("store: replications asked for that are not there");
    const bool with_units = groups == Groups::all;
    const auto years = static_cast<std::size_t>(plan_.years);
    const std::size_t aggregates = aggregate_groups(plan_);
    const std::size_t named = with_units ? plan_.groups.size() - aggregates : 0;
    std::vector<measures::Ratio> cells((aggregates + named) * years);
    const auto of_aggregates = std::span(cells).first(aggregates * years),
               of_units = std::span(cells).last(named * years);
    guarded(path_, [&] {
        const Reading reading(*this);
        SQLite::Statement row(reading.database(), with_units ? "SELECT aggregates, units FROM value WHERE unit = ?"
                                                             : "SELECT aggregates FROM value WHERE unit = ?");
        for (std::uint32_t replication = 0; replication < replications; ++replication) {
            row.reset();
            row.bind(1, static_cast<std::int64_t>(std::uint64_t{replication} * plan_.scenarios.size() + scenario));
            if (!row.executeStep()) throw_damaged(path_, values_lost);
            const PackedBlock sums(bytes_of(row.getColumn(0)), plan_.outcomes.size(), aggregates, years);
            const PackedBlock units(with_units ? bytes_of(row.getColumn(1)) : std::span<const std::uint8_t>{},
                                    plan_.outcomes.size(), named, years);
            for (const std::size_t outcome : outcomes) {
                const bool is_sound = (aggregates == 0 || sums.read(outcome, of_aggregates)) &&
                                      (named == 0 || units.read(outcome, of_units));
                if (!is_sound) throw_damaged(path_, values_lost);
                visit(replication, outcome, cells);
            }
        }
    });
}

std::vector<measures::Ratio> Store::part_sums(std::size_t scenario, std::uint32_t replications, std::size_t measures,
                                              std::size_t parts) const {
    const auto years = static_cast<std::size_t>(plan_.years);
    std::vector<measures::Ratio> sums(measures * parts * years), cells(parts * years);
    bool is_kept = false;
    guarded(path_, [&] {
        const Reading reading(*this);
        SQLite::Statement row(reading.database(), "SELECT parts FROM value WHERE unit = ?");
        for (std::uint32_t replication = 0; replication < replications; ++replication) {
            row.reset();
            row.bind(1, static_cast<std::int64_t>(std::uint64_t{replication} * plan_.scenarios.size() + scenario));
            if (!row.executeStep()) throw_damaged(path_, values_lost);
            const PackedBlock block(bytes_of(row.getColumn(0)), measures, parts, years);
            if (row.getColumn(0).getBytes() == 0) continue;
            is_kept = true;
            for (std::size_t m = 0; m < measures; ++m) {
                if (!block.read(m, cells)) throw_damaged(path_, values_lost);
                for (std::size_t i = 0; i < cells.size(); ++i) sums[m * cells.size() + i] += cells[i];
            }
        }
    });
    return is_kept ? sums : std::vector<measures::Ratio>{};
}

std::vector<measures::Ratio> Store::load(std::size_t outcome, std::size_t scenario, std::uint32_t replications) const {
    std::vector<measures::Ratio> all;
    for_each_value(std::span(&outcome, 1), scenario, replications, Groups::all,
                   [&](std::uint32_t, std::size_t, std::span<const measures::Ratio> cells) {
                       all.insert(all.end(), cells.begin(), cells.end());
                   });
    return all;
}

}  // namespace staffsim::store
