#!/bin/sh
# report: all of a folder's files, or none
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2
PATH=$top/scripts:$PATH
plumb simulate -n 2 -s 3 -r 50 -o 'a b.wav'
says "without a folder it ends" 2 '^report: -o DIR' report 'a b.wav'
says "without a recording too" 2 '^report: no recording' report -o out
says "a lone mass is a mistake" 2 'moments need -M, or --athlete, too' report 'a b.wav' -b 9 -o out
says "so are two bars of one recording" 2 '^report: -b: 2 bars for 1 recording' \
    report 'a b.wav' -b 9 -b 10 -M 80 -o out
says "an option that is none" 2 '--nope: no such option' \
    report 'a b.wav' --nope -o out
says "an option without a value" 2 '-b: needs a value' report 'a b.wav' -b
says "nor is the next option one" 2 '-b: needs a value' report 'a b.wav' -b -o out
says "a rack that is none" 2 '-B side: must be front' report 'a b.wav' -B side -o out
says "a folder is no recording" 2 '^report: .: a folder' report . -o out
says "two recordings are not one" 2 'c.wav: one recording' \
    sh -c 'cp "a b.wav" b.wav; cp b.wav c.wav; report b.wav b.wav c.wav -o out'
says "one recording is no comparison" 2 '^report: --compare: two' \
    report --compare 'a b.wav' -o out
says "a season without tables" 2 'no rep table in it' \
    sh -c 'mkdir none; report --season none -o out'
if ! command -v gnuplot >/dev/null || ! command -v rsvg-convert >/dev/null; then
	skip "gnuplot or rsvg-convert is not here: no report is made"
	plan
fi
report 'a b.wav' -b 100 -M 1 -o out >said 2>&1
[ $? -eq 2 ] && grep -q '^report: plumb-load failed' said && [ ! -e out ]
claim $? "a stage that fails is named, and nothing is left"
report 'a b.wav' -b 100 -M 80 -H 1.8 -x f -p t4 --tempo 2-0-1.5-1 \
    --tag 'date=2026-01-02' -o 'out put' >said 2>&1
[ $? -eq 0 ] && grep -q '^page: out put/report.html' said
claim $? "it says where the page is"
[ "$(ls -A 'out put' | tr '\n' ' ')" = "check.csv load.png load.svg loss.png \
loss.svg path.png path.svg report.html report.pdf reps.csv sets.csv \
spectrum.csv spectrum.png spectrum.svg strip.png strip.svg summary.csv \
tempo.png tempo.svg trace.csv trace.png trace.svg " ]
claim $? "page, tables and pictures are there, and nothing else"

# page DIR: its words, without pictures and tags
page() {
	sed 's/src="data[^"]*"//; s/<[^>]*>/ /g' "$1/report.html" | tr -s ' \n' ' '
}
cut -d, -f2- 'out put/summary.csv' | sed 1d | tr -d '"' >sentences
page 'out put' >words
n=0
while IFS= read -r line; do
	grep -qF "$line" words && n=$((n + 1))
done <sentences
[ $n -eq 3 ] && grep -q 'Athlete 80 kg; stature 1.8 m; sex f' words &&
    grep -q 'Bar 100 kg, front' words && grep -q 'Sensor place t4; 50 Hz' words
claim $? "the page has the three sentences, and who lifted what"
grep -q 'known to ± 5.0 deg' words && grep -q 'Whether the back rounds' words &&
    grep -q 'against 2-0-1.5-1' words
claim $? "the calibration, what cannot be told, and the tempo asked for"
[ "$(grep -c '<figure' 'out put/report.html')" -eq 7 ] &&
    ! grep -Eiq '<script|(src|href)="[^d]|url\(|@import' 'out put/report.html'
claim $? "all pictures are within, and nothing is fetched or run"
awk 'NR == 1 { exit !/^%PDF-/ }' 'out put/report.pdf'
claim $? "the sheet is a PDF"
plumb read 'a b.wav' then align -q then orient then segment then \
    load -b 100 -M 80 -H 1.8 -x f -p t4 then \
    reps --tempo 2-0-1.5-1 --tag date=2026-01-02 -o reps.csv
same "the rep table is that of the pipe" reps.csv 'out put/reps.csv'
plumb sets reps.csv -o sets.csv
same "the set table too" sets.csv 'out put/sets.csv'
mkdir -p usr/bin usr/share
cp -R "$top/scripts" usr/share/plumb
ln -s ../share/plumb/report usr/bin/plumb-report
ln -s "$(command -v plumb)" usr/bin/plumb
for f in read align orient segment load reps sets check spectrum summary; do
	ln -s plumb usr/bin/plumb-$f
done
PATH=/usr/bin:/bin usr/bin/plumb-report 'a b.wav' -b 100 -M 80 -H 1.8 -x f \
    -p t4 --tempo 2-0-1.5-1 --tag 'date=2026-01-02' -o installed >said 2>&1
same "it works where make install puts it, and makes the same page" \
    'out put/report.html' installed/report.html
same "and the same sheet" 'out put/report.pdf' installed/report.pdf
plumb read 'a b.wav' -t 4 -o 'stand ing.wav'
report 'a b.wav' --standing 'stand ing.wav' -t 3 -o few >said 2>&1
[ $? -eq 0 ] && [ ! -e few/load.png ] && [ "$(grep -c 'no moments' said)" -eq 1 ]
claim $? "without masses there are no moments, and it says so once"
! grep -q '\.report\.' said && grep -q 'no repetition in it' said &&
    page few | grep -q 'Lifter No squat was found'
claim $? "where no repetition is, the page says so, and names no file of its own"
grep -q '\.report\.' few/report.html
claim $((! $?)) "nor does the page"
report 'a b.wav' -p bar -b 100 -M 80 -o bar >said 2>&1
[ $? -eq 0 ] && [ ! -e bar/path.svg ] && [ -s bar/loss.svg ] &&
    page bar | grep -q 'Height over time.* sensor rose at, m/s' &&
    page bar | grep -q 'Bar 100 kg, front .*Calibration no axes of a trunk'
claim $? "a sensor on the bar has a page, without a lean"

# typeset_page DIR: what page.awk makes of the tables there
typeset_page() {
	awk -f "$top/scripts/table.awk" -f "$top/scripts/page.awk" \
	    -f "$top/scripts/page-lines.awk" page \
	    "$1/told.tsv" "$1"/*.csv >lines
}
mkdir hand
printf '%s\t%s\n' mode one title 'a<b&"c"' rack high-bar stature 1.9 \
    stature 180cm offset .1 standing s.wav picture load >hand/told.tsv
cat >hand/check.csv <<'END'
sensor,check,value,unit,limit,verdict,at_s,advice
,rate,100,Hz,>=97,ok,,
,noise,,deg/s,<=1,ok,,stand still
,align_sd,19,deg,<=7,warn,,up is a guess
t12,rate,90,Hz,>=97,warn,,
t12,align_sd,2,deg,<=7,ok,,
END
echo set,rep,class,lean_max_deg,bar_kg,body_kg,depth_m,tempo,mcv_m_s,mcv_bar_m_s,moment_t9t10_peak_nm,moment_t9t10_peak_sd_nm >hand/reps.csv
echo 1,1,work,30,12345,80,.5,1-0-1,.2,.3,250,20 >>hand/reps.csv
typeset_page hand
sed 's/	/|/g' lines >got
while IFS= read -r line; do
	grep -qxF -- "$line" got
	claim $? "page: $line"
done <<'END'
fact|Athlete|80 kg; stature 180cm
fact|Bar|12345 kg, high-bar; offset .1 m
fact|Sensor|100 Hz
fact|Calibration|stance from s.wav, which this recording contradicts: known to ± 19.0 deg
picture|load|small|The moment within each repetition, and what the same movement would be with the bar in front: but nobody leans as far under it there.
flag|ok|2 of 4 checks of the recording are within their limits; of 1 more there was nothing to judge by.
head|set|rep|class|lean, deg|sensor sank, m|descent-pause-ascent-top, s|bar rose at, m/s|T9/10 peak, N·m|T9/10 impulse, N·m·s
row|1|1|work|30.0|0.50|1-0-1|0.30|250 ± 20|–
END
sed -i 's/^rack.*/rack	none/' hand/told.tsv
typeset_page hand
grep -qx 'fact	Bar	none' lines
claim $? "page: without a bar there is none"
# without a gyroscope there are no axes of the trunk
plumb read 'a b.wav' | cut -d, -f1-4 >lost.csv
report lost.csv -b 100 -M 80 -o unfit >said 2>&1
[ $? -eq 1 ] && [ "$(ls -A unfit | tr '\n' ' ')" = \
    "check.csv report.html report.pdf " ] &&
    page unfit | grep -q 'Of no use.*Athlete 80 kg Bar 100 kg, front ' && page unfit | grep -q ' unfit '
claim $? "one that is of no use has a page that says what is wrong, and exit 1"
# a sensor whose zero is far off, and six poses of it
plumb read 'a b.wav' | awk -F, -v OFS=, 'NR > 1 { $2 += 2.7 } 1' >loud.csv
awk 'BEGIN { print "t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s"
	for (i = 0; i < 1800; i++) {
		k = int(i / 300); s = (k % 2 ? -1 : 1) * 9.80665
		print i / 100 "," (k < 2 ? s : 0) + 2.7 "," (k > 1 && k < 4 ? s : 0) \
		    "," (k > 3 ? s : 0) "," (i % 300 > 250 ? "2,1,1" : "0,0,0")
	} }' >'six poses.csv'
report loud.csv --poses 'six poses.csv' -o calm >said 2>&1
[ $? -eq 0 ] && page calm | grep -q 'calibrated by six poses.csv' &&
    ! page calm | grep -q 'unfit acc off' && ! grep -q '\.report\.' said
claim $? "a sensor that is far off has a page with its poses"
sed 's/^/# /' said
report --compare 'a b.wav' b.wav -b 100 -b 80 -M 80 -B low-bar -B front -d .05 \
    -o pair >said 2>&1
[ $? -eq 0 ] && [ -e pair/compare.svg ] && [ -e pair/reps-b.csv ] &&
    page pair | grep -q 'A 2 squats in 1 set with 100 kg' &&
    page pair | grep -q 'B 2 squats in 1 set with 80 kg' &&
    page pair | grep -q 'A: .* bar in front: .*B: .* bar on the back: ' &&
    page pair | grep -q 'checks of the recordings'

claim $? "two recordings stand beside one another"
(cd pair && printf '%s\t%s\t%s\t%s\n' title x '' '' picture compare alone c \
    picture path-a small 'A: c' picture path-b small 'B: c' |
    awk -f "$top/scripts/page-sheet.awk" |
    sed -n 's/.*x="\([0-9.]*\)" y="\([0-9.]*\)".*>\([AB]\)<.*/\3 \1 \2/p') |
    awk '{ x[$1] = $2; y[$1] = $3 }
    END { exit !(x["A"] < x["B"] && y["A"] == y["B"] && y["A"] > 100) }'
claim $? "on the sheet as well, and say which they are"
mkdir season
plumb simulate -q -n 1 -r 50 -s 5 then align -q then orient then segment then \
    load -q -b 100 -M 80 then reps --tag date=2026-01-01 -o season/reps-1.csv
# made before, it lies in the history
mkdir season/with
cp 'out put/reps.csv' season/with
report 'a b.wav' -b 100 -M 80 --history season --tag date=2026-01-02 \
    -o season/with >said 2>&1
[ $? -eq 0 ] && [ "$(wc -l <season/with/dose.csv)" -eq 3 ] &&
    [ -e season/with/dose.svg ]
claim $? "a history makes the dose, this session with it, and once"
rm -r season/with
mkdir light
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) load[i] = $i ~ /_n|bar_/ }
{ line = $1; for (i = 2; i <= NF; i++) if (!load[i]) line = line OFS $i
print line }' season/reps-1.csv >light/reps.csv
report --season light -o bare >said 2>&1
[ $? -eq 0 ] && [ ! -e bare/dose.svg ] && [ -s bare/report.pdf ] &&
    page bare | grep -q 'the dose of the back is not known.*2026-01-01 1 '
claim $? "one without loads has its table"
report --season season -o past >said 2>&1
[ $? -eq 0 ] && page past | grep -q '1 session in the 28 days to 2026-01-01: '
claim $? "a season has a page"
plan
