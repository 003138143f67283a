#!/bin/sh
# plumb-segment --labels: an edited rep table decides, and stays decided
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

prepare() { plumb simulate "$@" then align -q then orient; }
segment() { plumb-segment -q "$@"; }

# columns NAME...: these of a table, in a row each
columns() {
	awk -F, -v names="$*" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i
	    n = split(names, name, " "); next }
	    { for (i = 1; i <= n; i++) printf "%s%s", $at[name[i]], i < n ? "," : "\n" }'
}

# edit PROGRAM: the table of what was found, changed by a program in which
# a cell is c("name"), to be set by set("name", value)
edit() {
	awk -F, -v OFS=, 'function c(name) { return $at[name] }
	    function set(name, to) { $at[name] = to }
	    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
	    '"$1"' { print }' r.csv >e.csv
}

# unchanged TEXT INPUT OPTION...: what nobody edited changes no byte
unchanged() {
	text=$1 in=$2
	shift 2
	segment "$@" "$in" -o s.csv
	plumb-reps -q s.csv -o r.csv
	segment "$@" --labels r.csv "$in" -o t.csv
	[ "$(wc -l <r.csv)" -gt 1 ] && cmp s.csv t.csv
	claim $? "$text: unedited labels change no byte"
}

# decides TEXT: e.csv is taken, and its outcome in s1.csv and r1.csv taken again
# is the same
decides() {
	segment --labels e.csv o.csv -o s1.csv && plumb-reps -q s1.csv -o r1.csv &&
	    segment --labels r1.csv o.csv -o s2.csv && cmp s1.csv s2.csv
	claim $? "$1: said again, it changes nothing"
}

# row CAND COLUMN...: of the outcome
row() {
	n=$1
	shift
	columns cand "$@" <r1.csv | sed -n "s/^$n,//p"
}

plumb read -q "$top/samples/front-squat.wav" then align -q then orient -o o.csv
unchanged "a sample" o.csv
segment -f 9 -t 26 o.csv -o s.csv && plumb-reps s.csv -O au >r.au
segment -f 9 -t 26 --labels r.au o.csv -o t.csv
same "part of it, by a table in AU" s.csv t.csv
for s in failed,partial pause,bounce touch-and-go random; do
	prepare -s 5 -r 50 --scenario $s --grade consumer >x.csv
	unchanged "$s" x.csv
done
plumb simulate -s 2 -n 3 --grade consumer >x.csv
cut -d, -f1-4 x.csv >acc.csv
unchanged "an accelerometer alone" acc.csv
plumb orient x.csv -o bar.csv
unchanged "a bar" bar.csv -p bar
awk -F, -v OFS=, 'NR > 1 && $1 > 9.5 && $1 < 10 { for (i = 2; i <= NF; i++) $i = "" } { print }' bar.csv >x.csv
unchanged "a hole" x.csv

# three repetitions between walks, and all that can be done to them
prepare -s 2 -n 3 -r 50 --grade lab >o.csv
segment o.csv -o s.csv && plumb-reps s.csv -o r.csv
rep() { columns class cand <r.csv | sed -n 's/^work,//p' | sed -n "$1p"; }
walk=$(columns class cand <r.csv | sed -n 's/^walk,//p' | head -n 1)
one=$(rep 1) two=$(rep 2) three=$(rep 3)
[ -n "$three" ] && [ -n "$walk" ]
claim $? "a session of three"

segment --labels r.csv s.csv -o t.csv
same "the stream that was segmented before will do" s.csv t.csv
segment -v --labels r.csv o.csv -o t.csv 2>err
segment -v --labels - o.csv -o t.csv <r.csv 2>err
grep -q 'stdin: of [0-9]* candidates 0 changed, 0 deleted; 0 added' err
claim $? "-v says what was changed, and labels may be stdin"
columns cand class <r.csv | sed '1i cand,class' >e.csv
segment --labels e.csv o.csv -o t.csv
same "a number and a class are enough" s.csv t.csv
edit '{ set("start_s", sprintf("%.3f", c("start_s"))); set("end_s", ""); set("class", "")
    set("set", ""); set("confidence", 0.1); set("reason", "mine") }'
segment --labels e.csv o.csv -o t.csv
same "empty cells, rounded times and other columns do not matter" s.csv t.csv

edit "c(\"cand\") == $two { set(\"class\", \"partial\") }"
decides "another class"
[ "$(row "$two" class confidence reason rep)" = partial,1,labelled,2 ] &&
    [ "$(row "$three" class reason rep)" = work,full,3 ]
claim $? "it is labelled, and the others as they were"
[ "$(columns start_s bottom_s end_s depth_m <r1.csv)" = "$(columns start_s bottom_s end_s depth_m <r.csv)" ]
claim $? "and nothing else is"

edit "c(\"cand\") == $two { next }"
decides "a row deleted"
[ "$(row "$three" rep start_s)" = "2,$(columns cand start_s <r.csv | sed -n "s/^$three,//p")" ] &&
    [ -z "$(row "$two" class)" ]
claim $? "the next keeps its number and its place, and is the second"
from=$(row "$one" end_s) to=$(row "$three" start_s)
columns t_s cand phase set <s1.csv | awk -F, -v a="$from" -v b="$to" '
    $1 > a && $1 < b { n++; bad += $0 !~ /,,top,1$/ } END { exit !n || bad }'
claim $? "where it was is top"
columns depth_m <r1.csv | awk -F, '$1 != "" && !($1 > 0.3 && $1 < 0.7) { exit 1 }'
claim $? "depths are those of squats"

edit "c(\"cand\") == $two { set(\"start_s\", c(\"start_s\") - 0.1); set(\"bottom_s\", c(\"bottom_s\") + 0.06)
    set(\"end_s\", c(\"end_s\") + 0.2) }"
decides "times moved"
[ "$(row "$two" start_s bottom_s end_s reason)" = "$(columns cand start_s bottom_s end_s reason <e.csv |
    sed -n "s/^$two,\(.*\),full/\1,labelled/p")" ]
claim $? "they come back as they were given"
row "$two" start_s end_s ecc_s bottom_pause_s con_s |
    awk -F, '{ rest = $2 - $1 - $3 - $4 - $5; exit !($3 > 2 && $5 > 1 && rest > 0 && rest < 0.6) }'
claim $? "the descent and the ascent are found between them"

edit "c(\"cand\") == $walk { set(\"class\", \"work\") }"
decides "a walk that is work"
row "$walk" rep reason bottom_s ecc_s con_s depth_m mcv_m_s |
    grep -Eq '^1,labelled(,-?[0-9.]+){3},'
claim $? "it has a bottom and phases"
[ "$(row "$one" rep)" = 2 ]
claim $? "and is the first"

edit "c(\"cand\") == $two { set(\"cand\", \"\"); set(\"bottom_s\", \"\"); set(\"set\", \"\") }"
decides "one added"
last=$(columns cand <r.csv | sort -n | tail -n 1)
[ "$(row $((last + 1)) class rep reason)" = work,2,labelled ]
claim $? "it has the next number, in its place"
for x in bottom_s depth_m; do
	columns cand $x <r.csv | sed -n "s/^$two,//p"
	row $((last + 1)) $x
done | paste -d' ' - - - - | awk '{ exit !($1 - $2 < 0.05 && $2 - $1 < 0.05 && $3 - $4 < 0.03 && $4 - $3 < 0.03) }'
claim $? "its bottom and depth are found"

edit "c(\"cand\") == $three { set(\"set\", 5) }"
decides "another set"
[ "$(row "$three" set rep)" = 2,1 ] && [ "$(row "$two" set rep)" = 1,2 ]
claim $? "sets are numbered in order"
edit "c(\"rep\") != \"\" { set(\"class\", \"unknown\") }"
decides "no repetition at all"
columns rep phase <s1.csv | grep -qv '^,$'
[ $? -eq 1 ]
claim $? "no phase is left"

head -n 1 r.csv >none.csv
segment --labels none.csv o.csv -o t.csv
plumb-reps -q t.csv -o none.csv && [ "$(wc -l <none.csv)" -eq 1 ]
claim $? "names without rows delete all"

# labels from elsewhere: the truth of a simulation
plumb simulate -s 2 -n 3 -r 50 --grade lab -T truth.csv >/dev/null
columns class start_s bottom_s end_s <truth.csv | sed '1i class,start_s,bottom_s,end_s' >e.csv
decides "the truth"
columns class start_s bottom_s end_s <r1.csv >said
columns class start_s bottom_s end_s <truth.csv | paste -d, said - | awk -F, '
    { for (i = 2; i <= 4; i++) { d = $i - $(i + 4); bad += d > 0.0101 || d < -0.0101 } bad += $1 != $5 }
    END { exit !NR || bad }'
claim $? "it comes through to the row"
columns ecc_s con_s depth_m <r1.csv >said
columns ecc_s con_s depth_m <truth.csv | paste -d, said - | awk -F, '$4 != "" {
    n++; for (i = 1; i <= 3; i++) { d = $i - $(i + 3); bad += d > 0.2 || d < -0.2 } } END { exit n != 3 || bad }'
claim $? "and the phases between are found"

# of several recordings the one that is asked for
plumb-reps s.csv --tag day=1 | awk -F, 'NR == 1 { print "recording," $0; next } { print "a," $0; print "b," $0 }' >two.csv
awk -F, -v OFS=, 'NR == 1 { print "recording", $0; next } { print "b", $0 }' o.csv >named.csv
segment named.csv -o s.csv
segment --labels two.csv named.csv -o t.csv
same "rows of the stream's recording are taken" s.csv t.csv

# refused TEXT PATTERN: labels e.csv are, and nothing is written
refused() {
	says "$1 refused" 2 "^plumb-segment: e.csv: $2" \
	    plumb-segment --labels e.csv o.csv -o left.csv
	[ ! -e left.csv ] && [ ! -e left.csv.part ]
	claim $? "and nothing is written"
}
line=$(grep -n "^1,$two," r.csv | cut -d: -f1)
cp two.csv e.csv
refused "several recordings, of a stream without a name, are" \
    "3: recording: 'b': rows of several recordings, and the stream does not say which"
sed 's/,b,/,c,/; s/^b,/a,/' two.csv >e.csv
says "no row of its recording is refused" 2 "e.csv: recording: no row is of 'b'" \
    plumb-segment --labels e.csv named.csv
cut -d, -f2- two.csv >e.csv
refused "rows of two tags are" "3: cand: '1': line 2 has it too: keep the rows of one recording"
edit "c(\"cand\") == $two { set(\"class\", \"squat\") }"
refused "a class of no name is" "$line: class: 'squat': no class: must be work, partial, "
edit "c(\"cand\") == $two { set(\"end_s\", c(\"start_s\")) }"
refused "an end at the start is" "$line: start_s: '[0-9.]+': not before the end, "
edit "c(\"cand\") == $two { set(\"bottom_s\", c(\"end_s\")) }"
refused "a bottom at the end is" "$line: bottom_s: '[0-9.]+': not between the start, "
edit "c(\"cand\") == $two { set(\"end_s\", 999) }"
refused "an end after the recording is" "$line: end_s: '999': outside of the recording, which lasts from 0 to "
edit "c(\"cand\") == $two { set(\"end_s\", c(\"end_s\") + 2) }"
refused "an overlap is" "[0-9]+: start_s: '[0-9.]+': within the candidate of line $line, which ends at "
edit "c(\"cand\") == $two { set(\"cand\", \"\"); set(\"end_s\", \"\") }"
refused "one added without an end is" "$line: end_s: empty: a candidate that is added needs class, start_s and end_s"
edit "c(\"cand\") == $two { set(\"cand\", 99); set(\"class\", \"\") }"
refused "one added without a class is" "$line: class: empty, and no candidate 99 was found, of $last: "
edit "c(\"cand\") == $two { set(\"cand\", 0) }"
refused "the number 0 is" "$line: cand: '0': must be a number from 1"
edit "c(\"cand\") == $two { set(\"set\", 2) } c(\"cand\") == $three { set(\"set\", 1) }"
refused "a set that comes again is" "[0-9]+: set: '1': after set 2: "
plumb simulate -s 9 -n 5 --tempo 1-0-1-3 then align -q then orient then segment then reps -o e.csv
refused "the table of another recording is" "[0-9]+: .*(another recording|outside of the recording)"
sed 's/class/label/' r.csv >e.csv
refused "a table without classes is" 'class: no such column'
columns class start_s <r.csv | sed '1i class,start_s' >e.csv
refused "one without number and time is" 'no column cand, nor start_s and end_s'
cp s.csv e.csv
refused "a stream is" 'a sample stream: labels are a rep table, as plumb-reps makes it'
: >e.csv
refused "an empty file is" 'empty'
edit "c(\"cand\") == $two { set(\"start_s\", \"0:12\") }"
refused "a time of minutes is" "$line: start_s: '0:12': not a number"
says "labels that are not there" 2 'plumb-segment: nosuch.csv: No such file' \
    plumb-segment --labels nosuch.csv o.csv
awk -F, -v OFS=, 'NR == 1 { print $0, "start_utc"; next } { print $0, "2026-01-02T00:00:00Z" }' o.csv >utc.csv
awk -F, -v OFS=, 'NR == 1 { print $0, "start_utc"; next } { print $0, "2026-01-01T00:00:00Z" }' r.csv >e.csv
says "the table of another day is refused" 2 "e.csv: 2: start_utc: '2026-01-01T00:00:00Z': not that of the stream" \
    plumb-segment --labels e.csv utc.csv
plan
