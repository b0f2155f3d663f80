/* Runs a program that may do anything, within limits.
 *
 *     runner SECONDS MEGABYTES PROGRAM ARGUMENT …
 *
 * The program gets a process group of its own, so that whatever it starts ends
 * with it; so much processor time and wall time; so much address space (0: no
 * such limit, since AddressSanitizer needs terabytes of it); no core file, no
 * large files and nothing to read. It ends with the process that started it.
 * Status: the program's own; 124 when the time was over; 128 + n
 * when signal n ended it; 125 if it could not be run. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t child;
static volatile sig_atomic_t time_is_over, interrupted;

static void on_alarm(int signal) {
    (void)signal;
    time_is_over = 1;
    kill(-child, SIGKILL);
}

static void on_interrupt(int signal) {
    interrupted = signal;
    kill(-child, SIGKILL);
}

static void limit(__rlimit_resource_t what, rlim_t value) {
    const struct rlimit both = {value, value};
    setrlimit(what, &both);
}

int main(int count, char **argument) {
    if (count < 4) {
        fprintf(stderr, "usage: runner SECONDS MEGABYTES PROGRAM ARGUMENT …\n");
        return 125;
    }
    unsigned seconds = (unsigned)strtoul(argument[1], NULL, 10);
    rlim_t megabytes = strtoul(argument[2], NULL, 10);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    child = fork();
    if (child < 0)
        return 125;
    if (child == 0) {
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        int nothing = open("/dev/null", O_RDONLY);
        if (nothing >= 0)
            dup2(nothing, 0);
        limit(RLIMIT_CPU, seconds + 1);
        limit(RLIMIT_CORE, 0);
        limit(RLIMIT_FSIZE, (rlim_t)64 << 20);
        if (megabytes > 0)
            limit(RLIMIT_AS, megabytes << 20);
        execvp(argument[3], argument + 3);
        fprintf(stderr, "cannot run %s: %s\n", argument[3], strerror(errno));
        _exit(125);
    }
    setpgid(child, child);
    struct sigaction act = {.sa_handler = on_alarm};
    sigaction(SIGALRM, &act, NULL);
    act.sa_handler = on_interrupt;
    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
    alarm(seconds);
    int status;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    kill(-child, SIGKILL); /* what it left behind */
    if (interrupted)
        return 128 + interrupted;
    if (time_is_over || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
        return 124;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
