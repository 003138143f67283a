# report-draw.bash - the pictures of a report, all of them drawn at once
#
# report sources it, and report.bash says where things are.
# shellcheck disable=SC2154 # report and report.bash set these

# draw NAME OUT TABLE [ARGUMENT ...]: begin to draw a picture, as SVG, and as PNG
# what the SVG looks like
draw() {
	local name=$1 out=$2 table=$3
	shift 3
	pictures+=("$out")
	made+=("$out.svg" "$out.png")
	{
		"$here/plot" "$name" "${span[@]}" "$table" "$work/$out.svg" "$@" &&
		    rsvg-convert -o "$work/$out.png" "$work/$out.svg"
	} 2>>"$work/plot.err" &
	jobs+=($!)
}

# drawn: all of them have been
drawn() {
	local j said
	for j in "${jobs[@]}"; do
		wait "$j" || {
			said=$(head -n 1 "$work/plot.err")
			die "${said//"$work/"}; nothing written"
		}
	done
	jobs=()
}

# draw_load AT OUT: as it was lifted, on what another place of the bar would ask
draw_load() {
	local rack other
	[ -s "$1/other.csv" ] || return 0
	read -r rack other <"$1/racks"
	draw load "$2" "$1/trace.csv" "$1/other.csv" '' "$rack" "$other"
}

# span_of TABLE: from its first t_s to its last
span_of() {
	awk -F, '{ gsub(/"[^"]*"/, "") }
	NR == 1 { for (i = 1; i <= NF && $i != "t_s"; i++) continue }
	NR == 2 { first = $i }
	END { if (NR > 2 && first >= 0) print "-f\n" first "\n-t\n" $i }' "$1"
}

# lean_in AT: a word, if the lean is known, as it is of a sensor on the trunk
lean_in() {
	head -n 1 "$1/trace.csv" | grep -o -m 1 'lean_deg'
}

# draw_dose: of sessions whose loads are not known there is the table alone
draw_dose() {
	[ -f "$work/dose.csv" ] || return 0
	if head -n 1 "$work/dose.csv" | grep -q 'moment_[a-z0-9]*_peak_max_nm'
	then
		draw dose dose "$work/dose.csv"
	fi
}

draw_one() {
	if [ -f "$work/reps.csv" ]; then
		# one stands above the other, with the same axis
		mapfile -t span < <(span_of "$work/trace.csv")
		draw strip strip "$work/reps.csv"
		span=()
		draw trace trace "$work/trace.csv"
		[ -z "$(lean_in "$work")" ] ||
			draw path path "$work/trace.csv"
		draw_load "$work" load
		draw tempo tempo "$work/reps.csv"
		draw loss loss "$work/reps.csv" "$work/sets.csv"
	fi
	draw_dose
	[ ! -f "$work/spectrum.csv" ] ||
	    draw spectrum spectrum "$work/spectrum.csv"
}
