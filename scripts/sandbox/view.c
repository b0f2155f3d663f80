#define _GNU_SOURCE
#include "view.h"
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_line(const char *path, const char *line) {
    int file = open(path, O_WRONLY);
    if (file >= 0) {
        ssize_t written = write(file, line, strlen(line));
        (void)written;
        close(file);
    }
}

bool enter_namespace(bool of_files) {
    int view = of_files ? CLONE_NEWNS : 0;
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

enum { MOST_FOLDERS = 16 };

int count_folders(char **words) {
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

/* What is kept is opened before it is hidden. */
bool take_view(char **option, int count) {
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
