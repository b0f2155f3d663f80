/* What every header of the library starts from.
 *
 * The same headers feed the C compiler and LuaJIT: `cc -DGW_CDEF -E -P` turns
 * them into build/cdef.h, so a header holds prototypes, structs and enums, and
 * keeps what LuaJIT cannot read (includes, attributes, inline functions) out
 * of sight when GW_CDEF is defined. */
#ifndef GW_API_H
#define GW_API_H

/* Around what an installed header declares, so that C++ may call it. */
#ifdef __cplusplus
#define GW_BEGIN extern "C" {
#define GW_END   }
#else
#define GW_BEGIN
#define GW_END
#endif

#ifdef GW_CDEF
#define GW_NODISCARD
#define GW_SHAPES(...) @shapes #__VA_ARGS__
#else
#include <stddef.h>
#include <stdint.h>

/* The compiler warns where a status is thrown away. */
#define GW_NODISCARD __attribute__((warn_unused_result))

/* GW_SHAPES(Z(n, m), A(n, m)) above a prototype states the shape of each
 * matrix or array argument. Equal letters are equal sizes. C checks them in
 * the function; scripts/gw reads them from here, so that Lua can say
 * "Z is 3x2 but A is 2x3" before it calls. J() says that a pointer is to one number;
 * graph(count), of a struct, to so many of them. scripts/live binds only what is said. */
#define GW_SHAPES(...)

/* Returns from the calling function unless `call` is GW_OK. */
#define GW_TRY(call)                                                                               \
    do {                                                                                           \
        gw_status gw_try_status = (call);                                                          \
        if (gw_try_status != GW_OK)                                                                \
            return gw_try_status;                                                                  \
    } while (0)
#endif

#endif
