/* Runs a program that may do anything, within limits.
 *
 *     runner [-CHANNEL] SECONDS MEGABYTES [-w FOLDER] [-r FOLDER] [-h FOLDER] … PROGRAM ARGUMENT …
 *
 * With any of these folders, the program sees all files read-only, and nothing in those that
 * -h names (hidden), but for what -r (to be read) and -w (to be written) name within; where
 * the system gives no namespace for that, it is not run.
 *
 * The program gets so much processor time and wall time; so much address space (0:
 * no such limit, since AddressSanitizer needs terabytes of it); no core file and no
 * large files. It reads and prints where the runner would. Between it and the runner stands a
 * keeper, the first process of a namespace of its own: when the keeper ends, the kernel ends all
 * that the program started, whatever it did to get away. Where the system gives no
 * namespace, the keeper adopts what the program leaves behind and kills it, which
 * does not stop one that forks faster than it is killed.
 *
 * It ends with the process that started it. Status: the program's own; 124 when the
 * time was over; 128 + n when signal n ended it; 125 if it could not be run; 126 when
 * it had started more than 500 processes. A program may end with any of these itself: what is
 * written to the channel in the end is the runner's word alone,
 *
 *     exit N        it ended with this status
 *     signal N M    this signal ended it, while the system killed M processes for memory; M
 *                   is -1 where that is not known
 *     group N       this signal, sent to its whole process group
 *     keeper N      it sent this signal to the process that keeps it
 *     stopped       the time was over, and it or what it started had been stopped by a signal
 *     time, many, cannot */
#define _GNU_SOURCE
#include "processes.h"
#include "view.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TIME_IS_OVER = 124, CANNOT_RUN = 125, TOO_MANY = 126, MOST_FILE_BYTES = 64 << 20 };

/* How the program ended, in memory that runner and keeper share. */
typedef enum { NOTHING, EXIT, SIGNAL, GROUP, KEEPER, STOPPED, TIME, MANY, CANNOT } ending;
static struct {
    ending how;
    int number;
} * outcome;

static int set_outcome(ending how, int number) {
    outcome->how = how;
    outcome->number = number;
    return 0;
}

static void limit(__rlimit_resource_t what, rlim_t value) {
    const struct rlimit both = {value, value};
    setrlimit(what, &both);
}

/* What a program reads and prints is its own: who talks with it is to see it end. */
static void leave_channels(void) {
    int nothing = open("/dev/null", O_RDWR);
    if (nothing < 0)
        return;
    dup2(nothing, 0);
    dup2(nothing, 1);
    if (nothing > 1)
        close(nothing);
}

/* Waits until `gate` is closed elsewhere, and becomes the program. */
static void run_program(char **words, unsigned seconds, rlim_t megabytes, int gate) {
    char nothing;
    while (read(gate, &nothing, 1) < 0 && errno == EINTR)
        ;
    int folders = count_folders(words);
    if (folders > 0 && !take_view(words, folders)) {
        fprintf(stderr, "cannot hide files from %s: %s\n", words[2 * folders], strerror(errno));
        _exit(set_outcome(CANNOT, 0));
    }
    words += 2 * folders;
    limit(RLIMIT_CPU, seconds + 1);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, MOST_FILE_BYTES);
    if (megabytes > 0)
        limit(RLIMIT_AS, megabytes << 20);
    execvp(words[0], words);
    fprintf(stderr, "cannot run %s: %s\n", words[0], strerror(errno));
    _exit(set_outcome(CANNOT, 0));
}

/* A process that does nothing but answer: what is sent to the program's group ends it too. */
static int start_witness(pid_t group, int gate) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return -1;
    pid_t witness = fork();
    if (witness == 0) {
        leave_channels();
        close(gate);
        close(ends[0]);
        for (char c; read(ends[1], &c, 1) == 1;)
            if (write(ends[1], &c, 1) != 1)
                break;
        _exit(0);
    }
    close(ends[1]);
    if (witness < 0 || setpgid(witness, group) != 0) {
        close(ends[0]);
        return -1;
    }
    return ends[0];
}

static bool is_alive(int witness) {
    char c = 0;
    ssize_t heard = -1;
    if (witness >= 0 && send(witness, &c, 1, MSG_NOSIGNAL) != 1)
        return false;
    do
        heard = witness < 0 ? 1 : read(witness, &c, 1);
    while (heard < 0 && errno == EINTR); /* of a tick */
    return heard == 1;
}

static void on_tick(int signal) {
    (void)signal;
}

/* Waits for the program, and for nobody else; writes down how it ends. */
static int keep(char **words, unsigned seconds, rlim_t megabytes, bool has_namespace) {
    int gate[2];
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    setpgid(0, 0);
    if (pipe2(gate, O_CLOEXEC) != 0)
        return set_outcome(CANNOT, 0);
    pid_t program = fork();
    if (program < 0)
        return set_outcome(CANNOT, 0);
    if (program == 0) {
        close(gate[1]);
        run_program(words, seconds, megabytes, gate[0]);
    }
    leave_channels();
    close(gate[0]);
    setpgid(program, program);
    int witness = start_witness(program, gate[1]);
    close(gate[1]);
    if (has_namespace) {
        sigaction(SIGALRM, &(struct sigaction){.sa_handler = on_tick}, NULL);
        setitimer(ITIMER_REAL, &(struct itimerval){{0, 20000}, {0, 20000}}, NULL);
    }
    int status, loadavg = open("/proc/loadavg", O_RDONLY | O_CLOEXEC);
    for (pid_t ended = 0; ended != program;) {
        ended = wait(&status);
        if (ended < 0 && errno != EINTR)
            return set_outcome(CANNOT, 0);
        if (ended < 0 && has_namespace && are_too_many(loadavg))
            return set_outcome(MANY, 0);
    }
    if (outcome->how == CANNOT)
        return 0;
    if (!WIFSIGNALED(status))
        set_outcome(EXIT, WEXITSTATUS(status));
    else if (WTERMSIG(status) == SIGXCPU)
        set_outcome(TIME, 0);
    else
        set_outcome(is_alive(witness) ? SIGNAL : GROUP, WTERMSIG(status));
    if (!has_namespace)
        kill_descendants();
    return 0;
}

/* Tells how the program ended; returns the status for it. */
static int told(int channel, long killed) {
    static const char *const WORD[] = {"cannot",  "exit", "signal", "group", "keeper",
                                       "stopped", "time", "many",   "cannot"};
    if (channel >= 0)
        dprintf(channel, "%s %d %ld\n", WORD[outcome->how], outcome->number, killed);
    switch (outcome->how) {
    case EXIT:
        return outcome->number;
    case SIGNAL:
    case GROUP:
    case KEEPER:
        return 128 + outcome->number;
    case STOPPED:
    case TIME:
        return TIME_IS_OVER;
    case MANY:
        return TOO_MANY;
    default:
        return CANNOT_RUN;
    }
}

int main(int count, char **argument) {
    int channel = -1;
    if (count > 1 && argument[1][0] == '-') {
        channel = atoi(argument[1] + 1);
        fcntl(channel, F_SETFD, FD_CLOEXEC);
        count--;
        argument++;
    }
    if (count < 4) {
        fprintf(stderr, "usage: runner [-CHANNEL] SECONDS MEGABYTES PROGRAM ARGUMENT …\n");
        return CANNOT_RUN;
    }
    unsigned seconds = (unsigned)strtoul(argument[1], NULL, 10);
    rlim_t megabytes = strtoul(argument[2], NULL, 10);
    outcome =
        mmap(NULL, sizeof *outcome, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (outcome == MAP_FAILED)
        return CANNOT_RUN;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    long killed = killed_for_memory();
    /* Signals are waited for, so none comes between a look and a wait. */
    static const int AWAITED[] = {SIGCHLD, SIGALRM, SIGINT, SIGTERM, SIGHUP};
    sigset_t awaited, before;
    sigemptyset(&awaited);
    for (size_t i = 0; i < sizeof AWAITED / sizeof *AWAITED; i++) {
        signal(AWAITED[i], SIG_DFL);
        sigaddset(&awaited, AWAITED[i]);
    }
    sigprocmask(SIG_BLOCK, &awaited, &before);
    int folders = count_folders(argument + 3);
    bool has_namespace = enter_namespace(folders > 0);
    if (folders > 0 && !has_namespace) {
        fprintf(stderr, "cannot hide files: this system gives no namespace\n");
        return CANNOT_RUN;
    }
    pid_t keeper = fork();
    if (keeper < 0)
        return CANNOT_RUN;
    if (keeper == 0) {
        sigprocmask(SIG_SETMASK, &before, NULL);
        _exit(keep(argument + 3, seconds, megabytes, has_namespace));
    }
    leave_channels();
    alarm(seconds);
    int status = 0, interrupted = 0;
    bool ended = false, was_killed = false;
    while (!ended) {
        int signal = sigwaitinfo(&awaited, NULL);
        ended = waitpid(keeper, &status, WNOHANG) == keeper;
        if (ended || signal < 0 || signal == SIGCHLD)
            continue;
        if (signal != SIGALRM)
            interrupted = signal;
        else if (outcome->how == NOTHING)
            set_outcome(are_stopped(keeper) ? STOPPED : TIME, 0);
        kill(keeper, SIGKILL);
        was_killed = true;
    }
    if (!was_killed && WIFSIGNALED(status))
        set_outcome(KEEPER, WTERMSIG(status));
    kill_descendants(); /* of a keeper that was killed, where there is no namespace */
    if (interrupted)
        return 128 + interrupted;
    long now = killed_for_memory();
    return told(channel, killed < 0 || now < 0 ? -1 : now - killed);
}
