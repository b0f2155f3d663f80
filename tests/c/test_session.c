#include "session.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* J = Σ exp(x_k)/k, with the intermediate e_k = exp(x_k), and the right gradient but
 * for what is wrong. */
enum { N = 3, MOST = 65 };
typedef struct {
    double factor;         /* of the gradient */
    double factor_of_e;    /* of the intermediate's */
    double twin;           /* of the complex twin */
    double nan_below;      /* J is NaN where x_1 is less */
    double right_below;    /* and the gradient right whatever its factor */
    int leaves_last, adds; /* of the gradient's buffer */
    gw_session_model model;
} bench;

static double cost_of(const bench *b, const double *e, int32_t n) {
    double J = 0;
    for (int32_t k = 0; k < n; k++)
        J += e[k] / (k + 1);
    return log(e[0]) < b->nan_below ? NAN : J;
}

static void answer_one(const bench *b, const gw_session_ask *ask, gw_session_answer *a) {
    static double x[MOST], e[MOST], g[MOST];
    int32_t n = ask->size;
    memcpy(x, ask->at, (size_t)n * sizeof(double));
    if (ask->entry >= 0 && ask->what != GW_ASK_COMPLEX)
        x[ask->entry] = ask->value;
    for (int32_t k = 0; k < n; k++)
        e[k] = ask->what == GW_ASK_COST_FROM ? x[k] : exp(x[k]);
    for (int32_t k = 0; k < n; k++) {
        double right = ask->what == GW_ASK_EQUATION
                           ? b->factor_of_e / (k + 1)
                           : (x[0] < b->right_below ? 1 : b->factor) * e[k] / (k + 1);
        g[k] = (b->adds ? ask->fill : 0) + right;
    }
    if (b->leaves_last)
        g[n - 1] = ask->fill;
    a->value = ask->what == GW_ASK_COST || ask->what == GW_ASK_COST_FROM ? cost_of(b, e, n) : 0;
    a->values = ask->what == GW_ASK_EQUATION ? e : x;
    a->gradient = g;
    if (ask->what == GW_ASK_COMPLEX) {
        a->value = cost_of(b, e, n);
        if (ask->entry >= 0)
            a->imaginary = b->twin * e[ask->entry] / (ask->entry + 1) * ask->value;
    }
}

/* Runs a session to its end; what it said, in one text. Its memory, or what follows
 * it, is not written to beyond. */
static char said[20000];
static gw_session *session;

static gw_session *run(const bench *b) {
    static void *memory;
    gw_session_ask ask;
    free(memory);
    memory = malloc(gw_session_bytes(&b->model));
    assert_non_null(memory);
    said[0] = '\0';
    assert_ok(gw_session_start(&b->model, memory, &session));
    while (gw_session_next(session, &ask)) {
        gw_session_answer answer = {0};
        if (ask.what == GW_ASK_NOTHING) {
            strncat(said, ask.text, sizeof said - strlen(said) - 2);
            strcat(said, "\n");
            continue;
        }
        assert_int_equal(gw_session_tell(session, ask.id + 1000, &answer), GW_NO_ANSWER);
        answer_one(b, &ask, &answer);
        assert_ok(gw_session_tell(session, ask.id, &answer));
        assert_int_equal(gw_session_tell(session, ask.id, &answer), GW_NO_ANSWER);
    }
    return session;
}

static bench right(gw_session_mode mode) {
    return (bench){.factor = 1,
                   .factor_of_e = 1,
                   .twin = 1,
                   .nan_below = -INFINITY,
                   .right_below = -INFINITY,
                   .model = {.size = N,
                             .points = 2,
                             .seed = 1,
                             .mode = mode,
                             .blocks = "a 2x1, b 1x1",
                             .equations = "e 1x3",
                             .prefix = "my_"}};
}

static void assert_said(const char *part) {
    if (!strstr(said, part)) {
        print_error("«%s» is not in:\n%s", part, said);
        fail();
    }
}

static void a_right_gradient_passes_in_every_mode(void **state) {
    (void)state;
    for (int mode = GW_SESSION_ENTRIES; mode <= GW_SESSION_EQUATIONS; mode++) {
        bench b = right((gw_session_mode)mode);
        b.model.alpha = 0.1;
        b.model.explain = mode == GW_SESSION_EQUATIONS;
        assert_int_equal(gw_session_stopped(run(&b)), 0);
        assert_said("point\t1\n");
        assert_said("point\t2\n");
        assert_said("block\ta\tpass\t");
        assert_said("block\tb\tpass\t");
        assert_said("\nend\n");
        assert_null(strstr(said, "fail"));
        assert_null(strstr(said, "purity"));
        assert_int_equal(strstr(said, "block\te\tpass\t") != NULL, mode == GW_SESSION_EQUATIONS);
        assert_int_equal(strstr(said, "\ncurve\t") != NULL, mode == GW_SESSION_EQUATIONS);
    }
}

static void what_is_wrong_is_said(void **state) {
    (void)state;
    bench b = right(GW_SESSION_ENTRIES);
    b.factor = -1;
    (void)run(&b);
    assert_said("diagnosis\tsign\tEvery entry of da has the right size and the wrong sign.");
    b = right(GW_SESSION_ENTRIES);
    b.leaves_last = 1;
    (void)run(&b);
    assert_said("purity\tunwritten\tgradient\tmy_gradient leaves 1 of 3 entries as they were");
    b = right(GW_SESSION_ENTRIES);
    b.adds = 1;
    (void)run(&b);
    assert_said("purity\taccumulated\tgradient\tmy_gradient adds to what is in the buffer");
    b = right(GW_SESSION_COMPLEX);
    b.factor = 1 + 1e-11;
    (void)run(&b);
    assert_said("block\ta\tfail\t");
    b = right(GW_SESSION_COMPLEX);
    b.twin = 2;
    (void)run(&b);
    assert_said("block\ta\tundecided\tthe complex step gives another slope");
}

/* What agrees to six digits fails, and passes where six are asked for. */
static void digits_may_be_asked_for(void **state) {
    (void)state;
    bench b = right(GW_SESSION_ENTRIES);
    b.factor = 1 + 1.1e-7;
    (void)run(&b);
    assert_said("\nwhole\tfail\t");
    assert_said("\ndiagnosis\tfew-digits\t");
    b.model.digits = 6;
    (void)run(&b);
    assert_said("\nwhole\tpass\t");
}

static void equations_are_named_in_their_order(void **state) {
    (void)state;
    bench b = right(GW_SESSION_EQUATIONS);
    b.factor = b.factor_of_e = 1.5;
    (void)run(&b);
    assert_said("The equation of de itself is wrong: it is the first, counted from the cost back.");
    assert_said("diagnosis\tfollows\tIt is computed from de, which is wrong: fix that first.");
    b.factor_of_e = 1;
    (void)run(&b);
    assert_said("The equation of da itself is wrong: all that it is computed from is right.");
}

/* How often a line begins so. */
static int count_of(const char *start) {
    int count = 0;
    size_t length = strlen(start);
    for (const char *line = said; *line; line = strchr(line, '\n') + 1)
        count += strncmp(line, start, length) == 0;
    return count;
}

static void the_worst_of_all_points_is_said_once(void **state) {
    (void)state;
    bench b = right(GW_SESSION_EQUATIONS);
    b.model.points = 9;
    b.model.explain = 1;
    (void)run(&b);
    assert_said("whole\tpass\t");
    b.factor = 2;
    b.right_below = 0;
    (void)run(&b);
    assert_int_equal(count_of("point\t"), 9);
    assert_int_equal(count_of("block\t"), 3);
    assert_int_equal(count_of("explain\t"), 1);
    assert_said("block\te\tpass\t");
    assert_said("block\ta\tfail\t");
    assert_said("whole\tfail\t\t0.0\t");
    b.factor = 1;
    b.adds = 1; /* only the first point says so; the numbers are right */
    (void)run(&b);
    assert_int_equal(count_of("purity\t"), 1 + 1); /* gradient and equation */
    assert_said("block\ta\tpass\t");
    assert_said("whole\tfail\t\t0.0\t");
}

/* What was found entry by entry at the last point. */
static void entries_of(double *numbers) {
    gw_gradcheck_entry e;
    for (int32_t k = 0; k < N; k++) {
        assert_ok(gw_gradcheck_entry_result(gw_session_check(session), k, &e));
        numbers[2 * k] = e.numeric;
        numbers[2 * k + 1] = e.bound;
    }
}

/* The same session, where as many questions as may be are asked at once, and told in
 * the other order. The gradient is right: only then an entry learns from another. */
static void questions_that_are_asked_together_change_nothing(void **state) {
    (void)state;
    for (int mode = GW_SESSION_ENTRIES; mode <= GW_SESSION_EQUATIONS; mode++) {
        bench b = right((gw_session_mode)mode);
        static char one_by_one[sizeof said];
        double alone[2 * N], together[2 * N];
        int largest = 0;
        (void)run(&b);
        entries_of(alone);
        strcpy(one_by_one, said);
        said[0] = '\0';
        void *memory = malloc(gw_session_bytes(&b.model));
        gw_session_ask ask;
        assert_ok(gw_session_start(&b.model, memory, &session));
        while (gw_session_next(session, &ask)) {
            gw_session_answer answers[16] = {{0}};
            int32_t ids[16], count = 0, more;
            if (ask.what == GW_ASK_NOTHING) {
                strncat(said, ask.text, sizeof said - strlen(said) - 2);
                strcat(said, "\n");
                continue;
            }
            do {
                more = ask.more;
                answer_one(&b, &ask, &answers[count]);
                ids[count++] = ask.id;
            } while (more > 0 && gw_session_next(session, &ask));
            largest = count > largest ? count : largest;
            while (count-- > 0)
                assert_ok(gw_session_tell(session, ids[count], &answers[count]));
        }
        entries_of(together);
        free(memory);
        assert_true(largest >= 4);
        assert_memory_equal(alone, together, sizeof alone);
        assert_string_equal(said, one_by_one);
    }
}

static void points_without_a_value_are_drawn_again(void **state) {
    (void)state;
    bench b = right(GW_SESSION_ENTRIES);
    b.nan_below = 0;
    assert_int_equal(gw_session_stopped(run(&b)), 0);
    assert_said("point\t2\n");
    b.nan_below = INFINITY;
    assert_int_equal(gw_session_stopped(run(&b)), 1);
    assert_said("problem\tcost\tmy_cost is NaN at each of 100 random points: give one with "
                "my_point\n");
}

static void a_model_that_cannot_be_checked_is_refused(void **state) {
    (void)state;
    static const struct {
        int32_t size;
        const char *blocks, *equations, *sentence;
    } BAD[] = {
        {0, NULL, "e 1x3", "my_size is 0: there must be at least one parameter"},
        {INT32_MAX, NULL, "e 1x3", "there is memory for a check of at most 10000000 parameters"},
        {3, "a 2x1", "e 1x3", "my_blocks covers fewer than the 3 parameters of my_size"},
        {3, "a 99999x99999", "e 1x3", "my_blocks covers more than the 3 parameters"},
        {3, "a 99999999999999999999x2", "e 1x3", "my_blocks covers more"},
        {3, "a 2x1, b zwei", "e 1x3", "my_blocks: cannot read «b zwei»: write name rowsxcols"},
        {3, "a 2x1, b 1", "e 1x3", "cannot read «b 1»"},
        {3, "a 0x1, b 3x1", "e 1x3", "cannot read «a 0x1, b 3x1»"},
        {3, "a-name-of-more-than-23-letters 3x1", "e 1x3", "cannot read «a-name"},
        {3, "a 2x1, a 1x1", "e 1x3", "my_blocks names two blocks a"},
        {3, NULL, "e 1x3, e 1x3", "my_equations names two blocks e"},
        {3, "e 3x1", "e 1x3", "e is both a parameter and an intermediate"},
        {3, NULL, "", "my_equations names no intermediate"},
        {3, NULL, "e 1x", "my_equations: cannot read «e 1x»"},
        {3, NULL, "e 9999x9999", "there is not enough memory for an intermediate e of 9999x9999"},
    };
    for (size_t k = 0; k < sizeof BAD / sizeof *BAD; k++) {
        bench b = right(GW_SESSION_EQUATIONS);
        b.model.size = BAD[k].size;
        b.model.blocks = BAD[k].blocks;
        b.model.equations = BAD[k].equations;
        assert_int_equal(gw_session_stopped(run(&b)), 1);
        assert_said(BAD[k].sentence);
        assert_null(strstr(said, "\nend\n"));
    }
    assert_int_equal(gw_session_start(NULL, said, &session), GW_NULL);
    assert_int_equal(gw_session_bytes(NULL), 0);
}

static void sixty_five_blocks_are_no_more_than_one(void **state) {
    (void)state;
    char text[MOST * 12] = "", one[24];
    for (int k = 0; k < MOST; k++) {
        snprintf(one, sizeof one, "p%d 1x1 ", k);
        strcat(text, one);
    }
    bench b = right(GW_SESSION_ENTRIES);
    b.model.size = MOST;
    b.model.blocks = text;
    assert_int_equal(gw_session_stopped(run(&b)), 0);
    assert_said("block\tp64\tpass\t");
}

static void a_given_point_is_checked_and_nothing_said(void **state) {
    (void)state;
    double theta[N] = {0.5, -1, 2}, gradient[N];
    const gw_gradcheck_block block = {"x", 0, N, 1};
    gw_gradcheck_problem problem = {
        .size = N, .blocks = 1, .theta = theta, .gradient = gradient, .block = &block, .seed = 4};
    gw_gradcheck_summary r;
    gw_diagnosis list[GW_SESSION_DIAGNOSES];
    int32_t count;
    bench b = right(GW_SESSION_ENTRIES);
    b.model.given = &problem;
    for (int k = 0; k < N; k++)
        gradient[k] = exp(theta[k]) / (k + 1);
    assert_ok(gw_gradcheck_result(gw_session_check(run(&b)), &r));
    assert_int_equal(r.verdict, GW_PASS);
    assert_string_equal(said, "");
    assert_close(gw_session_evaluations(session), r.evaluations, 0, 0);
    assert_ok(gw_session_diagnose(session, 0, list, &count));
    assert_int_equal(count, 0);
    assert_int_equal(gw_session_diagnose(session, 1, list, &count), GW_RANGE);
    /* the gradient after an update by a tenth of it */
    b.model.alpha = 0.1;
    for (int k = 0; k < N; k++)
        gradient[k] = exp(theta[k] - 0.1 * exp(theta[k]) / (k + 1)) / (k + 1);
    assert_ok(gw_gradcheck_result(gw_session_check(run(&b)), &r));
    assert_int_equal(r.verdict, GW_FAIL);
    assert_true(gw_session_evaluations(session) > r.evaluations);
    assert_ok(gw_session_diagnose(session, 0, list, &count));
    assert_string_equal(list[0].key, "stale-parameters");
    problem.blocks = 0;
    assert_int_equal(gw_session_start(&b.model, said, &session), GW_RANGE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_gradient_passes_in_every_mode),
        cmocka_unit_test(what_is_wrong_is_said),
        cmocka_unit_test(digits_may_be_asked_for),
        cmocka_unit_test(equations_are_named_in_their_order),
        cmocka_unit_test(the_worst_of_all_points_is_said_once),
        cmocka_unit_test(questions_that_are_asked_together_change_nothing),
        cmocka_unit_test(points_without_a_value_are_drawn_again),
        cmocka_unit_test(a_model_that_cannot_be_checked_is_refused),
        cmocka_unit_test(sixty_five_blocks_are_no_more_than_one),
        cmocka_unit_test(a_given_point_is_checked_and_nothing_said),
    };
    return cmocka_run_group_tests_name("session", tests, NULL, NULL);
}
