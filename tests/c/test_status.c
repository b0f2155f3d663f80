#include "status.h"
#include "test.h"

#include <string.h>

/* Every status has a sentence of its own, and so has a number that is none. */
static void every_status_has_its_sentence(void **state) {
    (void)state;
    enum { COUNT = GW_NO_ANSWER + 1 };
    const char *none = gw_status_text((gw_status)COUNT);
    assert_string_equal(none, "not a status of this library");
    for (int i = 0; i < COUNT; i++) {
        const char *text = gw_status_text((gw_status)i);
        assert_non_null(text);
        assert_true(strlen(text) > 5);
        assert_string_not_equal(text, none);
        assert_null(strchr(text, '\n'));
        for (int k = 0; k < i; k++)
            assert_string_not_equal(text, gw_status_text((gw_status)k));
    }
}

static void all_is_well_is_zero(void **state) {
    (void)state;
    assert_int_equal(GW_OK, 0);
}

static gw_status passes_on(gw_status given, int *reached) {
    GW_TRY(given);
    *reached = 1;
    return GW_OK;
}

static void try_returns_what_failed(void **state) {
    (void)state;
    int reached = 0;
    assert_int_equal(passes_on(GW_DOMAIN, &reached), GW_DOMAIN);
    assert_int_equal(reached, 0);
    assert_int_equal(passes_on(GW_OK, &reached), GW_OK);
    assert_int_equal(reached, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_has_its_sentence),
        cmocka_unit_test(all_is_well_is_zero),
        cmocka_unit_test(try_returns_what_failed),
    };
    return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
