#include "sim/experiment/runner.hpp"

#include <fmt/format.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>

#include "sim/experiment/parallel.hpp"
#include "sim/foundation/diagnostics.hpp"

namespace staffsim::experiment {

namespace {

// Replications begun or waiting for their turn to be committed, per thread.
constexpr int in_flight_per_thread = 4;

// One replication on its way through the pipeline: simulated and packed, or failed.
struct Parcel {
    std::uint64_t first = 0;  // unit
    std::uint32_t replication = 0;
    std::vector<store::PackedUnit> units;
    std::exception_ptr error;
};

[[noreturn]] void rethrow_with_number(const Parcel& parcel) {
    const std::string prefix = fmt::format("replication {}: ", parcel.replication);
    try {
        std::rethrow_exception(parcel.error);
    } catch (const InvariantError& error) {
        throw InvariantError(prefix + error.what());
    } catch (const InputError& error) {
        std::vector<Problem> problems = error.problems();
        for (Problem& problem : problems)
            problem.message = worded("replication {}: {}", "第 {} 次推演：{}", parcel.replication, problem.message);
        throw InputError(std::move(problems));
    } catch (const std::exception& error) {
        throw std::runtime_error(prefix + error.what());
    }
}

// What one station did is visible to the next. The library sees to that, too, but as it is not compiled with
// ThreadSanitizer, that tool would not know and report every handover as a race.
class StationVisit {
  public:
    StationVisit() { pass(); }
    StationVisit(const StationVisit&) = delete;
    StationVisit& operator=(const StationVisit&) = delete;
    ~StationVisit() { pass(); }

  private:
    static void pass() {
        static constinit std::atomic<std::uint32_t> baton = 0;
        baton.fetch_add(1, std::memory_order_acq_rel);
    }
};

// Hands packed parts to a thread of their own that commits them in the order in which they come, so that no thread that
// simulates waits for the disk. Few may wait at a time.
class Committer {
  public:
    using Units = std::vector<store::PackedUnit>;
    // `commit` is called by the own thread alone and throws nothing.
    explicit Committer(std::function<void(std::uint64_t first, const Units& units)> commit)
        : commit_(std::move(commit)), thread_([this] { work(); }) {}
    Committer(const Committer&) = delete;
    Committer& operator=(const Committer&) = delete;
    ~Committer() { finish(); }

    void hand_over(std::uint64_t first, Units units) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return waiting_.size() < most_waiting; });
        waiting_.emplace_back(first, std::move(units));
        changed_.notify_all();
    }
    // Until everything handed over is committed.
    void finish() {
        {
            const std::lock_guard lock(mutex_);
            is_over_ = true;
            changed_.notify_all();
        }
        if (thread_.joinable()) thread_.join();
    }

  private:
    static constexpr std::size_t most_waiting = 4;

    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [this] { return is_over_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            const auto [first, units] = std::move(waiting_.front());
            waiting_.pop_front();
            changed_.notify_all();
            lock.unlock();
            commit_(first, units);
            lock.lock();
        }
    }

    std::function<void(std::uint64_t, const Units&)> commit_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::pair<std::uint64_t, Units>> waiting_;
    bool is_over_ = false;
    std::jthread thread_;
};

// The three stations of the pipeline. Begin and commit, which hands over to the committer, are serial and in order;
// only simulate runs in parallel. Parcels live in a ring: at most as many are on their way as it has places, and they
// leave in the order in which they came.
class Pipeline {
  public:
    Pipeline(store::Store& store, RunRequest request, const RunPart& run, std::size_t part, Progress& progress,
             const std::atomic<bool>& interrupted)
        : store_(store),
          run_(run),
          progress_(progress),
          interrupted_(interrupted),
          scenarios_(store.plan().scenarios.size()),
          part_(part),
          end_(std::uint64_t{request.replications} * scenarios_),
          next_(store.completed_units()),
          ring_(static_cast<std::size_t>(in_flight_per_thread) * static_cast<std::size_t>(request.threads)) {}

    void execute() {
        const StationVisit visit;
        const auto beginning = tbb::make_filter<void, Parcel*>(
            tbb::filter_mode::serial_in_order, [this](tbb::flow_control& control) { return begin(control); });
        const auto simulating = tbb::make_filter<Parcel*, Parcel*>(tbb::filter_mode::parallel,
                                                                   [this](Parcel* parcel) { return simulate(parcel); });
        const auto committing = tbb::make_filter<Parcel*, void>(tbb::filter_mode::serial_in_order,
                                                                [this](Parcel* parcel) { commit(*parcel); });
        tbb::parallel_pipeline(ring_.size(), beginning & simulating & committing);
        committer_.finish();
    }

    void rethrow_failure() const {
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    Parcel* begin(tbb::flow_control& control) {
        const StationVisit visit;
        if (next_ >= end_ || interrupted_ || has_failed_) {
            control.stop();
            return nullptr;
        }
        Parcel& parcel = ring_[begun_++ % ring_.size()];
        parcel.first = next_;
        parcel.replication = static_cast<std::uint32_t>(next_ / scenarios_);
        next_ += count_from(next_ % scenarios_);
        return &parcel;
    }

    // Parts end at multiples of their size, wherever an earlier run stopped.
    std::size_t count_from(std::size_t scenario) const {
        return std::min(scenarios_, (scenario / part_ + 1) * part_) - scenario;
    }

    Parcel* simulate(Parcel* parcel) {
        const StationVisit visit;
        try {
            const std::size_t scenario = parcel->first % scenarios_;
            parcel->units = store_.packed(run_(parcel->replication, scenario, count_from(scenario)));
        } catch (...) {
            parcel->error = std::current_exception();
            has_failed_ = true;
        }
        return parcel;
    }

    // In order. Throws nothing, so that the replications being simulated end in an orderly way; nothing that comes
    // after a failed one is handed over.
    void commit(Parcel& parcel) {
        const StationVisit visit;
        if (has_missed_one_) return;
        if (parcel.error) {
            has_missed_one_ = true;
            committer_.finish();  // what went before is committed, or its failure is the first
            keep_failure([&] { rethrow_with_number(parcel); });
            return;
        }
        committer_.hand_over(parcel.first, std::move(parcel.units));
        parcel.units.clear();
    }

    // After a failure nothing more is committed.
    void write(std::uint64_t first, const std::vector<store::PackedUnit>& units) {
        if (failure_) return;
        keep_failure([&] {
            const std::uint32_t before = store_.completed_replications();
            store_.commit_units(first, std::span<const store::PackedUnit>(units));
            if (store_.completed_replications() > before) progress_.advance();
        });
    }

    // The first failure alone.
    template <class Work>
    void keep_failure(const Work& work) {
        try {
            if (!failure_) work();
        } catch (...) {
            failure_ = std::current_exception();
            has_failed_ = true;
        }
    }

    store::Store& store_;
    const RunPart& run_;
    Progress& progress_;
    const std::atomic<bool>& interrupted_;
    const std::size_t scenarios_, part_;
    const std::uint64_t end_;
    std::uint64_t next_, begun_ = 0;
    std::vector<Parcel> ring_;
    std::atomic<bool> has_failed_ = false;
    bool has_missed_one_ = false;
    std::exception_ptr failure_;  // the first in plan order
    Committer committer_{
        [this](std::uint64_t first, const std::vector<store::PackedUnit>& units) { write(first, units); }};
};

// Exactly so many threads, the calling one included, also when that is more than there are processors.
template <class Work>
void on_threads(int threads, const Work& work) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    tbb::task_arena arena(threads);
    arena.execute(work);
}

RunReport run_in_parts(store::Store& store, RunRequest request, const RunPart& run, std::size_t part,
                       Progress& progress, const std::atomic<bool>& interrupted) {
    if (store.completed_replications() >= request.replications) return {store.completed_replications(), false};
    request.threads = thread_count(request.threads);
    Pipeline pipeline(store, request, run, part, progress, interrupted);
    progress.start(store.completed_replications(), request.replications);
    on_threads(request.threads, [&] { pipeline.execute(); });
    progress.finish();
    pipeline.rethrow_failure();
    const std::uint32_t completed = store.completed_replications();
    return {completed, completed < request.replications};
}

}  // namespace

RunReport run_missing(store::Store& store, RunRequest request, const RunReplication& run, Progress& progress,
                      const std::atomic<bool>& interrupted) {
    const RunPart of_all = [&run](std::uint32_t replication, std::size_t first, std::size_t) {
        std::vector<UnitResult> units = run(replication);
        units.erase(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(std::min(first, units.size())));
        return units;
    };
    return run_in_parts(store, request, of_all, store.plan().scenarios.size(), progress, interrupted);
}

RunReport run_missing(store::Store& store, RunRequest request, const RunPart& run, Progress& progress,
                      const std::atomic<bool>& interrupted) {
    return run_in_parts(store, request, run, part_size, progress, interrupted);
}

}  // namespace staffsim::experiment
