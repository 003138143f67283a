#!/bin/sh
# pictures are drawn from any table, and nothing half is left
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2
PATH=$top/scripts:$PATH

says "an unknown extension is refused" 2 'must be .png or .svg' \
    plot-trace a.csv b.gif
says "a wrong call shows the usage" 2 '^plot-tempo: usage: plot tempo REPS.csv' \
    plot-tempo a.csv
if ! command -v gnuplot >/dev/null; then
	skip "gnuplot is not here: nothing is drawn"
	plan
fi
says "a table that is absent is refused" 2 'no.csv: no such file' \
    plot-trace no.csv b.png
says "so is an AU stream" 2 'AU stream' \
    sh -c 'plumb simulate -n 1 -O au | plot-trace - b.png'

says "so is a second table" 2 'no.csv: no such file' \
    sh -c 'echo t_s | plot load - b.png no.csv'
says "a picture that nobody knows is refused" 2 'sketch: no such picture' \
    plot sketch a.csv b.png
says "-f is for pictures over time" 2 'for strip and trace' \
    plot tempo -f 3 a.csv b.png

# a session by the simulator, without the filters that it is to be read with
plumb simulate -n 2 -s 3 -r 50 -i "a squat" | plumb align -q >align.csv
plumb orient align.csv then segment -o noload.csv
plumb load -q -b 100 -M 80 noload.csv -o 'tr ace.csv'
plumb load -q -b 100 -M 80 -B high-bar noload.csv -o back.csv
plumb reps --tempo 3-1-X-1 --tag date=2026-11-20 'tr ace.csv' -o reps.csv
plumb reps back.csv -o backreps.csv
plumb sets reps.csv -o sets.csv
plumb dose reps.csv -o dose.csv
plumb spectrum -q 'tr ace.csv' -o spectrum.csv
plumb compare -q reps.csv backreps.csv -o compare.csv
plumb orient align.csv -o noreps.csv

# table NAME: its table
table() {
	case $1 in
	strip | tempo | loss) echo reps.csv ;;
	trace | path | load) echo 'tr ace.csv' ;;
	*) echo "$1.csv" ;;
	esac
}

# words SVG PATTERN...: the picture says all of it
words() {
	tr '\t\n' '  ' <"$1" | sed 's/<[^>]*>//g' | tr -s ' ' >text
	shift
	for pattern; do
		grep -Eq -- "$pattern" text || return 1
	done
}

# drawn NAME PATTERN...: a whole picture, and not a word on stderr; its axes are labelled; the same bytes again, in any locale
drawn() {
	name=$1
	shift
	plot-"$name" "$(table "$name")" a.svg $more >said 2>&1 </dev/null &&
	    tail -n 2 a.svg | grep -q '</svg>' && [ ! -s said ]
	claim $? "$name is drawn"
	sed 's/^/# /' said
	words a.svg "$@"
	claim $? "$name has its axes labelled, with units"
	LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8 \
	    plot "$name" - b.svg $more <"$(table "$name")"
	same "$name again gives the same bytes" a.svg b.svg
}

more=
drawn strip 'Time in the recording \(s\)' ' 1 2 ' 'unrack: rise' 'full'
drawn trace 'Time in the recording \(s\)' 'Trunk lean \(deg\)' \
    'Bar height \(m\)' 'T7/8 moment \(N·m\), ± SD'
drawn path 'Trunk lean \(deg\)' 'Bar height \(m\)' 'rep 1 2'
more=back.csv
drawn load 'Time from the lowest point \(s\)' 'T7/8 moment \(N·m\)' \
    'front.*high-bar, same movement'
more=sets.csv
drawn loss 'Velocity loss \(%\)' 'Greatest lean \(deg\)' 'Rep'
more=
drawn tempo 'Duration \(s\)' 'Descent.*asked 3 s.*Ascent.*asked: fast' 'Rep'
drawn dose 'Greatest T7/8 moment \(N·m\)' 'Impulse of each session \(kN·m·s\)' \
    'Days before the last session, 2026-11-20'
drawn spectrum 'Frequency \(Hz\)' 'Power density \(\(m/s²\)²/Hz\)' '8-12 Hz'
drawn compare 'Peak T7/8' 'same.*cannot tell.*N·m' 'Test less reference \(%\)'

plot loss reps.csv 'x y.png' sets.csv >said 2>&1 && [ ! -s said ] &&
    head -c 8 'x y.png' | grep -q PNG
claim $? "and as PNG"

# of a table that has rows of another kind only, or none
for p in strip trace path load tempo loss dose spectrum compare; do
	head -n 1 "$(table $p)" >none.csv
	plot $p none.csv none.svg && words none.svg \
	    'no (candidate|row|rep|session|spectrum)|nothing is compared' ||
		echo "$p"
done >bad 2>&1
[ ! -s bad ]
claim $? "without rows each says what there is none of"
sed 's/^/# /' bad
sed 's/,work,/,walk,/' 'tr ace.csv' >nowork.csv
sed 's/,work,/,walk,/' reps.csv >noworkreps.csv
for p in path load tempo loss; do
	case $p in
	path | load) plot $p nowork.csv n.svg ;;
	*) plot $p noworkreps.csv n.svg ;;
	esac && words n.svg 'no repetition found' || echo "$p"
done >bad 2>&1
[ ! -s bad ]
claim $? "without repetitions, too"
sed 's/^/# /' bad
plot trace noload.csv l.svg && ! words l.svg moment &&
    words l.svg 'Sensor height \(m\)' && plot trace noreps.csv r.svg &&
    words r.svg 'Trunk lean' && ! words r.svg height
claim $? "a trace draws what there is"
sed 1s/lean/tilt/g reps.csv >bare.csv
sed 1s/lean/tilt/g 'tr ace.csv' >bare2.csv
plot loss bare.csv l.svg && ! words l.svg lean && words l.svg 'Velocity loss' Rep &&
    plot trace bare2.csv r.svg && ! words r.svg lean && words r.svg height
claim $? "of a sensor on the bar, too, which has no lean"

# what a picture cannot do without: PLOT TABLE COLUMN FILTER
while read -r p t column filter; do
	says "$p without $column says who makes it" 2 \
	    "no column $column: $filter" plot "$p" "$t" x.svg
done <<-'EOF'
	strip align.csv start_s plumb-reps
	trace align.csv lean_deg plumb-orient
	path noreps.csv cand plumb-segment
	load noload.csv moment_t7t8_nm plumb-load
	tempo noload.csv ecc_s plumb-reps
	loss noload.csv vl_pct plumb-reps
	dose reps.csv moment_t7t8_peak_max_nm plumb-dose
	spectrum reps.csv column plumb-spectrum
	compare spectrum.csv difference plumb-compare
EOF
[ ! -e x.svg ] && [ ! -e x.part.svg ]
claim $? "and leaves nothing"

# a hole of half a second: the line has one piece more
awk -F, -v OFS=, 'NR > 1 && $2 > 3 && $2 < 3.5 { for (i = 3; i <= NF; i++)
	$i = "" } 1' noreps.csv >hole.csv
plot trace noreps.csv whole.svg && plot trace hole.csv hole.svg &&
    [ "$(grep -o 'M[0-9]' hole.svg | wc -l)" -eq \
    $(($(grep -o 'M[0-9]' whole.svg | wc -l) + 1)) ]
claim $? "a hole breaks the line"

# names that mean something to a shell, to gnuplot or to XML
awk -F, -v OFS=, 'NR > 1 { sub(/steps/,
    "\"a\"\"b_{c}^2 <i> \\& it'"'"'s `touch ran` $(touch ran), x\"") } 1' \
    reps.csv >odd.csv
plot strip odd.csv "it's.svg" && [ ! -e ran ] &&
    grep -q "a.*b_{c}^2 &lt;i> &amp; it's .touch ran." "it's.svg"
claim $? "a word of a table is drawn as it stands, and nothing else"

# hundreds of repetitions
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
$at["class"] == "work" { for (k = 0; k < 300; k++) {
	if (k % 10 == 0) $at["set"]++
	$at["rep"] = k % 10 + 1; $at["start_s"] += 5; $at["end_s"] += 5; print } }
' reps.csv | awk -F, 'NR < 302' >many.csv
for p in strip tempo loss; do
	plot $p many.csv many.svg && [ "$(wc -c <many.svg)" -lt 300000 ] ||
		echo "$p"
done >bad 2>&1
[ ! -s bad ]
claim $? "hundreds of reps are drawn"
sed 's/^/# /' bad

plot-trace 'tr ace.csv' a.svg
plot-trace -f 5 -t 9 'tr ace.csv' c.svg && ! cmp -s a.svg c.svg
claim $? "a span of time can be drawn"
gnuplot -c "$top/scripts/load.gp" 'tr ace.csv' g.svg '' l5s1 >said 2>&1 &&
    ! grep -v '^$' said | grep -qv warning && words g.svg 'L5/S1 moment \(N·m\)' 'rep 1 2'
claim $? "gnuplot draws by itself, and another level"
says "a tempo that is none is refused" 2 "tempo '3-1' is not like" \
    plot tempo reps.csv x.svg 3-1
says "a folder that is not there is named" 2 'nowhere/x.png' \
    plot-trace 'tr ace.csv' nowhere/x.png
plan
