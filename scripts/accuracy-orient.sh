# accuracy-orient.sh - tables of scripts/accuracy: attitude, depth, one squat
# after another

# On real recordings, where there are any, and on simulated sessions.
table_orient() {
	make -s -C "$top" build/accuracy/orient build/accuracy/sessions \
	    bin/plumb
	orient_broad
	orient_sessions
}

# Inclination on BROAD (Laidig et al. 2021, CC BY 4.0), 2000/7 Hz.
orient_broad() {
	broad=$(data broad) || { leave_out; return 0; }
	set --
	for f in "$broad"/*.truth.wav; do
		set -- "$@" "${f%.truth.wav}.wav"
	done
	echo "Inclination error on $# trials of BROAD, RMS in deg, mean over" \
	    "pieces"
	"$top/build/accuracy/orient" pieces "$@"
	for f; do
		plumb-read -q -r 2000/7 -O au "$f" | plumb-orient -O au |
		    "$top/build/accuracy/orient" whole "$f"
	done | awk '{ p += $1; s += $2 } END { printf \
	    "whole trials through plumb-read | plumb-orient: " \
	    "%.3f / %.3f (%d)\n", p / NR, s / NR, NR }'
}

# session DIR SEED OPTION...: a simulated session's trace, and what orient makes
# of it bare, aligned by itself, and by its first 3.5 s, when it stands still
session() {
	f=$1/$2
	shift
	plumb-simulate -s "$@" --trace "$f.trace.au" -o "$f.au"
	plumb-orient -q $options -o "$f.bare.au" "$f.au"
	plumb align -q "$f.au" then orient -q $options -o "$f.alone.au"
	plumb-read -q -t 3.5 -o "$f.standing.csv" "$f.au"
	plumb align -q --standing "$f.standing.csv" "$f.au" \
	    then orient -q $options -o "$f.stood.au"
}

# judge KIND STREAM TEXT FOLDER...: a line about all sessions in these folders
judge() {
	kind=$1 stream=$2 text=$3
	shift 3
	for dir; do
		shift
		for f in "$dir"/*.trace.au; do
			set -- "$@" "$f" "${f%.trace.au}.$stream.au"
		done
	done
	printf '%-32s' "$text"
	"$top/build/accuracy/sessions" "$kind" "$@"
}

# Simulated sessions, each of a seed of its own: bias and mounting are drawn
# once a session, so that 20 sessions with one seed each are 20 draws.
orient_sessions() {
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	echo "Simulated sessions, 20 in each line: RMS error in deg, mean" \
	    "over sessions; rows in"
	echo "1 and 2 SD, in %, +- SD between sessions; mean SD claimed"
	echo "inclination, but for \"lean\"        reps    all  worst" \
	    "     in 1 SD    in 2 SD  claims"
	for grade in lab consumer poor; do
		# what plumb-orient is told of the sensor
		options="--grade $grade"
		seed=0
		for reps in 5 1 10; do
			for shape in cosine minjerk; do
				dir=$work/$grade.$reps.$shape
				mkdir "$dir"
				last=$((seed + 20))
				while [ $seed -lt $last ]; do
					seed=$((seed + 1))
					session "$dir" $seed -n $reps \
					    --grade $grade --shape $shape
				done
				judge incl bare "$grade $shape $reps" "$dir"
			done
		done
		judge incl bare "$grade, all" "$work/$grade".*
		judge lean alone "$grade, all: lean" "$work/$grade".*
		judge lean stood "$grade, all: lean, --standing" \
		    "$work/$grade".*
	done
	rm -rf "$work"
}

# What rest, tops and the search for bias are worth, 20 seeds of each shape.
table_priors() {
	make -s -C "$top" build/accuracy/priors bin/plumb
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	set --
	for shape in cosine minjerk; do
		seed=0
		while [ $seed -lt 20 ]; do
			seed=$((seed + 1))
			f=$work/$shape.$seed
			plumb-simulate --grade consumer --shape $shape \
			    -s $seed --trace "$f.trace.au" -o "$f.au"
			plumb align -q "$f.au" then orient then segment \
			    -o "$f.done.au"
			set -- "$@" "$f.trace.au" "$f.done.au"
		done
	done
	echo "What squats give: depth and velocity in $(($# / 2)) simulated" \
	    "sessions, consumer; errors, mean / worst"
	"$top/build/accuracy/priors" "$@"
	rm -rf "$work"
}

# The whole pipe on simulated sessions, 20 seeds of 5 repetitions each.
table_pipe() {
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	echo "Simulated sessions: sets counted rightly; errors, mean / worst"
	echo "                     sets       bottom s   lean RMS deg" \
	    "   T7/8 peak %  L5/S1 peak %        depth m        mcv m/s"
	for grade in none consumer; do
		for shape in cosine minjerk; do
			set --
			for seed in 1 2 3 4 5 6 7 8 9 10 \
			    11 12 13 14 15 16 17 18 19 20; do
				f=$work/$seed
				plumb-simulate --grade $grade --shape $shape \
				    -s $seed -T "$f.truth.csv" -O au \
				    --trace "$f.trace.csv" |
				    plumb-align -q -O au | plumb-orient -O au |
				    plumb-segment -O au |
				    plumb-load -q -b 100 -M 80 -o "$f.csv"
				plumb-reps -q "$f.csv" -o "$f.reps.csv"
				set -- "$@" kind=truth "$f.truth.csv" \
				    kind=reps "$f.reps.csv" \
				    kind=trace "$f.trace.csv" \
				    kind=stream "$f.csv"
			done
			printf '%-8s %-8s' $grade $shape
			awk -f "$top/scripts/accuracy-pipe.awk" "$@"
		done
	done
	rm -rf "$work"
}
