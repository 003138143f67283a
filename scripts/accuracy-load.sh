# accuracy-load.sh - tables of scripts/accuracy: moments, and how far off

# shellcheck source=scripts/real.sh
. "$top/scripts/real.sh"

# Of the 200 sessions that scripts/accuracy counts, 100 have the lifter as
# stated, and 500 have one that differs.
table_load() {
	make -s -C "$top" build/accuracy/load bin/plumb
	load=$top/build/accuracy/load
	"$load" vectors "$top/tests/golden/reference_vectors.csv"
	echo
	"$load" published
	echo
	"$load" order
	echo
	echo 'a movement in closed form, smoothed as plumb-load does'
	"$load" closed
	echo
	"$load" worth
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	echo
	echo "simulated sessions of five, consumer sensor, lifter as stated:" \
	    "error without sign, median"
	load_sessions $((sessions / 2)) known
	echo "the same, and how far the lifter leans in the stance stated, too" \
	    "(--neutral-lean)"
	load_sessions $((sessions / 2)) stance
	echo
	echo "the same, the lifter drawn (--vary-body): how often the truth" \
	    "lies within the SD"
	echo '(this tests how errors are propagated, not how large they are)'
	load_sessions $((sessions * 5 / 2)) drawn --vary-body
	load_squats
	rm -rf "$work"
	trap - EXIT
}

# load_sessions HOW_MANY TEXT OPTION...: a line for each level
load_sessions() {
	many=$1 text=$2
	shift 2
	s=$seed
	while [ "$s" -lt $((seed + many)) ]; do
		plumb simulate -q -s "$s" --grade consumer "$@" \
		    -T "$work/truth.csv" -o "$work/session.au"
		lean=0
		[ "$text" != stance ] || lean=$(stance "$work/truth.csv")
		plumb align -q --neutral-lean "$lean" "$work/session.au" then \
		    orient -q then segment -q then load -q -b 100 -M 80 \
		    -H 1.75 -x m -p t4 then reps -q -o "$work/found.csv"
		awk -f "$top/scripts/accuracy-load.awk" "$work/truth.csv" \
		    "$work/found.csv"
		s=$((s + 1))
	done >"$work/errors"
	for level in l5s1 t7t8; do
		load_line "$level" "$text"
	done
}

# stance TRUTH: how far the lifter leans standing, deg
stance() {
	awk -F, '
	NR == 1 { while ($++c != "stance_lean_deg") ; next }
	{ print $c; exit }' "$1"
}

# load_line LEVEL TEXT: of rows "level peak-error impulse-error z within-z
# impulse-z"
load_line() {
	awk -v l="$1" -v text="$2" '
	function median(x, n,   i, j, v) {
		for (i = 2; i <= n; i++) {
			v = x[i]
			for (j = i - 1; j && x[j] > v; j--)
				x[j + 1] = x[j]
			x[j + 1] = v
		}
		return n % 2 ? x[(n + 1) / 2] : (x[n / 2] + x[n / 2 + 1]) / 2
	}
	$1 == l {
		n++
		peak[n] = $2 < 0 ? -$2 : $2
		impulse[n] = $3 < 0 ? -$3 : $3
		one += $4 * $4 < 1
		two += $4 * $4 < 4
		mean += $4
		square += $5 * $5
		whole += $6 * $6 < 1
		twice += $6 * $6 < 4
	}
	END {
		printf "%-5s %-6s %5d reps: peak %4.1f %%, impulse %4.1f %%; " \
		    "within 1 SD %4.1f %%, 2 SD %4.1f %%, mean %+.2f SD; " \
		    "against the set %.2f SD; impulse within 1 SD %4.1f %%, " \
		    "2 SD %4.1f %%\n", l, text, n,
		    100 * median(peak, n), 100 * median(impulse, n),
		    100 * one / n, 100 * two / n, mean / n, sqrt(square / n),
		    100 * whole / n, 100 * twice / n
	}' "$work/errors"
}

# Two real squats under a chest strap: plausible, not true.
load_squats() {
	real=$(data jhowenstein) || { leave_out; return 0; }
	columns=$(real_columns jhowenstein)
	echo
	echo 'real squats, lifter 100 kg, 1.854 m, bar masses assumed: N m, N m s'
	# shellcheck disable=SC2086 # words
	plumb-read -q $columns -o "$work/cal.csv" \
	    "$real/IMU_Squat_Calibration_File_2.csv"
	printf '%-24s %-5s %14s %6s %6s %14s %8s\n' '' '' 'peak +- SD' bar \
	    body 'impulse' 'of which ascent'
	for bar in FS1_2:140 BS1_2:184; do
		for rack in front high-bar; do
			load_squat "${bar%:*}" "${bar#*:}" "$rack"
		done
	done
}

# load_squat FILE KG RACK
load_squat() {
	# shellcheck disable=SC2086 # words
	plumb read -q $columns "$real/$1.csv" then \
	    align -q --standing "$work/cal.csv" then orient -q then \
	    segment -q then load -q -b "$2" -M 100 -H 1.854 -x m -p xiphoid \
	    -B "$3" --parts then reps -q -o "$work/squat.csv"
	awk -F, -v text="$1, $2 kg, $3" -v kg="$2" '
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["class"] == "work" {
		for (l = 0; l < 2; l++) {
			L = l ? "t7t8" : "l5s1"
			printf "%-24s %-5s %7.0f +- %3.0f %6.0f %6.0f " \
			    "%14.0f %8.0f\n", text, L,
			    $at["moment_" L "_peak_nm"],
			    $at["moment_" L "_peak_sd_nm"],
			    kg * $at["k_" L "_nm_per_kg"], $at["m0_" L "_nm"],
			    $at["impulse_" L "_nms"],
			    $at["impulse_con_" L "_nms"]
			text = ""
		}
	}' "$work/squat.csv"
}
