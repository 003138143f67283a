# accuracy-compare.sh - table of scripts/accuracy: differences that are there,
# and that are not

# shellcheck source=scripts/real.sh
. "$top/scripts/real.sh"

# Pairs of sets of 3, 5 and 8 repetitions.  The greatest lean of a session is
# stated against the vertical, whatever its stance, so that the stance is what it
# is: an error of the set-up.
table_compare() {
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	for reps in 3 5 8; do
		mkdir "$work/$reps"
		compare_jobs
		for kind in sets on anew wrong lifters lean shift; do
			cat "$work/$reps"/*."$kind" >"$work/$kind.$reps"
		done
		rm -r "${work:?}/$reps"
	done
	echo "Pairs of sets, grade consumer, $sessions from seed $seed on"
	printf '%-46s %7s %7s %7s\n' '' '3 reps' '5 reps' '8 reps'
	echo 'said to differ, per cent of the columns with an interval:'
	compare_row sets '' 'two sets of one recording'
	compare_row on '' 'two recordings, sensor left on, --same-setup'
	compare_row anew '' 'two recordings, sensor mounted anew'
	compare_row lifters '' 'the same, of lifters with unlike habits'
	echo 'said to differ, per cent of the pairs:'
	compare_row anew lean_max_deg 'mounted anew, lean_max_deg as it was'
	compare_row wrong lean_max_deg 'the same, taken for --same-setup'
	compare_row lean lean_max_deg 'left on, lean_max_deg 5 more'
	compare_row lean lean_bottom_deg 'left on, lean_bottom_deg 4.5 more'
	echo 'what all repetitions of a recording err alike, per cent (8 reps):'
	compare_shift
	compare_neighbours
	rm -rf "$work"
	trap - EXIT
}

compare_jobs() {
	jobs=$(getconf _NPROCESSORS_ONLN)
	job=0
	set --
	while [ $job -lt "$jobs" ]; do
		compare_seeds $((seed + job)) "$jobs" &
		set -- "$@" $!
		job=$((job + 1))
	done
	for job; do
		wait "$job"
	done
}

# compare_seeds FIRST STEP: sessions of every so manieth seed, and their pairs
compare_seeds() (
	s=$1
	while [ "$s" -lt $((seed + sessions)) ]; do
		stem=$work/$reps/$s
		other=$((s + 1000000))
		compare_stance "$s"
		compare_session a 30 -s "$s" -T "$stem.truth.csv"
		compare_session on 30 -s $((s + 2000000)) --lifter "$s" \
		    --sensor "$s"
		compare_session more 35 -s $((s + 3000000)) --lifter "$s" \
		    --sensor "$s"
		compare_stance $other
		compare_session new 30 -s $other --lifter "$s"
		compare_session who 30 -s $other
		compare_pair on a on --same-setup
		compare_pair lean a more --same-setup
		compare_pair anew a new
		compare_pair wrong a new --same-setup
		compare_pair lifters a who
		compare_sets
		awk -f "$top/scripts/accuracy-shift.awk" "$stem.truth.csv" \
		    "$stem.a.csv" >"$stem.shift"
		rm "$stem".*.csv
		s=$((s + $2))
	done
)

# compare_stance SEED: how far he leans in it, into $stance
compare_stance() {
	plumb-simulate -q -n 1 --grade consumer -s "$1" -T "$stem.t.csv" \
	    >/dev/null
	stance=$(awk -F, '
	NR == 1 { while ($++c != "stance_lean_deg") ; next }
	{ print $c; exit }' "$stem.t.csv")
}

# compare_session NAME LEAN OPTION...: its rep table
compare_session() {
	name=$1 lean=$2
	shift 2
	lean=$(awk -v a="$lean" -v b="$stance" 'BEGIN { print a - b }')
	plumb simulate -q -n "$reps" --grade consumer --lean "$lean" "$@" \
	    then align -q then orient -q then segment -q then \
	    load -q -b 100 -M 80 then reps -q -o "$stem.$name.csv"
}

# compare_pair KIND NAME NAME OPTION...
compare_pair() {
	kind=$1 a=$2 b=$3
	shift 3
	plumb-compare -q "$@" "$stem.$a.csv" "$stem.$b.csv" |
	    sed 1d >"$stem.$kind"
}

# Of every second seed: it has 2 to 4 sets.
compare_sets() {
	: >"$stem.sets"
	[ $((s % 2)) -eq 0 ] || return 0
	compare_session sets 30 -s "$s" --scenario sets
	plumb-compare -q --by set "$stem.sets.csv" | sed 1d | cut -d, -f3- \
	    >"$stem.sets"
}

# compare_row KIND COLUMN TEXT: how often it differs; of all columns if ''
compare_row() {
	printf '%-46s' "$3"
	for reps in 3 5 8; do
		awk -F, -v column="$2" '
		($1 == column || column == "") && $7 != "" &&
		    $NF != "constant" { n++; k += $(NF - 1) == "differs" }
		END { printf " %7.1f", n ? 100 * k / n : 0 }' \
		    "$work/$1.$reps"
	done
	echo
}

# What setup.h has of depth and velocities: the SD of the mean errors of
# recordings, less what their repetitions scatter.
compare_shift() {
	awk '
	{ n[$1]++; sum[$1] += $2; square[$1] += $2 * $2; within[$1] += $3 }
	END {
		m = split("depth_m mcv_m_s mcv_bar_m_s pv_m_s con_s", order)
		for (i = 1; i <= m; i++) {
			k = order[i]
			v = (square[k] - sum[k] ^ 2 / n[k]) / (n[k] - 1)
			v -= within[k] / n[k]
			printf "  %s %.1f", k, 100 * sqrt(v > 0 ? v : 0)
		}
		print ""
	}' "$work/shift.8"
}

# What differ.h has of neighbours, in sets that others recorded.
compare_neighbours() {
	for set in choi barbell; do
		real=$(data $set) || { leave_out; continue; }
		place=$(real_place $set)
		for f in "$real"/*.csv; do
			# shellcheck disable=SC2046 # words
			plumb read -q $(real_columns $set) "$f" then \
			    align -q -p "$place" then orient -q then \
			    segment -q -p "$place" then \
			    reps -q -o "$work/$set.${f##*/}"
		done
		printf 'neighbours that others recorded, %s: ' "$place"
		awk -f "$top/scripts/accuracy-neighbours.awk" \
		    "$work/$set".*.csv
	done
}
