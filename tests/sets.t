#!/bin/sh
# plumb-sets: columns, joined tables, times, refusals
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

plumb simulate -s 2 -n 6 -i one then align -q then orient then segment then load -q -b 100 -M 80 -o s.csv
plumb-reps --tag athlete=ada s.csv -o r.csv
plumb-sets r.csv -o sets.csv
head -n 1 sets.csv >head
echo athlete,recording,set,start_s,end_s,reps_work,reps_partial,reps_failed,cands_unrack,cands_rerack,cands_walk,cands_unknown,ecc_mean_s,bottom_pause_mean_s,con_mean_s,top_pause_mean_s,tut_s,depth_mean_m,lean_first_deg,lean_last_deg,lean_slope_deg,break_rep,break_gain_deg,break_p,vl_best_pct,vl_first_pct,bar_kg,body_kg,tonnage_kg,moment_l5s1_peak_max_nm,moment_l5s1_peak_mean_nm,impulse_l5s1_sum_nms,moment_t7t8_peak_max_nm,moment_t7t8_peak_mean_nm,impulse_t7t8_sum_nms >want
same "the columns, in their order" head want
[ "$(wc -l <sets.csv)" -eq 2 ]
claim $? "one set, one row"
awk -F, '
	FNR == 1 { f++; for (i = 1; i <= NF; i++) c[f, $i] = i; next }
	f == 1 && $c[1, "class"] == "work" { n++
		tut += $c[1, "ecc_s"] + $c[1, "bottom_pause_s"] + $c[1, "con_s"]
		nms += $c[1, "impulse_t7t8_nms"]
		vl = $c[1, "vl_pct"] }
	f == 2 { a = $c[2, "tut_s"] - tut; b = $c[2, "impulse_t7t8_sum_nms"] - nms
		ok = n == 6 && $c[2, "reps_work"] == 6 && a * a < 1e-8 &&
		    b * b < 1e-5 && $c[2, "tonnage_kg"] == 600 &&
		    $c[2, "vl_best_pct"] == vl && $c[2, "break_rep"] == "" }
	END { exit !ok }' r.csv sets.csv
claim $? "its sums are those of the rep table, and nothing breaks"
plumb reps --tag athlete=ada s.csv then sets >chain.csv
same "a chain gives the same" chain.csv sets.csv
plumb-reps --tag athlete=ada s.csv -O au | plumb-sets >au.csv
same "so does AU" au.csv sets.csv

# two tables joined; without a word that tells them apart, too
{ cat r.csv; sed 1d r.csv | sed 's/^ada/eve/'; } | plumb-sets | cut -d, -f1-3 >two
printf 'athlete,recording,set\nada,one,1\neve,one,1\n' >want
same "rep tables of two athletes can be joined" two want
{ cat r.csv; sed 1d r.csv; } | plumb-sets | sed 1d | sort -u | wc -l >n
{ cat r.csv; sed 1d r.csv; } | plumb-sets | wc -l >>n
[ "$(paste -sd' ' n)" = '1 3' ]
claim $? "the same table twice is two sets"

# a lifter whose trunk gives way at the fifth of eight
{
	echo set,cand,rep,class,start_s,end_s,lean_max_deg
	i=0
	for lean in 30 31 30.5 30 39 40 41 40.5; do
		i=$((i + 1))
		echo "1,$i,$i,work,$((5 * i)),$((5 * i + 3)),$lean"
	done
} >broken.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ exit !($c["break_rep"] == 5 && $c["break_gain_deg"] == 10 &&
	    $c["break_p"] > 0 && $c["break_p"] < .05) }' <<END
$(plumb-sets broken.csv)
END
claim $? "posture breaks at the fifth"
[ "$(plumb-sets -f 7 -t 26 broken.csv | sed -n 2p | cut -d, -f2-4)" = 10,23,3 ]
claim $? "-f and -t keep what begins and ends between"

head -n 1 r.csv >none.csv
says "none: one note, exit 0" 0 'none.csv: no set in it' plumb-sets none.csv -o z.csv
same "and a header" z.csv head
says "a sample stream" 2 '^plumb-sets: s.csv: start_s: no such column: plumb-reps makes it' plumb-sets s.csv
plumb-sets -q r.csv >one.out
{ cat one.out; sed 1d one.out; } >want
plumb-sets -q r.csv r.csv >got
same "two tables are one after another" want got
says "a full disk" 2 'stdout: No space left' sh -c 'plumb-sets r.csv >/dev/full'
plan
