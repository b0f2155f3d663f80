/* What is read of the system's processes in /proc, and what is done to those of a program. */
#ifndef SANDBOX_PROCESSES_H
#define SANDBOX_PROCESSES_H

#include <stdbool.h>
#include <sys/types.h>

enum { MOST_PROCESSES = 500 };

/* Is this process stopped or some below it, and none of these at work? */
bool are_stopped(pid_t ancestor);

/* How many processes the system has killed for memory since it started, or −1. */
long killed_for_memory(void);

/* Kills what is left below this process, generation by generation, for what loses
 * its parent is adopted here. */
void kill_descendants(void);

/* Are there more than MOST_PROCESSES in this namespace? A limit of the system's would not bind
 * root. `loadavg` is /proc/loadavg, opened. */
bool are_too_many(int loadavg);

#endif
