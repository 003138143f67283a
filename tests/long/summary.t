#!/bin/sh
# plumb-summary over 200 sessions: tests/summary.t, with more of them
PLUMB_SEEDS=200 exec sh "${0%/*}/../summary.t"
