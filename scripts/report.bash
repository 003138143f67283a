# report.bash - the steps of report, which sources it
#
# All of them work in $work, whose files publish moves to $dir.  What the page is
# told beside the tables stands in told.tsv: a key, a tab, a text.
# shellcheck disable=SC2154 # report sets what it was told

pictures=()	# what was drawn, in the order of the page: NAME or NAME-a
made=()		# files to publish
stages=() statuses=() jobs=()
span=()		# of time that a picture shows, as options of plot

# tell STAGE: show what it said, which stands on the page as well; the user knows
# files by their own names
tell() {
	local line f
	while IFS= read -r line; do
		line=${line//"$work/standing.au"/"$standing"}
		line=${line//"$work/poses.au"/"$poses"}
		for f in raw.au segment.au trace.csv reps.csv; do
			line=${line//"$at/$f"/"$name"}
		done
		line=${line/: stdin: /": $name: "} line=${line/: stream: /": $name: "}
		printf '%s\n' "$line" >&2
		line=${line#plumb-*: } line=${line#warning: }
		printf 'said\t%s\n' "${line#"$name: "}" >>"$at/told.tsv"
	done <"$at/$1.err"
}

# failed STAGE...: the first stage that failed, if any; those after it fail for
# want of input.  statuses: of each.
failed() {
	local i=0 stage
	for stage; do
		if [ "${statuses[$i]}" -ne 0 ]; then
			echo "$stage"
			return
		fi
		i=$((i + 1))
	done
	return 1
}

# step NAME COMMAND...: one that must go well, in $at
step() {
	local called=$1
	shift
	"$@" 2>"$at/$called.err"
	statuses=($?)
	if [ "${statuses[0]}" -ne 0 ]; then
		tell "$called"
		die "$called failed (exit ${statuses[0]}); nothing written"
	fi
}

# analyse AT RECORDING...: tables of it in folder AT; false if it is of no use
analyse() {
	local at=$1 trunk=1 bad kind stage name=$2
	shift
	{
		printf 'title\t%s\n' "$(line_of "${1##*/}")"
		printf 'rack\t%s\n' "$(rack)"
		# options after it, since what is told last counts
		[ -z "$athlete" ] || told_of "$athlete"
		[ ${#told[@]} -eq 0 ] || line_of "${told[@]}"
		[ -z "$standing" ] ||
		    printf 'standing\t%s\n' "$(line_of "${standing##*/}")"
		[ -z "$poses" ] ||
		    printf 'poses\t%s\n' "$(line_of "${poses##*/}")"
	} >"$at/told.tsv"
	local align=("${align[@]}") segment=() loads=("${load[@]}" "${bar[@]}")
	for kind in standing poses; do
		[ -n "${!kind}" ] || continue
		step plumb-read plumb-read "${read[@]}" -o "$work/$kind.au" \
		    -- "${!kind}"
		tell plumb-read
		align+=("--$kind" "$work/$kind.au")
	done
	align+=("${place[@]}") segment=("${place[@]}")
	case ${place[1]} in
	bar | wrist | thigh | shank | foot) trunk='' ;;
	*) loads+=("${place[@]}") ;;
	esac
	step plumb-read plumb-read "${read[@]}" "${read_too[@]}" \
	    -o "$at/raw.au" -- "$@"
	tell plumb-read
	local seg=$at/trace.csv
	[ ${#bar[@]} -eq 0 ] || [ -z "$body" ] || [ -z "$trunk" ] ||
	    seg=$at/segment.au
	stages=(plumb-align plumb-orient plumb-segment)
	plumb-align "${align[@]}" <"$at/raw.au" 2>"$at/plumb-align.err" |
	    plumb-orient 2>"$at/plumb-orient.err" |
	    plumb-segment "${segment[@]}" -o "$seg" 2>"$at/plumb-segment.err"
	statuses=("${PIPESTATUS[@]}")
	if bad=$(failed "${stages[@]}"); then
		tell "$bad"
		no_use "$at" "$bad"
		return 1
	fi
	for stage in "${stages[@]}"; do
		tell "$stage"
	done
	if [ "$seg" = "$at/trace.csv" ]; then
		echo "report: no moments: they need -b, -M (or --athlete) and a" \
		    "sensor on the trunk" >&2
	else
		other_rack "$at" &
		step plumb-load plumb-load "${loads[@]}" -o "$at/trace.csv" \
		    "$seg"
		tell plumb-load
		wait
	fi
	step plumb-reps plumb-reps "${reps[@]}" -o "$at/reps.csv" \
	    "$at/trace.csv"
	tell plumb-reps
	plumb-check -q "${segment[@]}" -o "$at/check.csv" "$seg" \
	    2>"$at/plumb-check.err" &
	plumb-spectrum -q -o "$at/spectrum.csv" "$seg" \
	    2>"$at/plumb-spectrum.err" &
	# that there is none has been said
	step plumb-sets plumb-sets -q -o "$at/sets.csv" "$at/reps.csv"
	step plumb-summary plumb-summary -q -o "$at/summary.csv" "$at/reps.csv"
	wait
	[ -s "$at/check.csv" ] || { tell plumb-check; die "plumb-check failed"; }
	made+=(trace.csv reps.csv sets.csv summary.csv check.csv)
	[ ! -s "$at/spectrum.csv" ] || made+=(spectrum.csv)
}

# line_of TEXT...: each as a line, whatever is in it
line_of() {
	local text
	for text; do
		printf '%s\n' "${text//$'\n'/ }"
	done
}

# told_of FILE: what an athlete file says; an offset is that of a front rack
told_of() {
	sed -n 's/^ *\([a-z-][a-z-]*\)[ 	]*=[ 	]*\(.*[^ 	\r]\)[ 	\r]*$/\1	\2/p' "$1" |
	    if [ "$(rack)" = front ]; then
		sed 's/^mass	/body	/'
	    else
		sed '/^offset	/d; s/^mass	/body	/'
	    fi
}

# rack: where the bar lies
rack() {
	local i rack=front
	for i in "${bar[@]}"; do
		case $i in
		front | high-bar | low-bar | none) rack=$i ;;
		esac
	done
	echo "$rack"
}

# other_rack AT: the same movement with the bar where it was not; an offset that
# was measured is not that of the other place
other_rack() {
	local rack other=high-bar i options=()
	rack=$(rack)
	case $rack in
	high-bar | low-bar) other=front ;;
	none) return ;;
	esac
	for ((i = 0; i < ${#loads[@]}; i++)); do
		if [ "${loads[i]}" = -d ]; then
			i=$((i + 1))
		else
			options+=("${loads[i]}")
		fi
	done
	echo "$rack $other" >"$1/racks"
	plumb-load -q "${options[@]}" -B $other -o "$1/other.csv" \
	    "$1/segment.au" 2>/dev/null
}

# no_use AT STAGE: where a stage failed, is it the recording?  Then its findings
# make the page.
no_use() {
	plumb-check -q -o "$1/check.csv" "$1/raw.au" 2>/dev/null
	grep -q ',unfit,' "$1/check.csv" ||
	    die "$2 failed; nothing written"
	printf 'failed\t%s\n' "$2" >>"$1/told.tsv"
	echo "report: $2 failed, and the recording is unfit" >&2
	made+=(check.csv)
}

# find_history: the rep tables named, or in the folders named
find_history() {
	local h f
	tables=()
	for h in "${history[@]}"; do
		if [ -d "$h" ]; then
			while IFS= read -r -d '' f; do
				# the one that is made anew is this session
				[ "$mode" = one ] && [ "$f" -ef "$dir/reps.csv" ] ||
					tables+=("$f")
			done < <(find "$h" -name 'reps*.csv' -type f -print0 | sort -z)
		elif [ -f "$h" ]; then
			tables+=("$h")
		else
			die "$h: no such file or folder"
		fi
	done
}

# dose: of the history and, if it has a day, of this session
dose() {
	local at=$work
	[ ${#tables[@]} -gt 0 ] || return 0
	if [ -f "$work/reps.csv" ]; then
		if head -n 1 "$work/reps.csv" | grep -Eq '(^|,)(date|start_utc)(,|$)'
		then
			tables+=("$work/reps.csv")
		else
			printf 'said\t%s\n' "this session has no day, and is not in the dose: --tag date=YEAR-MONTH-DAY" |
			    tee -a "$work/told.tsv" | cut -f 2 | sed 's/^/report: /' >&2
		fi
	fi
	step plumb-dose plumb-dose -o "$work/dose.csv" "${tables[@]}"
	tell plumb-dose
	made+=(dose.csv)
}

# compare: the tables of a/ and b/ lie beside one another from here on
compare() {
	local at=$work side f n=0
	step plumb-compare plumb-compare -o "$work/compare.csv" \
	    "$work/a/reps.csv" "$work/b/reps.csv"
	printf 'title\t%s against %s\n' "$(line_of "${recordings[0]##*/}")" \
	    "$(line_of "${recordings[1]##*/}")" >"$work/told.tsv"
	made=(compare.csv)
	draw compare compare "$work/compare.csv"
	for side in a b; do
		[ -z "$(lean_in "$work/$side")" ] ||
			draw path "path-$side" "$work/$side/trace.csv"
	done
	for side in a b; do
		draw_load "$work/$side" "load-$side"
		sed -n "s/^rack	/rack $side	/p" "$work/$side/told.tsv" \
		    >>"$work/told.tsv"
		sed -n "s/^said	/&${side^}: /p" "$work/$side/told.tsv" \
		    >>"$work/told.tsv"
		n=$((n + 1))
		printf 'say %d\t%s: %s\n' $n "${side^}" \
		    "$(sentence lifter "$work/$side/summary.csv")" \
		    >>"$work/told.tsv"
	done
	drawn
	tell plumb-compare
	for side in a b; do
		for f in trace reps sets summary check spectrum; do
			[ ! -f "$work/$side/$f.csv" ] || {
				mv "$work/$side/$f.csv" "$work/$f-$side.csv"
				made+=("$f-$side.csv")
			}
		done
	done
}

# sentence READER SUMMARY: as it stands there, without quotes
sentence() {
	sed -n "s/^$1,//p" "$2" | sed 's/^"\(.*\)"$/\1/'
}

season() {
	local at=$work
	printf 'title\t%s\n' "$(line_of "$(basename -- "${history[0]}")")" \
	    >"$work/told.tsv"
	dose
	draw_dose
}

# page: from tables and pictures, as HTML and as one sheet
page() {
	local tables=() t
	{
		printf 'mode\t%s\nversion\t%s\n' "$mode" "$version"
		[ ${#pictures[@]} -eq 0 ] ||
		    printf 'picture\t%s\n' "${pictures[@]}"
	} >>"$work/told.tsv"
	for t in check check-a check-b summary reps compare dose; do
		[ ! -f "$work/$t.csv" ] || tables+=("$work/$t.csv")
	done
	awk -f "$here/table.awk" -f "$here/page.awk" \
	    -f "$here/page-lines.awk" page "$work/told.tsv" \
	    "${tables[@]}" >"$work/page.tsv" || die "page.awk failed"
	drawn
	(
		cd "$work" || exit
		awk -f "$here/page-sheet.awk" page.tsv >sheet.svg &&
		    SOURCE_DATE_EPOCH=0 rsvg-convert -f pdf -o report.pdf \
			sheet.svg &
		awk -v css="$here/page.css" -v version="$version" \
		    -f "$here/page-html.awk" page.tsv >report.html && wait $!
	) || die "the page could not be made; nothing written"
}

publish() {
	local f
	for f in "${made[@]}" report.pdf report.html; do
		mv -f -- "$work/$f" "$dir/$f" || die "$dir/$f: cannot be written"
	done
	echo "page: $dir/report.html (on one sheet: $dir/report.pdf)"
	printf 'tables:'
	for f in "${made[@]}"; do
		[ "${f%.csv}" = "$f" ] || printf ' %s' "$dir/$f"
	done
	[ ${#pictures[@]} -eq 0 ] || {
		printf '\npictures:'
		printf ' %s' "${pictures[@]/#/$dir/}"
		printf ' (each .png and .svg)'
	}
	echo
}
