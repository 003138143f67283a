# accuracy-rom.sh - table of scripts/accuracy: mobility drills

# Simulated drills, a seed for each: kinds, shapes, sides and grades, from quick
# to slow and from small to large, as rom_drill draws them.
table_rom() {
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	echo "Simulated drills of five cycles: exact ones, then errors of all" \
	    "cycles, median / 95 % / worst"
	printf '%-22s %9s  %17s  %7s  %17s  %14s  %11s %11s\n' '' exact \
	    'range deg' '<= 1.5' 'ends deg' 'start, end s' 'in 1 SD' 'in 2 SD'
	for grade in lab consumer poor; do
		for kind in open-book cat-cow; do
			rom_drills $grade $kind
		done
	done
	for kind in seated-turn side-bend; do
		rom_drills consumer $kind
	done
	echo "With a second sensor at T12: what is thoracic"
	for kind in open-book cat-cow; do
		rom_drills consumer $kind --t12
	done
	rm -rf "$work"
	trap - EXIT
}

# rom_drills GRADE KIND [OPTION]: a line of $drills drills
rom_drills() {
	set -- "$1" "$2" "${3:-}"
	i=0
	while [ $i -lt "$drills" ]; do
		rom_drill $((seed + i)) "$@"
		i=$((i + 1))
	done >"$work/errors"
	printf '%-22s' "$1, $2"
	awk -f "$top/scripts/accuracy-rom-sum.awk" "$work/errors"
}
drills=20

# rom_drill SEED GRADE KIND OPTION: rows of errors.  Tempi are spread evenly
# over ten seeds, ranges over seven, sides and shapes over two and three.
rom_drill() {
	set -- "$1" "$2" "$3" "$4" "$(awk -v s="$1" 'BEGIN {
		way = 0.7 * 10 ^ (s % 10 / 9 * log(8 / 0.7) / log(10))
		hold = s % 4 / 2
		printf "--tempo %.2f-%.2f-%.2f-%.2f --range %d --shape %s", \
		    way, hold, way * 1.1, hold, 30 + 40 * (s % 7) / 6, \
		    s % 3 ? "cosine" : "minjerk"
	}')"
	side=left axis=rotation
	[ $(($1 % 2)) -eq 1 ] || side=right
	case $3 in
	cat-cow) axis=flexion side= ;;
	side-bend) axis=side ;;
	esac
	# shellcheck disable=SC2086 # words
	plumb simulate -s "$1" --grade "$2" --drill "$3" $4 $5 \
	    ${side:+--side $side} -T "$work/truth.csv" then orient -q \
	    --grade "$2" then rom -q --axis $axis --grade "$2" \
	    -o "$work/found.csv"
	part=thorax
	[ -z "$4" ] || part=thoracic
	awk -v part=$part -f "$top/scripts/accuracy-rom.awk" \
	    "$work/truth.csv" "$work/found.csv"
}
