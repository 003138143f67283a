#!/bin/sh
# report: all of a folder's files, or none
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2
PATH=$top/scripts:$PATH
plumb simulate -n 2 -s 3 -r 50 -o 'a b.wav'
says "without a folder it ends" 2 '^report: -o DIR' report 'a b.wav'
says "without a recording too" 2 '^report: no recording' report -o out
says "a lone mass is a mistake" 2 'moments need -M, or --athlete, too' report 'a b.wav' -b 9 -o out
says "an option that is none" 2 '--nope: no such option' \
    report 'a b.wav' --nope -o out
says "an option without a value" 2 '-b: needs a value' report 'a b.wav' -b
report 'a b.wav' -b 100 -M 1 -o out >said 2>&1
[ $? -eq 2 ] && grep -q '^report: plumb-load failed' said && [ ! -e out ]
claim $? "a stage that fails is named, and nothing is left"
if ! command -v gnuplot >/dev/null; then
	skip "gnuplot is not here: no report is made"
	plan
fi
report 'a b.wav' -b 100 -M 80 -H 1.8 -x f -p t4 -o 'out put' >said 2>&1
[ $? -eq 0 ] && grep -q 'pictures: out put/strip' said
claim $? "it says where the pictures are"
[ "$(ls -A 'out put' | tr '\n' ' ')" = "load.png load.svg loss.png \
loss.svg path.png path.svg reps.csv sets.csv strip.png strip.svg tempo.png \
tempo.svg trace.csv trace.png trace.svg " ]
claim $? "tables and pictures are there, and nothing else"
plumb read 'a b.wav' then align -q then orient then segment then \
    load -b 100 -M 80 -H 1.8 -x f -p t4 then reps -o reps.csv
same "the rep table is that of the pipe" reps.csv 'out put/reps.csv'
plumb sets reps.csv -o sets.csv
same "the set table too" sets.csv 'out put/sets.csv'
mkdir -p usr/bin usr/share
cp -R "$top/scripts" usr/share/plumb
ln -s ../share/plumb/report usr/bin/plumb-report
ln -s "$(command -v plumb)" usr/bin/plumb
for f in read align orient segment reps sets; do
	ln -s plumb usr/bin/plumb-$f
done
PATH=/usr/bin:/bin usr/bin/plumb-report 'a b.wav' -o installed >said 2>&1
[ $? -eq 0 ] && [ -e installed/trace.png ]
claim $? "it works where make install puts it"
plumb read 'a b.wav' -t 4 -o 'stand ing.wav'
report 'a b.wav' --standing 'stand ing.wav' -o out >said 2>&1
[ $? -eq 0 ] && [ -e out/strip.png ] && [ ! -e out/load.png ] &&
    [ "$(grep -c 'no moments' said)" -eq 1 ]
claim $? "without masses there are no moments, and it says so once"
report 'a b.wav' --standing 'a b.wav' -t 3 -o few >said 2>&1
! grep -q '\.report\.' said && grep -q 'no repetition in it' said
claim $? "no message names a file of its own"
plan
