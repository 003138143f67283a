#!/bin/sh
# changed inputs and failing memory, under sanitizers; FUZZ multiplies the counts
. "${0%/*}/../lib.sh"
. "${0%/*}/builds.sh"
many=$((${FUZZ:-1} * 400))
cd "$tmp" || exit 2
at=$top/build/san-gcc
build san-gcc gcc "$SANITIZED" fuzzers all
claim $? "the fuzzers build"
ASAN_OPTIONS=exitcode=99:max_allocation_size_mb=2000:allocator_may_return_null=1
export ASAN_OPTIONS

# good inputs, short
plumb simulate -n 1 -s 7 -r 40 -f 3 -t 12 -o session.csv
plumb simulate -n 1 -s 7 -r 40 -f 3 -t 6 -o short.wav
plumb simulate -n 1 -s 7 -r 40 -f 3 -t 6 -o short.flac
plumb simulate -n 1 -s 7 -r 40 -f 3 -t 6 -o short.csv
plumb read short.csv -o short.au
awk -F, 'NR > 1 { gsub(/\./, ","); gsub(/,/, ";"); print }' short.csv \
    >semicolon.csv
awk -F, -v OFS='\t' '{ $1 = $1; print }' short.csv >tab.csv
plumb read session.csv -o read.csv
plumb align -q read.csv -o align.csv
plumb orient align.csv -o orient.csv
plumb segment orient.csv -o segment.csv
plumb load -q -b 100 -M 80 segment.csv -o load.csv
# a second sensor below the first
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i
	print $0, "t12_acc_fwd_m_s2", "t12_acc_up_m_s2", "t12_gyr_right_rad_s", "t12_lean_deg"
	next }
	{ print $0, $c["acc_fwd_m_s2"], $c["acc_up_m_s2"], $c["gyr_right_rad_s"], $c["lean_deg"] }' \
    segment.csv >two.csv
# the truth of every sample: a stream with repetitions, and their table
plumb simulate -n 4 -s 7 -r 10 --tempo 1-0-1-0.5 --trace trace.csv >/dev/null
plumb reps trace.csv -o reps.csv

# of which each has another bar, and is slower with more
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
	NR > 1 { $c["bar_kg"] = 60 + 20 * n++; $c["mcv_m_s"] = 1 - n * n / 99 }
	{ print }' reps.csv >bars.csv

# what was found in a whole session, to be edited
plumb simulate -n 3 -s 7 -r 25 --tempo 1-0.3-1-0.5 then align -q then \
    orient -o squats.csv
plumb segment squats.csv then reps -o found.csv

for f in short.csv short.au short.wav short.flac semicolon.csv tab.csv; do
	"$at/fuzz/readers" $((many * 5)) $f >said 2>&1
	claim $? "readers, $f: $((many * 5)) cases"
	head -n 20 said | sed 's/^/# /'
done

# a case that dies of its input leaves memory behind, and may
ASAN_OPTIONS=$ASAN_OPTIONS:detect_leaks=0
# fuzz COUNT INPUT FILTER [OPTION ...]
fuzz() {
	"$at/fuzz/filters" "$@" >said 2>&1
	claim $? "$3 on $2: $1 cases"
	head -n 20 said | sed 's/^/# /'
	for f in fuzz-*; do
		[ ! -e "$f" ] || mv "$f" "$top/build/"
	done
}
fuzz $many session.csv read
fuzz $many short.wav read
fuzz $many short.au align
fuzz $many read.csv align
fuzz $many read.csv align --strict --up y
fuzz $many align.csv orient
fuzz $many read.csv orient
fuzz $many orient.csv segment
fuzz $many found.csv segment squats.csv --labels
fuzz $many segment.csv load -b 100 -M 80
fuzz $many segment.csv load -b 100 -M 80 -l l5s1,l3l4,t7t8 --parts --forces \
    --compression --tension 50 --sharing 3 --above 100 --sd align=4 --strict
fuzz $many two.csv load -b 100 -M 80
fuzz $many segment.csv load -b 100 -M 80 --explain 9
fuzz $many load.csv reps
fuzz $many read.csv stress --level broken
fuzz $many reps.csv score reps.csv
fuzz $many reps.csv compare reps.csv
fuzz $many reps.csv compare --by rep --class work --same-setup
fuzz $many bars.csv profile --at 100 --by set
fuzz $many trace.csv reps
fuzz $many trace.csv reps --tempo 3-1-X-0
fuzz $many reps.csv sets
plan
