/* csrc/fast/kernel.inc for processors with AVX2: four numbers at a time. */
#ifdef __x86_64__
#define WIDE      4
#define GW_KERNEL gw_kernel_avx2
#ifdef __clang__
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC target("avx2")
#endif
#include "kernel.inc"
#ifdef __clang__
#pragma clang attribute pop
#endif
#endif
