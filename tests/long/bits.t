#!/bin/sh
# the same bytes from every compiler, level and kind of processor
. "${0%/*}/../lib.sh"
. "${0%/*}/builds.sh"

# sums BIN: checksums of all that the pipe makes
sums() (
	PATH=$1:$PATH
	cd "$tmp" || exit 2
	for grade in none poor; do
		plumb simulate -n 3 -s 11 --grade $grade -T truth.csv -o s.csv
		plumb read -q s.csv then align -q then orient then segment then \
		    load -q -b 100 -M 80 -l l5s1,t7t8,t4t5 \
		    --parts --forces --compression --sharing 3 -o trace.au
		plumb reps trace.au -o reps.csv
		plumb simulate -n 3 -s 11 -r 80 -f 2 --grade $grade -o b.csv
		plumb join -q --as t12 s.csv b.csv -o joined.csv
		plumb check -q trace.au -o findings.csv
		plumb compare truth.csv reps.csv -o compared.csv
		awk -F, -v OFS=, 'NR == 1 { while ($++c != "bar_kg") ; }
			NR > 1 { $c = 60 + 20 * n++ } 1' reps.csv |
		    plumb profile -q --at 100 -o profile.csv
		cksum s.csv truth.csv trace.au reps.csv joined.csv \
		    findings.csv compared.csv profile.csv
	done
	for f in "$top"/samples/*.wav; do
		plumb read -q "$f" then align -q then orient then segment \
		    -o trace.csv
		cksum trace.csv
	done
)

# processors: the levels of x86-64 that this one runs
levels() {
	[ "$(uname -m)" = x86_64 ] || return
	for l in v2:sse4_2 v3:avx2 v4:avx512vl; do
		! grep -qsw "${l#*:}" /proc/cpuinfo || echo "${l%:*}"
	done
}

sums "$top/bin" >"$tmp/want" 2>"$tmp/err"
[ -s "$tmp/want" ] && [ ! -s "$tmp/err" ]
claim $? "the pipe runs"
sed 's/^/# /' "$tmp/err"

# alike NAME COMPILER CFLAGS
alike() {
	if ! command -v "$2" >/dev/null; then
		skip "$2 is not here"
		return
	fi
	build "$1" "$2" "$3" all && sums "$top/build/$1/bin" >"$tmp/got" 2>&1 &&
	    cmp -s "$tmp/want" "$tmp/got"
	claim $? "$2 $3 gives the bytes of this build"
	diff "$tmp/want" "$tmp/got" | head -n 6 | sed 's/^/# /'
}

alike gcc-O0 gcc '-O0'
# the highest level has all that could differ: fused products, wider vectors
l=$(levels | tail -n 1)
alike "clang-${l:-O3}" clang "-O3 -fopenmp-simd${l:+ -march=x86-64-$l}"
# the rest by hand: make soak
if [ -n "${FUZZ:-}" ]; then
	alike clang-O3 clang '-O3 -fopenmp-simd'
	for l in $(levels); do
		alike "gcc-$l" gcc "-O3 -fopenmp-simd -march=x86-64-$l"
	done
fi
plan
