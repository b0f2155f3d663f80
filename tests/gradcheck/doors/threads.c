/* Eight checks at once give, bit by bit, what they give one after the other: the library keeps
 * nothing of its own. Compiled with -fsanitize=thread. */
#include <diagnosis.h>
#include <gradcheck.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 12, CHECKS = 8 };

typedef struct {
    int seed;
    gw_gradcheck_entry entry[N];
    gw_gradcheck_summary whole;
    gw_diagnosis diagnosis[GW_DIAGNOSES];
    int32_t diagnoses;
} found;

static double cost(const double *x) {
    double sum = 0;
    for (int i = 0; i < N; i++)
        sum += sin(x[i]) * x[(i + 1) % N];
    return sum;
}

static void must(gw_status status) {
    if (status != GW_OK)
        exit(2);
}

static void *check(void *of) {
    found *f = of;
    double x[N], gradient[N];
    for (int i = 0; i < N; i++)
        x[i] = sin(i + f->seed);
    for (int i = 0; i < N; i++)
        gradient[i] = cos(x[i]) * x[(i + 1) % N] + sin(x[(i + N - 1) % N]);
    gradient[f->seed] *= 1.01;
    const gw_gradcheck_block block = {"x", 0, N, 1};
    const gw_gradcheck_problem problem = {
        N, 1, x, gradient, &block, (uint64_t)f->seed, GW_GRADCHECK_ENTRIES};
    void *memory = malloc(gw_gradcheck_bytes(N, 1));
    gw_gradcheck *session;
    gw_gradcheck_ask ask;
    must(gw_gradcheck_start(&problem, memory, &session));
    while (gw_gradcheck_next(session, &ask)) {
        double moved[N];
        must(gw_gradcheck_point(session, ask.id, moved));
        must(gw_gradcheck_tell(session, ask.id, cost(moved)));
    }
    for (int i = 0; i < N; i++)
        must(gw_gradcheck_entry_result(session, i, &f->entry[i]));
    must(gw_gradcheck_result(session, &f->whole));
    must(gw_diagnose(session, 0, 0, 0, f->diagnosis, &f->diagnoses));
    free(memory);
    return NULL;
}

int main(void) {
    static found alone[CHECKS], together[CHECKS];
    pthread_t thread[CHECKS];
    for (int k = 0; k < CHECKS; k++) {
        alone[k].seed = together[k].seed = k;
        check(&alone[k]);
        if (alone[k].whole.verdict != GW_FAIL || alone[k].whole.worst != k)
            return 3;
    }
    for (int k = 0; k < CHECKS; k++)
        if (pthread_create(&thread[k], NULL, check, &together[k]) != 0)
            return 4;
    for (int k = 0; k < CHECKS; k++)
        pthread_join(thread[k], NULL);
    if (memcmp(alone, together, sizeof alone) != 0)
        return 5;
    puts("threads agree");
    return 0;
}
