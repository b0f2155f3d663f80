/* csrc/fast/kernel.inc for processors with AVX-512: eight numbers at a time. */
#ifdef __x86_64__
#define WIDE      8
#define GW_KERNEL gw_kernel_avx512
#ifdef __clang__
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq"))), apply_to = function)
#else
#pragma GCC target("avx512f,avx512dq")
#endif
#include "kernel.inc"
#ifdef __clang__
#pragma clang attribute pop
#endif
#endif
