#!/bin/sh
# plumb-profile: the line, its options, refusals; ramps whose line is known
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# value FILE COLUMN NAME: of the row of that velocity
value() {
	awk -F, -v row="$2" -v name="$3" 'NR == 1 {
		for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["column"] == row { print $at[name] }' "$1"
}

# near A B FAR
near() {
	awk -v a="$1" -v b="$2" -v far="$3" 'BEGIN {
		exit !(a != "" && (a - b) ^ 2 <= far * far) }'
}

echo who,set,cand,rep,class,start_s,bar_kg,mcv_m_s,mpv_m_s >head
{
	cat head
	i=0
	for point in 60:.66:.60 80:.51:.55 100:.46:.44 120:.34:.30; do
		i=$((i + 1))
		IFS=: read -r kg one two <<END
$point
END
		echo "ada,$i,$i,1,work,$i,$kg,$one,$one"
		echo "ada,$i,$((10 + i)),2,work,$i,$kg,$two,"
	done
} >ramp.csv
plumb-profile ramp.csv -o line.csv
head -n 1 line.csv >got
echo column,points,loads,lightest_kg,heaviest_kg,slope_m_s_per_kg,intercept_m_s,see_m_s,r2,minimal_m_s,minimal_load_kg,minimal_load_low_kg,minimal_load_high_kg,extrapolated_pct,profile_reason >want
same "the columns, in their order" got want
# of .66 .55 .46 .34: mean .5025, slope -10.5 / 2000
[ "$(value line.csv mcv_m_s points)" = 4 ] &&
    [ "$(value line.csv mcv_m_s slope_m_s_per_kg)" = -0.00525 ] &&
    [ "$(value line.csv mcv_m_s intercept_m_s)" = 0.975 ] &&
    [ "$(value line.csv mcv_m_s minimal_load_kg)" = 128.571 ] &&
    [ "$(value line.csv mcv_m_s extrapolated_pct)" = 14.29 ]
claim $? "the fastest of each set, by hand"
plumb-profile --rep mean ramp.csv -o mean.csv
[ "$(value mean.csv mcv_m_s slope_m_s_per_kg)" = -0.00505 ]
claim $? "--rep mean"
plumb-profile --rep first ramp.csv -o first.csv
[ "$(value first.csv mcv_m_s slope_m_s_per_kg)" = "$(value first.csv mpv_m_s slope_m_s_per_kg)" ]
claim $? "--rep first"
plumb-profile <ramp.csv >stdin.csv
same "from stdin" line.csv stdin.csv
{ cat head; sed -n 2,5p ramp.csv; } >light.csv
{ cat head; sed -n 6,9p ramp.csv; } >heavy.csv
plumb-profile light.csv heavy.csv >two.csv
same "two tables are one after another" line.csv two.csv
plumb-profile --at 220.46226lb --at 130 ramp.csv -o at.csv
[ "$(wc -l <at.csv)" -eq 5 ] &&
    [ "$(value at.csv mcv_m_s at_kg | paste -sd' ' -)" = '100 130' ] &&
    [ "$(value at.csv mcv_m_s at_m_s | paste -sd' ' -)" = '0.45 0.2925' ]
claim $? "--at, a row for each load"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ w[++n] = $c["at_high_m_s"] - $c["at_low_m_s"]
	  if ($c["at_low_m_s"] >= $c["at_m_s"]) bad = 1 }
	END { exit bad || w[2] <= w[1] }' at.csv
claim $? "the interval widens beyond the loads"
plumb-profile --minimal-velocity .5 ramp.csv -o slow.csv
plumb-profile --minimal-velocity .1 ramp.csv -o slower.csv
plumb-profile --level 80 ramp.csv -o sure.csv
for f in slow line slower sure; do
	value $f.csv mcv_m_s minimal_load_high_kg
	value $f.csv mcv_m_s minimal_load_low_kg
done | paste -sd' ' - | awk '{ exit !($1 - $2 < $3 - $4 && $3 - $4 < $5 - $6 && $7 - $8 < $3 - $4) }'
claim $? "the band widens with the way beyond them, and with the level"
sed 's/^ada/eve/; s/,60,/,40,/; s/,80,/,40,/' ramp.csv >eve.csv
sed 1d eve.csv | cat ramp.csv - >both.csv
says "a line for each athlete" 0 \
    'in 2 lines the load at 0.3 m/s cannot be told: fewer than three' \
    sh -c 'sed "s/^eve\(.*\),120,/eve\1,100,/" both.csv | plumb-profile --by who -o by.csv'
[ "$(cut -d, -f1 by.csv | sort -u | paste -sd' ' -)" = 'ada eve group' ] &&
    [ "$(sed -n 2p by.csv | cut -d, -f2-)" = "$(sed -n 2p line.csv)" ] &&
    [ "$(awk -F, '$1 == "eve" { print $4, $NF, $7 }' by.csv | sort -u)" = '2 few-loads ' ]
claim $? "two loads are refused"
awk -F, -v OFS=, 'NR > 1 { $8 = .5 + ($2 % 3) / 10; $9 = $8 } 1' ramp.csv >flat.csv
says "a slope that may be none" 0 'the velocity does not surely fall' \
    plumb-profile flat.csv -o flat.out.csv
says "exits 1 under --strict" 1 'the velocity does not surely fall' \
    plumb-profile --strict flat.csv -o strict.out.csv
same "with the output whole" flat.out.csv strict.out.csv
[ "$(value flat.out.csv mcv_m_s profile_reason)" = slope ] &&
    [ "$(value flat.out.csv mcv_m_s minimal_load_kg)" = '' ] &&
    [ "$(value flat.out.csv mcv_m_s loads)" = 4 ]
claim $? "and the reason"
says "fewer than three loads" 2 \
    'light.csv: bar_kg: a line needs sets with 3 loads, and there are 2: join' \
    plumb-profile light.csv -o none.csv
[ ! -e none.csv ]
claim $? "make no table"
cut -d, -f1-6,8 ramp.csv >bare.csv
says "no loads" 2 'bare.csv: bar_kg: no such column: plumb-load makes it' \
    plumb-profile bare.csv
cut -d, -f1-7 ramp.csv >bare.csv
says "no velocity" 2 'bare.csv: mcv_m_s: no such column: plumb-reps makes it' \
    plumb-profile bare.csv
printf 't_s,bar_kg\n0,1\n1,1\n' >s.csv
says "a stream" 2 's.csv: a sample stream: plumb-reps folds it' \
    plumb-profile s.csv
says "--rep of no such word" 2 '--rep worst: must be best, mean or first' \
    plumb-profile --rep worst ramp.csv
says "--at of no mass" 2 '--at' plumb-profile --at heavy ramp.csv
says "a table named twice, which would make the band narrower" 2 \
    '^plumb-profile: all of them: candidate [0-9]* is there twice' \
    plumb-profile ramp.csv light.csv light.csv
says "no such key" 2 'nope: no such column to group by' \
    plumb-profile --by nope ramp.csv
says "a full disk" 2 'stdout: No space left' \
    sh -c 'plumb-profile ramp.csv >/dev/full'

# a small piece of scripts/accuracy profile: .95 m/s less .005 for each kilogram
for s in 1 2 3 4 5 6; do
	plumb-simulate -q -n 30 -s $s --grade consumer -T t.csv >/dev/null
	way=$(awk -F, 'NR == 1 { while ($++c != "depth_m"); next }
		$c != "" { sum += $c; n++ } END { print sum / n }' t.csv)
	for kg in 40 60 80 100 120; do
		con=$(awk "BEGIN { printf \"%.4f\", $way / (.95 - .005 * $kg) }")
		plumb simulate -q -n 1 -s $((1000 * s + kg)) --lifter $s --sensor $s \
		    --grade consumer --tempo "2-.5-$con-1" -b $kg then align -q then \
		    orient -q then segment -q then load -q -b $kg -M 80 then \
		    reps -q -o $kg.csv
	done
	plumb-profile 40.csv 60.csv 80.csv 100.csv 120.csv >ramp.$s
	near "$(value ramp.$s mcv_m_s minimal_load_kg)" 130 15
	claim $? "lifter $s: a known load at .30 m/s, to 15 kg"
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
		$1 == "mcv_m_s" { exit !($c["minimal_load_low_kg"] <= 130 && $c["minimal_load_high_kg"] >= 130) }' ramp.$s ||
		echo $s >>outside
done
[ "$(cat outside 2>/dev/null | wc -l)" -le 2 ]
claim $? "and within its band, but for two lifters at most"
plan
