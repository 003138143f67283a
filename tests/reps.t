#!/bin/sh
# plumb-reps: columns, tags, --require, refusals
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

plumb simulate -s 2 -n 2 -i squat then align -q then orient then segment then load -q -b 100 -M 80 -o s.csv
plumb-reps s.csv -o r.csv
head -n 1 r.csv >head
echo recording,set,cand,rep,class,confidence,reason,start_s,bottom_s,end_s,hinge_s,ecc_s,bottom_pause_s,con_s,top_pause_s,tempo,depth_m,lean_start_deg,lean_bottom_deg,lean_max_deg,lean_max_t_s,roll_mean_deg,mcv_m_s,pv_m_s,mcv_bar_m_s,bar_kg,body_kg,moment_l5s1_peak_nm,moment_l5s1_mean_nm,impulse_l5s1_nms,moment_t7t8_peak_nm,moment_t7t8_mean_nm,impulse_t7t8_nms >want
same "the columns, in their order" head want
plumb-reps --tag athlete=ada --tag day=2026-11-22 s.csv | head -n 2 | cut -d, -f1-3 >tags
printf 'athlete,day,recording\nada,2026-11-22,squat\n' >want
same "tags lead" tags want
plumb-reps --tag 'note=a, "b"' s.csv | sed -n 2p | grep -q '^"a, ""b""",'
claim $? "a tag may be any text"
plumb-reps --require 2 s.csv -o x.csv 2>/dev/null
claim $? "enough of them"
says "--require 3 of 2" 1 '2 repetitions, --require 3' plumb-reps --require 3 s.csv -o y.csv
same "exits 1 with the output whole" r.csv y.csv
printf 't_s,cand\n0,\n1,\n' >none.csv
says "none: one note, exit 0" 0 'none.csv: no repetition in it' plumb-reps none.csv -o z.csv
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
