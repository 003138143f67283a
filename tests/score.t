#!/bin/sh
# plumb-score: the table, --require, chains, windows, refusals
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

plumb-simulate -n 4 -s 2 -i one -T truth.csv --trace trace.csv -o s.csv
plumb read s.csv then align -q then orient then segment then reps -o reps.csv

# value FILE ROW COLUMN: of the row of that measure or agreement
value() {
	awk -F, -v row="$2" -v col="$3" 'NR == 1 {
		for (i = 1; i <= NF; i++) if ($i == col) c = i }
		$1 == row || $2 == row { print $c }' "$1"
}

plumb-score truth.csv truth.csv -o self.csv
[ "$(value self.csv f1 score_value)" = 1 ] &&
    [ "$(value self.csv labels_right score_value)" = 1 ] &&
    [ "$(value self.csv bottom_s abs_error_p95)" = 0 ] &&
    [ "$(value self.csv top_pause_s pairs_missing)" = 1 ]
claim $? "a table agrees with itself, its empty cells are counted"
head -n 1 self.csv >head
echo measure,column,reference_class,test_class,score_value,pairs,pairs_missing,bias,error_sd,loa_low,loa_high,abs_error_mean,abs_error_median,abs_error_p95,abs_error_in_set >want
same "the columns, in their order" head want
sed -n 2,14p self.csv | cut -d, -f1 | paste -sd' ' - >head
echo reference_reps test_reps matched_reps precision recall f1 count_error sets sets_exact sets_within_one labels_right calibration_error calibration_error_reps >want
same "the figures, in their order" head want

plumb-score truth.csv reps.csv -o a.csv
plumb-score truth.csv <reps.csv >b.csv
same "the test may be stdin" a.csv b.csv
plumb-score - reps.csv <truth.csv >b.csv
same "the reference may, too" a.csv b.csv
plumb read s.csv then align -q then orient then segment then reps then score truth.csv >b.csv
same "or what a chain has made" a.csv b.csv
[ "$(value a.csv f1 score_value)" = 1 ]
claim $? "what is simulated is found"
cut -d, -f1-7 reps.csv >words.csv
says "a table without bottoms" 2 'words.csv: bottom_s: no such column: plumb-reps makes it' \
    plumb-score truth.csv words.csv
says "a reference without them" 2 'words.csv: bottom_s: no such column: plumb-reps makes it' \
    plumb-score words.csv reps.csv
says "a stream" 2 's.csv: a sample stream: plumb-reps folds it' plumb-score truth.csv s.csv

# the same repetitions, in two recordings of which one is late
{ cat truth.csv; sed '1d; s/^one/two/' truth.csv; } >two.csv
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
    $1 == "two" && $c["bottom_s"] != "" { $c["bottom_s"] = sprintf("%.6f",
    $c["bottom_s"] + 0.2) } { print }' two.csv >late.csv
plumb-score two.csv late.csv -o x.csv
[ "$(value x.csv f1 score_value)" = 1 ] &&
    [ "$(value x.csv bottom_s bias)" = 0.1 ] &&
    [ "$(value x.csv sets score_value)" = 2 ]
claim $? "recordings are told apart"
plumb-score -w 0.15 two.csv late.csv -o x.csv
[ "$(value x.csv recall score_value)" = 0.5 ]
claim $? "-w narrows the window"
cut -d, -f2- late.csv >bare.csv
says "names in one table only" 0 'recording is in one table only' \
    plumb-score two.csv bare.csv -o x.csv
plumb-score -f 12 -t 25 truth.csv reps.csv -o x.csv
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
    $c["class"] == "work" && $c["start_s"] >= 12 && $c["end_s"] <= 25 { n++ }
    END { exit n < 1 || n > 3 }' truth.csv
claim $? "there is something between -f and -t"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
    $c["class"] == "work" && $c["start_s"] >= 12 && $c["end_s"] <= 25 { n++ }
    END { print n }' truth.csv >want
value x.csv reference_reps score_value >got
same "-f and -t crop the reference" want got

plumb-score --require 1 truth.csv reps.csv -o x.csv
claim $? "--require of what is there"
grep -v ,work, truth.csv >none.csv
sed 6d truth.csv >less.csv
plumb-score truth.csv less.csv -o x.csv
says "--require of more" 1 'less.csv: F1 0.857143, --require 0.9' \
    plumb-score --require 0.9 truth.csv less.csv -o y.csv
same "exits 1 with the output whole" x.csv y.csv
plumb-score truth.csv none.csv -o x.csv
[ "$(value x.csv precision score_value)" = '' ] &&
    [ "$(value x.csv recall score_value)" = 0 ]
claim $? "nothing found: no precision, recall 0"
says "--require of nothing in nothing" 1 'no repetition in either table' \
    plumb-score --require 0 none.csv none.csv -o x.csv
head -n 1 truth.csv >empty.csv
plumb-score empty.csv empty.csv >/dev/null 2>&1
claim $? "two empty tables are no accident"
printf 'bottom_s\n5\n' >label.csv
printf 'bottom_s,my_note\n5.1,a\n' >other.csv
plumb-score label.csv other.csv -o x.csv
[ "$(value x.csv f1 score_value)" = 1 ]
claim $? "bottoms alone are enough"

says "no reference" 2 'REFERENCE \[TEST\]: the first is missing' plumb-score
says "a reference that is not there" 2 '^plumb-score: absent.csv: No such file' \
    plumb-score absent.csv reps.csv
says "three tables" 2 'one input at most' \
    plumb-score truth.csv reps.csv reps.csv
says "a window below 0" 2 '--within: -1: must lie from' \
    plumb-score -w -1 truth.csv reps.csv
says "more than all" 2 '--require: 2: must lie from 0 to 1' \
    plumb-score --require 2 truth.csv reps.csv
says "a full disk" 2 'stdout: No space left' \
    sh -c 'plumb-score truth.csv reps.csv >/dev/full'
plan
