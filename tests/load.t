. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# a trunk that nods by 20 deg/s about 20 deg of lean for 4 s at 100 Hz; two
# sets of 1 s, and a hole of 3 rows in the second
awk 'BEGIN {
	OFS = ","
	print "t_s,acc_fwd_m_s2,acc_up_m_s2,acc_right_m_s2,gyr_fwd_rad_s," \
	    "gyr_up_rad_s,gyr_right_rad_s,lean_deg,set,vel_m_s,note"
	for (i = 0; i < 400; i++) {
		t = i / 100; w = 0.35 * sin(6.2831853 * 0.5 * t)
		lean = 20 + 6.4 * (1 - cos(6.2831853 * 0.5 * t))
		set = t >= 1 && t < 2 ? 1 : t >= 3 && t < 3.8 ? 2 : ""
		if (i >= 350 && i < 353) { print t,"","","","","","","",set,"","x"; continue }
		printf "%.2f,%.6f,%.6f,0,0,0,%.7f,%.5f,%s,0.3,x\n", t,
		    -9.80665 * sin(lean / 57.29578),
		    9.80665 * cos(lean / 57.29578), -w, lean, set
	}
}' >nod.csv
# standing at rest with 20 deg of lean, a row of the static table
awk 'BEGIN {
	print "t_s,acc_fwd_m_s2,acc_up_m_s2,gyr_right_rad_s"
	for (i = 0; i < 50; i++) printf "%.2f,-3.354072,9.215237,0\n", i / 50
}' >still.csv
cut -d, -f1-7 nod.csv >bare.csv

# cell FILE ROW NAME: a value by row (from 1) and column
cell() {
	awk -F, -v r="$2" -v c="$3" 'NR == 1 { for (i = 1; i <= NF; i++)
	    if ($i == c) k = i } NR == r + 1 { print $k }' "$1"
}
# near TEXT GOT WANT TOLERANCE
near() {
	awk -v g="$2" -v w="$3" -v e="$4" \
	    'BEGIN { d = g - w; exit !(g != "" && d * d <= e * e) }'
	claim $? "$1 ($2)"
}
load="plumb-load -q"

# what comes out
$load -b 100 -M 80 -H 1.75 -l l5s1,T12L1,t7t8,t4t5 still.csv >still.out
near "L5/S1 of the static table" "$(cell still.out 25 moment_l5s1_nm)" 298.390 0.001
near "T12/L1" "$(cell still.out 1 moment_t12l1_nm)" 230.241 0.001
near "T7/8" "$(cell still.out 50 moment_t7t8_nm)" 201.950 0.001
near "T4/5" "$(cell still.out 2 moment_t4t5_nm)" 155.619 0.001
$load -b 100 -M 80 nod.csv >nod.out
head -1 nod.out | grep -q 'vel_m_s,note,bar_kg,body_kg,bar_vel_m_s,moment_l5s1_nm,moment_l5s1_sd_nm,moment_t7t8_nm,moment_t7t8_sd_nm$'
claim $? "columns are added in their order, foreign ones pass"
cut -d, -f1-11 nod.out >passed.csv
awk -F, 'NR > 1 { $1 += 0 } 1' OFS=, nod.csv >was.csv
awk -F, 'NR > 1 { for (i = 1; i < 11; i++) if ($i != "") $i += 0 } 1' OFS=, was.csv >a.csv
awk -F, 'NR > 1 { for (i = 1; i < 11; i++) if ($i != "") $i += 0 } 1' OFS=, passed.csv >b.csv
same "the columns that were there are unchanged" a.csv b.csv
[ "$(awk -F, '$15 == ""' nod.out | wc -l)" -eq 3 ] &&
    [ "$(awk -F, '$12 == ""' nod.out | wc -l)" -eq 0 ]
claim $? "rows in a hole have masses but no moment"
$load -b 100 -M 80 bare.csv >bare.out
head -1 bare.out | grep -q 'gyr_right_rad_s,bar_kg,body_kg,moment_l5s1_nm,moment_l5s1_sd_nm,moment_t7t8_nm,moment_t7t8_sd_nm$'
claim $? "without velocity or lean there is no velocity of the bar"
near "the bar sinks faster than the sensor as the trunk leans" \
    "$(cell nod.out 51 bar_vel_m_s)" 0.2319 0.0002
for l in l5s1 l4l5 l3l4 l2l3 l1l2 t12l1 t11t12 t10t11 t9t10 t8t9 t7t8 t6t7 \
    t5t6 t4t5 t3t4 t2t3 t1t2 c7t1; do
	$load -b 100 -M 80 -l $l still.csv | head -1 | grep -q "moment_${l}_nm,moment_${l}_sd_nm$"
	claim $? "$l is a level"
done

# masses
for m in 225lb '225 lb' 102.05828325 102.05828325kg; do
	$load -b "$m" -M 80 still.csv >m.out
	near "a bar of $m" "$(cell m.out 1 bar_kg)" 102.058 0
done
$load -b 60,80 -M 176lb nod.csv >sets.out
near "set 1 has the first mass" "$(cell sets.out 150 bar_kg)" 60 0
near "set 2 has the second" "$(cell sets.out 320 bar_kg)" 80 0
near "rows before all sets have the first" "$(cell sets.out 1 bar_kg)" 60 0
near "the first half between two sets belongs to the one before" \
    "$(cell sets.out 250 bar_kg)" 60 0
near "the second to the one behind" "$(cell sets.out 251 bar_kg)" 80 0
near "rows behind all sets have the last" "$(cell sets.out 400 bar_kg)" 80 0
near "pounds for the body" "$(cell sets.out 1 body_kg)" 79.832 0
$load -b 60 -M 176lb nod.csv >one.out
near "a set's moment is that of its own mass" \
    "$(cell sets.out 150 moment_l5s1_nm)" "$(cell one.out 150 moment_l5s1_nm)" 0
$load -B none -M 80 still.csv >none.out
near "without a bar it weighs nothing" "$(cell none.out 1 bar_kg)" 0 0
$load -B none -b 0 -M 80 still.csv >none2.out
same "saying so is allowed" none.out none2.out

# what the body does to it
$load -b 100 -M 80 -d 0.14 still.csv >d.out
near "the usual front rack is an offset of 14 cm" \
    "$(cell d.out 1 moment_t7t8_nm)" 201.950 0.001
$load -b 100 -M 80 -d 0.16 still.csv >d.out
near "2 cm more are 18.4 N m" "$(cell d.out 1 moment_t7t8_nm)" 220.38 0.02
$load -b 100 -M 80 -B high-bar still.csv >h.out
near "a bar on the back spares T7/8" "$(cell h.out 1 moment_t7t8_nm)" 42.5 4
$load -b 100 -M 80 -p .39,-.093 nod.csv >uv.out
$load -b 100 -M 80 -p t4 nod.csv >t4.out
same "T4 by its coordinates" uv.out t4.out
$load -b 100 -M 80 -p xiphoid nod.csv >x.out
! cmp -s x.out nod.out
claim $? "the place matters to a trunk that turns"
$load -b 100 -M 80 -x f still.csv >f.out
near "a woman's segments are lighter" "$(cell f.out 1 moment_l5s1_nm)" 295.5 1

# again, and along other ways
$load -b 100 -M 80 nod.out >again.out
same "a second load replaces the first in place" again.out nod.out
$load -b 100 -M 80 -l l3l4 nod.out | head -1 >again.out
! grep -q 'l5s1\|t7t8' again.out
claim $? "and leaves no moments of other masses"
$load -b 100 -M 80 -O au nod.csv | $load -b 60,80 -M 176lb -l l5s1 >au.out
plumb load -q -b 100 -M 80 nod.csv then load -q -b 60,80 -M 176lb -l l5s1 >then.out
$load -b 100 -M 80 nod.csv | $load -b 60,80 -M 176lb -l l5s1 >pipe.out
same "pipe and chain give the same bytes" pipe.out then.out
same "text and AU too" pipe.out au.out
awk 'BEGIN { print "t_s,acc_fwd_m_s2,acc_up_m_s2,gyr_right_rad_s"
	for (i = 0; i < 50; i++)
		printf "%.2f,%g,9.2,0\n", i / 12.5, i % 2 }' >slow.csv

# what is said
says "what was left out is said in one line" 0 \
    '^plumb-load: warning: still.csv: assumed: stature 1.75 m \(-H\), male \(-x\), sensor at t4 \(-p\)$' \
    plumb-load -b 100 -M 80 -o ok.csv still.csv
says "and only that" 0 'assumed: male \(-x\)$' \
    plumb-load -b 100 -M 80 -H 1.8 -p c7 -o ok.csv still.csv
says "too few rows per second are not smoothed, and that is said" 0 \
    '12.5 rows/s: too few for the 6 Hz low-pass' \
    plumb-load -b 100 -M 80 -H 1.8 -p c7 -x m -o slow.out.csv slow.csv
near "the raw specific force counts" "$(awk -F, 'NR > 2 {
	d = $7 - last } { last = $7 } END { print (d > 0 ? d : -d) }' slow.out.csv)" 58.2 5

# refuses PATTERN OPTION...
refuses() {
	pattern=$1
	shift
	says "refused: $*" 2 "^plumb-load: $pattern" plumb-load "$@" \
	    -o no.csv nod.csv
}
refuses '-b BAR_KG is needed' -M 80
refuses '-M BODY_KG is needed' -b 100
refuses '-M BODY_KG is needed' -B none
refuses '--rack none: there is no bar' -B none -b 20 -M 80
refuses '--rack none: there is no bar' -B none -d .1 -M 80
refuses '--bar: 0: must be above 0 and at most 600 kg \(-B none: no bar\)$' -b 0 -M 80
refuses '--bar: -5: must be above 0' -b -5 -M 80
refuses '--bar: 2000: must be above 0 and at most 600 kg$' -b 2000 -M 80
refuses "--bar: '100st': not a mass" -b 100st -M 80
refuses "--bar: 'kg': not a mass" -b kg -M 80
refuses "--bar: '': not a mass" -b 60, -M 80
refuses "--bar: 'nan': not a mass" -b nan -M 80
refuses '--bar: give each mass its unit, or none$' -b 225,245lb -M 80
refuses 'nod.csv: --bar: 3 masses for 2 sets' -b 60,80,100 -M 80
refuses '--body: 8: must lie from 20 to 350 kg$' -b 100 -M 8
refuses '--body: 900lb: must lie from 20 to 350 kg$' -b 100 -M 900lb
refuses "--body: '80,90': not a mass" -b 100 -M 80,90
refuses '--stature: 185: metres: did you mean 1.85\?$' -b 100 -M 80 -H 185
refuses '--stature: 6.1: must lie from 1.2 to 2.3 m$' -b 100 -M 80 -H 6.1
refuses "--stature: 'tall': not a length, such as 1.80, 1.80m or 180cm$" -b 100 -M 80 -H tall
refuses '--offset: 3: metres: did you mean 0.03\?$' -b 100 -M 80 -d 3
refuses '--offset: 60: must lie from 0 to 0.5 m$' -b 100 -M 80 -d 60
refuses '--offset: -0.05: must lie from 0 to 0.5 m$' -b 100 -M 80 -d -0.05
refuses '--offset: 60: must lie from -0.5 to 0.5 m$' -b 100 -M 80 -B high-bar -d 60
refuses '--stature: 300cm: must lie from 1.2 to 2.3 m$' -b 100 -M 80 -H 300cm
refuses "--levels: 't7': no such level: l5s1 l4l5 .* t7t8 .* c7t1$" -b 100 -M 80 -l t7
refuses "--levels: '': no such level" -b 100 -M 80 -l l5s1,
refuses "--place: 'wrist': no place on the trunk: sacrum t12 xiphoid t4 sternum c7 or U,V$" -b 100 -M 80 -p wrist
refuses "--place: '.39,': no place" -b 100 -M 80 -p .39,
refuses '--place: 39,-9: U lies within 1 m' -b 100 -M 80 -p 39,-9
refuses "--rack: 'back': must be front, high-bar, low-bar or none" -b 100 -M 80 -B back
refuses "--sex: 'x': must be m or f" -b 100 -M 80 -x x
[ ! -e no.csv ]
claim $? "none of these left a file"
cut -d, -f1,5- nod.csv >sensor.csv
says "a stream without trunk axes" 2 \
    '^plumb-load: sensor.csv: acc_fwd_m_s2: no such column: plumb-align makes it$' \
    plumb-load -b 100 -M 80 sensor.csv
says "masses for sets that were not made" 2 \
    '^plumb-load: bare.csv: set: no such column: plumb-segment makes it$' \
    plumb-load -b 60,80 -M 80 bare.csv
awk -F, 'NR > 1 { $9 = "" } 1' OFS=, nod.csv >noset.csv
says "masses for sets that were not found" 2 \
    '^plumb-load: noset.csv: no set was found in it: give -b one mass$' \
    plumb-load -b 60,80 -M 80 noset.csv
awk -F, 'NR == 7 { $9 = 0 } 1' OFS=, nod.csv >zero.csv
says "no set has the number 0" 2 \
    '^plumb-load: zero.csv: 7: set: 0: not the number of a set$' \
    plumb-load -b 60,80 -M 80 zero.csv
says "a full disk" 2 '^plumb-load: stdout: No space left on device$' \
    sh -c 'plumb-load -q -b 100 -M 80 nod.csv >/dev/full'
plan
