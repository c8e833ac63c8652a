// The results of one experiment in one SQLite file. Units of work are committed in plan order, replication outermost,
// so that a store left by a killed process is a prefix of the whole and is continued from there. The finished file has
// the same bytes however often it was interrupted: it holds no clock, host, path or thread count.
//
// One process at a time may write. A file that is not a store is refused and never touched.
//
//     Store store = Store::open_or_create(path, plan);
//     while (store.completed_replications() < wanted) store.commit(store.completed_replications(), units);
//     const int look = store.look_for(wanted);   // before a comparison of so many replications is shown
//     store.finish();
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/measures/outcome.hpp"
#include "sim/store/error.hpp"
#include "sim/store/packed.hpp"
#include "sim/store/plan.hpp"

namespace staffsim::store {

class Connection;
class SpareConnections;

struct OpenOptions {
    bool fresh = false;  // overwrite an existing store, whatever experiment, version or state it is of
};

class Store {
  public:
    // Continues the store at `path`, or begins a new one (the folder must exist). A store is continued when it has the
    // plan's model version and mismatches(stored, plan) is empty; names, labels and files are then brought up to date.
    // InputError: not a store; another format or model version; another experiment; the message says which and what to
    // do. StoreError: see error.hpp.
    static Store open_or_create(const std::filesystem::path& path, const Plan& plan, OpenOptions options = {});

    // Opens an existing store as it is, to report from it. Writes nothing unless look_for meets a new number.
    // InputError when there is none or it is of another format. Whether its model version matters is for the caller to
    // ask of plan().
    static Store open(const std::filesystem::path& path);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();  // without finish: everything committed is kept, the file can be continued

    const std::filesystem::path& path() const { return path_; }
    const Plan& plan() const { return plan_; }

    // Replications 0 .. completed - 1 are there, of all scenarios.
    std::uint32_t completed_replications() const { return static_cast<std::uint32_t>(units_ / plan_.scenarios.size()); }
    // Units of work that are there, in plan order: the replications above and perhaps a part of the next one.
    std::uint64_t completed_units() const { return units_; }

    // Of a run that ends before the number it named because it is precise enough: no replication is missing.
    void settle_for_completed();

    // Adds one replication in one transaction; `units` are its scenarios in plan order. InvariantError when it is not
    // the next one, or the values have not the plan's outcomes, groups and years. StoreError: nothing of it is kept.
    void commit(std::uint32_t replication, std::span<const UnitResult> units);
    // Adds a part of a replication in one transaction: `units` are those from `first` (= completed_units()) on, in plan
    // order, all of one replication. For experiments with so many scenarios that a whole replication takes long.
    void commit_units(std::uint64_t first, std::span<const UnitResult> units);
    void commit_units(std::uint64_t first, std::span<const PackedUnit> units);
    // What commit_units does first and any thread may do before: the units as bytes. InvariantError when the values
    // have not the plan's outcomes, groups and years.
    std::vector<PackedUnit> packed(std::span<const UnitResult> units) const;

    // The number, from 1, of the look at the first `replications` replications: the one that it got when it was first
    // asked for, otherwise the next free one. Call it only for comparisons that are going to be shown, because every
    // look makes all later ones stricter (stats/family.hpp). InvariantError when so many are not there.
    int look_for(std::uint32_t replications);
    // Replications of look 1, 2, …
    std::vector<std::uint32_t> looks() const;

    // Values of some outcomes in one scenario in one pass over the first `replications` replications, rising; within
    // one, in the order of `outcomes`. Cells are [group][year], of the aggregate groups alone or of all, and valid
    // during the call only. Several threads may read at once.
    enum class Groups { aggregates, all };
    using Visit =
        std::function<void(std::uint32_t replication, std::size_t outcome, std::span<const measures::Ratio> cells)>;
    void for_each_value(std::span<const std::size_t> outcomes, std::size_t scenario, std::uint32_t replications,
                        Groups groups, const Visit& visit) const;

    // Sums of the breakdowns over the first `replications` replications of a scenario, [measure][part][year]; empty
    // when none were kept. StoreError when they were kept for other numbers of measures or parts.
    std::vector<measures::Ratio> part_sums(std::size_t scenario, std::uint32_t replications, std::size_t measures,
                                           std::size_t parts) const;

    // All values of one outcome in one scenario, [replication][group][year].
    std::vector<measures::Ratio> load(std::size_t outcome, std::size_t scenario, std::uint32_t replications) const;

    // How often each rule that is on in a scenario fired, by id: [replication], the first `replications` of them.
    std::map<std::string, std::vector<std::int64_t>> rule_times(std::size_t scenario, std::uint32_t replications) const;

    // One part of the portraits of a scenario's first `replications` futures, one after the other; no numbers where it
    // was not kept. They are valid during the call only.
    using VisitPortrait = std::function<void(std::uint32_t replication, std::span<const std::int64_t> numbers)>;
    void for_each_portrait(std::string_view part, std::size_t scenario, std::uint32_t replications,
                           const VisitPortrait& visit) const;
    // The same of the first future alone.
    std::vector<std::int64_t> first_portrait(std::string_view part, std::size_t scenario) const;

    // Studies beside the comparison, for example of assumptions: points of a design, each with some numbers, committed
    // in their order. The store knows nothing of their meaning.
    //
    // Begins or continues the study of that name and returns how many of its points are there. A study of that name
    // with another design is given up, points and all.
    std::uint32_t begin_study(const std::string& name, const std::string& design);
    // InvariantError when it is not the next one.
    void commit_point(const std::string& study, std::uint32_t point, std::span<const double> numbers);
    struct Study {
        std::string name, design;
        std::vector<std::vector<double>> points;
    };
    // By name. The file is open for the whole time, so that this may be called between commits.
    std::vector<Study> studies() const;

    // Fingerprints and event counts of all units in plan order: [replication][scenario].
    std::vector<UnitRecord> unit_records() const;

    // Rewrites the file in its final form (a copy that takes its place in one step) and lets go of the lock. The store
    // can be read and even continued afterwards. Does nothing when the file is in that form already. For reading
    // meanwhile: finishing.hpp.
    void finish();

    // See canonical_dump.hpp.
    void write_canonical_dump(std::ostream& out) const;

  private:
    friend class Finishing;
    friend class Reading;
    explicit Store(const std::filesystem::path& path);
    // The same results, read from the same file, which nobody changes meanwhile.
    static Store of_unchanging(const Store& store);
    Store(const Store& store, std::unique_ptr<Connection> connection);
    void read_state();
    std::uint32_t count_points(const std::string& study) const;
    void adopt(Plan plan);
    void insert_unit(std::uint64_t number, const PackedUnit& unit);
    void insert_rules(std::int64_t unit_number, const PackedUnit& unit);
    void insert_portrait(std::int64_t unit_number, const PackedUnit& unit);

    std::filesystem::path path_;
    std::unique_ptr<Connection> connection_;
    std::unique_ptr<SpareConnections> spare_;
    bool is_unchanging_ = false;
    Plan plan_;
    std::uint64_t units_ = 0;
};

}  // namespace staffsim::store
