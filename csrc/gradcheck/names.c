#include "diagnosis.h"

#include <stddef.h>

/* Every name, and what it means: what gradcheck --list-mistakes prints. */

static const struct {
    const char *key, *meaning;
} NAME[GW_NAMES] = {
    [GW_NAME_SIGN] = {"sign", "the right size, the wrong sign"},
    [GW_NAME_SCALE] = {"scale", "a factor common to all"},
    [GW_NAME_MISSING_MEAN] = {"missing-mean", "m times too large"},
    [GW_NAME_DOUBLE_MEAN] = {"double-mean", "m times too small"},
    [GW_NAME_MEAN_OVER_M_MINUS_1] = {"mean-over-m-minus-1", "m/(m - 1) times too large"},
    [GW_NAME_ZERO] = {"zero", "zero where the cost has a slope"},
    [GW_NAME_UNWRITTEN] = {"unwritten", "entries that the function never writes"},
    [GW_NAME_TRANSPOSED] = {"transposed", "stored column by column, read row by row"},
    [GW_NAME_SHIFTED] = {"shifted", "the right numbers, one row or column on"},
    [GW_NAME_SINGLE_ENTRY] = {"single-entry", "only one entry, row or column is wrong"},
    [GW_NAME_REGULARISER_MISSING] = {"regulariser-missing",
                                     "too little by a multiple of the parameters"},
    [GW_NAME_REGULARISER_ON_BIAS] = {"regulariser-on-bias", "one time too often, in biases"},
    [GW_NAME_REGULARISER_TWICE] = {"regulariser-twice", "one time too often, in others"},
    [GW_NAME_STALE_PARAMETERS] = {"stale-parameters",
                                  "the gradient after an update, or before it (--alpha)"},
    [GW_NAME_ACCUMULATED] = {"accumulated", "added to what was in the buffer"},
    [GW_NAME_SINGLE_PRECISION] = {"single-precision", "right to the digits of a float"},
    [GW_NAME_FEW_DIGITS] = {"few-digits", "right to some digits: an iteration that stops early"},
    [GW_NAME_NOT_A_FUNCTION] = {"not-a-function", "another answer to the same question"},
    [GW_NAME_THETA_MODIFIED] = {"theta-modified", "the parameters are changed"},
    [GW_NAME_OUT_OF_BOUNDS] = {"out-of-bounds", "written outside of the buffer"},
    [GW_NAME_NAN] = {"nan", "not finite"},
    [GW_NAME_FIRST_WRONG] =
        {"first-wrong", "of the equations that are wrong, the one to fix first (--mode equations)"},
    [GW_NAME_FOLLOWS] = {"follows", "computed from one that is wrong (--mode equations)"},
    [GW_NAME_UNKNOWN] = {"unknown", "none of these"},
};

const char *gw_diagnose_key(int32_t name) {
    return name >= 0 && name < GW_NAMES ? NAME[name].key : NULL;
}

const char *gw_diagnose_meaning(int32_t name) {
    return name >= 0 && name < GW_NAMES ? NAME[name].meaning : NULL;
}
