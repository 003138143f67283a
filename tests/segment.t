#!/bin/sh
# plumb-segment: sessions that never were, and what is refused
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# classes FILE: the classes of its candidates in order, runs of walking as one
classes() {
	plumb-reps -q "$1" | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	    { c = $at["class"]; if (c != "walk" || last != "walk") printf "%s ", c; last = c }'
}

prepare() { plumb simulate "$@" then align -q then orient; }

prepare -s 1 -n 3 --grade lab >o.csv
plumb-segment o.csv -o s.csv
head -n 1 s.csv | grep -q ',set,cand,rep,class,phase,confidence,reason,bounces,truncated,bottom_s,drift_m_s2,closure_m,vel_m_s,height_m$'
claim $? "the columns, in their order"
case $(classes s.csv) in
*work\ work\ work\ walk*) claim 0 "three repetitions, walking after" ;;
*) claim 1 "three repetitions: $(classes s.csv)" ;;
esac
plumb-segment -v o.csv -o x.csv 2>&1 | grep -q 'o.csv: 1 sets: 3 work, 0 partial, 0 failed'
claim $? "-v counts them"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["phase"] != last { if ($at["phase"] != "") printf "%s ", $at["phase"]; last = $at["phase"] }' s.csv >phases
[ "$(cat phases)" = "ecc bottom con top ecc bottom con top ecc bottom con " ]
claim $? "phases in order, a top between repetitions only"

for n in 1 25; do
	prepare -s 5 -n $n --grade consumer >o.csv
	[ "$(plumb segment o.csv then reps | grep -cE ',(work|partial),')" = $n ]
	claim $? "$n of $n"
done
prepare -s 6 -n 4 --tempo 1-0-0.6-0.3 --grade lab >o.csv
[ "$(plumb segment o.csv then reps | grep -cE ',(work|partial),')" = 4 ]
claim $? "quick ones, hardly a top"
prepare -s 7 -n 3 --tempo 3-2-2-25 --grade lab >o.csv
[ "$(plumb segment o.csv then reps | grep -c '^1,.*,work,')" = 3 ]
claim $? "25 s between them"
# the session again, from where it ended: racked, walked, unracked
plumb simulate -s 7 -n 2 --grade lab | awk -F, -v OFS=, 'NR == 1 { print; next }
    { row[++n] = $0 } END { for (k = 0; k < 3; k++) for (i = 1; i <= n; i++) {
    $0 = row[i]; if (i == 1) t0 = $1; if (i == 2) dt = $1 - t0
    $1 = sprintf("%.6f", $1 + k * n * dt_()); print } }
    function dt_() { split(row[n], a, ","); split(row[1], b, ","); return (a[1] - b[1]) / (n - 1) }' >three.csv
plumb align -q three.csv then orient then segment then reps |
    awk -F, '$4 == "work" { printf "%s ", $1 }' | grep -q '^1 1 2 2 3 3 $'
claim $? "three sets of two"
prepare -s 8 -n 4 -r 25 --grade consumer >o.csv
[ "$(plumb segment o.csv then reps | grep -cE ',work,')" = 4 ]
claim $? "25 rows a second"
plumb simulate -s 9 -n 3 --grade lab then orient then segment -p bar then reps >r.csv
[ "$(grep -cE ',(work|partial),' r.csv)" = 3 ]
claim $? "without trunk axes too"

# a row in ten, each the mean over its tenth of a second
slow() { awk -F, 'NR == 1 { print; next } { for (i = 2; i <= NF; i++) s[i] += $i }
    NR % 10 == 1 { printf "%.6f", n++ * 0.1; for (i = 2; i <= NF; i++) { printf ",%.6f", s[i] / 10; s[i] = 0 }
    print "" }'; }
# count FILTER...: work and partial by plumb FILTER then reps, of stdin
count() { plumb "$@" then reps -q | grep -cE ',(work|partial),'; }
plumb simulate -s 2 --grade consumer >raw.csv
[ "$(slow <raw.csv | count align -q then orient then segment)" = 5 ]
claim $? "10 rows a second"
awk -F, -v OFS=, 'NR > 1 { $2 = -$2; $3 = -$3; $5 = -$5; $6 = -$6 } { print }' raw.csv >down.csv
[ "$(count align -q then orient then segment <down.csv)" = 5 ]
claim $? "upside down"
plumb orient raw.csv then segment -v 2>err | plumb-reps -q >r.csv
[ "$(grep -cE ',(work|partial),' r.csv)" = 5 ] &&
    grep -q 'no -p: 5 of 5 repetitions begin and end upright: .* the trunk' err
claim $? "a trunk without its axes is guessed"
# a bar that rolls by 80 deg each way in every repetition, on smooth lifts
awk 'BEGIN { print "t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s"
    pi = 3.14159265
    for (i = 0; i < 2600; i++) { t = i / 100; u = (t - 4) % 3.5; on = t > 4 && t < 21.5 && u < 2.5
	k = int((t - 4) / 3.5); w = 2 * pi / 2.5; turn = k % 2 ? -1 : 1
	a = on ? -0.25 * w * w * cos(w * u) : 0
	roll = t < 4 ? 0 : k % 2 ? 1.4 : 0
	if (on) roll += turn * 0.7 * (1 - cos(pi * u / 2.5))
	else if (t >= 4 && t < 21.5) roll = k % 2 ? 0 : 1.4
	else if (t >= 21.5) roll = 1.4
	rate = on ? turn * 0.7 * pi / 2.5 * sin(pi * u / 2.5) : 0
	f = 9.80665 + a
	printf "%.2f,0.05,%.6f,%.6f,%.7f,0.001,0\n", t, f * sin(roll), f * cos(roll), rate } }' >bar.csv
plumb orient bar.csv then segment -v 2>err | plumb-reps -q >r.csv
[ "$(grep -cE ',(work|partial),' r.csv)" = 5 ] && grep -q 'no -p: .* the bar' err
claim $? "a bar that rolls is guessed too"
[ "$(count orient then segment -p bar <bar.csv)" = 5 ]
claim $? "and counted with -p bar"
for s in 4 8; do
	plumb simulate -s $s --grade consumer | cut -d, -f1-4 >acc.csv
	[ "$(count segment <acc.csv)" = 5 ]
	claim $? "by the accelerometer alone, seed $s"
	[ "$(slow <acc.csv | count segment)" = 5 ]
	claim $? "and 10 rows a second"
done
plumb-segment acc.csv | plumb-reps | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["class"] == "work" { n++; bad += $at["depth_m"] != "" || $at["mcv_m_s"] != "" || $at["bottom_s"] == "" }
    END { exit !(n == 5 && !bad) }'
claim $? "what cannot be known is empty"
says "off the trunk without attitude" 2 'q_w: no such column: plumb-orient makes it' plumb-segment -p wrist acc.csv

# the second of three stays down for a minute: somebody sat
plumb simulate -q -n 3 --tempo 2-2-2-2 -T truth.csv -o stay.csv
at=$(awk -F, '$4 == "work" && ++n == 2 { print $10 }' truth.csv)
awk -F, -v OFS=, -v at="$at" 'NR > 1 { $1 = sprintf("%.2f", more / 100 + $1) } 1
	NR > 1 && !more && $1 + 0 >= at { for (t = $1; more < 6000; more++) {
		$1 = sprintf("%.2f", t + (more + 1) / 100); print } }' stay.csv >sat.csv
plumb align -q sat.csv then orient then segment then reps -o r.csv
[ "$(grep -c ',work,' r.csv)" = 2 ]
claim $? "who sits for a minute does no repetition"
plumb simulate -n 5 --tempo 8-2-8-1 --grade consumer then align -q then orient then segment -o slow.csv
plumb-reps -q slow.csv | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["class"] == "work" && $at["ecc_s"] > 5 && $at["con_s"] > 5 && $at["depth_m"] == "" && $at["pv_m_s"] == "" { n++ }
	END { exit n != 5 }'
claim $? "phases of 8 s are timed; how far and how fast is too slow to tell"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["t_s"] == $at["bottom_s"] { n++; if ($at["phase"] != "bottom") bad = 1 }
	END { exit n != 5 || bad }' slow.csv
claim $? "the bottom is in the phase of that name"
plumb simulate -s 1 -t 4 then align -q --forward x then orient then segment then reps -o none.csv 2>err
[ $? -eq 0 ] && [ "$(wc -l <none.csv)" -eq 1 ] && [ "$(wc -l <err)" -eq 1 ]
claim $? "nothing found: a header, exit 0, one note"

# twice is once
plumb-segment s.csv -o twice.csv
same "segmenting again changes nothing" s.csv twice.csv

# cut in the middle of a descent
prepare -s 1 -n 3 >o.csv
plumb-segment o.csv 2>err | plumb-reps -q >r.csv
[ ! -s err ]
claim $? "nothing is said of repetitions seen whole"
from=$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["rep"] == 2 { print $at["bottom_s"] - 2.6 }' r.csv)
says "a repetition that the recording begins in" 0 \
    'set 1, rep 1: an end of the recording or a hole cuts it' \
    sh -c "plumb-segment -f $from o.csv >/dev/null"
plumb-segment -f "$(echo "$from" | awk '{ print $1 + 1.2 }')" o.csv 2>err |
    plumb-reps -q | awk -F, '$4 == "unknown" && $6 == "truncated" { n++ }
    $4 == "work" { w++ } END { exit !(n == 1 && w == 1) }'
claim $? "one of which half is missing is not counted"

# a depth that nobody has
plumb simulate -q -s 131 --scenario random --grade poor -r 50 then \
    stress -q --level poor -s 131 then align -q then orient -q >deep.csv
plumb-segment deep.csv 2>&1 >deep.seg | grep -q 'a depth of [1-9][0-9]*.[0-9] m cannot be'
claim $? "an impossible depth is said to be one"
plumb-reps -q deep.seg | awk -F, '$4 == "work" && $5 > 0.6 { bad = 1 } END { exit bad }'
claim $? "and nobody is sure of it"

# how far to trust each: cells of the work reps of a table, in a row
cells() {
	awk -F, -v n="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	    $at["class"] == "work" { printf "%s ", $at[n] }' "$2"
}
prepare -s 1 --scenario bounce --tempo 2-0.3-1.5-1 -T truth.csv >b.csv
plumb segment b.csv then reps -o r.csv
[ "$(cells bounces r.csv)" = '2 3 3 2 1 ' ] &&
    [ "$(cells bounces truth.csv)" = '2 3 3 2 1 ' ]
claim $? "bounces are counted as they were done"
plumb segment o.csv then reps -o r.csv
[ "$(cells bounces r.csv)$(cells truncated r.csv)" = '0 0 0 0 0 0 ' ]
claim $? "none bounces and none is cut"
prepare -q -s 6 -n 8 --grade consumer >c.csv
plumb segment -q c.csv then reps -q -o c.reps.csv
[ "$(cells bounces c.reps.csv)" = '0 0 0 0 0 0 0 0 ' ]
claim $? "nor does one whose ends ripple"
bottom=$(cells bottom_s r.csv | cut -d ' ' -f 2)
# hole SECONDS: empty rows about the second bottom
hole() {
	awk -F, -v OFS=, -v b="$bottom" -v s="$1" 'NR > 1 && $1 > b - s / 2 && $1 < b + s / 2 {
	    for (i = 2; i <= NF; i++) $i = "" } { print }' o.csv |
	    plumb segment -q then reps -o h.csv
}
hole 0.25
[ "$(cells truncated h.csv)" = '0 1 0 ' ]
claim $? "a hole of 0.25 s cuts the one it is in"
hole 0.05
[ "$(cells truncated h.csv)" = '0 0 0 ' ]
claim $? "one of 0.05 s does not"
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
    NR > 1 { $at["acc_up_m_s2"] += 0.1 } { print }' o.csv |
    plumb segment then reps -o up.csv
echo "$(cells drift_m_s2 r.csv)$(cells drift_m_s2 up.csv)" | awk '{
	for (i = 1; i <= 3; i++) { d = $(i + 3) - $i; bad += d < 0.08 || d > 0.11 }
	exit !(NF == 6 && !bad) }'
claim $? "a zero that is 0.1 m/s2 off shows as drift"
prepare -s 1 -n 3 --tempo 2-0.3-1.5-0.2 | plumb segment then reps -o r.csv
echo "$(cells end_s r.csv)$(cells start_s r.csv)" | awk '{
	exit !(NF == 6 && $5 - $1 < 0.015 && $6 - $2 < 0.015 && $5 > $1 && $6 > $2) }'
claim $? "a top of 0.2 s is shared by those beside it"

says "without orientation" 2 'q_w: no such column: plumb-orient makes it' sh -c 'plumb-simulate -n 1 | plumb-segment'
says "without acceleration" 2 'acc_x_m_s2: no such column: it has orientations alone' sh -c 'printf "t_s,q_w,q_x,q_y,q_z\n0,1,0,0,0\n1,1,0,0,0\n" | plumb-segment'
says "two rows" 2 'too short' sh -c 'head -n 3 s.csv | plumb-segment'
says "a place of no name" 2 'no such place' plumb-segment -p knee s.csv
says "no such option" 2 'no such option' plumb-segment --nosuch s.csv
says "an empty input" 2 'empty' plumb-segment
says "a directory" 2 'Is a directory' plumb-segment .
says "a full disk" 2 'stdout: No space left' sh -c 'plumb-segment s.csv >/dev/full'
says "a cut stream" 2 'cut short' sh -c 'head -c 5000 s.csv | plumb-segment'

# real recordings; real_columns prints words
# shellcheck disable=SC2046
if [ -n "${PLUMB_DATA:-}" ]; then
	. "$top/scripts/real.sh"
	squat="$PLUMB_DATA/jhowenstein"
	for f in FS1_2 BS1_2; do
		plumb read -q $(real_columns jhowenstein) "$squat/$f.csv" then align -q then orient then segment then reps >r.csv
		grep -q unrack r.csv && [ "$(grep -cE ',(work|partial|failed),' r.csv)" = 1 ]
		claim $? "$f: one repetition and its unrack"
	done
	for f in "$PLUMB_DATA"/choi/*.csv; do
		want=10
		case $f in *ssl*) want=25 ;; esac
		got=$(plumb read -q $(real_columns choi) "$f" then align -q then orient then segment then reps | grep -cE ',(work|partial),')
		[ "$got" = $want ]
		claim $? "${f##*/}: $got of $want"
	done
	for f in "$PLUMB_DATA"/barbell/*.csv; do
		got=$(plumb read -q $(real_columns barbell) "$f" then orient then segment -q -p bar then reps | grep -cE ',(work|partial),')
		case ${f##*/}:$got in
		*:10 | bar_P4_set1.csv:9) claim 0 "${f##*/}: $got" ;;
		*) claim 1 "${f##*/}: $got of 10" ;;
		esac
	done
	awk -F, '$1 == "metamotion" { print $2 "," $3 "," $9 "," $10 }' "$PLUMB_DATA/truth.csv" >wrists
	while IFS=, read -r a g least most; do
		got=$(plumb read -q "$PLUMB_DATA/metamotion/$a" "$PLUMB_DATA/metamotion/$g" then orient then segment -q -p wrist then reps | grep -cE ',(work|partial),')
		[ "$got" -ge "$least" ] && [ "$got" -le "$most" ]
		claim $? "${a%%_Acc*}: $got of $least to $most"
	done <wrists
	for f in P1_20170422T153627:21:2 P2_20170422T155142:8:2; do
		want=${f#*:} more=${f##*:} want=${want%:*}
		got=$(plumb read -q $(real_columns exermote) "$PLUMB_DATA/exermote/exm_${f%%:*}.csv" then segment -q then reps | grep -cE ',(work|partial),')
		[ "$got" -ge "$want" ] && [ "$got" -le $((want + more)) ]
		claim $? "${f%%_*} chest, accelerometer alone: $got of $want"
	done
else
	skip "real recordings: PLUMB_DATA is not set"
fi
plan
