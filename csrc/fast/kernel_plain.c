/* csrc/fast/kernel.inc for every processor: two numbers at a time. */
#define WIDE      2
#define GW_KERNEL gw_kernel_plain
#include "kernel.inc"
