/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EK_HELPER_STDIN_H
#define EK_HELPER_STDIN_H

#include <glib.h>

/* All of standard input; the caller unrefs. */
GBytes *ek_stdin_bytes(void);

#endif
