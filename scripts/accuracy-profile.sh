# accuracy-profile.sh - table of scripts/accuracy: the load at a velocity

# Ramps of five bars whose ascents are timed so that the mean velocity of the
# sensor lies on a line: .95 m/s less .005 for each kilogram, .30 at 130.  What
# is drawn about it, repetition by repetition, is the simulation's own.
table_profile() {
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	many=$((sessions / 2))
	echo "Ramps of 40 to 120 kg, grade consumer, $many from seed $seed" \
	    "on: the load at .30 m/s, 130 kg"
	for reps in 1 3; do
		mkdir "$work/$reps"
		profile_jobs
		for which in best mean first; do
			[ $reps -gt 1 ] || [ $which = best ] || continue
			cat "$work/$reps"/*.$which | profile_row
		done
	done
	rm -rf "$work"
	trap - EXIT
}

profile_jobs() {
	jobs=$(getconf _NPROCESSORS_ONLN)
	job=0
	set --
	while [ $job -lt "$jobs" ]; do
		profile_seeds $((seed + job)) "$jobs" &
		set -- "$@" $!
		job=$((job + 1))
	done
	for job; do
		wait "$job"
	done
}

# profile_seeds FIRST STEP: ramps of every so manieth seed
profile_seeds() (
	s=$1
	while [ "$s" -lt $((seed + many)) ]; do
		stem=$work/$reps/$s
		# how far the sensor of this lifter travels
		plumb-simulate -q -n 30 -s "$s" --grade consumer \
		    -T "$stem.t.csv" >/dev/null
		way=$(awk -F, '
		NR == 1 { while ($++c != "depth_m") ; next }
		$c != "" { sum += $c; n++ }
		END { print sum / n }' "$stem.t.csv")
		rm "$stem.t.csv"
		for kg in 40 60 80 100 120; do
			profile_set
		done
		for which in best mean first; do
			plumb-profile -q --rep $which "$stem".*.csv \
			    >"$stem.$which"
		done
		rm "$stem".*.csv
		s=$((s + $2))
	done
)

profile_set() {
	con=$(awk -v way="$way" -v kg="$kg" 'BEGIN {
		printf "%.4f", way / (.95 - .005 * kg) }')
	plumb simulate -q -n "$reps" -s $((s * 1000 + kg)) --lifter "$s" \
	    --sensor "$s" --grade consumer --tempo "2-.5-$con-1" -b "$kg" \
	    then align -q then orient -q then segment -q then \
	    load -q -b "$kg" -M 80 then reps -q -o "$stem.$kg.csv"
}

# Of the mean velocity of the sensor.
profile_row() {
	awk -F, -v reps="$reps" -v which="$which" '
	$1 == "column" {
		for (i = 1; i <= NF; i++)
			at[$i] = i
	}
	$1 == "mcv_m_s" {
		n++
		see += $at["see_m_s"]
		load = $at["minimal_load_kg"]
		if (load == "") {
			none++
			next
		}
		low = $at["minimal_load_low_kg"]
		high = $at["minimal_load_high_kg"]
		inside += low <= 130 && 130 <= high
		off += load - 130
		wide += high - low
	}
	END {
		told = n - none
		printf "%d reps, --rep %-5s  %5.1f %% inside its band, " \
		    "%+5.1f kg, band %4.1f kg wide, SEE %.3f m/s, %d refused\n",
		    reps, which, 100 * inside / told, off / told, wide / told,
		    see / n, none
	}'
}
