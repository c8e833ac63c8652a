#include "sim/cli/memory.hpp"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace staffsim::cli {

void keep_memory() {
#ifdef __GLIBC__
    constexpr int largest_of_a_county = 4 << 20, kept = 16 << 20;  // bytes
    mallopt(M_MMAP_THRESHOLD, largest_of_a_county);
    mallopt(M_TRIM_THRESHOLD, kept);
#endif
}

void give_memory_back() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace staffsim::cli
