/* SPDX-License-Identifier: Apache-2.0 */
/* All that the command line sees of the house: it includes this and base/. */
#ifndef EK_EKIMU_APP_H
#define EK_EKIMU_APP_H

#include "batch/walk.h"
#include "decision/apply.h"
#include "decision/make.h"
#include "decision/settled.h"
#include "diff/diff.h"
#include "evaluate/evaluate.h"
#include "evaluate/interval.h"
#include "match/match.h"
#include "match/probe.h"
#include "pattern/check.h"
#include "pattern/pack.h"
#include "profile.h"
#include "read/box.h"
#include "read/book.h"
#include "read/read.h"
#include "report/compare.h"
#include "report/decide.h"
#include "report/diff.h"
#include "report/found.h"
#include "report/history.h"
#include "report/page.h"
#include "report/report.h"
#include "report/reviewed.h"
#include "report/width.h"
#include "result/result.h"
#include "scan.h"
#include "score/facts.h"
#include "score/sheet.h"
#include "selftest.h"
#include "store/judged.h"
#include "store/search.h"
#include "store/store.h"

#endif
