// What the program asks of the allocator. Nothing where the C library is not glibc.
#pragma once

namespace staffsim::cli {

// Memory that one county has given back is there for the next one: a county takes and gives back some MiB, and getting
// them from the system anew took a tenth of the time of a small one. Once, before anything is simulated.
void keep_memory();

// What nobody uses goes back to the system: before work of another kind, whose blocks do not fit into the gaps.
void give_memory_back();

}  // namespace staffsim::cli
