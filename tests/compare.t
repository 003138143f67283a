#!/bin/sh
# plumb-compare: verdicts, pairs, sets, set-ups, chains, refusals
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# session OUT OPTION...: a rep table of five
session() {
	out=$1
	shift
	plumb simulate -q -n 5 --grade consumer "$@" then align -q then \
	    orient -q then segment -q then load -q -b 100 -M 80 then \
	    reps -q -o "$out"
}

# value FILE COLUMN NAME: of the row of that column
value() {
	awk -F, -v row="$2" -v name="$3" 'NR == 1 {
		for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["column"] == row { print $at[name] }' "$1"
}

session a.csv -s 1
session b.csv -s 2
plumb-compare a.csv b.csv -o ab.csv
head -n 1 ab.csv >head
echo column,reference_reps,test_reps,reference_median,test_median,difference,difference_low,difference_high,setup_sd,detectable,compared_by,verdict,verdict_reason >want
same "the columns, in their order" head want
plumb-compare a.csv b.csv >again.csv
same "the same bytes again" ab.csv again.csv
plumb-compare a.csv - <b.csv >stdin.csv
same "the test may be stdin" ab.csv stdin.csv
plumb-compare - b.csv <a.csv >stdin.csv
same "so may the reference" ab.csv stdin.csv
plumb simulate -q -n 5 --grade consumer -s 2 then align -q then orient -q then \
    segment -q then load -q -b 100 -M 80 then reps -q then compare a.csv >chain.csv
same "or what a chain has made" ab.csv chain.csv
plumb-compare a.csv b.csv -o ab.au && plumb-compare -O au a.csv b.csv | cmp - ab.au
claim $? "as AU, too"
[ "$(value ab.csv lean_max_deg setup_sd)" = 7.071068 ] &&
    [ "$(value ab.csv bar_kg verdict_reason)" = constant ] &&
    [ "$(value ab.csv sticking_s verdict_reason)" = empty ]
claim $? "another recording, a constant, and nothing"
plumb-compare --same-setup a.csv b.csv -o left.csv
[ "$(value left.csv lean_max_deg setup_sd)" = 0 ]
claim $? "--same-setup takes out the first"
plumb-compare --align-sd 1 a.csv b.csv -o sure.csv
[ "$(value sure.csv lean_max_deg setup_sd)" = 1.414214 ]
claim $? "--align-sd states it"
for option in '--level 99' '--correlation 0.6'; do
	# shellcheck disable=SC2086 # words
	plumb-compare $option --same-setup a.csv b.csv -o wide.csv
	awk -F, 'NR == FNR { low[$1] = $7; next }
		FNR > 1 && $7 != "" && $NF != "constant" { n++; bad += !($7 < low[$1]) }
		END { exit bad || n < 20 }' left.csv wide.csv
	claim $? "$option widens every interval"
done
plumb-compare -t 30 a.csv b.csv -o part.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	$c["class"] == "work" && $c["end_s"] <= 30 { n++ } END { print n }' a.csv >want
value part.csv con_s reference_reps >got
same "-f and -t crop both" want got

# one movement, loaded twice: what the page says of it
plumb read "$top/samples/front-squat.wav" then align -q then orient then segment -o squat.csv
plumb load -q -b 100 -M 80 squat.csv then reps -o front.csv
plumb load -q -b 100 -M 80 -B high-bar squat.csv then reps -o back.csv
plumb-compare front.csv back.csv -o racks.csv
says "the same repetitions are known as such" 0 \
    '5 and 5 repetitions, the same ones; 16 columns differ, 25 are the same' \
    plumb-compare -v front.csv back.csv -o again.csv
[ "$(value racks.csv lean_max_deg verdict_reason)" = constant ] &&
    [ "$(value racks.csv lean_max_deg verdict)" = same ] &&
    [ "$(value racks.csv lean_max_deg compared_by)" = pairs ] &&
    [ "$(value racks.csv moment_t7t8_peak_nm verdict)" = differs ]
claim $? "lean is the same, the load at T7/8 is not"
for level in 't7t8:T7/8' 'l5s1:L5/S1'; do
	for name in difference difference_low difference_high; do
		value racks.csv "moment_${level%:*}_peak_nm" $name
	done | awk -v level="${level#*:}" '{ x[NR] = sprintf("-%.0f", -$1) }
		END { print level " .*" x[1] ".*" x[2] " to " x[3] }' >figures
	sed 's/\\-/-/g' "$top/tools/plumb-compare.1" | paste -sd' ' - |
	    grep -q "$(cat figures)"
	claim $? "the page has the figures of ${level#*:}"
done
sed 's/^1,/2,/' back.csv | awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
	NR > 1 { $c["start_s"] += 100 } 1' >late.csv
plumb-compare front.csv late.csv -o late.out.csv
[ "$(value late.out.csv lean_max_deg compared_by)" = reps ]
claim $? "at another time they are others"

# groups of one table
plumb simulate -q -s 3 -n 4 --scenario sets then align -q then orient -q then \
    segment -q then reps -q -o sets.csv
plumb-compare --by set sets.csv -o by.csv
[ "$(head -n 1 by.csv | cut -d, -f1-3)" = reference_group,test_group,column ] &&
    [ "$(sed 1d by.csv | cut -d, -f1,2 | sort -u | paste -sd' ' -)" = '1,2 1,3' ]
claim $? "sets of one table, each with the first"
[ "$(awk -F, '$3 == "lean_max_deg" { print $11 }' by.csv | sort -u)" = 0 ]
claim $? "in one recording the sensor stays where it is"
plumb-compare --by set <sets.csv >stdin.csv
same "from stdin" by.csv stdin.csv
plumb simulate -q -s 3 -n 4 --scenario sets then align -q then orient -q then \
    segment -q then reps -q then compare --by set >chain.csv
same "or a chain" by.csv chain.csv
sed '1s/^/who,/; 2,$s/^/ada,/' a.csv >ada.csv
sed '1s/^/who,/; 2,$s/^/eve,/' b.csv >eve.csv
{ cat ada.csv; sed 1d eve.csv; } >both.csv
plumb-compare --by who both.csv | cut -d, -f3- >by.csv
same "tables that were joined are two recordings" ab.csv by.csv
plumb-compare --by who ada.csv both.csv -o two.csv
[ "$(awk -F, '$3 == "con_s" { print $1, $2, $4, $5, $NF }' two.csv | paste -sd' ' -)" = \
    'ada ada 5 5 constant eve eve 0 5 empty' ]
claim $? "two tables, for each value of a key"
sed 's/,work,/,partial,/' a.csv >partial.csv
plumb-compare --class work --class partial partial.csv b.csv -o class.csv
cut -d, -f1-12 class.csv >x && cut -d, -f1-12 ab.csv >y
same "--class says what counts" x y
says "nothing of a class: a warning, exit 0" 0 \
    'warning: b.csv: no repetition of class work in the reference' \
    plumb-compare partial.csv b.csv -o none.csv
[ "$(value none.csv con_s verdict_reason)" = empty ]
claim $? "and the whole table"
head -n 1 a.csv >head.csv
says "a table without rows" 0 'no repetition of class work in the test' \
    plumb-compare a.csv head.csv -o none.csv
says "one value of a key: a warning" 0 'fewer than two values' \
    plumb-compare --by who ada.csv -o none.csv
[ "$(wc -l <none.csv)" -eq 1 ]
claim $? "and a header"

says "one table" 2 'a.csv: one table: name two, or --by' plumb-compare a.csv
says "three" 2 'one input at most' plumb-compare a.csv b.csv a.csv
says "no such key" 2 'nope: no such column to group by' \
    plumb-compare --by nope a.csv b.csv
says "a key of too many values" 2 'start_s: more than 200 values' sh -c '
    awk "BEGIN { print \"start_s,con_s\"; for (i = 0; i < 300; i++) print i \",1\" }" |
    plumb-compare --by start_s'
says "a stream" 2 'squat.csv: a sample stream: plumb-reps folds it' \
    plumb-compare a.csv squat.csv
says "a stream as reference" 2 'squat.csv: a sample stream' \
    plumb-compare squat.csv a.csv
cut -d, -f1-3 a.csv >words.csv
says "no rep table" 2 'words.csv: start_s: no such column: plumb-reps makes it' \
    plumb-compare a.csv words.csv
cut -d, -f9- a.csv >bare.csv
says "classes in one alone" 2 'class: no such column in the second of the two tables' \
    plumb-compare a.csv bare.csv
plumb-compare bare.csv bare.csv -o x.csv
claim $? "classes in neither: all rows count"
says "a table against itself" 0 'warning: a.csv: the repetitions are the same' \
    plumb-compare a.csv a.csv -o x.csv
{ cat a.csv; sed 1d a.csv; } >twice.csv
says "a table that has all twice" 2 'both tables: candidate [0-9]* is there twice' \
    plumb-compare twice.csv b.csv
says "a level of nothing" 2 '--level: 5: must lie from 50' \
    plumb-compare --level 5 a.csv b.csv
says "a correlation of all" 2 '--correlation: 1: must lie from 0 to 0.9' \
    plumb-compare --correlation 1 a.csv b.csv
says "a table that is not there" 2 '^plumb-compare: absent.csv: No such file' \
    plumb-compare absent.csv b.csv
says "a chain's first filter has no more than one of its own" 2 \
    'only the first filter of a chain has an input' \
    plumb reps squat.csv then compare a.csv b.csv

# a small piece of scripts/accuracy compare: eight lifters, five repetitions,
# whose trunk leans 30 or 35 deg against the vertical
# upright SEED DEG: the lean from that stance that makes this angle
upright() {
	plumb-simulate -q -n 1 --grade consumer -s "$1" -T t.csv >/dev/null
	awk -F, -v deg="$2" 'NR == 1 { while ($++c != "stance_lean_deg"); next }
		{ print deg - $c; exit }' t.csv
}
for s in 1 2 3 4 5 6 7 8; do
	session one.csv -s $s --lean "$(upright $s 30)"
	session on.csv -s $((s + 100)) --lifter $s --sensor $s --lean "$(upright $s 30)"
	session more.csv -s $((s + 200)) --lifter $s --sensor $s --lean "$(upright $s 35)"
	session new.csv -s $((s + 300)) --lifter $s --lean "$(upright $((s + 300)) 30)"
	plumb-compare one.csv new.csv >>anew
	plumb-compare --same-setup one.csv on.csv >>on
	plumb-compare --same-setup one.csv more.csv >>more
done
for kind in anew on; do
	awk -F, '$1 != "column" && $7 != "" && $13 != "constant" { n++; k += $12 == "differs" }
		END { printf "# %s: %d of %d columns\n", "'$kind'", k, n; exit n < 200 || k > .06 * n }' $kind
	claim $? "$kind: where there is no difference hardly any is found"
done
awk -F, '$1 == "lean_max_deg" { n++; k += $12 == "differs" }
	END { print "# " k " of " n; exit n != 8 || k < 7 }' more
claim $? "five degrees more of lean are found"
plan
