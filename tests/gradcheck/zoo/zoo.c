/* Runs every mistake of tests/gradcheck/zoo/mistakes.tsv, and every right gradient, through
 * this checker and through the rules of others, and prints one table.
 *
 *     zoo MISTAKES.tsv SEEDS CORRECT
 *
 * SEEDS runs of each mistake in each regime, CORRECT checks of right gradients.
 * Status 1 if a mistake that can be seen is missed, a right gradient accused, a
 * bound does not cover the truth or is needlessly wide, or if too few mistakes are
 * caught or named, or too many right gradients left undecided; if random directions
 * miss more than they state, or a single entry off by 1e-6 of its block passes. */
#include "diagnosis.h"
#include "scores.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void zoo_must(gw_status status) {
    if (status != GW_OK) {
        fprintf(stderr, "zoo: %s\n", gw_status_text(status));
        exit(2);
    }
}

gw_gradcheck *zoo_check(zoo_case *c, const double *gradient, uint64_t seed, gw_gradcheck_mode mode,
                        zoo_patterns patterns) {
    static double memory[20000];
    const gw_gradcheck_problem problem = {.size = c->size,
                                          .blocks = c->blocks,
                                          .theta = c->theta,
                                          .gradient = gradient,
                                          .block = c->block,
                                          .seed = seed,
                                          .mode = mode};
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    double theta[ZOO_SIZE];
    if (gw_gradcheck_bytes(c->size, c->blocks) > sizeof memory)
        exit(2);
    zoo_must(gw_gradcheck_start(&problem, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        uint64_t pattern;
        zoo_must(gw_gradcheck_point(check, ask.id, theta));
        double J = zoo_cost(c, theta);
        zoo_must(patterns == TOLD && zoo_pattern(c, &pattern)
                     ? gw_gradcheck_tell_pattern(check, ask.id, J, pattern)
                     : gw_gradcheck_tell(check, ask.id, J));
    }
    return check;
}

/* Does the mistake move any entry by more than ten times its tolerance? */
static int can_be_seen(gw_gradcheck *done, const double *wrong, const double *truth, int n) {
    for (int i = 0; i < n; i++) {
        gw_gradcheck_entry e;
        zoo_must(gw_gradcheck_entry_result(done, i, &e));
        if (fabs(wrong[i] - truth[i]) > 10 * e.bound)
            return 1;
    }
    return 0;
}

double zoo_largest(const gw_gradcheck_block *b, const double *x) {
    double size = 0;
    for (int i = b->first; i < b->first + b->rows * b->cols; i++)
        size = fmax(size, fabs(x[i]));
    return size;
}

static int matters(const zoo_case *c, const double *wrong, const double *truth) {
    for (int b = 0; b < c->blocks; b++)
        for (int i = 0; i < c->block[b].rows * c->block[b].cols; i++) {
            int k = c->block[b].first + i;
            if (fabs(wrong[k] - truth[k]) > FINE * zoo_largest(&c->block[b], truth))
                return 1;
        }
    return 0;
}

/* Is the first name given that of the mistake? A tie counts if it is in it. */
static int named(zoo_case *c, gw_gradcheck *done, const double *wrong, const char *key) {
    char keys[256], *found;
    zoo_bank(c, wrong, keys, sizeof keys);
    if ((found = strstr(keys, key)) != NULL)
        return found == keys || found[-1] == '|';
    if (keys[0])
        return 0;
    for (int b = 0; b < c->blocks; b++) {
        gw_diagnosis list[GW_DIAGNOSES];
        int32_t count;
        zoo_must(gw_diagnose(done, b, c->examples, 0, list, &count));
        if (count > 0)
            return !strcmp(list[0].key, key);
    }
    return 0;
}

static void one_mistake(score *ours, score *others, regime_score *of_regime, int model, int mistake,
                        const char *key, const zoo_regime *regime, uint64_t seed) {
    static zoo_case c;
    double wrong[ZOO_SIZE], truth[ZOO_SIZE];
    gw_random rng;
    gw_gradcheck_summary r;
    zoo_make(&c, model, regime, seed);
    zoo_truth(&c, truth);
    zoo_gradient(&c, mistake, wrong);
    double moved = 0, size = 0;
    for (int i = 0; i < c.size; i++) {
        moved = fmax(moved, fabs(wrong[i] - truth[i]));
        size = fmax(size, fabs(truth[i]));
    }
    if (!isfinite(moved) || moved <= 1e-12 * size)
        return; /* here the mistake is none: ReLU' of a is ReLU' of z */
    gw_gradcheck *done = zoo_check(&c, wrong, seed, GW_GRADCHECK_ENTRIES, TOLD);
    zoo_must(gw_gradcheck_result(done, &r));
    int seen = can_be_seen(done, wrong, truth, c.size) ||
               (r.verdict == GW_PASS && regime == REGIME && matters(&c, wrong, truth));
    ours->runs++;
    ours->caught += r.verdict == GW_FAIL;
    of_regime->runs++;
    of_regime->uncaught += r.verdict != GW_FAIL;
    if (r.verdict != GW_FAIL && seen) {
        ours->missed++;
        fprintf(stderr, "missed: %s, %s, %s, seed %d\n", zoo_model_name(model), key, regime->name,
                (int)seed);
    } else {
        ours->undecided += r.verdict == GW_UNDECIDED;
        ours->hidden += r.verdict == GW_PASS;
    }
    if (r.verdict == GW_FAIL && model <= 4) {
        int right = named(&c, done, wrong, key);
        ours->bank++;
        ours->named += right;
    }
    gw_random_seed(&rng, seed);
    for (int k = 0; k < ZOO_RULES; k++) {
        int pass = zoo_rule(k, &c, wrong, &rng);
        others[k].runs++;
        others[k].caught += !pass;
        others[k].missed += pass;
    }
}

static void one_right(score *ours, score *others, regime_score *of_regime, int model,
                      const zoo_regime *regime, uint64_t seed, int with_others) {
    static zoo_case c;
    double gradient[ZOO_SIZE], truth[ZOO_SIZE];
    gw_random rng;
    gw_gradcheck_summary r;
    zoo_make(&c, model, regime, seed);
    zoo_gradient(&c, 0, gradient);
    zoo_truth(&c, truth);
    for (int i = 0; i < c.size; i++)
        if (!isfinite(truth[i]) || !isfinite(gradient[i]))
            return;
    gw_gradcheck *done =
        zoo_check(&c, gradient, seed, GW_GRADCHECK_ENTRIES, seed / ZOO_MODELS % 2 ? TOLD : UNTOLD);
    zoo_must(gw_gradcheck_result(done, &r));
    ours->checks++;
    if (regime == REGIME)
        ours->each[ours->ordinary++] = r.evaluations / r.entries;
    ours->unsure += r.verdict == GW_UNDECIDED;
    ours->evaluations += r.evaluations;
    ours->first_entries += r.entries;
    if (r.verdict == GW_FAIL) {
        ours->alarms++;
        fprintf(stderr, "false alarm: %s, %s, seed %d\n", zoo_model_name(model), regime->name,
                (int)seed);
    }
    for (int i = 0; i < c.size; i++) {
        gw_gradcheck_entry e;
        zoo_must(gw_gradcheck_entry_result(done, i, &e));
        if (!isfinite(e.numeric))
            continue;
        ours->entries++;
        ours->uncovered += !(fabs(e.numeric - truth[i]) <= e.bound);
        of_regime->entries++;
        of_regime->uncovered += !(fabs(e.numeric - truth[i]) <= e.bound);
    }
    for (int b = 0; b < c.blocks && regime == REGIME; b++)
        for (int i = 0; i < c.block[b].rows * c.block[b].cols; i++) {
            gw_gradcheck_entry e;
            zoo_must(gw_gradcheck_entry_result(done, c.block[b].first + i, &e));
            ours->near++;
            ours->fine += e.bound <= FINE * zoo_largest(&c.block[b], truth);
        }
    gw_random_seed(&rng, seed);
    for (int k = 0; k < ZOO_RULES && with_others; k++) {
        others[k].checks++;
        others[k].alarms += !zoo_rule(k, &c, gradient, &rng);
    }
}

int main(int count, char **argument) {
    if (count != 4) {
        fprintf(stderr, "usage: zoo MISTAKES.tsv SEEDS CORRECT\n");
        return 2;
    }
    FILE *file = fopen(argument[1], "r");
    if (file == NULL) {
        fprintf(stderr, "zoo: cannot read %s\n", argument[1]);
        return 2;
    }
    long seeds = atol(argument[2]), right = atol(argument[3]);
    static score ours, others[ZOO_RULES];
    static regime_score regimes[REGIMES + 2];
    static direction_score planted_sizes[SIZES], listed;
    static fine_score fine[2][ZOO_MODELS]; /* untold, told */
    char line[512];
    int mistakes = 0;
    while (fgets(line, sizeof line, file)) {
        char id[64], name[64], key[64];
        if (line[0] == '#' || sscanf(line, "%63[^\t]\t%63[^\t]\t%63[^\t\n]", name, id, key) != 3)
            continue;
        int known = 0;
        for (int model = 0; model < ZOO_MODELS; model++) {
            if (strncmp(zoo_model_name(model), name, strlen(name)) != 0)
                continue;
            int mistake = zoo_mistake(model, id);
            known |= mistake > 0;
            mistakes += mistake > 0;
            for (int k = 0; k < REGIMES && mistake > 0; k++)
                for (long seed = 1; seed <= seeds; seed++) {
                    one_mistake(&ours, others, &regimes[k], model, mistake, key, &REGIME[k],
                                (uint64_t)seed);
                    zoo_mistake_by_directions(&listed, model, mistake, &REGIME[k], (uint64_t)seed);
                }
        }
        if (!known) {
            fprintf(stderr, "zoo: nobody plants %s in %s\n", id, name);
            return 2;
        }
    }
    fclose(file);
    int planted = 0;
    for (int model = 0; model < ZOO_MODELS; model++)
        planted += zoo_mistakes(model);
    if (planted != mistakes) {
        fprintf(stderr, "zoo: %d mistakes are planted, %d are listed\n", planted, mistakes);
        return 2;
    }
    ours.each = malloc((size_t)(right > 0 ? right : 1) * sizeof *ours.each);
    if (ours.each == NULL)
        return 2;
    for (long k = 0; k < right; k++) {
        int r = (int)(k / ZOO_MODELS % (REGIMES + 2));
        one_right(&ours, others, &regimes[r], (int)(k % ZOO_MODELS),
                  r < REGIMES ? &REGIME[r] : &FAR[r - REGIMES], (uint64_t)(1000 + k), k % 10 == 0);
    }

    for (int model = 0; model < ZOO_MODELS; model++)
        for (long seed = 1; seed <= 40 * seeds; seed++) {
            zoo_one_fine(&fine[TOLD][model], model, (uint64_t)seed, TOLD);
            zoo_one_fine(&fine[UNTOLD][model], model, (uint64_t)seed, UNTOLD);
            if (model <= 4)
                zoo_one_direction(planted_sizes, model, &REGIME[0], (uint64_t)seed);
        }

    int status = zoo_print(mistakes, &ours, others, regimes, &listed, planted_sizes, fine);
    free(ours.each);
    return zoo_end(status);
}
