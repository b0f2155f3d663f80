/* What a program sees: a namespace of its own, and of the files what its options say. */
#ifndef SANDBOX_VIEW_H
#define SANDBOX_VIEW_H

#include <stdbool.h>

/* Children from here on are in a namespace of their own, of files too if asked.
 * Only root may ask for one outright; others need a namespace of users too, in which they are
 * who they were. Returns whether the system gives one. */
bool enter_namespace(bool of_files);

/* How many folders stand before the program's words, each two words: -w, -r or -h, and its path. */
int count_folders(char **words);

/* All files read-only, the hidden folders empty, and in these the folders that are kept: for the
 * caller's namespace. Returns whether all of it was done; errno says why not. */
bool take_view(char **option, int count);

#endif
