#!/bin/sh
# plumb-rom: cycles and ranges, sides, what it warns of and what it refuses
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# simulate FILE OPTION...: a drill, oriented, and its truth in truth.csv
simulate() {
	file=$1
	shift
	plumb simulate -q "$@" -T truth.csv then orient -q -o "$file"
}

# off PART MOST: are the cycles of found.csv those of truth.csv, and their
# ranges within MOST degrees?
off() {
	awk -v part="$1" -f "$top/scripts/accuracy-rom.awk" truth.csv \
	    found.csv | awk -v most="$2" '
		$1 == "drill" { good = $2 }
		$1 == "cycle" { n++; e = $2 < 0 ? -$2 : $2
			worst = e > worst ? e : worst }
		END { print "# worst range", worst, "deg"
			exit !(good && n && worst <= most) }'
}

# cells FILE COLUMN...: those of every row, in one line
cells() {
	awk -F, -v want="$*" '
	NR == 1 { n = split(want, w, " "); for (i = 1; i <= NF; i++) c[$i] = i
		next }
	{ s = ""; for (i = 2; i <= n; i++) s = s (i > 2 ? "," : "") $c[w[i]]
		print s }' "$1" | paste -sd' '
}

simulate one.csv --drill open-book -s 3
plumb-rom --axis rotation --side left one.csv -o found.csv
head -n 1 found.csv >head
echo axis,side,cand,rep,class,reason,truncated,start_s,out_s,back_s,end_s,thorax_range_deg,thorax_range_sd_deg,thorax_out_deg,thorax_back_deg,thorax_speed_mean_deg_s,thorax_speed_peak_deg_s >want
same 'the columns, in their order' head want
[ "$(cells found.csv axis side cand rep class reason truncated)" = \
    'rotation,left,1,1,work,full,0 rotation,left,2,2,work,full,0 rotation,left,3,3,work,full,0 rotation,left,4,4,work,full,0 rotation,left,5,5,work,full,0' ]
claim $? 'five cycles of an open book'
plumb rom --axis rotation --side left one.csv -O au >au
plumb simulate -q --drill open-book -s 3 then orient -q then rom --axis rotation --side left -o chain.csv
same 'a chain gives the same' found.csv chain.csv
plumb-orient -q -O au one.csv | plumb-rom --axis rotation --side left >pipe.csv
same 'and a pipe of AU' found.csv pipe.csv

# kinds, grades and rates: seeds of odd and even, slow and quick
while read -r most drill axis option; do
	# shellcheck disable=SC2086 # words
	simulate s.csv --drill "$drill" $option
	plumb-rom -q --axis "$axis" s.csv -o found.csv
	off thorax "$most"
	claim $? "$drill $option: exact, and ranges within $most deg"
done <<END
0.3 open-book rotation -s 11
0.3 cat-cow flexion -s 11 --shape minjerk
0.3 seated-turn rotation -s 11 --side right
0.3 side-bend side -s 11 --side right
0.5 open-book rotation -s 12 --grade lab --side right --tempo 1-0-1-0 --range 70
0.5 cat-cow flexion -s 12 --grade lab --tempo 6-1-6-1 --range 30
1.5 open-book rotation -s 13 --grade consumer --tempo 0.5-0-0.5-0 --range 30
1.5 cat-cow flexion -s 14 --grade consumer --tempo 8-0-8-0 --range 60
1.5 open-book rotation -s 15 --grade consumer -r 10
1.5 cat-cow flexion -s 15 --grade consumer -r 400 -n 12
1.5 open-book rotation -s 16 --grade consumer -n 8 --scenario partial,double,rest
1.5 cat-cow flexion -s 16 --grade consumer -n 8 --scenario partial,double
5.0 open-book rotation -s 17 --grade poor
5.0 cat-cow flexion -s 17 --grade poor
END

# worn otherwise: the same but for rounding
plumb-simulate --drill open-book -s 5 --grade consumer -o s.csv
awk -F, -v OFS=, 'NR > 1 { t = $2; $2 = -$3; $3 = -t; $4 = -$4
	t = $5; $5 = -$6; $6 = -t; $7 = -$7 } { print }' s.csv >turned.csv
for f in s turned; do
	plumb orient -q $f.csv then rom --axis rotation -o $f.rom.csv
done
awk -F, 'FNR == 1 { f++; for (i = 1; i <= NF; i++) c[$i] = i; next }
	f == 1 { range[FNR] = $c["thorax_range_deg"]; out[FNR] = $c["thorax_out_deg"] }
	f == 2 { n++; a = $c["thorax_range_deg"] - range[FNR]
		b = $c["thorax_out_deg"] - out[FNR]
		bad = bad || a * a > 1e-6 || b * b > 1e-6 }
	END { exit bad || n != 5 }' s.rom.csv turned.rom.csv
claim $? 'a sensor upside down sees the same'

# sides
simulate left.csv --drill open-book -s 21 --range 42 -i l
simulate right.csv --drill open-book --side right -s 22 --range 56 -i r
simulate like.csv --drill open-book --side right -s 23 --range 45
plumb-rom --axis rotation left.csv right.csv -o both.csv
[ "$(cells both.csv recording side cand | tr ' ' '\n' | sort | paste -sd' ')" = \
    'l,left,1 l,left,2 l,left,3 l,left,4 l,left,5 r,right,1 r,right,2 r,right,3 r,right,4 r,right,5' ]
claim $? 'the first is left, the second right'
plumb-rom --axis rotation --summary left.csv right.csv -o sum.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ n++; d = $c["thorax_diff_deg"]; m[n] = $c["thorax_range_median_deg"]
	  bad = bad || $c["thorax_greater"] != "right" || d < 10 || d > 18 ||
	    $c["reps_work"] != 5 || $c["thorax_range_best_deg"] < m[n]
	  a = $c["thorax_asymmetry_pct"] }
	END { e = a - 100 * (m[2] - m[1]) / m[2]
	  exit bad || n != 2 || e * e > 1e-3 }' sum.csv
claim $? 'a greater side is named, and by how much'
plumb-rom --axis rotation --summary right.csv left.csv -o sum.csv
[ "$(cells sum.csv side thorax_greater)" = 'left,left right,left' ]
claim $? 'the other way round it is the other one'
plumb-rom --axis rotation --summary left.csv like.csv -o sum.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ n++; bad = bad || $c["thorax_greater"] != "neither" ||
	    $c["thorax_asymmetry_pct"] != "" || $c["thorax_diff_deg"] == "" }
	END { exit bad || n != 2 }' sum.csv
claim $? 'what is below 6 degrees is no difference'
plumb-rom --axis rotation --mdc 1 --summary left.csv like.csv -o sum.csv
[ "$(cells sum.csv thorax_greater)" = 'right right' ]
claim $? '--mdc says from when on it is'
says 'one recording for both sides' 2 '^plumb-rom: left.csv: the same recording for both sides' \
    plumb-rom --axis rotation left.csv left.csv
plumb-rom --axis side --summary left.csv right.csv -o sum.csv
[ "$(cells sum.csv side thorax_greater)" = 'left, right,' ]
claim $? 'of bends to the side none is known'

# warming up
for warm in 5 0; do
	plumb simulate --drill open-book -n 8 -s 31 --warm-up $warm then \
	    orient -q then rom --axis rotation --summary -o warm$warm.csv
done
awk -F, 'FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ t[++n] = $c["thorax_trend_deg"]; l[n] = $c["thorax_trend_low_deg"]
	  h[n] = $c["thorax_trend_high_deg"] }
	END { exit !(n == 2 && t[1] > .7 && l[1] > 0 && h[1] > t[1] &&
	    l[2] < 0 && h[2] > 0) }' warm5.csv warm0.csv
claim $? 'a warm-up shows as a trend, and none as none'

# edges and holes
simulate s.csv --drill open-book -s 5
says 'begun in motion: the pose after it is zero' 0 \
    'counted from the still pose after the cycles' \
    sh -c 'plumb-rom -v --axis rotation -f 6.5 s.csv 2>said >cut.csv; head -n 1 said >&2'
[ "$(cells cut.csv class reason truncated thorax_range_deg | cut -d' ' -f1)" = unknown,cut,1, ] &&
    [ "$(cells cut.csv class | wc -w)" -eq 5 ]
claim $? 'what is cut is labelled, and the rest counted'
simulate flow.csv --drill open-book -s 5 --tempo 2-0-2-0
says 'no still pose' 0 'warning: flow.csv: no still pose before the first cycle or after the last' \
    plumb-rom --axis rotation -f 5.8 -t 20 flow.csv -o cut.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$c["class"] == "work" { n++; bad = bad || $c["thorax_out_deg"] != "" ||
	    $c["thorax_range_deg"] < 40 } END { exit bad || n < 3 }' cut.csv
claim $? 'then ends are empty, but ranges are not'
plumb-simulate -q --drill open-book -s 5 | awk -F, -v OFS=, '
	NR > 1 && $1 >= 7 && $1 <= 8 { for (i = 2; i <= 7; i++) $i = "" }
	{ print }' | plumb-orient -q | plumb-rom --axis rotation -o hole.csv
[ "$(cells hole.csv class reason truncated | cut -d' ' -f1,2)" = 'unknown,hole,1 work,full,0' ]
claim $? 'a hole at an end is said'
awk -F, -v OFS=, 'NR > 1 { $5 = $6 = $7 = "" } { print }' s.csv |
    cut -d, -f1-4 >acc.csv
plumb orient -q acc.csv then rom -q --axis rotation -o found.csv &&
    [ "$(cells found.csv class | wc -w)" -eq 5 ]
claim $? 'without a gyroscope it counts'
awk -F, 'FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; f++; next }
	f == 1 && FNR == 2 { sd = $c["thorax_range_sd_deg"] }
	f == 2 && FNR == 2 { exit !($c["thorax_range_sd_deg"] > 1.5 * sd) }' pipe.csv found.csv
claim $? 'and says that it knows less'

# what it warns of
simulate seat.csv --drill seated-turn -s 2
says 'an axis that stands' 0 'warning: seat.csv: the axis stands [78].* deg from level: gravity does not see' \
    plumb-rom --axis rotation seat.csv -o found.csv
plumb-rom -q --summary --axis rotation seat.csv -o sum.csv
[ "$(cells sum.csv axis_tilt_deg | cut -d. -f1)" -gt 60 ]
claim $? 'and its tilt'
for s in 1 2 3; do
	plumb simulate -s $s --grade consumer then orient -q -o squats.csv
	says "squats, seed $s" 0 'squats.csv: 5 movements of it go down and up, by 0.[456]. m or less, as squats do' \
	    plumb-rom --axis flexion squats.csv -o found.csv
done
plumb simulate -n 0 --t12 -s 6 -t 3.5 -o stand.csv
plumb simulate --drill open-book --side right -s 6 -T truth.csv -o s.csv
plumb align -q --standing stand.csv s.csv then orient -q -o aligned.csv
plumb simulate -s 1 then align -q then orient -q then rom --axis flexion -o found.csv 2>said
grep -q 'the trunk stands [89]. deg from level: is this on hands and knees' said
claim $? 'and that it stands'
says 'trunk axes tell another axis' 0 'aligned.csv: turns about an axis 9. deg from that of flexion|8. deg' \
    plumb-rom --axis flexion aligned.csv -o found.csv
plumb-rom --axis rotation aligned.csv -o found.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ bad = bad || $c["thorax_out_deg"] > -30 || $c["thorax_range_deg"] < 30; n++ }
	END { exit bad || n != 5 }' found.csv
claim $? 'from trunk axes a turn to the right is negative'

# two sensors
for drill in open-book cat-cow; do
	[ $drill = open-book ] && axis=rotation || axis=flexion
	plumb simulate --drill $drill --t12 -s 6 -T truth.csv -o two.csv
	plumb orient -q two.csv then rom --axis $axis -o found.csv
	off thoracic .5
	claim $? "$drill with a second sensor"
	plumb align -q --standing stand.csv two.csv then orient -q then rom -q --axis $axis -o found.csv
	off thoracic .5
	claim $? "$drill, aligned by standing"
done
says 'one aligned, one not' 2 't12_acc: has no trunk axes, and the other sensor has: plumb-align both or neither' \
    sh -c 'cut -d, -f1-7 two.csv | plumb align -q --standing stand.csv then orient -q -o up.csv
	plumb orient -q two.csv -o o.csv
	awk -F, -v OFS=, "NR == 1 { for (i = 1; i <= NF; i++) if (\$i ~ /^t12_/) k[++n] = i }
	    { s = \$k[1]; for (i = 2; i <= n; i++) s = s OFS \$k[i]; print s }" o.csv >low.csv
	paste -d, up.csv low.csv | plumb-rom --axis flexion'
awk -F, -v OFS=, 'NR == 1 { for (i = 2; i <= 7; i++) $i = "sternum_" $i } { print }' two.csv >named.csv
plumb orient -q named.csv then rom --axis flexion -o found.csv
off thoracic .5
claim $? 'the upper one may have a name'

# nothing is data
plumb simulate -n 0 --drill open-book then orient -q -o still.csv
says 'none: one note, exit 0' 0 'still.csv: no cycle in it' plumb-rom --axis rotation still.csv -o none.csv
same 'and a header' none.csv head
says 'of two, the other is there' 0 'warning: still.csv: no cycle in it' \
    plumb-rom --axis rotation --summary left.csv still.csv -o sum.csv
[ "$(cells sum.csv side reps_work thorax_diff_deg)" = 'left,5, right,0,' ]
claim $? 'and no difference'
says '--require' 1 'left: 5 cycles, --require 6' plumb-rom --axis rotation --side left --require 6 left.csv -o r.csv
[ "$(wc -l <r.csv)" -eq 6 ]
claim $? 'and all the output'
plumb-rom --axis rotation --require 5 left.csv >/dev/null
claim $? 'enough is enough'

# refusals
says 'no axis' 2 '^plumb-rom: --axis: must be said: flexion, rotation or side$' plumb-rom left.csv
says 'an axis that is none' 2 '^plumb-rom: --axis yaw: must be' plumb-rom --axis yaw left.csv
says 'sides of flexion' 2 'two recordings: flexion has no sides' plumb-rom --axis flexion left.csv right.csv
says 'a side of two' 2 '--side left: with two recordings the first is left' plumb-rom --axis rotation --side left left.csv right.csv
says 'a side that is none' 2 '--side up: must be left or right' plumb-rom --axis rotation --side up left.csv
says 'three recordings' 2 '^plumb-rom: like.csv: two inputs at most' plumb-rom --axis rotation left.csv right.csv like.csv
says 'a grade that is none' 2 '--grade none: must be lab, consumer or poor' plumb-rom --axis rotation --grade none left.csv
says 'a second that is absent' 2 'absent.csv: No such file' plumb-rom --axis rotation left.csv absent.csv
says 'a second without attitude' 2 '^plumb-rom: two.csv: q_w: no such column: plumb-orient makes it' plumb-rom --axis rotation left.csv two.csv
says 'no attitude' 2 'q_w: no such column: plumb-orient makes it' plumb-rom --axis rotation two.csv
says 'a rep table' 2 'a rep table|no such column' plumb-rom --axis rotation both.csv
says 'an operand in a chain' 2 'only the first filter of a chain has an input' sh -c 'plumb orient left.csv then rom --axis rotation right.csv'
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /^q_/) c[++n] = i }
	NR > 1 { for (i = 1; i <= n; i++) $c[i] = "" } { print }' left.csv >blind.csv
says 'attitudes that are all missing' 2 'blind.csv: no row has an attitude' plumb-rom --axis rotation blind.csv
plan
