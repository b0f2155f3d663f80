/* Chapter 11. Which checker this is: for programs that meet it as a shared library,
 * and for other languages, which repeat the layout of its structs. */
#ifndef GW_VERSION_H
#define GW_VERSION_H

#include "api.h"

GW_BEGIN

/* Its first number rises when a struct or function of the public headers changes so
 * that a program must be compiled anew, the second when something is added, the third
 * when something is mended. */
#define GW_GRADCHECK_VERSION "2.0.0"

/* The version of the library that is loaded, which may be another than the header's. */
const char *gw_gradcheck_version(void);

/* sizeof a public struct of the library that is loaded, "gw_gradcheck_problem", say; 0
 * for a name that is none of them. */
size_t gw_gradcheck_size_of(const char *name);

GW_END

#endif
