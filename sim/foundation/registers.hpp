// Registers that passes over many numbers may use. All of them give the same bits; the wider ones are faster.
#pragma once

namespace staffsim {

// 512 (AVX-512), 256 (AVX2) or 128 bits: the widest that the processor has, or fewer when the environment's
// STAFFSIM_REGISTERS says so, with which tests go through all of them on one machine.
int register_bits();

// The one of three functions that do the same with so wide registers.
template <class Function>
Function* widest(Function* with_128, Function* with_256, Function* with_512) {
    const int bits = register_bits();
    return bits >= 512 ? with_512 : bits >= 256 ? with_256 : with_128;
}

// For a function that is compiled for registers of 512 bits.
#define STAFFSIM_AVX512 [[gnu::target("avx512f,avx512dq,avx512vl,prefer-vector-width=512")]]
// Of name_of(…), which is always inline, the functions name_128, name_256 and name_512.
#define STAFFSIM_FOR_ALL_REGISTERS(name, parameters, arguments)                        \
    auto name##_128 parameters { return name##_of arguments; }                         \
    [[gnu::target("avx2")]] auto name##_256 parameters { return name##_of arguments; } \
    STAFFSIM_AVX512 auto name##_512 parameters { return name##_of arguments; }
// The one of them for the registers there are.
#define STAFFSIM_WIDEST(name) widest(name##_128, name##_256, name##_512)

}  // namespace staffsim
