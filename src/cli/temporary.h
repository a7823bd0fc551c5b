/* SPDX-License-Identifier: Apache-2.0 */
/* Files that are not yet in their place: a run that a signal or want of memory
 * ends leaves none of them behind. The only state of the process, since a
 * signal handler is handed nothing. */
#ifndef EK_CLI_TEMPORARY_H
#define EK_CLI_TEMPORARY_H

/* Removes them when the run is interrupted, hung up on or terminated. */
void ek_temporary_watch(void);
/* The path is borrowed until it is forgotten. More than a run has reports are
 * not remembered. */
void ek_temporary_remember(const char *path);
void ek_temporary_forget(const char *path);
void ek_temporary_remove_all(void);

#endif
