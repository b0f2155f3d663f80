#include "elementwise.h"

#include "kernel.h"

#ifdef __SSE2__
#include <xmmintrin.h>
#endif

/* What gw_fast_use chose; NULL until somebody asks. Whoever finds it NULL puts the same
 * there. */
static const gw_kernel *used;

int gw_fast_has(gw_instructions instructions) {
    switch (instructions) {
    case GW_BEST_INSTRUCTIONS:
    case GW_PLAIN_INSTRUCTIONS:
        return 1;
#ifdef __x86_64__
    case GW_AVX2:
        return __builtin_cpu_supports("avx2") != 0;
    case GW_AVX512:
        return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0;
#endif
    default:
        return 0;
    }
}

gw_status gw_fast_use(gw_instructions instructions) {
    if (!gw_fast_has(instructions))
        return GW_RANGE;
    const gw_kernel *kernel = &gw_kernel_plain;
#ifdef __x86_64__
    int best = instructions == GW_BEST_INSTRUCTIONS;
    if (best ? gw_fast_has(GW_AVX512) : instructions == GW_AVX512)
        kernel = &gw_kernel_avx512;
    else if (best ? gw_fast_has(GW_AVX2) : instructions == GW_AVX2)
        kernel = &gw_kernel_avx2;
#endif
    __atomic_store_n(&used, kernel, __ATOMIC_RELAXED);
    return GW_OK;
}

const gw_kernel *gw_kernel_used(void) {
    const gw_kernel *kernel = __atomic_load_n(&used, __ATOMIC_RELAXED);
    if (kernel != NULL)
        return kernel;
    return gw_fast_use(GW_BEST_INSTRUCTIONS) == GW_OK ? used : &gw_kernel_plain;
}

gw_status gw_fast_elementwise(gw_fast_function f, int32_t n, const double *x, double *y) {
    if (x == NULL || y == NULL)
        return GW_NULL;
    if (n < 1)
        return GW_SHAPE;
    if ((unsigned)f >= GW_FAST_FUNCTIONS)
        return GW_RANGE;
    unsigned before = gw_ieee_begin();
    gw_kernel_used()->elementwise(f, n, x, y);
    gw_ieee_end(before);
    return GW_OK;
}

unsigned gw_ieee_begin(void) {
#ifdef __SSE2__
    unsigned before = _mm_getcsr();
    _mm_setcsr(0x1f80);
    return before;
#else
    return 0;
#endif
}

void gw_ieee_end(unsigned before) {
#ifdef __SSE2__
    _mm_setcsr(before);
#else
    (void)before;
#endif
}
