#!/bin/sh
# plumb-simulate as a command
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

head='t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s'
plumb-simulate -n 3 -s 4 -T truth.csv --trace trace.csv >s.csv
claim $? 'a session, its truth and its trace'
[ "$(head -n 1 s.csv)" = "$head" ]
claim $? 'the stream is the canonical one'
[ "$(wc -l <s.csv)" -eq "$(wc -l <trace.csv)" ]
claim $? 'the trace has a row for each of the stream'
[ "$(cut -d, -f4 truth.csv | paste -sd' ')" = \
    'class unrack walk work work work walk rerack' ]
claim $? 'the truth names everything in its order'

plumb-simulate -n 3 -s 4 -T again.csv -o again.au
same 'one seed, one truth' truth.csv again.csv
plumb-simulate -n 3 -s 4 -O au >pipe.au
same 'a file and a pipe hold the same bytes' again.au pipe.au
plumb-simulate -n 3 -s 5 >other.csv
! cmp -s s.csv other.csv
claim $? 'another seed, another session'

plumb-simulate -n 3 -s 4 -i mon -T id.csv >id.s.csv
[ "$(cut -d, -f1 id.csv | sort -u | paste -sd' ')" = 'mon recording' ] &&
    [ "$(head -n 1 id.s.csv | cut -d, -f1)" = recording ]
claim $? '-i names the recording in stream and truth'

# what is said of the lifter, and what is true
plumb-simulate -n 1 -s 4 --vary-body -v -T vary.csv -o v.csv 2>said
grep -Eq '^plumb-simulate: truly: bar [0-9.]+ kg, body [0-9.]+ kg, stature .* stance leans -?[0-9.]+ deg$' said
claim $? '--vary-body says what it drew'
plumb-simulate -n 1 -s 4 --vary-body -T vary2.csv -o v2.csv
same 'and draws the same again' v.csv v2.csv
plumb-simulate -n 1 -s 4 -T plain.csv -o p.csv
awk -F, 'FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ k = $c["start_s"]; a = $c["bar_kg"] }
	FNR == NR { start[FNR] = k; next }
	{ if (k != start[FNR] || a == 100) bad = 1 }
	END { exit bad }' plain.csv vary.csv
claim $? 'the movement is the same, the bar is not'

# another session of one lifter, the sensor left on
plumb-simulate -n 3 -s 4 --lifter 4 --sensor 4 --grade consumer -o own.csv
plumb-simulate -n 3 -s 4 --grade consumer -T self.csv -o self.s.csv
same '--lifter and --sensor of -s are its own' own.csv self.s.csv
plumb-simulate -n 3 -s 6 --lifter 4 --sensor 4 --grade consumer -T on.csv -o on.s.csv
plumb-simulate -n 3 -s 6 --grade consumer -T new.csv >/dev/null
awk -F, 'FNR == 1 { f++; for (i = 1; i <= NF; i++) c[f, $i] = i; next }
	$c[f, "class"] == "work" { n[f]++; stance[f] = $c[f, "stance_lean_deg"]
		hinge[f] += $c[f, "hinge_s"]; depth[f] = $c[f, "depth_m"] }
	END { exit !(n[2] == 3 && stance[1] == stance[2] && stance[2] != stance[3] &&
	    depth[1] != depth[2] && (hinge[1] - hinge[2]) ^ 2 < .03 &&
	    (hinge[1] - hinge[3]) ^ 2 > .03) }' self.csv on.csv new.csv
claim $? 'the same stance and habits, other repetitions'
head -n 101 self.s.csv | sed 1d | cut -d, -f2-4 >x
head -n 101 on.s.csv | sed 1d | cut -d, -f2-4 >y
paste -d, x y | awk -F, '{ for (i = 1; i <= 3; i++) m[i] += ($i - $(i + 3)) / 100 }
	END { exit m[1] ^ 2 + m[2] ^ 2 + m[3] ^ 2 > .01 }' && ! cmp -s x y
claim $? 'the sensor hangs and errs as it did, its noise is new'
says 'a seed is a whole number' 2 '--lifter 1.5: must be a whole number' \
    plumb-simulate --lifter 1.5
for s in 1 2 3 4 5 6 7 8; do
	plumb-simulate -q -n 2 -s $s --vary-body --grade consumer -T t.csv then align -q then orient -q then \
	    segment -q then load -q -b 100 -M 80 -H 1.75 -x m -p t4 then reps -q -o r.csv
	awk -F, 'FNR == 1 { for (i = 1; i <= NF; i++) c[FILENAME, $i] = i; next }
	    $c[FILENAME, "class"] == "work" { n[FILENAME]++
		p = $c[FILENAME, "moment_t7t8_peak_nm"]
		if (FILENAME == "t.csv") want[n[FILENAME]] = p
		else print (p - want[n[FILENAME]]) / $c[FILENAME, "moment_t7t8_peak_sd_nm"] }' t.csv r.csv
done >z
awk '{ q += $1 * $1; if ($1 * $1 > 9) bad = 1 }
	END { q /= NR; exit bad || NR != 16 || q < 0.2 || q > 2.5 }' z
claim $? 'a load is off by about as much as it says'
plumb-simulate -n 0 -T none.csv >/dev/null && ! grep -q work none.csv
claim $? 'no reps are a session, too'

# the trace is in the columns of the filters: reps folds it into the truth
plumb-simulate -r 200 -n 4 --tempo 2-0.5-1-1 -T all.csv --trace x.csv >/dev/null
awk -F, -v OFS=, 'NR == 1 { for (i = 1; $i != "stance_lean_deg"; i++); }
	{ for (k = i; k < NF; k++) $k = $(k + 1); NF--; print }' all.csv >t.csv
plumb-reps x.csv >r.csv
awk -F, 'NR == 1 { for (n = 1; n <= NF; n++) want[n] = $n; at = 1; next }
	FNR == 1 { for (i = 1; i <= NF; i++) if ($i == want[at]) at++ }
	END { exit at != n }' t.csv r.csv
claim $? 'truth has columns of plumb-reps, in their order, but for the stance'
awk -F, '
	FNR == 1 && NR == 1 { n = split($0, name) }
	FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	NR == FNR { for (i = 1; i <= n; i++) truth[FNR, i] = $i; next }
	$at["class"] == "work" {
		seen++
		for (i = 1; i <= n; i++) {
			far = 0.0125
			if (name[i] ~ /_nms?$/) far = 2
			if (name[i] ~ /_deg$/) far = 0.3
			if (name[i] == "hinge_s") far = 0.5
			if (name[i] == "bottom_s") far = 0.04
			if (name[i] == "tempo") far = 0.101
			if (name[i] == "vl_pct") far = 0.5
			off = truth[FNR, i] - $at[name[i]]
			if (off > far || off < -far) {
				print "# " name[i], truth[FNR, i], \
				    $at[name[i]]
				bad = 1
			}
		}
	}
	END { exit bad || seen != 4 }' t.csv r.csv
claim $? 'plumb-reps of the trace is the truth, to the row'

# two outputs are two files
says 'the same file for stream and trace is refused' 2 \
    '^plumb-simulate: --trace same.csv: -o writes that file' \
    plumb-simulate --trace same.csv -o same.csv
ln s.csv link.csv
says 'under two names, too' 2 '--trace link.csv: --truth writes that file' \
    plumb-simulate -T s.csv --trace link.csv
says 'a trace of no form names its option' 2 \
    '^plumb-simulate: --trace x.foo: the extension must be .csv' \
    plumb-simulate --trace x.foo

# the attitude in the trace is that of the sensor's own axes, as orient finds it
plumb-simulate -n 3 -s 4 -r 200 --trace x.csv | plumb-orient -o o.csv
awk -F, '
	FNR == 1 { table++; for (i = 1; i <= NF; i++) at[table, $i] = i; next }
	{
		w = $at[table, "q_w"]; x = $at[table, "q_x"]
		y = $at[table, "q_y"]; z = $at[table, "q_z"]
		u = 2 * (x * z - w * y); v = 2 * (y * z + w * x)
	}
	table == 1 { up_x[FNR] = u; up_y[FNR] = v; next }
	{ sum += (u - up_x[FNR]) ^ 2 + (v - up_y[FNR]) ^ 2; n++ }
	END { e = sqrt(sum / n) * 57.3; print "#", e, "deg"
	    exit !(n > 5000 && e < 0.3) }' x.csv o.csv
claim $? 'plumb-orient finds the attitude that the trace has'

# and so does the way it is turned to: right, from the first row on
plumb simulate -n 1 -s 5 --scenario walk-out --trace x.csv then align -q \
    then orient -q -o o.csv
awk -F, 'FNR == 1 { table++; for (i = 1; i <= NF; i++) at[table, $i] = i; next }
	table == 1 { turned[FNR] = $at[1, "twist_deg"]; next }
	{ e = $at[2, "twist_deg"] - turned[FNR]; e = e < 0 ? -e : e
	  if (e > worst) worst = e
	  if (turned[FNR] < -90 || turned[FNR] > 90) far++ }
	END { print "#", worst, "deg"; exit !(far > 100 && worst < 2) }' x.csv o.csv
claim $? 'plumb-orient turns as the trace does'

# scenarios: the words of the truth, and its edges
# classes FILE: "SET CLASS" of every row, one after the other
classes() {
	cut -d, -f1,4 "$1" | sed 1d | paste -sd' '
}
plumb-simulate -n 3 -s 4 --scenario failed -T fail.csv >/dev/null
[ "$(classes fail.csv)" = '1,unrack 1,walk 1,work 1,work 1,failed 1,unknown 1,walk' ]
claim $? 'who fails does not re-rack'
plumb-simulate -n 2 -s 4 --scenario bend,no-unrack -T bend.csv >/dev/null
[ "$(classes bend.csv)" = ',unknown ,unknown 1,work 1,work 1,walk 1,rerack' ]
claim $? 'a shoe is of no set and no kind'
plumb-simulate -n 1 -s 4 --scenario sets -T sets.csv >/dev/null
awk -F, 'NR > 1 && $3 { n++; bad = bad || $3 != 1 || $1 != n } END {
    exit bad || n < 2 || n > 4 }' sets.csv
claim $? 'sets are numbered, and so are their reps, from 1'
plumb-simulate -n 2 -s 1 --scenario late-start -T late.csv --trace late.x.csv \
    >late.s.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
    $c["truncated"] == 1 { n++; bad = bad || $c["start_s"] != 0 ||
	$c["ecc_s"] != "" || $c["depth_m"] != "" || $c["con_s"] == "" }
    END { exit bad || n != 1 }' late.csv &&
    [ "$(wc -l <late.s.csv)" -eq "$(wc -l <late.x.csv)" ]
claim $? 'what the edge cuts is empty'
plumb-simulate -s 4 --scenario bounce,sets,double -r 200 -T t.csv \
    --trace x.csv >/dev/null
plumb-reps x.csv >r.csv
cut -d, -f1-4,7,8 t.csv >t6.csv
cut -d, -f1-4,7,8 r.csv >r6.csv
same 'plumb-reps of a trace passes sets, bounces and edges on' t6.csv r6.csv
plumb-simulate -s 3 --scenario random -T rand.csv -n 2 -r 20 >/dev/null &&
    ! awk -F, '$3 > 2 { print }' rand.csv | grep -q work
claim $? 'what is said counts before what is drawn'
says 'what was drawn' 0 '^plumb-simulate: scenario slip; sets 1; tempo 3.0' \
    sh -c 'plumb-simulate -v -n 1 --scenario slip >/dev/null'
says 'a scenario that is none' 2 \
    "^plumb-simulate: --scenario slip,nap: 'nap': no such scenario" \
    plumb-simulate --scenario slip,nap

# the same lifter with another sensor, and another place for it
plumb-simulate -n 2 -p xiphoid -T xi.csv >/dev/null
plumb-simulate -n 2 -p .3,.1 -T uv.csv >/dev/null
same '-p takes a place or its coordinates' xi.csv uv.csv
plumb-simulate -n 2 -B none -T bw.csv >/dev/null &&
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
	$4 == "work" && ($c["bar_kg"] != 0 || "mcv_bar_m_s" in c) {
		bad = 1 } END { exit bad }' bw.csv
claim $? 'without a bar it weighs nothing and has no velocity'
plumb-simulate --tempo 3-1-X-1 -T fast.csv >/dev/null &&
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
	$4 == "work" && $c["con_s"] > 1 { bad = 1 } END { exit bad }' fast.csv
claim $? 'X is a fast ascent'

# drills
plumb-simulate --drill cat-cow --t12 -n 3 -s 4 -T drill.csv --trace x.csv >d.csv
head -n 1 d.csv | tr , '\n' | sed 1,7d | sed 's/^t12_//' | paste -sd, >second
[ "t_s,$(cat second)" = "$head" ]
claim $? 'a drill has a second sensor in columns of its own'
[ "$(head -n 1 drill.csv)" = side,cand,rep,class,reason,truncated,start_s,out_s,back_s,end_s,thorax_range_deg,thorax_out_deg,thorax_back_deg,thorax_speed_mean_deg_s,thorax_speed_peak_deg_s,thoracic_range_deg,thoracic_out_deg,thoracic_back_deg ]
claim $? 'and its truth is in the columns of plumb-rom'
[ "$(wc -l <x.csv)" -eq "$(wc -l <d.csv)" ]
claim $? 'the trace has a row for each of the stream'
plumb-simulate --drill open-book --side right -n 2 -T right.csv >r.csv
[ "$(sed 1d right.csv | cut -d, -f1,3 | paste -sd' ')" = 'right,1 right,2' ]
claim $? 'a side is in the truth'
plumb-simulate --drill open-book -s 3 --grade poor -T poor.csv >p.csv
plumb-simulate --drill open-book -s 3 -r 50 -T none.csv >n.csv
awk -F, 'FNR == 1 { f++; for (i = 1; i <= NF; i++) c[$i] = i; next }
	f == 1 { r[FNR] = $c["thorax_range_deg"]; next }
	{ n++; d = $c["thorax_range_deg"] - r[FNR]; bad = bad || d * d > .01 }
	END { exit bad || n != 5 }' none.csv poor.csv
claim $? 'the movement of a seed is the same in every grade and rate'
plumb-simulate --drill open-book -n 6 -s 2 --scenario partial,double -T part.csv >d.csv
[ "$(cut -d, -f4 part.csv | grep -c partial)" -eq 2 ]
claim $? 'one cycle in four, or more, is partial'
says 'a drill that is none' 2 '--drill plank: must be open-book, cat-cow' \
    plumb-simulate --drill plank
says 'a lean of a drill' 2 '--lean: is of squats, and --drill open-book is none' \
    plumb-simulate --drill open-book --lean 30
says 'a range of squats' 2 '--range: is of drills: name one by --drill' \
    plumb-simulate --range 30
says 'a side of cat and cow' 2 '--side left: cat and cow have no sides' \
    plumb-simulate --drill cat-cow --side left
says 'a scenario of squats' 2 "--scenario: 'bounce' is of squats" \
    plumb-simulate --drill cat-cow --scenario partial,bounce

says 'a grade that is none' 2 \
    '^plumb-simulate: --grade best: must be none, lab, consumer or poor$' \
    plumb-simulate --grade best
says 'a shape that is none' 2 \
    '^plumb-simulate: --shape square: must be cosine or minjerk$' \
    plumb-simulate --shape square
says 'a tempo without its top' 2 \
    '^plumb-simulate: --tempo 3-1-2: must be four .* like 3-1-2-1$' \
    plumb-simulate --tempo 3-1-2
says 'a tempo with a fifth phase' 2 'four numbers' \
    plumb-simulate --tempo 3-1-2-1-1
says 'a descent in no time' 2 \
    '^plumb-simulate: --tempo 0-1-2-1: 0: must lie from 0.3 to 30 \(s\)$' \
    plumb-simulate --tempo 0-1-2-1
says 'half a rep' 2 '^plumb-simulate: -n 2.5: must be a whole number$' \
    plumb-simulate -n 2.5
says 'half a seed' 2 '^plumb-simulate: -s 0.5: must be a whole number$' \
    plumb-simulate -s 0.5
says 'a hip that sinks 3 m' 2 '--depth: 3: must lie from' \
    plumb-simulate --depth 3
says 'an impossible mass' 2 '--body' plumb-simulate -M 5
says 'a place that is none' 2 'elbow' plumb-simulate -p elbow
says 'a session that fits no memory' 2 \
    '^plumb-simulate: more than 4e\+07 samples: fewer reps, a lower rate' \
    plumb-simulate -n 1000 -r 10000 --tempo 30-30-30-30
says 'an operand' 2 '^plumb-simulate: x.csv: reads nothing' \
    plumb-simulate x.csv
says 'an option that is none' 2 'no such option' plumb-simulate --zero
says 'a truth of no known form' 2 'notes.txt: the extension must be' \
    plumb-simulate -T notes.txt -o left.csv
[ ! -e left.csv ] && [ ! -e notes.txt ]
claim $? 'and nothing is left'
says 'a full disk' 2 '^plumb-simulate: stdout: ' \
    sh -c 'plumb-simulate -n 1 >/dev/full'
says 'not in the middle of a chain' 2 'can only begin a chain' \
    sh -c 'plumb simulate -n 1 then simulate'
plan
