#include "sim/store/reading.hpp"

namespace staffsim::store {

namespace {

// Pages are read once, one after the other; what is looked up again are a few of the trees.
constexpr const char* reading_settings = "PRAGMA main.cache_size = -512";

std::unique_ptr<Connection> another_of(const std::filesystem::path& path, bool is_unchanging) {
    auto connection = is_unchanging ? Connection::of_unchanging(path) : std::make_unique<Connection>(path);
    connection->database().exec(reading_settings);
    return connection;
}

}  // namespace

std::unique_ptr<Connection> SpareConnections::take() {
    const std::lock_guard lock(mutex_);
    if (spare_.empty()) return nullptr;
    std::unique_ptr<Connection> last = std::move(spare_.back());
    spare_.pop_back();
    return last;
}

void SpareConnections::give_back(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(mutex_);
    spare_.push_back(std::move(connection));
}

// One transaction, so that SQLite looks for changes by others once and not at every row.
Reading::Reading(const Store& store) : store_(store) {
    if (store_.connection_->is_locked()) return;
    own_ = store_.spare_->take();
    if (!own_) own_ = another_of(store_.path_, store_.is_unchanging_);
    own_->database().exec("BEGIN");
}

Reading::~Reading() {
    if (!own_) return;
    try {
        own_->database().exec("COMMIT");
        store_.spare_->give_back(std::move(own_));
    } catch (...) {
        own_.reset();
    }
}

SQLite::Database& Reading::database() const { return (own_ ? *own_ : *store_.connection_).database(); }

}  // namespace staffsim::store
