/* Runs a program that may do anything, within limits.
 *
 *     runner SECONDS MEGABYTES [-w FOLDER] [-r FOLDER] [-h FOLDER] … PROGRAM ARGUMENT …
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
 * it had started more than 500 processes. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    TIME_IS_OVER = 124,
    CANNOT_RUN = 125,
    TOO_MANY = 126,
    MOST_FILE_BYTES = 64 << 20,
    MOST_PROCESSES = 500,
    MOST_FOLDERS = 16
};

static pid_t keeper;
static volatile sig_atomic_t time_is_over, interrupted;

static void on_alarm(int signal) {
    (void)signal;
    time_is_over = 1;
    kill(keeper, SIGKILL);
}

static void on_interrupt(int signal) {
    interrupted = signal;
    kill(keeper, SIGKILL);
}

static void limit(__rlimit_resource_t what, rlim_t value) {
    const struct rlimit both = {value, value};
    setrlimit(what, &both);
}

static void write_line(const char *path, const char *line) {
    int file = open(path, O_WRONLY);
    if (file >= 0) {
        ssize_t written = write(file, line, strlen(line));
        (void)written;
        close(file);
    }
}

/* Children from here on are in a namespace of their own. Only root may ask for one
 * outright; others need a namespace of users too, in which they are who they were. */
static bool enter_namespace(int view) {
    if (unshare(CLONE_NEWPID | view) == 0)
        return true;
    char users[64], groups[64];
    snprintf(users, sizeof users, "%u %u 1", geteuid(), geteuid());
    snprintf(groups, sizeof groups, "%u %u 1", getegid(), getegid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWPID | view) != 0)
        return false;
    write_line("/proc/self/setgroups", "deny");
    write_line("/proc/self/uid_map", users);
    write_line("/proc/self/gid_map", groups);
    return true;
}

/* The parent of a process, or 0. */
static pid_t parent_of(const char *process) {
    char path[300], text[512];
    snprintf(path, sizeof path, "/proc/%s/stat", process);
    FILE *file = fopen(path, "r");
    size_t length = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file)
        fclose(file);
    text[length] = '\0';
    const char *after_name = strrchr(text, ')'); /* the name may hold anything */
    int parent = 0;
    return after_name && sscanf(after_name, ") %*c %d", &parent) == 1 ? parent : 0;
}

/* Kills what is left below this process, generation by generation, for what loses
 * its parent is adopted here. */
static void kill_descendants(void) {
    for (int round = 0; round < 1000; round++) {
        DIR *processes = opendir("/proc");
        const struct dirent *entry;
        while (processes && (entry = readdir(processes)))
            if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9' &&
                parent_of(entry->d_name) == getpid())
                kill((pid_t)atoi(entry->d_name), SIGKILL);
        if (processes)
            closedir(processes);
        pid_t reaped;
        while ((reaped = waitpid(-1, NULL, WNOHANG)) > 0)
            ;
        if (reaped < 0)
            return;
        usleep(1000);
    }
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

/* How many folders stand before the program's words. */
static int count_folders(char **words) {
    int count = 0;
    while (words[2 * count] && words[2 * count + 1] && words[2 * count][0] == '-' &&
           strchr("wrh", words[2 * count][1]) && count < MOST_FOLDERS)
        count++;
    return count;
}

/* Makes a folder and those above it. */
static void make_folders(const char *path) {
    char part[4096];
    for (size_t k = 1; path[k - 1] && k < sizeof part; k++)
        if (path[k] == '/' || path[k] == '\0') {
            memcpy(part, path, k);
            part[k] = '\0';
            mkdir(part, 0700);
        }
}

static bool set_read_only(int folder, const char *path, unsigned flags, bool value) {
    struct mount_attr attributes = {0};
    *(value ? &attributes.attr_set : &attributes.attr_clr) = MOUNT_ATTR_RDONLY;
    return mount_setattr(folder, path, AT_EMPTY_PATH | flags, &attributes, sizeof attributes) == 0;
}

/* All files read-only, the hidden folders empty, and in these the folders that are kept.
 * What is kept is opened before it is hidden. */
static bool take_view(char **option, int count) {
    char here[4096], open_path[64];
    bool fine = getcwd(here, sizeof here) && !mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
    int kept[MOST_FOLDERS];
    for (int k = 0; k < count && fine; k++) {
        kept[k] = option[2 * k][1] == 'h' ? 0 : open(option[2 * k + 1], O_PATH | O_DIRECTORY);
        fine = kept[k] >= 0;
    }
    fine = fine && set_read_only(AT_FDCWD, "/", AT_RECURSIVE, true);
    for (int k = 0; k < count && fine; k++)
        if (option[2 * k][1] == 'h')
            fine = !mount("none", option[2 * k + 1], "tmpfs", 0, "size=1m");
    for (int k = 0; k < count && fine; k++)
        if (option[2 * k][1] != 'h') {
            const char *path = option[2 * k + 1];
            make_folders(path);
            snprintf(open_path, sizeof open_path, "/proc/self/fd/%d", kept[k]);
            fine = !mount(open_path, path, NULL, MS_BIND | MS_REC, NULL) &&
                   set_read_only(AT_FDCWD, path, 0, option[2 * k][1] == 'r');
        }
    for (int k = 0; k < count && fine; k++) {
        if (option[2 * k][1] == 'h')
            fine = set_read_only(AT_FDCWD, option[2 * k + 1], 0, true);
        else
            close(kept[k]);
    }
    if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL))
        fine = fine && errno == EPERM; /* of a namespace of users in a container */
    return fine && (chdir(here) == 0 || chdir("/") == 0);
}

static void run_program(char **words, unsigned seconds, rlim_t megabytes) {
    setpgid(0, 0);
    int folders = count_folders(words);
    if (folders > 0 && !take_view(words, folders)) {
        fprintf(stderr, "cannot hide files from %s: %s\n", words[2 * folders], strerror(errno));
        _exit(CANNOT_RUN);
    }
    words += 2 * folders;
    limit(RLIMIT_CPU, seconds + 1);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, MOST_FILE_BYTES);
    if (megabytes > 0)
        limit(RLIMIT_AS, megabytes << 20);
    execvp(words[0], words);
    fprintf(stderr, "cannot run %s: %s\n", words[0], strerror(errno));
    _exit(CANNOT_RUN);
}

/* Are there too many in this namespace? Its processes are numbered from 1, the keeper;
 * a limit of the system's would not bind root. */
static bool are_too_many(void) {
    int count = 0;
    for (pid_t process = 2; process < 10 * MOST_PROCESSES && count <= MOST_PROCESSES; process++)
        if (kill(process, 0) == 0)
            count++;
    return count > MOST_PROCESSES;
}

static void on_tick(int signal) {
    (void)signal;
}

/* Waits for the program, and for nobody else; returns what the runner is to. */
static int keep(char **words, unsigned seconds, rlim_t megabytes, bool has_namespace) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    setpgid(0, 0);
    pid_t program = fork();
    if (program < 0)
        return CANNOT_RUN;
    if (program == 0)
        run_program(words, seconds, megabytes);
    leave_channels();
    if (has_namespace) {
        sigaction(SIGALRM, &(struct sigaction){.sa_handler = on_tick}, NULL);
        setitimer(ITIMER_REAL, &(struct itimerval){{0, 20000}, {0, 20000}}, NULL);
    }
    int status;
    for (pid_t ended = 0; ended != program;) {
        ended = wait(&status);
        if (ended < 0 && errno != EINTR)
            return CANNOT_RUN;
        if (ended < 0 && has_namespace && are_too_many())
            return TOO_MANY;
    }
    if (!has_namespace)
        kill_descendants();
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGXCPU ? TIME_IS_OVER : 128 + WTERMSIG(status);
    return WEXITSTATUS(status);
}

int main(int count, char **argument) {
    if (count < 4) {
        fprintf(stderr, "usage: runner SECONDS MEGABYTES PROGRAM ARGUMENT …\n");
        return CANNOT_RUN;
    }
    unsigned seconds = (unsigned)strtoul(argument[1], NULL, 10);
    rlim_t megabytes = strtoul(argument[2], NULL, 10);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    int folders = count_folders(argument + 3);
    bool has_namespace = enter_namespace(folders > 0 ? CLONE_NEWNS : 0);
    if (folders > 0 && !has_namespace) {
        fprintf(stderr, "cannot hide files: this system gives no namespace\n");
        return CANNOT_RUN;
    }
    keeper = fork();
    if (keeper < 0)
        return CANNOT_RUN;
    if (keeper == 0)
        _exit(keep(argument + 3, seconds, megabytes, has_namespace));
    leave_channels();
    struct sigaction act = {.sa_handler = on_alarm};
    sigaction(SIGALRM, &act, NULL);
    act.sa_handler = on_interrupt;
    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
    sigaction(SIGHUP, &act, NULL);
    alarm(seconds);
    int status;
    while (waitpid(keeper, &status, 0) < 0 && errno == EINTR)
        ;
    kill_descendants(); /* of a keeper that was killed, where there is no namespace */
    if (interrupted)
        return 128 + interrupted;
    /* Thousands of processes take their time to die. */
    bool were_too_many = WIFEXITED(status) && WEXITSTATUS(status) == TOO_MANY;
    if (time_is_over && !were_too_many)
        return TIME_IS_OVER;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
