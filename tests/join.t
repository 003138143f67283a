#!/bin/sh
# plumb-join: what it adds, what it finds, what it cannot tell
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

plumb-simulate -s 3 --grade consumer -o a.csv
plumb-simulate -s 3 --grade lab -r 59.7 -f 5 -o b.wav
plumb-read b.wav -o b.csv

# near X Y WITHIN
near() {
	awk "BEGIN { d = $1 - $2; exit !(d < $3 && d > -$3) }"
}

# found FILE: offset and drift by what -v said
found() {
	sed -n 's/.*offset \([-0-9.]*\) s .*drift \([-0-9.]*\) ppm.*/\1 \2/p' \
	    "$1"
}

plumb-join -v --as t12 a.csv b.csv -o ab.csv 2>said
claim $? "two sensors of one body are joined"
cut -d, -f1-7 ab.csv >first.csv
same "the first's rows and columns are untouched" first.csv a.csv
head -n 1 ab.csv >head
echo t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s,t12_acc_x_m_s2,t12_acc_y_m_s2,t12_acc_z_m_s2,t12_gyr_x_rad_s,t12_gyr_y_rad_s,t12_gyr_z_rad_s >want
same "and the second's stand behind them" head want
found said >line
read -r offset drift <line
# clocks of a seed are alike but for the grade's size: 1 + 0.01 and 0.001 z
near "$offset" "5 * (1 + $drift * 1e-6)" 0.01 && near "$drift" 5200 100
claim $? "offset and drift are found: $offset s, $drift ppm"
awk -F, -v o="$offset" 'NR > 1 { if (($1 < o) != ($8 == "")) bad = 1
	if ($8 != "") n++ } END { exit bad || n < 5000 }' ab.csv
claim $? "before the second began its cells are empty"
plumb align -q ab.csv then orient -o lean.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$c["t12_lean_deg"] != "" { d = $c["lean_deg"] - $c["t12_lean_deg"]
	s += d * d; n++ } END { exit !(n > 5000 && sqrt(s / n) < 3) }' lean.csv
claim $? "both then have the lean of one trunk"

plumb read a.csv then join --as t12 b.csv -o chain.csv
same "in a chain the first is what it has made" ab.csv chain.csv
plumb-join --as t12 - b.csv <a.csv >b1.csv
same "the first may be stdin" ab.csv b1.csv
plumb-join --as t12 b.csv <a.csv >b1.csv
same "and is, unless named" ab.csv b1.csv
plumb-join --as t12 a.csv - <b.csv >b1.csv
same "the second may be stdin" ab.csv b1.csv
plumb-read b.csv -o b.au
plumb-join -O au --as t12 a.csv b.au | plumb-read >b1.csv
same "AU is as good" ab.csv b1.csv
plumb-join --as t12 -f 20 -t 45 a.csv b.csv >b1.csv
awk -F, 'NR > 1 && ($1 < 20 || $1 > 45 || NF != 13 || $8 == "") { bad = 1 }
	END { exit bad || NR != 2502 }' b1.csv
claim $? "-f and -t cut the first"

# what is known beforehand
plumb-read -f 3 a.csv -o late.csv
plumb-join --as bar --offset 0 a.csv late.csv >b1.csv
awk -F, 'NR > 1 { for (i = 2; i <= 7; i++) {
	want = $1 < 3 ? "" : $i
	if ($(i + 6) != want) bad = 1 } } END { exit bad || NR < 5000 }' b1.csv
claim $? "on one clock the same rows have the same numbers"
plumb-join --as bar --offset 3.01 a.csv late.csv >b1.csv
awk -F, 'NR > 1 { if ($1 > 6.02 && $8 != last[NR - 301]) bad = 1
	last[NR] = $2 } END { exit bad }' b1.csv
claim $? "--offset is the second's zero by the first's clock"
awk -F, -v OFS=, 'NR > 1 { $1 = sprintf("%.6f", 0.010001 * (NR - 2)) } 1' \
    a.csv >slow.csv
plumb-join --as bar --offset 0 --drift -99.990001 a.csv slow.csv >b1.csv
awk -F, 'NR > 1 { d = $2 - $8; if (d > 2e-4 || d < -2e-4) bad = 1 }
	END { exit bad }' b1.csv
claim $? "--drift is how much slower its clock is"
plumb-join -v --as t12 --drift "$drift" a.csv b.csv -o b1.csv 2>said
found said >line2
read -r o d <line2
near "$o" "$offset" 0.002 && near "$d" "$drift" 0.001
claim $? "with --drift only the offset is found"
plumb-join -v --as t12 --offset 4.5 -w 1 a.csv b.csv -o b1.csv 2>said
found said >line2
read -r o d <line2
near "$o" "$offset" 0.002
claim $? "--within finds it about --offset"

# absolute time: the second began 1000.25 s later, by a clock 20 s off
awk -F, -v OFS=, 'NR == 1 { $1 = "t_ms" } NR > 1 { $1 = sprintf("%.3f",
	1.7e12 + 1000 * $1) } 1' a.csv >a.txt
awk -F, -v OFS=, 'NR == 1 { $1 = "t_ms" } NR > 1 { $1 = sprintf("%.3f",
	1.7e12 + 25000 + 1000 * $1) } 1' b.csv >b.txt
plumb-read -q -i one a.txt -o a.utc.csv
plumb-read -q -i two b.txt -o b.utc.csv
head -n 1 a.utc.csv | grep -q '^recording,start_utc,t_s'
claim $? "both say when they began"
plumb-join -v --as t12 a.utc.csv b.utc.csv -o b1.csv 2>said
found said >line2
read -r o d <line2
near "$o" "$offset" 0.002 && [ "$(wc -l <said)" -eq 1 ]
claim $? "the offset is found within a minute of that"
says "within 10 s it is not" 2 "b.utc.csv: (cannot tell|at no offset)" \
    plumb-join --as t12 -w 10 a.utc.csv b.utc.csv
says "--within of nothing" 2 '--within 3: of what' \
    plumb-join --as t12 -w 3 a.csv b.csv

# holes, and what is no sensor's
awk -F, -v OFS=, 'NR > 1 && $1 > 10 && $1 < 11 { for (i = 2; i <= 7; i++)
	$i = "" } 1' b.csv >hole.csv
plumb-join --as t12 --offset 0 a.csv hole.csv >b1.csv
awk -F, 'NR > 1 { in_ = $1 > 10 && $1 < 11; if (in_ && $8 != "") bad = 1
	if (($1 < 9.98 || $1 > 11.02) && $1 < 40 && $8 == "") bad = 1 }
	END { exit bad }' b1.csv
claim $? "a hole stays a hole"
cut -d, -f1-4 b.csv >acc.csv
says "without a gyroscope no clock is told" 2 \
    'acc.csv: gyr_x_rad_s: no such column: .*--offset' \
    plumb-join --as t12 a.csv acc.csv
plumb-join --as t12 --offset 5 a.csv acc.csv | head -n 1 >head
grep -q 'gyr_z_rad_s,t12_acc_x_m_s2,t12_acc_y_m_s2,t12_acc_z_m_s2$' head
claim $? "with --offset it needs none"
cut -d, -f1-4 a.csv >acc1.csv
says "nor can the first do without one" 2 \
    'acc1.csv: gyr_x_rad_s: no such column: .*--offset' \
    plumb-join --as t12 acc1.csv b.csv
awk -F, -v OFS=, 'NR == 1 { print $0, "time_sd_s", "note"; next }
	{ print $0, 0.01, "x" }' b.csv >more.csv
says "what is no sensor's is left out, and it says so" 0 \
    'warning: more.csv: time_sd_s and 1 more columns left out' \
    plumb-join --as t12 --offset 5 a.csv more.csv -o b1.csv
head -n 1 b1.csv | grep -q time_sd_s
[ $? -eq 1 ]
claim $? "and it is"

# what cannot be told
plumb-simulate -s 4 --grade consumer -o other.csv
says "another session" 2 'other.csv: cannot tell their clocks: .*--offset' \
    plumb-join --as t12 a.csv other.csv -o no.csv
[ ! -e no.csv ] && [ ! -e no.csv.part ]
claim $? "leaves no file"
says "at a given offset it is joined, but not in silence" 0 \
    '^plumb-join: warning: other.csv: at --offset 7 the two turn no more alike' \
    plumb-join --as t12 --offset 7 a.csv other.csv -o b1.csv
says "at the right one nothing is said" 0 \
    '^plumb-join: b.csv: at --offset 5.026 the sizes .* correlate by 0.9' \
    plumb-join -v --as t12 --offset 5.026 --drift 5200 a.csv b.csv -o b1.csv
awk -v OFS=, 'BEGIN { print "t_s,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s"
	for (i = 0; i < 4000; i++) print i / 50, 0.6 * sin(i / 50), 0,
	    0.2 * cos(i / 50) }' >same.csv
says "equal repetitions" 2 'same.csv: cannot tell .* fit about alike' \
    plumb-join --as t12 same.csv same.csv
awk -F, -v OFS=, 'NR > 1 { $5 = $6 = $7 = 0.1 } 1' b.csv >constant.csv
says "a sensor that does not turn" 2 'the second hardly turns' \
    plumb-join --as t12 a.csv constant.csv
says "too short a piece" 2 'the second is 10 s long' \
    sh -c 'plumb-read -t 10 b.csv | plumb-join --as t12 a.csv -'
says "one that was elsewhere then" 2 "b.csv: has nothing at the first's times" \
    plumb-join --as t12 --offset 5000 a.csv b.csv
head -n 1 b.csv >empty.csv
says "one without rows" 2 'empty.csv: .*0 rows' \
    plumb-join --as t12 a.csv empty.csv
says "a place that is taken" 2 \
    'ab.csv: t12_acc_x_m_s2: is there already' plumb-join --as t12 ab.csv b.csv
says "no place" 2 '^plumb-join: --as: must say where' plumb-join a.csv b.csv
says "no such place" 2 '--as knee: no such place' plumb-join --as knee a.csv b.csv
says "a place with more behind it" 2 '--as t12_x: no such place' \
    plumb-join --as t12_x a.csv b.csv
says "a part of a sensor" 2 'x.csv: gyr_z_rad_s: no such column beside' \
    sh -c 'cut -d, -f1-6 b.csv >x.csv; plumb-join --as t12 --offset 0 a.csv x.csv'
says "no second" 2 'the second is missing' plumb-join --as t12
says "three" 2 'one input at most' plumb-join --as t12 a.csv b.csv a.csv
says "a first beside a chain" 2 'only the first filter of a chain has an input' \
    plumb read a.csv then join --as t12 a.csv b.csv

# real recordings of several sensors by one clock
if [ -z "${PLUMB_DATA:-}" ]; then
	skip "real recordings: PLUMB_DATA is not set"
	plan
fi

# sensor N: what -c calls the gyroscope of sensor N of choi/
sensor() {
	echo "gyr_x_rad_s=s$1_gx,gyr_y_rad_s=s$1_gy,gyr_z_rad_s=s$1_gz"
}
same=0 files=0 far=0 told=0
for f in "$PLUMB_DATA"/choi/*.csv; do
	files=$((files + 1))
	plumb-read -q -c "t_ms=millis,$(sensor 0)" "$f" -o s0.csv
	plumb-read -q -c "t_ms=millis,$(sensor 2)" "$f" -o s2.csv
	plumb-read -q -c "t_ms=millis,$(sensor 0),$(sensor 2 |
	    sed 's/gyr/thigh_gyr/g')" "$f" -o whole.csv
	plumb-join --as thigh --offset 0 s0.csv s2.csv >joined.csv
	! cmp -s whole.csv joined.csv || same=$((same + 1))
	if plumb-join -q -v --as thigh s0.csv s2.csv >joined.csv 2>said; then
		told=$((told + 1))
		found said >line
		read -r o d <line
		near "$o" 0 0.1 || far=$((far + 1))
	fi
done
[ "$files" -gt 0 ] && [ "$same" -eq "$files" ]
claim $? "each sensor by itself, joined, is what was read at once: $files files"
[ "$far" -eq 0 ]
claim $? "back and calf: the clock of $told of $files is told, none is off by 0.1 s"
for f in FS1 BS1; do
	for k in 1 2; do
		plumb-read -q -c t_ms,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s \
		    "$PLUMB_DATA/jhowenstein/${f}_$k.csv" -o "$f.$k.csv"
	done
	says "$f: trunk and thigh under a heavy bar go their own ways" 2 \
	    'cannot tell their clocks' \
	    plumb-join --as thigh "$f.2.csv" "$f.1.csv"
done
plan
