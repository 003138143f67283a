#!/bin/sh
# plumb-align --poses: a sensor that is off, put right by six poses of rest
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# what is wrong with it: gain and offset (m/s2) of each axis
wrong='function bad(c, x) {
	if (c == 0)
		return 1.012 * x + 0.25
	if (c == 1)
		return 0.99 * x - 0.3
	return 0.994 * x + 0.18
}
'

# poses N: at rest in the first N of the faces and corners of a cube, 3 s each,
# turned over in between, as that sensor would record it; GAIN multiplies
poses() {
	awk -v n="$1" -v gain="${2:-1}" "$wrong"'
	function face(k, c) { return int(k / 2) == c ? (k % 2 ? -1 : 1) : 0 }
	function corner(k, c) { return (int(k / 2 ^ c) % 2 ? 1 : -1) / sqrt(3) }
	BEGIN {
		print "t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s"
		for (k = 0; k < n; k++)
			for (i = 0; i < 200; i++) {
				printf "%.6f", (200 * k + i) / 50
				for (c = 0; c < 3; c++) {
					g = 9.80665 * (k < 6 ? face(k, c) : \
					    corner(k - 6, c))
					if (i >= 150) g += 4 * sin(i * (c + 1))
					printf ",%.6f", bad(c, gain * g)
				}
				print i < 150 ? ",0.01,0.01,0" : ",1,2,-1"
			}
	}'
}

# a session by that sensor, and its truth
plumb-simulate -s 6 --trace trace.csv -o right.csv
awk -F, -v OFS=, "$wrong"'NR > 1 { for (c = 0; c < 3; c++)
	$(c + 2) = sprintf("%.6f", bad(c, $(c + 2))) } 1' right.csv >s.csv
plumb-read -q -t 3 s.csv -o cal.csv

# lean FILE: RMS error of lean, deg
lean() {
	awk -F, 'NR == FNR { if (FNR == 1) { for (i = 1; i <= NF; i++)
		if ($i == "lean_deg") c = i } else truth[FNR] = $c; next }
	FNR == 1 { for (i = 1; i <= NF; i++) if ($i == "lean_deg") c = i; next }
	{ s += ($c - truth[FNR]) ^ 2; n++ } END { print sqrt(s / n) }' \
	    trace.csv "$1"
}

# rest FILE: how far |acc| in trunk axes is from g in the first 3 s
rest() {
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$1 < 3 { x = $c["acc_fwd_m_s2"]; y = $c["acc_up_m_s2"]
	z = $c["acc_right_m_s2"]; s += sqrt(x * x + y * y + z * z); n++ }
	END { d = s / n - 9.80665; print d < 0 ? -d : d }' "$1"
}

below() {
	awk "BEGIN { exit !($1 < $2) }"
}

poses 6 >p6.csv
plumb align -q s.csv then orient -q -o was.csv
plumb align -v --poses p6.csv s.csv 2>said then orient -q -o now.csv
plumb align -q right.csv then orient -q -o best.csv
grep -q 'p6.csv: acc: offset 0.2500 -0.3000 0.1800 m/s2 .* gain 1.01200 0.99000 0.99400 ' said
claim $? "six faces tell gain and offset"
below "$(rest now.csv)" 0.002 && below 0.05 "$(rest was.csv)"
claim $? "then |acc| at rest is g: $(rest now.csv) off, $(rest was.csv) without"
below "$(lean now.csv)" "$(lean best.csv) + 0.02" &&
    below "$(lean now.csv) + 0.1" "$(lean was.csv)"
claim $? "and lean is off by $(lean now.csv) deg RMS, $(lean was.csv) without, $(lean best.csv) were it right"
plumb-read -q s.csv | cut -d, -f1-4 >want
cut -d, -f1-4 now.csv >got
same "the sensor's own columns stay as they were recorded" want got
plumb align -q --poses p6.csv --standing cal.csv s.csv then orient -q -o stood.csv
below "$(lean stood.csv)" "$(lean best.csv) + 0.05"
claim $? "--standing is put right as well: $(lean stood.csv) deg"
plumb-align -q s.csv -o plain.csv
plumb-align -q --poses p6.csv s.csv -o put.csv
for f in plain put; do
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "align_sd_deg")
		c = i; next } { print $c; exit }' $f.csv
done | uniq | wc -l >n
[ "$(cat n)" -eq 1 ]
claim $? "the SD of the alignment is of people, and stays"
plumb align -q --poses - s.csv <p6.csv then orient -q -o std.csv
same "poses may come from stdin" now.csv std.csv
plumb align -q put.csv then orient -q -o again.csv
same "without --poses it is as before" was.csv again.csv

# poses need no gyroscope
cut -d, -f1-4 p6.csv >acc6.csv
plumb-align -v --poses acc6.csv s.csv -o acc.csv 2>said
grep -q 'acc6.csv: acc: offset 0.2[45][0-9]* -0.[23][0-9]* 0.1[78][0-9]* m/s2 .* 6 directions' said
claim $? "an accelerometer alone tells as much"

# a sensor that is far off
far='NR > 1 { $4 = sprintf("%.6f", $4 - 5.5) } 1'
awk -F, -v OFS=, "$far" s.csv >far.csv
awk -F, -v OFS=, "$far" acc6.csv >far6.csv
says "one that is far off is refused, with what to do" 2 \
    'far.csv: acc: .* --uncalibrated, .* six poses, .* plumb-align --poses$' \
    plumb-read far.csv -o no.csv
says "--uncalibrated keeps it, aloud" 0 \
    'warning: far.csv: acc: .* kept as it is: plumb-align --poses must' \
    plumb-read --uncalibrated far.csv -o kept.csv
plumb-read -q --uncalibrated far6.csv -o kept6.csv
plumb align -q --poses kept6.csv kept.csv then orient -q -o far.o.csv
below "$(lean far.o.csv)" "$(lean best.csv) + 0.05"
claim $? "and its poses put it right: $(lean far.o.csv) deg"
awk -F, -v OFS=, 'NR > 1 { for (i = 2; i < 5; i++) $i /= 9.80665 } 1' s.csv >g.csv
says "not what is in another unit" 2 'these are in g' \
    plumb-read --uncalibrated g.csv

# a second sensor has poses of its own, or stays
awk -F, -v OFS=, 'NR == 1 { for (i = 2; i <= 7; i++) $(i + 6) = "t12_" $i
	print; next } { for (i = 2; i <= 7; i++) $(i + 6) = $i; print }' \
    s.csv >two.csv
says "one without poses stays as it is, and it says so" 0 \
    'p6.csv: no t12_acc columns' \
    plumb-align --poses p6.csv two.csv -o two1.csv
awk -F, -v OFS=, 'NR == 1 { for (i = 2; i <= 7; i++) $(i + 6) = "t12_" $i
	print; next } { for (i = 2; i <= 7; i++) $(i + 6) = $i; print }' \
    p6.csv >p62.csv
plumb-align -q --poses p62.csv two.csv -o two1.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$c["acc_up_m_s2"] != $c["t12_acc_up_m_s2"] { exit 1 }' two1.csv
claim $? "with them it is put right"

# fewer poses tell less
poses 2 >p2.csv
says "two: one axis" 0 \
    'p2.csv: acc: 2 of 6 directions: only the offset of x and the gain of x can be told' \
    plumb-align --poses p2.csv s.csv -o few.csv
says "under --strict that is 1, and the output whole" 1 '2 of 6 directions' \
    plumb-align --strict --poses p2.csv s.csv -o few2.csv
same "the same output" few.csv few2.csv
poses 1 >p1.csv
says "one: nothing" 0 'p1.csv: acc: 1 of 6 directions: neither offset nor gain' \
    plumb-align --poses p1.csv s.csv -o none.csv
same "and nothing is changed" plain.csv none.csv
poses 4 >p4.csv
says "four in a plane" 0 \
    '4 of 6 directions, in one plane: only the offset of x y and the gain of x y' \
    plumb-align --poses p4.csv s.csv -o few.csv
says "the recording itself: what its still moments tell" 0 \
    's.csv: acc: [12] of 6 directions' \
    plumb-align --poses s.csv s.csv -o few.csv

# what cannot be
poses 6 1.2 >p12.csv
says "a gain beyond 10 %" 2 'p12.csv: a gain of 1.[12][0-9]* on .: beyond 10 %' \
    plumb-align --poses p12.csv s.csv -o no.csv
[ ! -e no.csv ] && [ ! -e no.csv.part ]
claim $? "leaves no file"
awk -F, 'NR == 1 || NR % 200 > 155' p6.csv | awk -F, -v OFS=, 'NR > 1 {
	$1 = (NR - 2) / 50 } 1' >moving.csv
says "never still" 2 'moving.csv: nowhere still for 1 s' \
    plumb-align --poses moving.csv s.csv
# jumps SIZE: an offset that differs from pose to pose
jumps() {
	poses 14 | awk -F, -v OFS=, -v J="$1" 'NR > 1 { k = int((NR - 2) / 200)
		j = k % 4 < 2 ? J : -J
		$2 += j; $3 += j; $4 -= j } 1'
}
jumps 0.12 >jumps.csv
says "an offset that jumps a little" 0 \
    'jumps.csv: acc: .acc. differs by 0.0[0-9] m/s2 all the same: ' \
    plumb-align --poses jumps.csv s.csv -o few.csv
jumps 0.6 >jumps.csv
says "poses that no offset explains" 2 'jumps.csv: no gain and offset make' \
    plumb-align --poses jumps.csv s.csv
says "no accelerometer" 2 'pa.csv: acc_x_m_s2: no such column' \
    sh -c 'cut -d, -f1,5-7 p6.csv >pa.csv; plumb-align --poses pa.csv s.csv'
says "no such file" 2 'nosuch.csv: No such file' plumb-align --poses nosuch.csv s.csv
says "a bar has no trunk" 2 '^plumb-align: --poses: changes the axes of the trunk alone' \
    plumb-align -p bar --poses p6.csv s.csv
plan
