#!/bin/sh
# plumb-dose and plumb-plan: days, histories, logs, what is refused
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# session DATE KG [ATHLETE]: the rep table of a day
plumb simulate -s 2 -n 3 --grade lab then align -q then orient then segment -o s.csv
session() {
	plumb load -q -b "$2" -M 80 -H 1.75 -x m -p t4 --parts s.csv then \
	    reps --tag athlete="${3:-ada}" --tag date="$1" -o "$1-${3:-ada}.csv"
}
session 2026-03-01 80
session 2026-03-08 100
session 2026-03-12 90
session 2026-03-08 60 bob

# cell FILE ROW NAME: a value by row (from 1) and column
cell() {
	awk -F, -v r="$2" -v c="$3" 'NR == 1 { for (i = 1; i <= NF; i++)
	    if ($i == c) k = i } NR == r + 1 { print $k }' "$1"
}
is() {
	[ "$(cell "$2" "$3" "$4")" = "$5" ]
	claim $? "$1 ($(cell "$2" "$3" "$4"))"
}

plumb-dose 2026-03-12-ada.csv 2026-03-01-ada.csv 2026-03-08-ada.csv >dose.csv
[ "$(cut -d, -f1 dose.csv | tr '\n' ' ')" = 'date 2026-03-01 2026-03-08 2026-03-12 ' ]
claim $? "files in any order are days in order"
is "three repetitions" dose.csv 1 reps_work 3
is "their tonnage" dose.csv 2 tonnage_kg 300
is "7 days later the first is out of the week" dose.csv 2 sessions_7d 1
is "and 4 days later the second is in it" dose.csv 3 tonnage_7d_kg 570
is "a week without a week before has no change" dose.csv 2 impulse_t7t8_7d_change_pct ''
plumb-sets -q 2026-03-08-ada.csv >sets.csv
is "a session of one set is its set" dose.csv 2 impulse_t7t8_sum_nms "$(cell sets.csv 1 impulse_t7t8_sum_nms)"
cat 2026-03-01-ada.csv >one.csv
sed 1d 2026-03-08-ada.csv >>one.csv
sed 1d 2026-03-12-ada.csv >>one.csv
plumb-dose <one.csv >got.csv
same "one table on stdin is the same" dose.csv got.csv
plumb-dose --by athlete 2026-03-*-*.csv >by.csv
[ "$(cut -d, -f1,2 by.csv | tail -n 1)" = bob,2026-03-08 ]
claim $? "--by tells histories apart"
is "and they do not meet in a sum" by.csv 4 tonnage_7d_kg 180
says "two athletes without it" 2 '^plumb-dose: all of them: .*: athlete: another than in the rows before: --by athlete' \
    plumb-dose 2026-03-08-ada.csv 2026-03-08-bob.csv
says "a day that is none" 2 "^plumb-dose: bad.csv: 2: date: '2026-03-32': not a day" sh -c \
    'sed s/2026-03-08/2026-03-32/ 2026-03-08-ada.csv >bad.csv; plumb-dose bad.csv'
plumb reps s.csv -o bare.csv
says "no day" 2 'bare.csv: no day in it: tag it' plumb-dose bare.csv
says "a sample stream" 2 's.csv: a sample stream: plumb-reps folds it' plumb-dose s.csv
says "--date of no column" 2 'dose.csv: class: no such column' plumb-dose dose.csv
says "--by of no column" 2 '[-]-by team: no such column' plumb-dose --by team 2026-03-08-ada.csv
says "--by of a number" 2 '[-]-by set: a column of numbers of ours, no tag' plumb-dose --by set 2026-03-08-ada.csv
printf 'date,class\n' >none.csv
says "an empty table is data" 0 'none.csv: no session in it' plumb-dose none.csv -o x.csv
plumb-dose --power 4 2026-03-08-ada.csv >power.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next } $c["class"] == "work" { s += ($c["moment_t7t8_peak_nm"] / 100) ^ 4 }
	END { print s }' 2026-03-08-ada.csv >want
awk -v a="$(cell power.csv 1 dose_t7t8)" -v b="$(cat want)" 'BEGIN { d = a / b - 1; exit !(d * d < 1e-10) }'
claim $? "peaks to a power"
plumb-dose --power 10 2026-03-08-ada.csv >power.csv
claim $? "to the tenth at L5/S1, too, which is $(cell power.csv 1 dose_l5s1)"
sed '2,$s/2026-03-08/2026-03-09/; s/,work,/,walk,/' 2026-03-08-ada.csv >walks.csv
plumb-dose 2026-03-08-ada.csv walks.csv >walked.csv
[ "$(cell walked.csv 2 tonnage_kg)/$(cell walked.csv 2 tonnage_7d_kg)/$(cell walked.csv 2 impulse_t7t8_7d_nms)" = \
    "0/300/$(cell walked.csv 1 impulse_t7t8_sum_nms)" ]
claim $? "a session without a repetition adds nothing, and hides nothing of the week"

# soreness
cat >log.csv <<'END'
date,side,region,score,type,end_range
2026-03-10,both,upper,6,diffuse,no
2026-03-11,right,mid,2,,
END
plumb-dose --soreness log.csv 2026-03-*-ada.csv >sore.csv 2>err
[ "$(cell sore.csv 2 sore_on)" = 2026-03-10 ] && [ "$(cell sore.csv 2 sore_left)" = 6 ] &&
    [ "$(cell sore.csv 2 sore_type)" = diffuse ] && [ "$(cell sore.csv 1 sore_on)$(cell sore.csv 3 sore_on)" = '' ]
claim $? "what was sore stands beside what was done before"
[ "$(grep -c '^plumb-dose: warning: log.csv: 2026-03-11: .*clinician$' err)" -eq 1 ]
claim $? "one side is worth a word"
for bad in 2026-03-99,both,upper,3 2026-03-10,top,upper,3 2026-03-10,both,upper,11 2026-03-10,both,neck,3; do
	printf 'date,side,region,score,type,end_range\n%s,,\n' "$bad" >bad.csv
	says "refused: $bad" 2 '^plumb-dose: bad.csv: 2: (date|side|score|region): ' \
	    plumb-dose --soreness bad.csv 2026-03-08-ada.csv
done

is "and where" sore.csv 2 sore_region upper
says "a file named twice is refused" 2 '^plumb-dose: all of them: 2026-03-08: candidate [0-9]* is there twice' \
    plumb-dose 2026-03-08-ada.csv 2026-03-08-ada.csv
says "for a plan, too" 2 'is there twice' plumb-plan 2026-03-08-ada.csv --history 2026-03-08-ada.csv

# plans
plumb-plan --history 2026-03-*-ada.csv --soreness log.csv >plan.csv 2>/dev/null
is "sore on the 10th after the 8th" plan.csv 1 reference_date 2026-03-08
is "less" plan.csv 1 plan reduce
is "of the bar of that day" plan.csv 1 reference_bar_kg 100
is "in steps" plan.csv 2 share 0.9
is "back to all of it" plan.csv 3 bar_kg 100
kg=$(cell plan.csv 1 bar_kg)
plumb load -q -b "$kg" -M 80 -H 1.75 -x m -p t4 --parts s.csv then reps then sets -q -o then.csv
plumb load -q -b 100 -M 80 -H 1.75 -x m -p t4 --parts s.csv then reps then sets -q -o before.csv
awk -v p="$(cell then.csv 1 moment_t7t8_peak_max_nm)" -v lo="$(cell plan.csv 1 planned_peak_nm)" \
    -v hi="$(cell plan.csv 1 planned_peak_high_nm)" -v was="$(cell before.csv 1 moment_t7t8_peak_max_nm)" \
    'BEGIN { exit !(p >= lo - .001 && p <= hi + .001 && p <= .8 * was && p > .75 * was) }'
claim $? "lifted, $kg kg do what was planned, and no more than 0.8 of it"
awk -v p="$(cell then.csv 1 impulse_t7t8_sum_nms)" -v want="$(cell plan.csv 1 planned_impulse_nms)" \
    'BEGIN { d = p - want; exit !(d * d < 1e-4) }'
claim $? "and its impulse"
plumb-plan --history 2026-03-*-ada.csv --soreness log.csv --plates 20,5,2 -q | cut -d, -f9 >kg
[ "$(sed -n 2p kg)" = 74 ]
claim $? "rounded down to the plates at hand ($(sed -n 2p kg))"
plumb-plan --history 2026-03-*-ada.csv --soreness log.csv --plates 20,5 -q >few.csv
[ "$(cell few.csv 3 bar_kg)/$(cell few.csv 3 bar_exact_kg)/$(cell few.csv 3 plan_reason)" = '70/100/no more plates' ]
claim $? "to the last step"
sed 's/upper/low/; /right/d' log.csv >low.csv
says "another part of the back was sore: which level plans for it" 0 \
    '^plumb-plan: warning: low.csv: 2026-03-10: the low back was sore \(6\), which -l t7t8 does not plan for: -l l5s1 does' \
    plumb-plan 2026-03-*-ada.csv --soreness low.csv
plumb-plan 2026-03-*-ada.csv --soreness low.csv -l l5s1 -o low.csv 2>err && ! grep 'does not plan' err
claim $? "and none where it is that level"
sed 's/,6,/,3,/' log.csv >slight.csv
plumb-plan -q 2026-03-*-ada.csv --soreness slight.csv >hold.csv
[ "$(cell hold.csv 1 plan)/$(cell hold.csv 1 bar_kg)/$(wc -l <hold.csv)" = hold/100/2 ]
claim $? "slight soreness: the same bar, a few more times"
plumb-plan 2026-03-*-ada.csv >on.csv
[ "$(cell on.csv 1 plan)/$(cell on.csv 1 reference_date)" = go-on/2026-03-12 ]
claim $? "no soreness: go on"
awk -v lo="$(cell on.csv 1 planned_peak_nm)" -v hi="$(cell on.csv 1 planned_peak_high_nm)" 'BEGIN { exit !(lo <= hi) }'
claim $? "at most is not below at least"
plumb-plan 2026-03-*-ada.csv --reference 2026-03-01 --steps 0.5,1 -l l5s1 >named.csv
[ "$(cell named.csv 1 reference_date)/$(cell named.csv 1 level)/$(cell named.csv 1 share)" = 2026-03-01/l5s1/0.5 ]
claim $? "a session, a level and steps that were named"
says "below the empty bar: the answer is no" 1 'the first step is below the empty bar' \
    plumb-plan 2026-03-01-ada.csv --target 0.3 --empty 45 -o low.csv
is "with the whole table" low.csv 1 plan_reason 'below the empty bar'
plumb-plan --history 2026-03-01-ada.csv </dev/null >alone.csv
is "--history alone is all there is, and stdin is not waited for" alone.csv 1 reference_date 2026-03-01
plumb-plan --history 2026-03-01-ada.csv -f 1e4 </dev/null >x.csv 2>err
[ $? -eq 2 ] && grep -q 'an empty history' err
claim $? "-f holds for --history, too"
tr , ';' <2026-03-01-ada.csv >semi.csv
says "semicolons" 2 '^plumb-dose: semi.csv: 1: separated by semicolons: a table is separated by commas' plumb-dose semi.csv
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "m0_t7t8_nm") c = i } $5 == "work" || $6 == "work" { if (!n++) $c = "" }
	{ print }' 2026-03-08-ada.csv >untold.csv
says "a repetition without a load is not left out in silence" 0 \
    '^plumb-plan: warning: untold.csv: 1 repetition of .* without a load, the heaviest with 100 kg: not in the plan' \
    plumb-plan untold.csv -o x.csv
says "an empty history" 2 'none.csv: an empty history' plumb-plan none.csv
cut -d, -f1-30 2026-03-08-ada.csv >noload.csv
says "rep tables without load" 2 'noload.csv: .*: no such column: plumb-load --parts -l t7t8' plumb-plan noload.csv
says "a level that is none" 2 "levels: 't7': no such level" plumb-plan -l t7 2026-03-08-ada.csv
says "a day that is none" 2 '[-]-reference 8.3.: not a day' plumb-plan --reference 8.3. 2026-03-08-ada.csv
says "steps that fall" 2 '[-]-steps 0.9,0.8: must be shares' plumb-plan --steps 0.9,0.8 2026-03-08-ada.csv
says "sore, and no session before it" 2 'no session with a load from 2026-03-17 to 2026-03-19' sh -c \
    'printf "date,side,region,score\n2026-03-20,both,upper,6\n" >late.csv; plumb-plan 2026-03-08-ada.csv --soreness late.csv'
plan
