#!/bin/sh
# the whole pipe, as text, as AU and in one process; the bytes of the samples
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# chain FORM RECORDING > REPS: a filter per process
chain() {
	PLUMB_STREAM=$1
	export PLUMB_STREAM
	plumb-read "$2" | plumb-align | plumb-orient | plumb-segment |
	    plumb-load -q -b 100 -M 80 | plumb-reps -O csv
	unset PLUMB_STREAM
}

plumb simulate -n 3 -s 5 --grade consumer -o session.wav
set -- "$tmp/session.wav"
for f in "$top"/samples/*.wav; do
	[ -e "$f" ] && set -- "$@" "$f"
done
for f; do
	name=${f##*/} name=${name%.wav}
	chain csv "$f" >csv.csv 2>csv.err
	chain au "$f" >au.csv 2>au.err
	plumb read "$f" then align then orient then segment then \
	    load -q -b 100 -M 80 then reps >one.csv 2>one.err
	[ "$(wc -l <csv.csv)" -gt 1 ]
	claim $? "$name: reps are found"
	same "$name: text and AU pipes give the same bytes" csv.csv au.csv
	same "$name: so does one process" csv.csv one.csv
	[ ! -e "${f%.wav}.flac" ] || {
		plumb read "${f%.wav}.flac" then align then orient then \
		    segment then reps --require 1 >flac.csv 2>flac.err
		claim $? "$name: FLAC is read as well"
	}
	golden=$top/tests/golden/$name.csv
	[ "$f" = "$tmp/session.wav" ] || same \
	    "$name: the golden bytes (if it is meant: tests/golden/redo)" \
	    csv.csv "$golden"
done

plumb read session.wav -o read.csv
plumb read session.wav -o read.au
plumb read read.csv -o again.csv
same "reading what was read changes nothing" read.csv again.csv
plumb align -q read.au then orient -o orient.au
plumb align -q read.csv then orient -o orient.csv
plumb segment orient.au -o a.csv
plumb segment orient.csv -o c.csv
same "a stream may be kept as AU" a.csv c.csv
plumb segment a.csv -o twice.csv
same "a filter's own columns are replaced in place" a.csv twice.csv
awk -F, -v OFS=, '{ print $0, NR == 1 ? "note" : "n" NR }' read.csv |
    plumb align -q >noted.csv
[ "$(awk -F, 'NR == 7 { for (i = 1; i <= NF; i++) if ($i == "n7") print i }' \
    noted.csv)" = 8 ]
claim $? "a foreign column passes through in its place"
head -c 20000 read.au >cut.au
says "an AU stream that is cut is refused" 2 '^plumb-align: cut.au: ' \
    plumb align cut.au
yes | head -n 100000 | plumb-align 2>said >out
[ $? -eq 2 ] && [ ! -s out ] && [ "$(wc -l <said)" -eq 1 ]
claim $? "a flood of text ends in one line"
LC_ALL=de_DE.UTF-8 plumb read session.wav -o german.csv
same "a locale with decimal commas changes nothing" read.csv german.csv
plan
