#!/bin/sh
# plumb-load beyond the moment: who lifts, parts, muscles, errors, two sensors
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# standing at rest with 20 deg of lean: a row of the static table
awk 'BEGIN {
	print "t_s,acc_fwd_m_s2,acc_up_m_s2,gyr_right_rad_s,set"
	for (i = 0; i < 50; i++)
		printf "%.2f,-3.354072,9.215237,0,%s\n", i / 50, i < 20 ? 1 : i < 30 ? "" : 2
}' >still.csv
# the thorax at 30 deg, the lower back at 20
awk 'BEGIN {
	print "t_s,acc_fwd_m_s2,acc_up_m_s2,gyr_right_rad_s,lean_deg,t12_acc_fwd_m_s2,t12_acc_up_m_s2,t12_gyr_right_rad_s,t12_lean_deg"
	for (i = 0; i < 50; i++)
		printf "%.2f,-4.903325,8.492808,0,30,-3.354072,9.215237,0,20\n", i / 50
}' >two.csv
plumb simulate -n 4 -s 2 --grade consumer then align -q then orient then segment -o squat.csv

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
load="plumb-load -q -b 100 -M 80 -H 1.75 -x m -p t4"

# who lifts
cat >ana.txt <<'END'
# Ana
mass = 132lb
stature=1.62

sex = f
  place = t4
offset = 0.15
neutral-lean = 2
belt = yes
END
plumb-load -q -b 100 --athlete ana.txt still.csv >ana.out
plumb-load -q -b 100 -M 132lb -H 1.62 -x f -p t4 -d 0.15 still.csv >said.out
[ "$(cell ana.out 1 belt)" = yes ]
claim $? "a belt is stored"
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "belt") k = i }
	{ for (i = k; i < NF; i++) $i = $(i + 1); NF--; print }' ana.out >cut.out
same "an athlete file says what options say" cut.out said.out
plumb-load -q -b 100 --athlete ana.txt -M 80 -H 1.75 -x m -d 0.14 still.csv >wins.out
near "options win" "$(cell wins.out 1 moment_l5s1_nm)" 298.390 0.001
plumb-load -q -b 100 --athlete ana.txt -B high-bar still.csv >back.out
plumb-load -q -b 100 -M 132lb -H 1.62 -x f -p t4 -B high-bar still.csv >back2.out
near "its offset is of a front rack" "$(cell back.out 1 moment_t7t8_nm)" \
    "$(cell back2.out 1 moment_t7t8_nm)" 0
plumb-load -b 100 --athlete ana.txt still.csv 2>err >/dev/null
[ ! -s err ]
claim $? "then nothing is assumed"
# wrong TEXT PATTERN: an athlete file that is refused
wrong() {
	printf '%b\n' "$1" >bad.txt
	says "athlete file: $1" 2 "^plumb-load: bad.txt: $2" \
	    plumb-load -b 100 --athlete bad.txt -o no.csv still.csv
}
wrong 'mass = 80\nweight = 80' '2: weight: no such key: mass stature sex offset place neutral-lean belt$'
wrong 'mass 80' "1: 'mass 80': must be key = value"
wrong 'mass =' '1: mass: no value$'
wrong 'mass = 80\nmass = 81' '2: mass: said twice$'
wrong 'mass = heavy' "1: mass: 'heavy': not a mass"
wrong 'mass = 8' '1: mass: 8: must lie from 20 to 350 kg$'
wrong 'mass = 80\nstature = 185' '2: stature: 185: metres: did you mean 1.85\?$'
wrong 'mass = 80\nsex = w' "2: sex: 'w': must be m or f$"
wrong 'mass = 80\noffset = 60' '2: offset: 60: must lie from 0 to 0.5 m$'
wrong 'mass = 80\nplace = wrist' "2: place: 'wrist': no place on the trunk"
wrong 'mass = 80\nneutral-lean = 100' '2: neutral-lean: 100: must lie from -30 to 30 degrees$'
wrong 'mass = 80\nbelt = maybe' "2: belt: 'maybe': must be yes or no$"
says "no athlete file" 2 '^plumb-load: none.txt: No such file' \
    plumb-load -b 100 --athlete none.txt -o no.csv still.csv
says "an athlete file without a mass" 2 '^plumb-load: -M BODY_KG is needed' \
    sh -c 'echo "sex = f" >f.txt; plumb-load -b 100 --athlete f.txt -o no.csv still.csv'

# bars from a table of sets
printf 'set,bar_kg,note\n1,60,x\n2,80,\n2,80,y\n3,,z\n' >sets.csv
plumb-load -q -b @sets.csv -M 80 still.csv >sets.out
plumb-load -q -b 60,80 -M 80 still.csv >list.out
same "masses from a table are those of a list" sets.out list.out
plumb-load -q -b 60 -M 80 squat.csv then reps then sets -o s.csv
plumb-load -q -b @s.csv -M 80 squat.csv >from.out
plumb-load -q -b 60 -M 80 squat.csv >sixty.out
same "plumb-sets writes such a table" from.out sixty.out
printf 'set,bar_kg\n1,60\n' >one.csv
says "a set that is not in it" 2 '^plumb-load: still.csv: 32: set 2: no mass for it in one.csv$' \
    plumb-load -b @one.csv -M 80 -o no.csv still.csv
printf 'set,bar_kg\n1,60\n1,70\n' >bad.csv
says "two masses for a set" 2 '^plumb-load: bad.csv: 3: bar_kg: 70: set 1 has 60 before$' \
    plumb-load -b @bad.csv -M 80 -o no.csv still.csv
printf 'set,bar_kg\n1,2000\n' >bad.csv
says "a mass that cannot be" 2 '^plumb-load: bad.csv: 2: bar_kg: 2000: must be above 0 and at most 600 kg$' \
    plumb-load -b @bad.csv -M 80 -o no.csv still.csv
printf 'set,kg\n1,60\n' >bad.csv
says "no masses in it" 2 '^plumb-load: bad.csv: bar_kg: no such column: the table of -b has set and bar_kg, the mass in kg$' \
    plumb-load -b @bad.csv -M 80 -o no.csv still.csv
printf 'set,bar_kg\n0,60\n' >bad.csv
says "no set has the number 0" 2 '^plumb-load: bad.csv: 2: set: 0: not the number of a set$' \
    plumb-load -b @bad.csv -M 80 -o no.csv still.csv

# parts, muscles, compression
$load --parts --forces --compression still.csv >all.out
near "what the bar does" "$(cell all.out 9 moment_l5s1_bar_nm)" 238.1 0.1
near "and the body" "$(cell all.out 9 moment_l5s1_body_nm)" 60.247 0.001
near "multifidus at equal stress" "$(cell all.out 9 force_l5s1_mf_n)" 1036.04 0.5
near "local by Bergmark" "$(cell all.out 9 force_l5s1_local_n)" 5162 1
near "axial weight" "$(cell all.out 9 axial_l5s1_n)" 1029.83 0.02
near "compression" "$(cell all.out 9 compression_l5s1_n)" 8084 5
near "its low end" "$(cell all.out 9 compression_l5s1_low_n)" 5255 5
near "and its high end" "$(cell all.out 9 compression_l5s1_high_n)" 11611 5
near "nothing is carried elsewhere" "$(cell all.out 9 elsewhere_l5s1_nm)" 0 0
! head -n 1 all.out | grep -Eq '(force|compression|axial|elsewhere)_t7t8'
claim $? "no newtons of thoracic muscle"
$load --forces --taxonomy seed still.csv >seed.out
near "local by the seed text" "$(cell seed.out 9 force_l5s1_local_n)" 3613 1
$load --forces --sharing quadratic still.csv >quad.out
near "the least squares of stress" "$(cell quad.out 9 force_l5s1_mf_n)" 826.5 1
$load --forces --tension 30 still.csv >bound.out
near "no muscle beyond its bound" "$(cell bound.out 9 force_l5s1_mf_n)" 855 0.01
near "the rest is elsewhere" "$(cell bound.out 9 elsewhere_l5s1_nm)" 52.14 0.2
$load --above 250 still.csv >above.out
near "above a moment" "$(cell above.out 9 moment_l5s1_above)" 1 0
near "and below it" "$(cell above.out 9 moment_t7t8_above)" 0 0
printf 'class,moment_l5s1_peak_nm,moment_t7t8_peak_nm\nwork,298.39,400\nwork,200,404\nwork,999,401\npartial,1,1\n' >base.csv
$load --baseline base.csv still.csv >ratio.out
near "the ratio to the median of the work" "$(cell ratio.out 9 moment_l5s1_ratio)" 1 0.0001
near "at each level its own" "$(cell ratio.out 9 moment_t7t8_ratio)" 0.5036 0.0001
$load --tables dempster still.csv >demp.out
near "other tables, other moments" "$(cell demp.out 9 moment_l5s1_nm)" 305.33 0.1
$load --parts all.out >less.out
$load --parts still.csv >parts.out
same "what is not asked for again goes" less.out parts.out

near "a degree more of lean at 20" "$(cell parts.out 9 moment_l5s1_lean_nm_per_deg)" 8.49 0.05
near "does little at the upper back" "$(cell parts.out 9 moment_t7t8_lean_nm_per_deg)" 1.69 0.05
for kg in 100 80; do
	plumb load -q -b $kg -M 80 --parts squat.csv then reps -o r$kg.csv
done
near "the impulse under another bar" "$(cell r80.csv 3 impulse_t7t8_nms)" \
    "$(cell r100.csv 3 impulse0_t7t8_nms | awk -v k="$(cell r100.csv 3 impulse_k_t7t8_nms_per_kg)" '{ print $1 + 80 * k }')" 0.01
awk -v p="$(cell r80.csv 3 moment_t7t8_peak_nm)" -v m="$(cell r100.csv 3 m0_t7t8_nm)" \
    -v k="$(cell r100.csv 3 k_t7t8_nm_per_kg)" 'BEGIN { d = p / (m + 80 * k); exit !(d >= .999999 && d < 1.01) }'
claim $? "the peak is what is said, or a little more"

# standard deviations
near "SD at L5/S1" "$($load --sd align=2.5 --sd wobble=0 -d .14 still.csv >sd.out; cell sd.out 9 moment_l5s1_sd_nm)" 22.9 1
$load --sd align=0 --sd offset=0 --sd rise=0 --sd bar=0 --sd masses=0 --sd acc=0 \
    --sd wobble=0 --sd round=0 --sd place=0 --sd stature=0 --sd sex=0 --sd filter=0 still.csv >zero.out
near "what is sure has none" "$(cell zero.out 9 moment_l5s1_sd_nm)" 0 0
plumb-load -q -b 100 -M 80 still.csv >wide.out
plumb-load -q -b 100 -M 80 -H 1.75 -x m -p t4 -d .14 still.csv >narrow.out
awk -v w="$(cell wide.out 9 moment_t7t8_sd_nm)" -v n="$(cell narrow.out 9 moment_t7t8_sd_nm)" \
    'BEGIN { exit !(n > 5 && w > 1.2 * n) }'
claim $? "what is said narrows it"
$load squat.csv then reps -o reps.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$c["class"] == "work" { n++
	    p = $c["moment_l5s1_peak_nm"]; s = $c["moment_l5s1_peak_sd_nm"]
	    w = $c["moment_l5s1_peak_within_sd_nm"]
	    if (!(s > .05 * p && s < .2 * p && w > 0 && w < .5 * s)) bad = 1 }
	END { exit bad || n != 4 }' reps.csv
claim $? "repetitions have theirs, and a smaller one within the set"

# of what it is made
$load --explain 0.5 -l l5s1,t7t8 still.csv >why.out
[ "$(head -n 1 why.out)" = t_s,level,part,part_kg,part_u_m,part_v_m,part_moment_nm,part_mass_source,part_place_source ] &&
    [ "$(wc -l <why.out)" -eq 11 ]
claim $? "--explain is a table of parts"
awk -F, 'NR > 1 && $3 != "all" { s += $7 } $3 == "all" { d = s - $7; s = 0
	if (d * d > 1e-6 || $8 == "" || $9 == "") bad = 1 }
	END { exit bad }' why.out
claim $? "that add up to the moment, with their sources"
$load --explain 0.5 -l 'L5/S1, T7/8' still.csv >said.out
same "levels as people write them" why.out said.out
$load -H 175cm -d 14cm still.csv >cm.out
$load -H 1.75 -d 0.14m still.csv >m.out
same "lengths with a unit" cm.out m.out
near "which is the moment" "$(cell why.out 5 part_moment_nm)" 298.390 0.001

# two sensors
$load two.csv >two.out
near "the thorax leans further than the lower back" "$(cell two.out 9 thoracic_deg)" 10 0
near "and L5/S1 carries less than one piece would" "$(cell two.out 9 moment_l5s1_nm)" 341.4 0.1
near "T7/8 what it did" "$(cell two.out 9 moment_t7t8_nm)" 216.0 0.1
$load --explain .2 -l l5s1 two.csv >why.out
near "its parts add up too" "$(cell why.out 6 part_moment_nm)" 341.4 0.1
grep -q ',lower trunk,' why.out
claim $? "of which the lower trunk is one"
awk -F, 'NR > 1 { kg[n++] = $4; u[n - 1] = $5; v[n - 1] = $6; all = $7 }
	END { for (i = 0; i < n - 1; i++) { a = 20 / 57.29577951
	    s += 9.80665 * kg[i] * (u[i] * sin(a) + v[i] * cos(a)) }
	    exit !(s - all < .01 && all - s < .01) }' why.out
claim $? "by the places that are said, in the lower piece"
$load --compression two.csv >comp.out
near "the disc turns with the lower piece" "$(cell comp.out 9 axial_l5s1_n)" 1029.80 0.05
near "and its shear" "$(cell comp.out 9 shear_l5s1_n)" 895.19 0.05
# a lower sensor that stood at the end of its range, fell silent or slipped
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i
	    print $0, "t12_acc_fwd_m_s2", "t12_acc_up_m_s2", "t12_gyr_right_rad_s", "t12_lean_deg"; next }
	{ print $0, $c["acc_fwd_m_s2"], $c["acc_up_m_s2"], $c["gyr_right_rad_s"], $c["lean_deg"] }' squat.csv >both.csv
reasons() {
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$c["class"] == "work" { print $c["load_reason"] }' "$1" | uniq
}
$load --strict both.csv >both.out
[ "$(reasons both.out)" = '' ]
claim $? "a lower sensor that is well"
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
	NR > 1 && $1 >= 12 && $1 < 13.2 { $c["t12_acc_up_m_s2"] = "" } 1' both.csv >hole.csv
$load --strict hole.csv >hole.out
[ $? -eq 1 ] && [ "$(reasons hole.out | grep -c hole)" -eq 1 ]
claim $? "one with a hole in a repetition"
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
	NR > 1 && $1 >= 32 { $c["t12_lean_deg"] -= 12 } 1' both.csv >slip.csv
$load slip.csv >slip.out
[ "$(reasons slip.out | grep -c slipped)" -eq 1 ]
claim $? "one that slipped"
cut -d, -f1-8 two.csv >nolean.csv
says "a lower sensor that was not oriented" 0 \
    'warning: nolean.csv: t12_lean_deg: no such column: plumb-orient makes it: the trunk is taken for one piece$' \
    plumb-load -b 100 -M 80 -H 1.75 -x m -p t4 -o no2.csv nolean.csv

# a second sensor that moves with the first, mounted otherwise: no rounding
plumb-simulate -s 3 -n 2 --grade lab -o one.csv
awk -F, -v OFS=, 'NR == 1 { print $0, "t12_acc_x_m_s2", "t12_acc_y_m_s2", "t12_acc_z_m_s2",
	    "t12_gyr_x_rad_s", "t12_gyr_y_rad_s", "t12_gyr_z_rad_s"; next }
	{ print $0, $3, -$2, $4, $6, -$5, $7 }' one.csv >both.csv
for f in one both; do
	plumb align -q $f.csv then orient then segment then load -q -b 100 -M 80 -H 1.75 -x m -p t4 then reps -o $f.reps.csv
done
awk -v p="$(cell one.reps.csv 3 moment_l5s1_peak_sd_nm)" -v q="$(cell both.reps.csv 3 moment_l5s1_peak_sd_nm)" \
    'BEGIN { exit !(q > 1.02 * p && q < 2 * p) }'
claim $? "the flexion between them is one thing more that may be off"
near "it reads no rounding" "$(cell both.reps.csv 3 rounding_deg)" 0 0.001
awk -v a="$(cell one.reps.csv 3 moment_l5s1_peak_nm)" -v b="$(cell both.reps.csv 3 moment_l5s1_peak_nm)" \
    'BEGIN { exit !(a > 300 && b / a > .99 && b / a < 1.01) }'
claim $? "and two pieces that move as one have one moment, but for where it sits"

# what cannot be told
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; print; next }
	{ $c["align_sd_deg"] = 8; print }' squat.csv >adrift.csv
$load adrift.csv >adrift.out
[ "$(cell adrift.out 1 load_reason)" = '' ] &&
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$c["class"] == "work" { n++
	    if ($c["load_reason"] != "never-still" || $c["moment_t7t8_nm"] != "") bad = 1 }
	END { exit bad || !n }' adrift.out
claim $? "without a stance repetitions have no load, and it is said why"
plumb-reps adrift.out | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) load[i] = $i ~ /^(moment|impulse)/; next }
	{ for (i = 1; i <= NF; i++) if (load[i] && $i != "") bad = 1 } END { exit bad }'
claim $? "nor has the rep table a number of it"
says "--strict says no" 1 '^plumb-load: warning: adrift.csv: 4 repetitions without a load: never-still: record 5 s of quiet standing, and give it to plumb-align --standing$' \
    plumb-load -b 100 -M 80 -H 1.75 -x m -p t4 --strict -o strict.csv adrift.csv
cmp -s strict.csv adrift.out
claim $? "with the whole output"
$load --sd align=4 --strict -o strict.csv adrift.csv
claim $? "--sd overrules"
$load --strict squat.csv -o strict.csv
claim $? "where all is well --strict says nothing"

plumb-load -b 100 -M 80 -H 1.75 -x m -p t4 --explain 12 -o no2.csv adrift.csv 2>err
grep -q -- '--explain 12: of a repetition whose load cannot be told: never-still$' err &&
    grep -q '4 repetitions without a load: never-still: record' err
claim $? "--explain says so, too"
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
	NR > 1 && $1 >= 12 && $1 < 12.5 { $c["acc_up_m_s2"] = "" } 1' squat.csv >gap.csv
$load --strict gap.csv >gap.out
[ $? -eq 1 ] && [ "$(reasons gap.out | head -n 1)" = hole ]
claim $? "a hole in a repetition is a reason"

# refuses PATTERN OPTION...
refuses() {
	pattern=$1
	shift
	says "refused: $*" 2 "^plumb-load: $pattern" plumb-load -q -b 100 -M 80 \
	    "$@" -o no.csv still.csv
}
refuses "--tables: 'winter': must be de-leva or dempster$" --tables winter
refuses "--tables dempster: of men only" --tables dempster -x f
refuses "--sharing: 'fair': must be equal, quadratic, or an exponent from 1.1 to 1000$" --forces --sharing fair
refuses "--sharing: '1': must be equal" --compression --sharing 1
refuses "--tension: 0: must lie from 1 to 1000" --tension 0
refuses "--tension: of muscles: it needs --forces or --compression$" --tension 75
refuses "--taxonomy: of muscles: it needs --forces$" --compression --taxonomy seed
refuses "--taxonomy: 'gray': must be bergmark or seed$" --forces --taxonomy gray
refuses "--forces: only the levels l5s1 l4l5 l3l4 have muscles in newtons: ask for one of them with -l$" --forces -l t7t8
refuses "--sd: 'align': must be KEY=VALUE, VALUE a number$" --sd align
refuses "--sd: 'tilt': no such input: align offset rise bar masses acc wobble round place stature sex filter flexion$" --sd tilt=2
refuses "--sd sex=.3: must lie from 0 to 0.5 \(0 or .5\)$" --sd sex=.3
refuses "--sd align=90: must lie from 0 to 45 \(deg\)$" --sd align=90
refuses "still.csv: --explain 9: the stream lasts from 0 to 0.98 s$" --explain 9
refuses "ana.txt: moment_l5s1_peak_nm: no such column: a baseline is a rep table, as plumb-reps makes it of a stream with this load$" --baseline ana.txt
printf 'class,moment_l5s1_peak_nm,moment_t7t8_peak_nm\npartial,1,1\n' >nobase.csv
refuses "nobase.csv: moment_l5s1_peak_nm: no work whose median is above 0: no baseline$" --baseline nobase.csv
refuses "base.csv: moment_t4t5_peak_nm: no such column: a baseline is a rep table" --baseline base.csv -l t4t5
[ ! -e no.csv ]
claim $? "none of these left a file"
plan
