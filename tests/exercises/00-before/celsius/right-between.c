#include "exercise.h"

/* Ice melts at 32 and water boils at 212: how far between the two? */
double celsius(double f) {
    double ice = 32, steam = 212;
    double part = (f - ice) / (steam - ice);
    return 100 * part;
}
