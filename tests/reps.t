#!/bin/sh
# plumb-reps: columns, tags, --require, refusals
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

plumb simulate -s 2 -n 2 -i squat then align -q then orient then segment then load -q -b 100 -M 80 -o s.csv
plumb-reps s.csv -o r.csv
head -n 1 r.csv >head
echo recording,set,cand,rep,class,confidence,reason,bounces,truncated,start_s,bottom_s,end_s,hinge_s,ecc_s,bottom_pause_s,con_s,top_pause_s,tempo,depth_m,lean_start_deg,lean_bottom_deg,lean_max_deg,lean_max_t_s,lean_max_sd_deg,lean_gain_early_deg,lean_loss_deg,roll_mean_deg,twist_range_deg,ecc_pv_m_s,mcv_m_s,mpv_m_s,pv_m_s,mcv_bar_m_s,mpv_bar_m_s,vl_pct,sticking_s,sticking_v_m_s,sticking_lean_deg,sparc,drift_m_s2,closure_m,align_sd_deg,bar_kg,body_kg,load_reason,moment_l5s1_peak_nm,moment_l5s1_peak_t_s,moment_l5s1_peak_sd_nm,moment_l5s1_peak_within_sd_nm,moment_l5s1_mean_nm,impulse_l5s1_nms,impulse_ecc_l5s1_nms,impulse_pause_l5s1_nms,impulse_con_l5s1_nms,impulse2_l5s1_n2m2s,impulse_l5s1_sd_nms,moment_t7t8_peak_nm,moment_t7t8_peak_t_s,moment_t7t8_peak_sd_nm,moment_t7t8_peak_within_sd_nm,moment_t7t8_mean_nm,impulse_t7t8_nms,impulse_ecc_t7t8_nms,impulse_pause_t7t8_nms,impulse_con_t7t8_nms,impulse2_t7t8_n2m2s,impulse_t7t8_sd_nms >want
same "the columns, in their order" head want
awk -F, 'FNR == 1 { for (i = 1; i <= NF; i++) at[FILENAME, $i] = i; next }
	FILENAME == "s.csv" { nm[$1] = nm[$2] = $at["s.csv", "moment_t7t8_nm"]; next }
	$at["r.csv", "class"] == "work" { n++
	    if (nm[$at["r.csv", "moment_t7t8_peak_t_s"]] != $at["r.csv", "moment_t7t8_peak_nm"]) bad = 1 }
	END { exit bad || n != 2 }' s.csv r.csv
claim $? "the peak stands at its time"
awk -F, 'FNR == 1 { for (i = 1; i <= NF; i++) at[FILENAME, $i] = i; next }
	FILENAME == "s.csv" { t = $at["s.csv", "t_s"]; sd[t] = $at["s.csv", "lean_sd_deg"]; lean[t] = $at["s.csv", "lean_deg"]; next }
	$at["r.csv", "class"] == "work" { n++; t = $at["r.csv", "lean_max_t_s"]
	    if (sd[t] == "" || sd[t] != $at["r.csv", "lean_max_sd_deg"] || lean[t] != $at["r.csv", "lean_max_deg"]) bad = 1 }
	END { exit bad || n != 2 }' s.csv r.csv
claim $? "so does the greatest lean, with what it is uncertain by"
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
	$at["phase"] == "con" && !n++ { from = NR + 5 }
	from && NR >= from && NR < from + 60 { $at["lean_sd_deg"] = "" } 1' s.csv >holed.csv
plumb-reps holed.csv -o holed.reps.csv
[ "$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
	$at["class"] == "work" { printf "%s/", ($at["lean_max_sd_deg"] == "") }' holed.reps.csv)" = 1/0/ ]
claim $? "which is empty beside a hole"
plumb-load -q -b 100 -M 80 --parts --forces --compression --sharing 3 --above 50 s.csv then reps >all.csv
head -n 1 all.csv | tr , '\n' | sed 's/_l5s1_/_LEVEL_/; s/_t7t8_/_LEVEL_/; s/^force_LEVEL_.*/force_LEVEL_GROUP_peak_n/' |
    sort -u >columns
tr -s ' ,' '\n' <"$top/tools/plumb-reps.1" | sort -u | comm -13 - columns >unsaid
[ ! -s unsaid ]
claim $? "the page names every column"
sed 's/^/# /' unsaid
plumb-reps --tempo 3-1-X-0 s.csv >tempo.csv
[ "$(cut -d, -f19-22 tempo.csv | head -n 1)" = ecc_err_s,bottom_err_s,con_err_s,top_err_s ]
claim $? "--tempo adds the errors after the tempo"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$c["class"] == "work" { n++; d = $c["ecc_s"] - 3 - $c["ecc_err_s"]
	    if (d * d > 1e-10 || $c["con_err_s"] != "") bad = 1 }
	END { exit bad || n != 2 }' tempo.csv
claim $? "of what was done less what was asked, none for X"
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
	NR > 1 { for (c in at) if ((c == "t_s" || c == "bottom_s") && $at[c] != "")
		$at[c] = sprintf("%.6f", $at[c] + 1e9) } 1' s.csv | plumb-reps | cut -d, -f18 >late.txt
plumb-reps s.csv | cut -d, -f18 | cmp -s - late.txt
claim $? "the tempo does not hang on when the clock began"
cut -d, -f19-22 --complement tempo.csv >without.csv
same "and changes nothing else" without.csv r.csv
plumb-reps --tempo 31x0 s.csv >old.csv
same "31x0 is 3-1-X-0" old.csv tempo.csv
for bad in 3-1-X 3-1-X-0-1 31X 3-1-Y-0 ''; do
	says "--tempo '$bad'" 2 'must be four numbers of seconds or X' \
	    plumb-reps --tempo "$bad" s.csv
done
says "--tempo of more than a minute" 2 'must last from 0 to 60 s' \
    plumb-reps --tempo 3-1-61-0 s.csv
says "--tempo of less than nothing" 2 'must be four numbers' \
    plumb-reps --tempo 3--1-1-0 s.csv

# what plumb finds in a perfect recording, beside what it finds in the truth of
# every instant; a minimum-jerk ascent begins too softly to be timed as well
# compare SHAPE SEED VELOCITY_M_S EARLY_DEG LOSS_PCT
compare() {
	plumb simulate -s "$2" --shape "$1" --tempo 2-0.5-1.5-1 --trace x.csv \
	    then align -q then orient then segment then \
	    load -q -b 100 -M 80 then reps -o found.csv
	plumb reps x.csv -o true.csv
	awk -F, -v v="$3" -v early="$4" -v loss="$5" '
	BEGIN { far["ecc_pv_m_s"] = .01; far["mpv_m_s"] = v
		far["mpv_bar_m_s"] = v; far["lean_gain_early_deg"] = early
		far["lean_loss_deg"] = .1; far["twist_range_deg"] = .01
		far["vl_pct"] = loss; far["sparc"] = .01 }
	FNR == 1 { f++; for (i = 1; i <= NF; i++) at[f, $i] = i; next }
	$at[f, "class"] != "work" { next }
	{ n[f]++; for (k in far) x[f, k, n[f]] = $at[f, k]
	  if ($at[f, "sticking_s"] != "") bad = 1 }
	END { for (k in far) for (i = 1; i <= n[1]; i++) {
			d = x[1, k, i] - x[2, k, i]
			if (d * d > far[k] ^ 2 || x[1, k, i] == "") {
				print "#", k, x[1, k, i], x[2, k, i]
				bad = 1
			}
		}
		exit bad || n[1] != 5 || n[2] != 5 }' true.csv found.csv
	claim $? "$1: the ascent is described as it truly is"
}
compare cosine 1 .01 .05 1.5
compare minjerk 2 .03 1 4

plumb-reps --tag athlete=ada --tag day=2026-11-22 s.csv | head -n 2 | cut -d, -f1-3 >tags
printf 'athlete,day,recording\nada,2026-11-22,squat\n' >want
same "tags lead" tags want
plumb-reps --tag 'note=a, "b"' s.csv | sed -n 2p | grep -q '^"a, ""b""",'
claim $? "a tag may be any text"
plumb-reps --require 2 s.csv -o x.csv 2>/dev/null
claim $? "enough of them"
says "--require 3 of 2" 1 '2 repetitions, --require 3' plumb-reps --require 3 s.csv -o y.csv
same "exits 1 with the output whole" r.csv y.csv
# a repetition that is cut off is none
at=$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$c["rep"] == 2 { print $c["bottom_s"] + .3 }' r.csv)
says "-t within a repetition" 0 '^plumb-reps: warning: s.csv: candidate .* is cut by -f or -t: unknown, truncated$' \
    plumb-reps -t "$at" s.csv -o part.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$c["class"] == "work" { n++ }
	$c["reason"] == "truncated" { m += $c["class"] == "unknown" && $c["truncated"] == 1 && $c["rep"] == "" && $c["impulse_t7t8_nms"] == "" }
	END { exit n != 1 || m != 1 }' part.csv
claim $? "leaves the one before it, and no number of it"
plumb-segment s.csv -o again.csv 2>err
head -n 1 again.csv | grep -q 'moment_\|bar_vel'
[ $? -eq 1 ] && grep -q 'bar_kg and .* more columns rest on the repetitions of before, and are taken out: plumb-load makes them anew$' err
claim $? "loads of other repetitions do not stay"
printf 't_s,cand\n0,\n1,\n' >none.csv
says "none: one note, exit 0" 0 'none.csv: no repetition in it' plumb-reps none.csv -o z.csv
says "none under --require 1: one note, exit 1" 1 'none.csv: 0 repetitions, --require 1' plumb-reps --require 1 none.csv -o z.csv
plumb-reps -q none.csv | grep -q '^cand,'
claim $? "and a header"

says "without candidates" 2 'cand: no such column: plumb-segment makes it' sh -c 'plumb-simulate -n 1 | plumb-reps'
says "its own output" 2 '^plumb-reps: r.csv: a rep table' plumb-reps r.csv
says "a tag without a value" 2 '--tag athlete: must be KEY=VALUE' plumb-reps --tag athlete s.csv
says "a tag of a column's name" 2 'there is a column of this name' plumb-reps --tag set=1 s.csv
says "the same tag twice" 2 'there is a column of this name' plumb-reps --tag a=1 --tag a=2 s.csv
says "no such option" 2 'no such option' plumb-reps -Z s.csv
says "an empty input" 2 'empty' plumb-reps
says "a directory" 2 'Is a directory' plumb-reps .
says "a full disk" 2 'stdout: No space left' sh -c 'plumb-reps s.csv >/dev/full'
says "a full file" 2 '.' plumb-reps s.csv -o /dev/full/x.csv
says "an extension of no form" 2 'extension must be' plumb-reps s.csv -o r.xls
says "-O of no form" 2 'must be csv or au' plumb-reps -O xls s.csv
plan
