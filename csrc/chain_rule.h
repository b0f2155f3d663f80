/* Chapter 3. The chain rule: y = f(u), u = g(x) has the slope f'(u) g'(x).
 *
 * Method: a composite is a chain of links, each an elementary function with a
 * known slope. x goes in at one end; what a link gives out, the next takes in.
 * Every link has one factor, its own slope at what it takes in, and the slope
 * of the whole is the product of the factors.
 *
 * Domain: where a link has no value, the composite has none (GW_DOMAIN). A link
 * with a value but no slope there, √u at 0, leaves the rule without a factor:
 * then too GW_DOMAIN, although the composite may have a slope from one side
 * (ln cos²(sin √x) has, at 0: it is −1).
 *
 * tan u is refused where |cos u| ≤ ε|u|: u itself is known only to ε|u|, so
 * there nobody knows on which side of the pole it is. */
#ifndef GW_CHAIN_RULE_H
#define GW_CHAIN_RULE_H

#include "formula.h"
#include "status.h"

/* The elementary functions that chains are made of, each beside its slope. */
typedef enum {
    GW_LINK_SQUARE = 0, /* u²,        2u                 */
    GW_LINK_CUBE,       /* u³,        3u²                */
    GW_LINK_SQRT,       /* √u, u ≥ 0; 1/(2√u), u > 0     */
    GW_LINK_EXP,        /* e^u,       e^u                */
    GW_LINK_LN,         /* ln u,      1/u, both for u > 0 */
    GW_LINK_SIN,        /* sin u,     cos u              */
    GW_LINK_COS,        /* cos u,     −sin u             */
    GW_LINK_TAN,        /* tan u,     1/cos² u, not at a pole */
    GW_LINK_ARCTAN,     /* arctan u,  1/(1 + u²)         */
    GW_LINKS            /* how many there are            */
} gw_link;

/* The composites of this chapter. */
typedef enum {
    GW_COMPOSITE_TAN = 0, /* tan(x²):         x², tan              */
    GW_COMPOSITE_ARCTAN,  /* arctan²(x³):     x³, arctan, u²       */
    GW_COMPOSITE_LOGCOS,  /* ln cos²(sin √x): √x, sin, cos, u², ln */
    GW_COMPOSITES         /* how many there are                     */
} gw_composite;

/* f(u) and f'(u) of one link. GW_RANGE for an unknown link, GW_DOMAIN where it
 * has no value or slope, GW_NOT_FINITE for a u or a result that is not. */
GW_NODISCARD gw_status gw_chain_rule_link_value(gw_link f, double u, double *value);
GW_NODISCARD gw_status gw_chain_rule_link_slope(gw_link f, double u, double *slope);

/* How many links a composite has; 0 for one that is none of the list. */
int32_t gw_chain_rule_length(gw_composite y);

/* y(x): through the links, one after another. Errors as of the links. */
GW_NODISCARD gw_status gw_chain_rule_value(gw_composite y, double x, double *value);

/* Link k = 1 (the innermost, which takes x) … length: which function it is, the
 * u that it takes in at x, and its factor f'(u). GW_RANGE for another k; else
 * errors as of the links. */
GW_NODISCARD gw_status gw_chain_rule_factor(gw_composite y, int32_t k, double x, int32_t *link,
                                            double *u, double *factor);

/* y'(x), the product of all factors. Beyond |x| = 2e51 a factor of arctan²(x³)
 * underflows, and the product is 0 before the true slope is. */
GW_NODISCARD gw_status gw_chain_rule_slope(gw_composite y, double x, double *slope);

/* y'(x) as one writes it after simplifying by hand; the same domain.
 *     tan(x²)           2x / cos²(x²)
 *     arctan²(x³)       6x² arctan(x³) / (1 + x⁶)
 *     ln cos²(sin √x)   −tan(sin √x) · cos(√x) / √x */
GW_NODISCARD gw_status gw_chain_rule_slope_by_hand(gw_composite y, double x, double *slope);

/* A chain that is typed in, links[0] the innermost. u[k] is what link k takes in,
 * factors[k] its slope there; *value and *slope are of the whole. GW_DOMAIN where a
 * link has no finite value or slope, GW_RANGE without a link. */
GW_SHAPES(links(count), u(count), factors(count), value(), slope())
GW_NODISCARD gw_status gw_chain_rule_formulas(const gw_formula *links, int32_t count, double x,
                                              double *u, double *factors, double *value,
                                              double *slope);

#endif
