// Connections for reading. SQLite lets one thread at a time use a connection, so each that reads has its own where that
// is possible: not when this process holds the file for itself alone. Internal to this layer.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "sim/store/connection.hpp"
#include "sim/store/store.hpp"

namespace staffsim::store {

// Connections beside the store's own that nobody uses at the moment.
class SpareConnections {
  public:
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection);

  private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> spare_;
};

// A connection for as long as somebody reads in one go.
class Reading {
  public:
    explicit Reading(const Store& store);
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading();
    SQLite::Database& database() const;

  private:
    const Store& store_;
    std::unique_ptr<Connection> own_;
};

}  // namespace staffsim::store
