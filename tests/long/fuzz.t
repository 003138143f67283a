#!/bin/sh
# changed inputs and failing memory, under sanitizers; FUZZ multiplies the counts
. "${0%/*}/../lib.sh"
. "${0%/*}/builds.sh"
. "${0%/*}/../dialects.sh"
many=$((${FUZZ:-1} * 80))
cd "$tmp" || exit 2
at=$top/build/san-gcc
build san-gcc gcc "$SANITIZED" fuzzers all build/san-gcc/tests/archive \
    build/san-gcc/tests/json
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

# two sensors of one session, long enough to tell their clocks
plumb simulate -n 2 -s 7 -r 25 --tempo 1-0.3-1-0.5 --grade lab -t 22 -o one.csv
plumb simulate -n 2 -s 7 -r 20 --tempo 1-0.3-1-0.5 -f 1 -t 21 -o other.csv
# a drill, with a second sensor
plumb simulate --drill cat-cow --t12 -n 3 -s 7 -r 20 --tempo 1-0.5-1-0.5 then \
    orient -o drill.csv
# of which each has another bar, and is slower with more
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
	NR > 1 { $c["bar_kg"] = 60 + 20 * n++; $c["mcv_m_s"] = 1 - n * n / 99 }
	{ print }' reps.csv >bars.csv

# what was found in a whole session, to be edited
plumb simulate -n 3 -s 7 -r 25 --tempo 1-0.3-1-0.5 then align -q then \
    orient -o squats.csv
plumb segment squats.csv -o squats.seg.csv
plumb reps squats.seg.csv -o found.csv

# a day, and what was sore after it
plumb load -q -b 100 -M 80 --parts squats.seg.csv then reps --tag \
    date=2026-01-05 -o day.csv
plumb simulate --sessions 4 -n 1 -r 10 --log log.csv >/dev/null

# what other programs write, and archives
plumb orient -q short.csv -o turned.csv
plumb write turned.sto turned.csv
plumb write sub-1_task-x_tracksys-y_motion.tsv turned.csv
"$at/tests/archive" phyphox.zip logger.zip
"$at/tests/json" movesense.json

# exports of recorders, a few rows of each
nod 40
write_metamotion
write_phyphox ';' 'Zeit (s)' Beschleunigung Gyroskop 's/\./,/g'
write_movella
write_xsens , NaN
write_shimmer
write_delsys
write_noraxon
write_apdm
write_apdm7
write_actigraph
write_sensorlog
write_motion
write_physics
write_vicon
write_omconvert
write_arduino
texts="acc.csv gyr.csv Accelerometer.csv Gyroscope.csv dot.csv mt.txt
    shimmer.csv delsys.csv noraxon.csv apdm.csv apdm7.csv raw.csv
    sensorlog.csv motion.csv physics.csv vicon.csv om.csv mpu.csv"

for f in short.csv short.au short.wav short.flac semicolon.csv tab.csv \
    :ax3 :ax6 :geneactiv phyphox.zip logger.zip movesense.json turned.sto \
    sub-* $texts; do
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
nod 600
write_physics
fuzz $many physics.csv read
fuzz $many delsys.csv read --sensor 'Mini sensor 10'
fuzz $many short.au align
fuzz $many read.csv align
fuzz $many read.csv align --strict --up y
fuzz $many other.csv join --as t12 one.csv
fuzz $many other.csv join --as t12 --offset -0.4 --drift 300 one.csv
fuzz $many read.csv align read.csv --poses
fuzz $many read.csv check
fuzz $many load.csv check --strict -p bar
fuzz $many two.csv check
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
fuzz $many segment.csv spectrum --phases
fuzz $many reps.csv score reps.csv
fuzz $many reps.csv compare reps.csv
fuzz $many reps.csv compare --by rep --class work --same-setup
fuzz $many bars.csv profile --at 100 --by set
fuzz $many trace.csv reps
fuzz $many trace.csv reps --tempo 3-1-X-0
fuzz $many reps.csv sets
fuzz $many reps.csv summary
fuzz $many day.csv dose --power 4 --leave-out
fuzz $many log.csv dose day.csv --soreness
fuzz $many day.csv plan --reference 2026-01-05 --plates 20,10,5
fuzz $many log.csv plan day.csv --soreness
fuzz $many phyphox.zip read
fuzz $many logger.zip read
fuzz $many movesense.json read
fuzz $many turned.sto read
fuzz $many turned.csv write -O csv fuzz.sto
fuzz $many turned.csv write -O csv sub-1_task-x_tracksys-z_motion.tsv
fuzz $many turned.csv write -O csv --full-scale fuzz.caf
fuzz $many drill.csv rom --axis flexion
fuzz $many drill.csv rom --axis rotation --summary --grade poor
fuzz $many drill.csv rom --axis side --summary drill.csv
plan
