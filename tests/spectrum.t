#!/bin/sh
# plumb-spectrum: tones, phases, bands, what is refused
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# 20 s at 100 Hz: a tone of 10 Hz and size 2 about 9.8, and a ramp of phases
awk 'BEGIN {
	print "t_s,acc_up_m_s2,acc_fwd_m_s2,gyr_right_rad_s,phase,note"
	for (i = 0; i < 2000; i++) { p = int(i / 100) % 4
	    printf "%.2f,%.6f,0.5,%.7f,%s,x\n", i / 100, 9.8 + 2 * sin(2 * 3.14159265358979 * i / 10),
	    p == 2 ? sin(2 * 3.14159265358979 * i / 20) : 0, p == 0 ? "ecc" : p == 1 ? "bottom" : p == 2 ? "con" : "" }
}' >tone.csv
cell() {
	awk -F, -v r="$2" -v c="$3" 'NR == 1 { for (i = 1; i <= NF; i++)
	    if ($i == c) k = i } NR == r + 1 { print $k }' "$1"
}
near() {
	awk -v a="$2" -v b="$3" -v e="$4" 'BEGIN { d = a - b; exit !(a != "" && d * d <= e * e) }'
	claim $? "$1 ($2)"
}
plumb-spectrum tone.csv >s.csv
[ "$(head -n 1 s.csv)" = column,phase,pieces,freq_hz,psd ] && [ "$(wc -l <s.csv)" -eq 304 ]
claim $? "three columns of 101 bins"
near "the tone stands at 10 Hz" "$(awk -F, '$1 == "acc_up_m_s2" && $5 > m { m = $5; f = $4 } END { print f }' s.csv)" 10 0
plumb-spectrum --band 8-12 tone.csv >b.csv
near "its root mean square" "$(cell b.csv 1 band_rms)" 1.414214 0.000001
near "is all there is" "$(cell b.csv 1 band_share_pct)" 100 0.01
[ "$(cell b.csv 2 band_rms)/$(cell b.csv 2 band_share_pct)" = 0/ ]
claim $? "of a constant there is nothing, and no share of it"
plumb-spectrum --phases --band 3-7 --column gyr_right_rad_s tone.csv >p.csv
near "a tone in one phase" "$(cell p.csv 3 band_rms)" 0.7071 0.02
near "is not in another" "$(cell p.csv 1 band_rms)" 0 0.001
[ "$(cell p.csv 4 pieces)/$(cell p.csv 4 band_rms)" = 0/ ]
claim $? "a phase that never is has no number"
says "and that is said" 0 'tone.csv: nowhere 0.5 s in one piece of 1 of 4' \
    plumb-spectrum --phases --column gyr_right_rad_s tone.csv -o x.csv
says "a column that is not there" 2 'roll_deg: no such column: plumb-orient makes it' plumb-spectrum --column roll_deg tone.csv
says "words" 2 '[-]-column note: words, no numbers' plumb-spectrum --column note tone.csv
says "a band above half the rate" 2 'tell of nothing above 50 Hz' plumb-spectrum --band 8-60 tone.csv
says "a band upside down" 2 'must be LO-HI' plumb-spectrum --band 12-8 tone.csv
says "no phases" 2 'phase: no such column: plumb-segment makes it' sh -c 'cut -d, -f1-4 tone.csv | plumb-spectrum --phases'
says "a piece of nothing" 2 'fewer than 4 rows' sh -c 'awk -F, -v OFS=, "NR > 1 { \$1 *= 10 } 1" tone.csv >slow.csv; plumb-spectrum --window .1 --column acc_up_m_s2 slow.csv'
plan
