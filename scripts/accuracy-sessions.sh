# accuracy-sessions.sh - table of scripts/accuracy: random sessions

# Random sessions, odd seeds cosine and even ones minimum jerk, then what worse
# sensors would have recorded of them.
table_sessions() {
	if [ "$keep" ]; then
		mkdir "$keep"
		work=$(cd "$keep" && pwd)
	else
		work=$(mktemp -d)
		trap 'rm -rf "$work"' EXIT
	fi
	for c in cosine minjerk all $levels; do
		mkdir "$work/$c"
	done
	jobs=$(getconf _NPROCESSORS_ONLN)
	job=0
	set --
	while [ $job -lt "$jobs" ]; do
		sessions_seeds $((seed + job)) "$jobs" &
		set -- "$@" $!
		job=$((job + 1))
	done
	for job; do
		wait "$job"
	done
	echo "Random sessions, grade consumer, and through plumb-stress:" \
	    "$sessions of them from seed $seed on"
	set --
	for c in cosine minjerk all $levels; do
		sessions_score "$work/$c"
		set -- "$@" name="$c" "$work/$c/score.csv" \
		    "$work/$c/reps.csv" "$work/$c/refused.txt"
	done
	awk -f "$top/scripts/accuracy-sessions.awk" "$@"
	awk -f "$top/scripts/accuracy-wrong.awk" "$work/all/truth.csv" \
	    "$work/all/reps.csv"
	[ "$keep" ] || rm -rf "$work"
}
levels="lab consumer poor broken"

# sessions_seeds FIRST STEP: simulate each and segment it at every level
sessions_seeds() (
	s=$1
	while [ "$s" -lt $((seed + sessions)) ]; do
		[ $((s % 2)) -eq 1 ] && shape=cosine || shape=minjerk
		plumb-simulate -q -s "$s" --scenario random --grade consumer \
		    --shape $shape -i "$s" -T "$work/all/$s.truth.csv" \
		    -o "$work/$s.au"
		sessions_run "$work/all/$s" align -q "$work/$s.au"
		for kind in truth.csv reps.csv refused; do
			[ ! -e "$work/all/$s.$kind" ] ||
			    ln -f "$work/all/$s.$kind" "$work/$shape"
		done
		for c in $levels; do
			plumb-stress -q --level "$c" -s "$s" \
			    "$work/all/$s.truth.csv" -o "$work/$c/$s.truth.csv"
			sessions_run "$work/$c/$s" stress -q --level "$c" \
			    -s "$s" "$work/$s.au" then align -q
		done
		rm "$work/$s.au"
		s=$((s + $2))
	done
)

# sessions_run STEM FILTER...: STEM.reps.csv of it, or why not in STEM.refused
sessions_run() {
	stem=$1
	shift
	plumb "$@" then orient -q then segment -q then \
	    reps -q -o "$stem.reps.csv" 2>"$stem.said" || {
		echo "$? ${stem#"$work/"}: $(tail -n 1 "$stem.said")" \
		    >"$stem.refused"
		echo recording,class,bottom_s >"$stem.reps.csv"
	}
	rm "$stem.said"
}

# sessions_score DIR: one table of all its rep tables beside one of all truths
sessions_score() (
	cd "$1" || exit
	for kind in truth reps; do
		# shellcheck disable=SC2046,SC2012 # SEED.KIND.csv, so words
		awk -f "$top/scripts/accuracy-join.awk" \
		    $(ls ./*.$kind.csv | sort -t / -k 2n) >$kind.csv
	done
	find . -name '*.refused' -exec cat {} + >refused.txt
	plumb-score -q truth.csv reps.csv -o score.csv
)
