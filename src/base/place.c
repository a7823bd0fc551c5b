/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/place.h"

bool
ek_place_same(const ek_place *a, const ek_place *b)
{
    return a->page == b->page && a->page_line == b->page_line &&
           a->paragraph == b->paragraph && a->confidence == b->confidence &&
           ek_str_eq(a->number, b->number) && ek_str_eq(a->id, b->id);
}
