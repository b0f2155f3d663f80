/* The session of session.h and a model of gradcheck(1) in one process, with no pipe
 * between: what it says, line by line.
 *
 *     direct MODE ALPHA EXPLAIN */
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int gradcheck_size(void);
double gradcheck_cost(const double *theta);
void gradcheck_gradient(const double *theta, double *gradient);
void gradcheck_point(double *theta) __attribute__((weak));
const char *gradcheck_blocks(void) __attribute__((weak));
int gradcheck_examples(void) __attribute__((weak));
unsigned long gradcheck_pattern(const double *theta) __attribute__((weak));

static void answer(const gw_session_ask *ask, gw_session_answer *answer, double *theta,
                   double *gradient) {
    size_t bytes = (size_t)ask->size * sizeof(double);
    memcpy(theta, ask->at, bytes);
    if (ask->entry >= 0)
        theta[ask->entry] = ask->value;
    if (ask->what == GW_ASK_POINT) {
        gradcheck_point(theta);
        answer->values = theta;
    } else if (ask->what == GW_ASK_GRADIENT) {
        for (int32_t i = 0; i < ask->size; i++)
            gradient[i] = ask->fill;
        gradcheck_gradient(theta, gradient);
        answer->gradient = gradient;
        answer->changed = memcmp(theta, ask->at, bytes) != 0;
    } else {
        answer->value = ask->what == GW_ASK_COST ? gradcheck_cost(theta) : 0;
        answer->changed = ask->entry < 0 && memcmp(theta, ask->at, bytes) != 0;
        answer->has_pattern = gradcheck_pattern != NULL;
        answer->pattern = gradcheck_pattern ? gradcheck_pattern(theta) : 0;
    }
}

int main(int count, char **word) {
    if (count != 4)
        return 2;
    int size = gradcheck_size();
    const gw_session_model model = {.size = size,
                                    .points = 3,
                                    .examples = gradcheck_examples ? gradcheck_examples() : 0,
                                    .has_point = gradcheck_point != NULL,
                                    .has_pattern = gradcheck_pattern != NULL,
                                    .explain = atoi(word[3]),
                                    .mode = strcmp(word[1], "directions") ? GW_SESSION_ENTRIES
                                                                          : GW_SESSION_DIRECTIONS,
                                    .alpha = atof(word[2]),
                                    .seed = 1,
                                    .blocks = gradcheck_blocks ? gradcheck_blocks() : NULL,
                                    .prefix = "gradcheck_"};
    double *theta = calloc((size_t)size, sizeof *theta);
    double *gradient = calloc((size_t)size, sizeof *gradient);
    gw_session *session;
    gw_session_ask ask;
    if (!theta || !gradient ||
        gw_session_start(&model, malloc(gw_session_bytes(&model)), &session) != GW_OK)
        return 2;
    while (gw_session_next(session, &ask)) {
        gw_session_answer told = {0};
        if (ask.what == GW_ASK_NOTHING) {
            puts(ask.text);
            continue;
        }
        answer(&ask, &told, theta, gradient);
        if (gw_session_tell(session, ask.id, &told) != GW_OK)
            return 2;
    }
    return 0;
}
