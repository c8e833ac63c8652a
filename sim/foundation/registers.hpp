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

}  // namespace staffsim
