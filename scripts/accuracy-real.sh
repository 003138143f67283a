# accuracy-real.sh - tables of scripts/accuracy: recordings that others labelled

. "$top/scripts/real.sh"

# real_truth FILE: its repetitions as they have them, as a rep table
real_truth() {
	awk -F, -v OFS=, -v file="$1" '
	NR == 1 {
		print "recording,start_s,bottom_s,end_s,lean_max_deg"
		for (i = 1; i <= NF; i++)
			at[$i] = i
	}
	$at["file"] == file && $at["bottom_s"] != "" {
		print file, $at["start_s"], $at["bottom_s"], $at["end_s"],
		    $at["max_lean_deg"]
	}' "$PLUMB_DATA/reps.csv"
}

# real_edges REPS.csv: a row for each start and each end, as if it were a bottom
real_edges() {
	awk -F, -v OFS=, '
	NR == 1 {
		print "recording,bottom_s"
		for (i = 1; i <= NF; i++)
			at[$i] = i
		next
	}
	!("class" in at) || $at["class"] ~ /^(work|partial)$/ {
		print $at["recording"] " start", $at["start_s"]
		print $at["recording"] " end", $at["end_s"]
	}' "$1"
}

# squats_reps OUT OPTION...: the rep table of $f in $set; what align is told
squats_reps() {
	out=$1
	shift
	# shellcheck disable=SC2046 # words
	plumb read -q $(real_columns "$set") -i "$f" "$real/$set/$f" then \
	    align -q "$@" then orient -q then segment -q then \
	    reps -q -o "$out"
}

# squats_row TEXT REPS: how many are found, and how far off they are
squats_row() {
	real_truth "$f" >"$work/truth.csv"
	plumb-score -q -w 1.5 "$work/truth.csv" "$2" -o "$work/score.csv"
	printf '%-24s' "$1"
	awk -f "$top/scripts/accuracy-squats.awk" "$work/score.csv"
}

# squats_labels REPS: what was found, in order
squats_labels() {
	awk -F, 'NR == 1 { while ($++c != "class") ; next }
	    $c != was { s = s " " $c; was = $c } END { print "   " s }' "$1"
}

# The figures of all sets of choi/ together.
squats_choi() {
	for f in "$real"/choi/*.csv; do
		real_truth "${f##*/}" >"$work/truth.${f##*/}"
	done
	for kind in truth choi; do
		awk -f "$top/scripts/accuracy-join.awk" "$work/$kind".*.csv \
		    >"$work/$kind.csv"
		real_edges "$work/$kind.csv" >"$work/$kind.edges.csv"
	done
	plumb-score -q -w .25 "$work/truth.csv" "$work/choi.csv" \
	    -o "$work/bottoms.csv"
	plumb-score -q -w 1 "$work/truth.edges.csv" "$work/choi.edges.csv" \
	    -o "$work/edges.csv"
	plumb-score -q -w .35 "$work/truth.edges.csv" \
	    "$work/choi.edges.csv" -o "$work/near.csv"
	awk -F, 'FNR == 1 { f++; for (i = 1; i <= NF; i++) at[$i] = i; next }
	    f == 1 { v[$1] = $at["score_value"] }
	    f == 2 && $2 == "bottom_s" { median = $at["abs_error_median"]
		far = $at["abs_error_p95"] }
	    f == 3 && $1 == "recall" { near = $at["score_value"] }
	    END { printf "choi/: %d of %d sets counted exactly; " \
		"bottoms within 0.25 s: %.1f %%\n" \
		"starts and ends: median %.3f s, 95 %% within %.3f s; " \
		"%.1f %% within 0.35 s\n", v["sets"] * v["sets_exact"] + .5,
		v["sets"], 100 * v["recall"], median, far, 100 * near }' \
	    "$work/bottoms.csv" "$work/edges.csv" "$work/near.csv"
}

# Trunks: counts, and times and lean beside what others made of them.
table_squats() {
	real=$(data jhowenstein) && data choi >/dev/null ||
	    { leave_out; return 0; }
	real=${real%/*}
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	# shellcheck disable=SC2046 # words
	plumb-read -q $(real_columns jhowenstein) -o "$work/standing.csv" \
	    "$real/jhowenstein/IMU_Squat_Calibration_File_2.csv"
	echo "Real squats: found of those there are; sizes of errors, median" \
	    "(95th percentile)"
	echo "                           reps          start s     bottom s" \
	    "       end s lean max deg"
	for f in "$real"/jhowenstein/?S*_2.csv "$real"/choi/*.csv; do
		set=$(basename "${f%/*}") f=${f##*/}
		squats_reps "$work/$set.$f"
		squats_row "${f%.csv}" "$work/$set.$f"
		[ "$set" = jhowenstein ] || continue
		squats_labels "$work/$set.$f"
		squats_reps "$work/standing.$f" --standing "$work/standing.csv"
		squats_row "${f%.csv} --standing" "$work/standing.$f"
	done
	squats_choi
	rm -rf "$work"
}

# places_cell SET FILE LEAST MOST REPS: how many of those there are
places_cell() {
	real_truth "$2" >"$work/truth.csv"
	if [ "$(wc -l <"$work/truth.csv")" -gt 1 ] &&
	    [ "$1" != jhowenstein ]; then
		plumb-score -q -w 1.5 "$work/truth.csv" "$5" |
		    awk -F, '{ v[$1] = $5 } END {
			more = v["test_reps"] - v["matched_reps"]
			printf "  %2d of %2d, %d false", v["matched_reps"],
			    v["reference_reps"], more }'
		return
	fi
	n=$(awk -F, 'NR == 1 { while ($++c != "class") ; next }
	    $c == "work" || $c == "partial" { n++ } END { print n + 0 }' "$5")
	range=$3
	[ "$3" = "$4" ] || range=$3-$4
	[ "$n" -ge "$3" ] && [ "$n" -le "$4" ] || range="$range !"
	printf '  %2d of %-9s' "$n" "$range"
}

# Sensors in other places: how many of the repetitions that there are.
table_places() {
	real=$(data barbell) && data metamotion >/dev/null &&
	    data exermote >/dev/null && data jhowenstein >/dev/null ||
	    { leave_out; return 0; }
	real=$PLUMB_DATA
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	echo "Sensors in other places: repetitions found of those there are"
	echo "                                  -p               guessed" \
	    "        no gyroscope"
	awk -F, -v OFS='|' '$1 != "dataset" && $1 != "choi" {
	    print $1, $2, $1 == "metamotion" ? $3 : "", $9, $10 }
	    $1 == "jhowenstein" { sub("_2", "_1", $2)
	    print "thigh", $2, "", $9, $10 }' "$real/truth.csv" |
	    grep -v '^jhowenstein' |
	    while IFS='|' read -r set f second least most; do
		dir=$real/$set
		[ "$set" != thigh ] || dir=$real/jhowenstein
		# shellcheck disable=SC2046 # words
		plumb-read -q $(real_columns "$set") -o "$work/read.csv" \
		    "$dir/$f" ${second:+"$dir/$second"}
		awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++)
			if ($i !~ /^gyr_/) keep[++n] = i }
		    { s = $keep[1]; for (i = 2; i <= n; i++) s = s OFS $keep[i]
			print s }' "$work/read.csv" >"$work/still.csv"
		place=$(real_place "$set")
		printf '%-32.32s' "$f"
		for how in read,$place read still,$place; do
			p=${how#*,}
			[ "$p" != "$how" ] || p=
			plumb orient -q "$work/${how%,*}.csv" then \
			    segment -q ${p:+-p $p} then \
			    reps -q -o "$work/reps.csv"
			places_cell "$set" "$f" "$least" "$most" \
			    "$work/reps.csv"
		done
		echo
	done
	rm -rf "$work"
}
