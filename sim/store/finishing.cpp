#include "sim/store/finishing.hpp"

#include "sim/store/connection.hpp"
#include "sim/store/file.hpp"
#include "sim/store/reading.hpp"

namespace staffsim::store {

namespace fs = std::filesystem;

void Store::finish() { Finishing(*this).wait(); }

// Nobody else can change the file that is read, because the store's connection holds the lock on it.
Finishing::Finishing(Store& store) : store_(store) {
    const bool is_done = guarded(store_.path_, [&] {
        const bool is_finished = store_.connection_->is_finished();
        if (!is_finished) store_.connection_->fold_log();
        return is_finished;
    });
    if (is_done) {
        let_go();
        return;
    }
    results_.emplace(Store::of_unchanging(store_));
    writer_ = std::jthread([this] {
        try {
            guarded(store_.path_, [this] { write_copy(); });
        } catch (...) {
            error_ = std::current_exception();
        }
    });
}

Finishing::~Finishing() {
    try {
        if (writer_.joinable()) wait();
    } catch (...) {
        // whoever wants to know waits
    }
}

// The copy takes the place of the file while the lock is still held: nobody else can have begun to write the old one.
void Finishing::write_copy() {
    const fs::path copy = unfinished_path(store_.path_);
    remove_with_side_files(copy);
    try {
        store_.connection_->write_finished_copy(copy);
        replace_file(copy, store_.path_);
    } catch (...) {
        remove_with_side_files(copy);
        throw;
    }
}

void Finishing::wait() {
    if (!writer_.joinable()) return;
    writer_.join();
    let_go();
    if (error_) std::rethrow_exception(error_);
}

void Finishing::let_go() {
    store_.spare_ = std::make_unique<SpareConnections>();  // the others are to a file that is gone
    guarded(store_.path_, [this] { store_.connection_ = std::make_unique<Connection>(store_.path_); });
}

}  // namespace staffsim::store
