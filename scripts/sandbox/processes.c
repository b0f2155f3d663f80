#define _GNU_SOURCE
#include "processes.h"
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The parent of a process, or 0, and its state. */
static pid_t parent_of(const char *process, char *state) {
    char path[300], text[512];
    snprintf(path, sizeof path, "/proc/%s/stat", process);
    FILE *file = fopen(path, "r");
    size_t length = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file)
        fclose(file);
    text[length] = '\0';
    const char *after_name = strrchr(text, ')'); /* the name may hold anything */
    int parent = 0;
    return after_name && sscanf(after_name, ") %c %d", state, &parent) == 2 ? parent : 0;
}

bool are_stopped(pid_t ancestor) {
    enum { MOST = 4096 };
    static struct {
        pid_t pid, parent;
        char state;
        bool is_below;
    } of[MOST];
    int count = 0, stopped = 0, at_work = 0;
    DIR *processes = opendir("/proc");
    const struct dirent *entry;
    while (processes && (entry = readdir(processes)) && count < MOST)
        if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9') {
            of[count].pid = (pid_t)atoi(entry->d_name);
            of[count].parent = parent_of(entry->d_name, &of[count].state);
            of[count].is_below = of[count].pid == ancestor;
            count++;
        }
    if (processes)
        closedir(processes);
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (int i = 0; i < count; i++)
            for (int k = 0; k < count && !of[i].is_below; k++)
                if (of[k].is_below && of[k].pid == of[i].parent)
                    goes_on = of[i].is_below = true;
    }
    for (int i = 0; i < count; i++) {
        stopped += of[i].is_below && of[i].state == 'T';
        at_work += of[i].is_below && of[i].pid != ancestor && strchr("RD", of[i].state) != NULL;
    }
    return stopped > 0 && at_work == 0;
}

long killed_for_memory(void) {
    FILE *file = fopen("/proc/vmstat", "r");
    char line[128];
    long count = -1;
    while (file && count < 0 && fgets(line, sizeof line, file))
        sscanf(line, "oom_kill %ld", &count);
    if (file)
        fclose(file);
    return count;
}

void kill_descendants(void) {
    for (int round = 0; round < 1000; round++) {
        DIR *processes = opendir("/proc");
        const struct dirent *entry;
        char state;
        while (processes && (entry = readdir(processes)))
            if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9' &&
                parent_of(entry->d_name, &state) == getpid())
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

/* Processes are numbered from 1, the keeper, one by one, and /proc/loadavg ends with the last
 * number given: there is nothing to count before that is as many. */
bool are_too_many(int loadavg) {
    static bool may_be;
    char line[128];
    ssize_t length = may_be ? -1 : pread(loadavg, line, sizeof line - 1, 0);
    int last = MOST_PROCESSES, count = 0;
    if (length > 0) {
        line[length] = '\0';
        sscanf(line, "%*f %*f %*f %*s %d", &last);
    }
    may_be = last >= MOST_PROCESSES; /* later the numbers may begin anew */
    if (!may_be)
        return false;
    for (pid_t process = 2; process < 10 * MOST_PROCESSES && count <= MOST_PROCESSES; process++)
        if (kill(process, 0) == 0)
            count++;
    return count > MOST_PROCESSES;
}
