/* Are names true? Plants mistakes in the gradients of generated costs (wild.h), checks them
 * at three points, and holds what is said against the slopes, which are known.
 *
 *     names RUNS [CLASS MISTAKE SEED MODE]
 *
 * RUNS costs of each kind, by entries and along directions; with a kind and the rest, what is
 * said of that one. A name is right where its sentence holds at every point, and misleading
 * where it does not. Status 1 where one in two hundred misleads, or where fewer are named, of
 * those that have a name, than is asked. */
#include "names.h"
#include "zoo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double MOST_MISLEADING = 0.005, LEAST_NAMED = 0.85;

typedef struct {
    long runs, caught, right, rightly_unknown, unknown, misleading;
} tally;

static void must(gw_status status) {
    if (status != GW_OK) {
        fprintf(stderr, "names: %s\n", gw_status_text(status));
        exit(2);
    }
}

static void answer(model *m, const gw_session_ask *ask, gw_session_answer *told, double *theta,
                   double *g) {
    size_t bytes = (size_t)m->c.size * sizeof(double);
    memcpy(theta, ask->at, bytes);
    if (ask->entry >= 0)
        theta[ask->entry] = ask->value;
    if (ask->what == GW_ASK_POINT) {
        memcpy(theta, m->c.theta, bytes);
        told->values = theta;
    } else if (ask->what == GW_ASK_GRADIENT) {
        int seen = m->points > 0 && !memcmp(m->theta[m->points - 1], theta, bytes);
        int p = seen ? m->points - 1 : m->points++;
        memcpy(m->theta[p], theta, bytes);
        names_slopes(m, theta, m->truth[p], m->doubt[p]);
        (void)names_gradient(m, p, theta, m->wrong[p]);
        memcpy(g, m->wrong[p], bytes);
        told->gradient = g;
    } else
        told->value = wild_cost(&m->c, theta);
}

static void one(tally *t, wild_class kind, planted mistake, uint64_t seed, gw_session_mode mode,
                int verbose) {
    static model m;
    double theta[WILD_SIZE], g[WILD_SIZE];
    names_make(&m, kind, mistake, seed);
    if (!names_gradient(&m, 0, m.c.theta, g))
        return;
    const gw_session_model whom = {.size = m.c.size,
                                   .points = POINTS,
                                   .examples = m.examples,
                                   .has_point = 1,
                                   .mode = mode,
                                   .alpha = m.alpha,
                                   .seed = seed,
                                   .blocks = m.text};
    gw_session *session = NULL;
    gw_session_ask ask;
    void *memory = malloc(gw_session_bytes(&whom));
    must(memory ? gw_session_start(&whom, memory, &session) : GW_NULL);
    while (gw_session_next(session, &ask)) {
        gw_session_answer told = {0};
        if (ask.what == GW_ASK_NOTHING) {
            if (verbose)
                printf("    %s\n", ask.text);
            continue;
        }
        answer(&m, &ask, &told, theta, g);
        must(gw_session_tell(session, ask.id, &told));
    }
    for (int b = 0; b < m.blocks && !gw_session_stopped(session); b++) {
        gw_diagnosis list[GW_SESSION_DIAGNOSES];
        int32_t count;
        must(gw_session_diagnose(session, b, list, &count));
        t->runs++;
        if (count == 0)
            continue;
        t->caught++;
        const gw_diagnosis *said = &list[0];
        int unknown = !strcmp(said->key, "unknown"), misleads = 0;
        for (int k = 0; k < count && !unknown; k++)
            if (!names_is_true(&m, &m.block[b], list[k].key, list[k].text) && !misleads++)
                said = &list[k];
        if (unknown && names_has_name(&m, &m.block[b]))
            t->unknown++;
        else if (unknown)
            t->rightly_unknown++;
        else if (misleads)
            t->misleading++;
        else
            t->right++;
        if ((misleads || verbose) && !unknown)
            fprintf(stderr, "names: %d %d %d %d  %s, %s: %s %s: %s\n", kind, mistake, (int)seed,
                    mode, wild_name(kind), names_planted(mistake),
                    misleads ? "misleading" : "right", said->key, said->text);
    }
    for (int p = 0; p < m.points && verbose; p++)
        for (int i = 0; i < m.c.size; i++)
            printf("  %d %d: theta %.6g right %.12g (%.2g) said %.12g\n", p, i, m.theta[p][i],
                   m.truth[p][i], m.doubt[p][i], m.wrong[p][i]);
    free(memory);
}

static void print_row(const char *name, const tally *t) {
    printf("%-21s %7ld %7ld %7ld %15ld %9ld %10ld\n", name, t->runs, t->caught, t->right,
           t->rightly_unknown, t->unknown, t->misleading);
}

static void add(tally *all, const tally *t) {
    all->runs += t->runs;
    all->caught += t->caught;
    all->right += t->right;
    all->rightly_unknown += t->rightly_unknown;
    all->unknown += t->unknown;
    all->misleading += t->misleading;
}

int main(int count, char **argument) {
    static const char *const MODE[] = {"all names", "along directions"};
    if (count != 2 && count != 6) {
        fprintf(stderr, "usage: names RUNS [CLASS MISTAKE SEED MODE]\n");
        return 2;
    }
    tally all = {0};
    if (count == 6) {
        one(&all, (wild_class)atoi(argument[2]), (planted)atoi(argument[3]),
            (uint64_t)atol(argument[4]), (gw_session_mode)atoi(argument[5]), 1);
        return zoo_end(0);
    }
    printf("%-21s %7s %7s %7s %15s %9s %10s\n", "names of mistakes", "blocks", "caught", "right",
           "rightly unknown", "unknown", "misleading");
    int bad = 0;
    for (int mode = 0; mode < 2; mode++) {
        tally whole = {0};
        for (int mistake = 0; mistake < PLANTED; mistake++) {
            tally of = {0};
            for (wild_class kind = 0; kind < WILD_FINE; kind++) /* whose slopes differences tell */
                for (long seed = 1; seed <= atol(argument[1]); seed++)
                    one(&of, kind, (planted)mistake, (uint64_t)seed, (gw_session_mode)mode, 0);
            if (mode == 0)
                print_row(names_planted((planted)mistake), &of);
            add(&whole, &of);
        }
        print_row(MODE[mode], &whole);
        bad |= whole.caught == 0 ||
               (double)whole.misleading > MOST_MISLEADING * (double)whole.caught ||
               (double)whole.right < LEAST_NAMED * (double)(whole.right + whole.unknown);
    }
    return zoo_end(bad);
}
