#!/bin/sh
# the samples are what scripts/samples makes of this very build
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

"$top/scripts/samples" "$tmp/new"
claim $? 'scripts/samples runs'
same 'ORIGIN' "$top/samples/ORIGIN" new/ORIGIN
for f in front-squat back-squat messy; do
	same "$f: truth" "$top/samples/$f.truth.csv" "new/$f.truth.csv"
	for form in wav flac; do
		plumb-read -q "$top/samples/$f.$form" >old.csv &&
		    plumb-read -q "new/$f.$form" >new.csv
		same "$f.$form: samples" old.csv new.csv
		[ "$(wc -c <"$top/samples/$f.$form")" -lt 400000 ]
		claim $? "$f.$form: short"
	done
done
[ "$(plumb-read -q "$top/samples/messy.wav" | grep -c ',,,,,,$')" -eq 24 ]
claim $? 'messy.wav lacks half a second'
plumb-read -q "$top/samples/front-squat.flac" >f.csv
plumb-simulate -n 5 -s 2 --tempo 2-0.3-1.5-1 --grade consumer >s.csv
awk -F, 'NR == FNR { x[FNR] = $2; n++; next }
	FNR > 1 { d = x[FNR] - $2; if (d > 2e-5 || d < -2e-5) bad = 1 }
	END { exit bad || n != FNR }' s.csv f.csv
claim $? 'a sound file holds what was simulated'
plan
