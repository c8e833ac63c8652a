// Finishing a store while its results are read: writing the finished file is waiting for the disk more than anything.
#pragma once

#include <exception>
#include <optional>
#include <thread>

#include "sim/store/store.hpp"

namespace staffsim::store {

// Begins Store::finish on a thread of its own. The store itself must be left alone until this is over; its results are
// those of results().
class Finishing {
  public:
    explicit Finishing(Store& store);
    Finishing(const Finishing&) = delete;
    Finishing& operator=(const Finishing&) = delete;
    ~Finishing();  // waits

    // What is in the store, for reading from any thread until this object is gone.
    const Store& results() const { return results_ ? *results_ : store_; }

    // Until the finished file is there. Throws what Store::finish throws.
    void wait();

  private:
    void write_copy();
    void let_go();

    Store& store_;
    std::optional<Store> results_;
    std::exception_ptr error_;
    std::jthread writer_;
};

}  // namespace staffsim::store
