#!/bin/sh
# pictures are drawn from any table, and nothing half is left
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2
PATH=$top/scripts:$PATH

says "an unknown extension is refused" 2 'must be .png or .svg' \
    plot-trace a.csv b.gif
says "a wrong call shows the usage" 2 '^plot-reps: usage: plot-reps TABLE' \
    plot-reps a.csv
if ! command -v gnuplot >/dev/null; then
	skip "gnuplot is not here: nothing is drawn"
	plan
fi
says "a table that is absent is refused" 2 'no.csv: no such file' \
    plot-trace no.csv b.png
says "so is an AU stream" 2 'AU stream' \
    sh -c 'plumb simulate -n 1 -O au | plot-trace - b.png'

# a session by the simulator, without the filters that it is to be read with
plumb simulate -n 2 -s 3 -r 50 -i "a squat" | plumb align -q >align.csv
plumb orient align.csv then segment then load -q -b 100 -M 80 -o 'tr ace.csv'
plumb reps 'tr ace.csv' -o reps.csv
plumb orient align.csv then segment -o noload.csv
plumb orient align.csv -o noreps.csv
head -n 1 'tr ace.csv' >norows.csv
sed 's/work/walk/g' reps.csv >nowork.csv

# drawn TEXT PLOT TABLE FORM: a whole picture, and not a word
drawn() {
	picture="x y.$4"
	"$2" "$3" "$picture" >said 2>&1 </dev/null
	status=$?
	case $4 in
	png) head -c 8 "$picture" | grep -q PNG ;;
	svg) tail -n 2 "$picture" | grep -q '</svg>' ;;
	esac && [ $status -eq 0 ] && [ ! -s said ]
	claim $? "$1"
	sed 's/^/# /' said
	rm -f "$picture"
}

drawn "the trace" plot-trace 'tr ace.csv' png
drawn "the trace without moments" plot-trace noload.csv svg
drawn "the trace without reps" plot-trace noreps.csv svg
drawn "the trace of an empty table" plot-trace norows.csv png
drawn "the reps" plot-reps reps.csv png
drawn "the reps, as SVG" plot-reps reps.csv svg
drawn "no rep" plot-reps nowork.csv svg
drawn "the load" plot-load 'tr ace.csv' png
drawn "the load, as SVG" plot-load 'tr ace.csv' svg

# words SVG PATTERN: the picture says so
words() {
	sed 's/<[^>]*>//g' "$1" | tr '\n' ' ' | grep -Eq "$2"
}
plot-trace 'tr ace.csv' a.svg
words a.svg 'Trunk lean, height and moment: a squat' &&
    words a.svg 'lean forward \(deg\)' && words a.svg 'T7/8 moment \(N·m\)'
claim $? "it has a title, and units"
plot-trace noload.csv l.svg && words l.svg 'Trunk lean and height: a squat' &&
    ! words l.svg 'and moment'
claim $? "a title names what is drawn"
plot-load noload.csv n.svg && words n.svg 'no moments: plumb-load makes them'
claim $? "and says what is missing"
LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8 plot-trace 'tr ace.csv' b.svg
same "the same table gives the same bytes, in any locale" a.svg b.svg
plot-trace -f 5 -t 9 'tr ace.csv' c.svg && ! cmp -s a.svg c.svg
claim $? "a span of time can be drawn"
says "a folder that is not there is named" 2 'nowhere/x.png' \
    plot-trace 'tr ace.csv' nowhere/x.png
rm -f x.png
plan
