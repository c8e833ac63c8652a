#include "sim/foundation/registers.hpp"

#include <algorithm>
#include <cstdlib>

namespace staffsim {

namespace {

int bits_of_processor() {
    const bool wide = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
                      __builtin_cpu_supports("avx512vl") != 0;
    if (wide) return 512;
    return __builtin_cpu_supports("avx2") != 0 ? 256 : 128;
}

int bits_allowed() {
    const char* const wish = std::getenv("STAFFSIM_REGISTERS");
    return wish == nullptr ? 512 : std::atoi(wish);
}

}  // namespace

int register_bits() {
    static const int bits = std::min(bits_of_processor(), bits_allowed());
    return bits;
}

}  // namespace staffsim
