#include "tests/coverage/study.hpp"

#include <cmath>

namespace staffsim::coverage {

namespace {

constexpr double allowed_errors = 3;

}  // namespace

double Result::standard_error() const { return std::sqrt(kind.nominal * (1 - kind.nominal) / repetitions); }

bool Result::is_kept() const {
    const double off = (share() - kind.nominal) / standard_error();
    if (kind.promise == Promise::reported) return true;
    return off >= -allowed_errors && (kind.promise == Promise::at_least || off <= allowed_errors);
}

Result measured(const Kind& kind, std::uint32_t repetitions) {
    Result result{kind, static_cast<std::uint32_t>(repetitions * kind.effort), 0};
    const Holds holds = kind.prepare(result.repetitions);
    for (std::uint32_t r = 0; r < result.repetitions; ++r) result.held += holds(r);
    return result;
}

std::vector<Kind> all_kinds() {
    std::vector<Kind> all;
    for (const auto& list : {normal_kinds(), share_kinds(), simulated_kinds(), driver_kinds()}) {
        all.insert(all.end(), list.begin(), list.end());
    }
    return all;
}

}  // namespace staffsim::coverage
