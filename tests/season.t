#!/bin/sh
# a season that never was: recordings, doses, the session that made it sore,
# and the bar that loads as little as was planned
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

cell() {
	awk -F, -v r="$2" -v c="$3" 'NR == 1 { for (i = 1; i <= NF; i++)
	    if ($i == c) k = i } NR == r + 1 { print $k }' "$1"
}
season="plumb simulate --sessions 6 -s 3 -n 4 -b 90 --grade lab"
$season --log log.csv >truth.csv
[ "$(cut -d, -f1 truth.csv | sort -u | tr '\n' ' ')" = '2026-01-05 2026-01-08 2026-01-12 2026-01-15 2026-01-19 2026-01-22 date ' ]
claim $? "six sessions in three weeks"
[ "$(head -n 2 log.csv | tail -n 1)" = 2026-01-21,both,upper,6,diffuse,no ]
claim $? "sore two days after the leap"
for k in 1 2 3 4 5 6; do
	$season --session $k -i "day $k" then align -q then orient then segment -o s$k.au
	kg=$(awk -F, -v k=$k 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	    $1 != last { n++; last = $1 } n == k { print $c["bar_kg"]; exit }' truth.csv)
	plumb load -q -b "$kg" -M 80 -H 1.75 -x m -p t4 --parts s$k.au then reps -o r$k.csv
done
plumb-dose r6.csv r2.csv r1.csv r5.csv r3.csv r4.csv >dose.csv
[ "$(sed -n '2s/T.*//p' dose.csv)/$(wc -l <dose.csv)/$(cell dose.csv 6 days)" = 2026-01-05/7/18 ]
claim $? "the dose of each, by the day in its recording"
plumb-plan --history r?.csv --soreness log.csv >plan.csv
[ "$(cell plan.csv 1 plan)/$(cell plan.csv 1 reference_date)/$(cell plan.csv 1 reference_bar_kg)" = reduce/2026-01-19/112.5 ]
claim $? "the session with the leap is found, and its bar"

# what is true of that session: the moment is affine in the bar at every instant,
# so the traces of one movement under two bars tell M0 and k, and the mass at
# which peak and impulse are 0.8 of what they were
$season --session 5 --trace heavy.csv >/dev/null
plumb simulate --sessions 6 -s 3 -n 4 -b 45 --grade lab --session 5 --trace light.csv >/dev/null
awk -F, -v kg="$(cell plan.csv 1 bar_kg)" '
	FNR == 1 { file++; for (i = 1; i <= NF; i++) c[$i] = i; next }
	file == 1 { bar1 = $c["bar_kg"]; m[FNR] = $c["moment_t7t8_nm"]; next }
	$c["class"] == "work" {
		bar2 = $c["bar_kg"]
		k = (m[FNR] - $c["moment_t7t8_nm"]) / (bar1 - bar2)
		m0 = m[FNR] - k * bar1
		if (m[FNR] > peak) { peak = m[FNR]; at0 = m0; atk = k }
		if (m0 + kg * k > then) then = m0 + kg * k
		all += m[FNR]; all0 += m0; allk += k
	}
	END {
		a = (.8 * peak - at0) / atk; b = (.8 * all - all0) / allk
		printf "closed_kg,then_nm\n%.4f,%.4f\n", a < b ? a : b, then
	}' heavy.csv light.csv >closed.csv
near() {
	awk -v a="$2" -v b="$3" -v e="$4" 'BEGIN { d = a - b; exit !(d * d <= e * e && b != "") }'
	claim $? "$1 ($2, $3)"
}
near "the mass is that of the closed form" "$(cell plan.csv 1 bar_exact_kg)" "$(cell closed.csv 1 closed_kg)" 0.5
then=$(cell closed.csv 1 then_nm)
near "and with what is loaded the peak is what was planned" "$(cell plan.csv 1 planned_peak_nm)" \
    "$then" "$(echo "$then" | awk '{ print .03 * $1 }')"
says "a session of no season" 2 '^plumb-simulate: --session, --begin and --log are of a season' plumb-simulate --session 3
says "a session beyond it" 2 '^plumb-simulate: --session 7: must be a whole number from 1 to 6$' plumb-simulate --sessions 6 --session 7
says "a day that is none" 2 '^plumb-simulate: --begin 1.9.: not a day' plumb-simulate --sessions 6 --begin 1.9.
plan
