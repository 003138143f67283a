#!/bin/sh
# the quick tests again, with sanitizers, by gcc; in make soak by clang, too
. "${0%/*}/../lib.sh"
. "${0%/*}/builds.sh"
cd "$top" || exit 2
ASAN_OPTIONS=exitcode=99:strict_string_checks=1:detect_leaks=0
UBSAN_OPTIONS=print_stacktrace=1
export ASAN_OPTIONS UBSAN_OPTIONS

for compiler in gcc ${FUZZ:+clang}; do
	if ! command -v $compiler >/dev/null; then
		skip "$compiler is not here"
		continue
	fi
	name=san-$compiler
	tests=$(for t in tests/*.c; do
		echo "build/$name/tests/$(basename "$t" .c)"
	done)
	# shellcheck disable=SC2086 # words
	build $name $compiler "$SANITIZED" all $tests
	claim $? "$compiler builds with sanitizers"
	# pages, plots and samples run no code that the others do not
	for t in tests/*.t; do
		case $t in
		*/house.t | */man.t | */plot.t | */report.t | */samples.t | \
		    */tutorial.t | */summary.t) ;;
		*) tests="$tests $t" ;;
		esac
	done
	# shellcheck disable=SC2086
	PLUMB_BIN=$top/build/$name/bin tests/run $tests >"$tmp/said" 2>&1
	claim $? "$compiler: $(tail -n 1 "$tmp/said")"
	grep -v '# SKIP' "$tmp/said" | head -n 20 | sed "s/^/# /"
done
plan
