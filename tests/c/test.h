/* What the C tests share. cmocka compares floats only and takes NaN for equal to
 * anything, so numbers are compared here. */
#ifndef GW_TEST_H
#define GW_TEST_H

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Fails unless |actual − expected| ≤ atol + rtol·|expected|; NaN fails. */
#define assert_close(actual, expected, rtol, atol)                                                 \
    do {                                                                                           \
        double test_a = (actual), test_e = (expected);                                             \
        double test_tolerance = (atol) + (rtol)*fabs(test_e);                                      \
        if (!(test_a == test_e || fabs(test_a - test_e) <= test_tolerance)) {                      \
            print_error("%s is %.17g, expected %.17g within %.3g\n", #actual, test_a, test_e,      \
                        test_tolerance);                                                           \
            fail();                                                                                \
        }                                                                                          \
    } while (0)

#define assert_ok(call) assert_int_equal((call), GW_OK)

#endif
