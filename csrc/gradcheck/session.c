#include "session_state.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "constants.h"

/* Draws of a point where J has no value. */
enum { DRAWS = 100 };

/* What is said */

void gw_session_say(gw_session *s, const char *format, ...) {
    va_list list;
    if (s->lines == LINES)
        return;
    va_start(list, format);
    vsnprintf(s->line[s->lines++], LINE, format, list);
    va_end(list);
}

void gw_session_stop(gw_session *s, const char *key, const char *format, ...) {
    char text[LINE];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    gw_session_say(s, "problem\t%s\t%.300s", key, text);
    s->stopped = 1;
    s->phase = NULL;
}

/* Questions */

progress gw_session_go(gw_session *s, const phase_of_session *next) {
    s->phase = next;
    return WENT_ON;
}

progress gw_session_ask_at(gw_session *s, gw_session_ask *ask, gw_session_what what,
                           const subject *of) {
    ask->what = what;
    ask->size = of->size;
    ask->equation = of->equation;
    ask->at = of->at;
    ask->theta = of->equation < 0 ? of->at : s->theta.at;
    s->open = 1;
    return ASKED;
}

/* Where a check of a subject goes: what is kept and does not fail makes room. */
static int32_t room_for(subject *of) {
    if (of->keeps < of->rooms)
        return of->keeps++;
    for (int32_t k = of->rooms - 1; k >= 0; k--) {
        gw_gradcheck_summary r = {0};
        if (gw_gradcheck_result(of->kept[k], &r) == GW_OK && r.verdict != GW_FAIL)
            return k;
    }
    return of->rooms - 1;
}

void gw_session_begin(gw_session *s, subject *of, gw_gradcheck_mode mode) {
    int32_t at = room_for(of);
    const gw_gradcheck_problem problem = {.size = of->size,
                                          .blocks = of->blocks,
                                          .theta = of->at,
                                          .gradient = of->gradient,
                                          .block = of->block,
                                          .seed = s->model.seed,
                                          .mode = mode};
    gw_status status = gw_gradcheck_start(&problem, of->room[at], &of->check);
    of->kept[at] = of->check;
    if (status == GW_OK)
        status = gw_gradcheck_allow_noise(of->check, s->model.noise);
    if (status != GW_OK)
        gw_session_stop(s, "checker", "%s", gw_status_text(status));
    else
        s->asking = of;
}

/* How many questions may follow one of a check at once. All lanes of entries may be
 * asked, but each learns its first step from those that ended before. */
static int32_t more(const gw_gradcheck *c, int32_t id) {
    if (id >= LANE_IDS) {
        const lane_state *lane = &c->lanes[(id - LANE_IDS) / GW_SLOPE_OPEN];
        return lane->slope.wanted - lane->asked;
    }
    return c->phase == AT_THETA   ? BASE_IDS - c->asked
           : c->phase == AT_NOISE ? NOISE_IDS - c->asked
                                  : 0;
}

progress gw_session_ask_check(gw_session *s, gw_session_ask *ask) {
    const subject *of = s->asking;
    gw_gradcheck_ask asked;
    if (!gw_gradcheck_next(of->check, &asked)) {
        if (of->check->phase != AT_END)
            return WAITS;
        s->asking = NULL;
        return WENT_ON;
    }
    (void)gw_session_ask_at(s, ask, of->equation < 0 ? GW_ASK_COST : GW_ASK_COST_FROM, of);
    s->open = 0; /* the check itself knows what is open */
    ask->id = asked.id;
    ask->more = more(of->check, asked.id);
    ask->entry = asked.entry;
    ask->value = asked.value;
    if (asked.entry < 0 && gw_gradcheck_point(of->check, asked.id, s->point) == GW_OK)
        ask->at = s->point;
    return ASKED;
}

int gw_session_next(gw_session *s, gw_session_ask *ask) {
    if (s == NULL || ask == NULL)
        return 0;
    *ask = (gw_session_ask){.entry = -1, .equation = -1};
    for (;;) {
        if (s->said < s->lines) {
            ask->text = s->line[s->said++];
            return 1;
        }
        s->said = s->lines = 0;
        if (s->phase == NULL || s->open)
            return 0;
        progress made = s->phase->ask(s, ask);
        if (made != WENT_ON)
            return made == ASKED;
    }
}

gw_status gw_session_tell(gw_session *s, int32_t id, const gw_session_answer *answer) {
    if (s == NULL || answer == NULL)
        return GW_NULL;
    if (s->asking != NULL)
        return answer->has_pattern && s->asking->equation < 0
                   ? gw_gradcheck_tell_pattern(s->asking->check, id, answer->value, answer->pattern)
                   : gw_gradcheck_tell(s->asking->check, id, answer->value);
    if (!s->open || id != 0)
        return GW_NO_ANSWER;
    s->open = 0;
    s->phase->told(s, answer);
    return GW_OK;
}

gw_gradcheck_summary gw_session_summary(const subject *of, int32_t block) {
    gw_gradcheck_summary r = {0};
    gw_status status = block < 0 ? gw_gradcheck_result(of->check, &r)
                                 : gw_gradcheck_block_result(of->check, block, &r);
    (void)status; /* the block is one of the subject's own */
    return r;
}

/* The check of θ */

static progress ask_theta(gw_session *s, gw_session_ask *ask) {
    progress made = gw_session_ask_check(s, ask);
    if (made != WENT_ON)
        return made;
    s->at_equation = s->equations;
    s->entry = -1;
    s->near = s->round = 0;
    s->way = -1;
    return gw_session_go(s, s->model.mode == GW_SESSION_COMPLEX     ? &GW_SESSION_CONFIRMS
                            : s->model.mode == GW_SESSION_EQUATIONS ? &GW_SESSION_BY_EQUATIONS
                                                                    : &GW_SESSION_UPDATES);
}

static const phase_of_session THETA = {ask_theta, NULL};

progress gw_session_check_theta(gw_session *s) {
    s->phase = &THETA;
    gw_session_begin(s, &s->theta,
                     s->model.mode == GW_SESSION_DIRECTIONS ? GW_GRADCHECK_DIRECTIONS
                                                            : GW_GRADCHECK_ENTRIES);
    return WENT_ON;
}

/* Where to check: the model's own point first, then random ones, drawn again where the
 * cost has no value. */

static int has_own_point(const gw_session *s) {
    return s->model.has_point && s->number == 1;
}

/* Around the model's own point, each entry by its own size or, where that is 0, by its
 * block's: near a parameter of 1e-12 is no number near 1. N(0, 1) where there is none. */
static void draw(gw_session *s) {
    for (int32_t b = 0; b < s->theta.blocks; b++) {
        const gw_gradcheck_block *block = &s->theta.block[b];
        double norm = 0;
        int32_t count = 0, end = block->first + block->rows * block->cols;
        for (int32_t i = block->first; i < end && s->model.has_point; i++) {
            norm = hypot(norm, s->own[i]);
            count += s->own[i] != 0;
        }
        for (int32_t i = block->first; i < end; i++) {
            double z = gw_random_normal(&s->rng), x = s->model.has_point ? s->own[i] : 0;
            double size = x != 0 ? fabs(x) : count > 0 ? norm / sqrt(count) : 1;
            s->theta.at[i] = s->model.has_point ? x + AROUND_POINT * size * z : z;
        }
    }
}

static void count_point(gw_session *s) {
    s->checked++;
    if (!s->model.has_point)
        snprintf(s->points, sizeof s->points, "from N(0, 1)");
    else if (s->checked == 1)
        snprintf(s->points, sizeof s->points, "its own");
    else
        snprintf(s->points, sizeof s->points, "its own and %d around it", s->checked - 1);
}

const char *gw_session_points(const gw_session *s) {
    return s ? s->points : "";
}

static progress ask_base(gw_session *s, gw_session_ask *ask) {
    return gw_session_ask_at(s, ask, GW_ASK_COST, &s->theta);
}

static void told_base(gw_session *s, const gw_session_answer *answer) {
    double J = answer->value;
    const char *prefix = gw_session_prefix(s), *value = isnan(J) ? "NaN" : J > 0 ? "inf" : "-inf";
    if (isfinite(J)) {
        gw_session_say(s, "point\t%d", s->number);
        count_point(s);
        gw_session_check_changed(s, "cost", answer);
        s->round = 0;
        s->phase = &GW_SESSION_PURITY;
    } else if (!has_own_point(s) && ++s->draws < DRAWS) {
        draw(s);
    } else if (s->number > 1) {
        s->phase = &GW_SESSION_CONCLUDES;
    } else if (has_own_point(s)) {
        gw_session_stop(s, "cost", "%scost is %s at the point of %spoint", prefix, value, prefix);
    } else {
        gw_session_stop(s, "cost",
                        "%scost is %s at each of %d random points: give one with %spoint", prefix,
                        value, DRAWS, prefix);
    }
}

static const phase_of_session BASE = {ask_base, told_base};

static progress ask_point(gw_session *s, gw_session_ask *ask) {
    return gw_session_ask_at(s, ask, GW_ASK_POINT, &s->theta);
}

static void told_point(gw_session *s, const gw_session_answer *answer) {
    s->phase = &BASE;
    memcpy(s->theta.at, answer->values, (size_t)s->theta.size * sizeof(double));
    memcpy(s->own, answer->values, (size_t)s->theta.size * sizeof(double));
    for (int32_t i = 0; i < s->theta.size && !s->stopped; i++)
        if (!isfinite(s->theta.at[i]))
            gw_session_stop(s, "point", "%spoint gives no finite number for theta[%d]",
                            gw_session_prefix(s), i + 1);
}

static const phase_of_session POINT = {ask_point, told_point};

progress gw_session_next_point(gw_session *s) {
    if (s->model.given || s->number == s->model.points)
        return gw_session_go(s, s->model.given ? NULL : &GW_SESSION_CONCLUDES);
    s->number++;
    s->draws = 0;
    s->more = 0;
    if (!has_own_point(s))
        draw(s);
    return gw_session_go(s, has_own_point(s) ? &POINT : &BASE);
}

/* Results */

int gw_session_stopped(const gw_session *s) {
    return s == NULL || s->stopped;
}

const gw_gradcheck *gw_session_check(const gw_session *s) {
    return s ? s->theta.check : NULL;
}

double gw_session_evaluations(const gw_session *s) {
    return s ? s->theta.check->evaluations + s->more : 0;
}
