#!/bin/sh
# what every filter does alike with what it cannot use
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# a stream for each filter, from a short session
plumb simulate -n 2 -s 7 -o simulate.csv
plumb read simulate.csv -o read.csv
plumb align -q read.csv -o align.csv
plumb orient align.csv -o orient.csv
plumb segment orient.csv -o segment.csv
plumb load -q -b 100 -M 80 segment.csv -o load.csv
mkdir folder
: >empty.csv
printf 'this is no table\nat all\n' >text.csv
printf 't_s\n0\n0.01\n0.02\n' >bare.csv

# full COMMAND...: a disk that is full is seen
full() {
	says "$1: a full disk is seen" 2 "^plumb-$1: stdout: No space left" \
	    sh -c 'plumb "$@" >/dev/full' sh "$@"
}

# refuses FILTER INPUT PATTERN OPTION...: one line, exit 2, and no output file
refuses() {
	f=$1 input=$2 pattern=$3
	shift 3
	says "$f: $input is refused" 2 "^plumb-$f: .*$pattern" \
	    plumb "$f" "$@" "$input" -o left.csv
	[ ! -e left.csv ] && [ ! -e left.csv.part ]
	claim $? "$f: and leaves no file"
	rm -f left.csv left.csv.part
}

# needed FILTER: the options without which it does not run
needed() {
	case $1 in
	join) echo --as t12 --offset 0 read.csv ;;
	load) echo -b 100 -M 80 ;;
	rom) echo --axis flexion ;;
	stress) echo --level lab ;;
	esac
}

# every FILTER INPUT: what is alike
# shellcheck disable=SC2046 # words
every() {
	f=$1 good=$2
	full "$f" -q $(needed "$f") "$good"
	says "$f: an unknown option is refused" 2 \
	    "^plumb-$f: --nope: no such option; see plumb-$f --help" \
	    plumb "$f" --nope
	awk -F, -v OFS=, 'NR == 9 { $2 = "nan" } { print }' "$good" >nan.csv
	for bad in 'folder:Is a directory' 'absent.csv:No such file' \
	    empty.csv: text.csv: "nan.csv:9: acc_[a-z]*_m_s2: 'nan'"; do
		refuses "$f" "${bad%%:*}" "${bad%%:*}: ${bad#*:}" \
		    $(needed "$f")
	done
	head -n 1 "$good" >none.csv
	plumb "$f" $(needed "$f") none.csv >/dev/null 2>said </dev/null
	[ $? -le 2 ] && [ "$(wc -l <said)" -le 1 ]
	claim $? "$f: names without rows end in one line at most"
	[ "$f" != read ] || return	# a recording may be cut, and bare
	head -c 3001 "$good" >cut.csv
	refuses "$f" cut.csv 'cut.csv: ' $(needed "$f")
	refuses "$f" bare.csv 'bare.csv: .*no such column' $(needed "$f")
}

every read read.csv
every align read.csv
every join read.csv
every check read.csv
every orient align.csv
every segment orient.csv
every load segment.csv
every reps load.csv
every rom orient.csv
every stress read.csv
plumb reps load.csv -o reps.csv
full sets reps.csv
says "sets: an unknown option is refused" 2 \
    '^plumb-sets: --nope: no such option; see plumb-sets --help' \
    plumb sets --nope
awk -F, -v OFS=, 'NR == 5 { $1 = "nan" } { print }' reps.csv >nan.csv
for bad in 'folder:Is a directory' 'absent.csv:No such file' empty.csv: \
    text.csv: "nan.csv:5: set: 'nan'" 'load.csv:start_s: no such column'; do
	refuses sets "${bad%%:*}" "${bad%%:*}: ${bad#*:}"
done
full compare -q reps.csv reps.csv
says "compare: an unknown option is refused" 2 \
    '^plumb-compare: --nope: no such option; see plumb-compare --help' \
    plumb compare --nope
says "profile: an unknown option is refused" 2 \
    '^plumb-profile: --nope: no such option; see plumb-profile --help' \
    plumb profile --nope
for bad in 'folder:Is a directory' 'absent.csv:No such file' empty.csv: \
    text.csv: "nan.csv:5: set: 'nan'" 'load.csv:a sample stream'; do
	refuses compare "${bad%%:*}" "${bad%%:*}: ${bad#*:}" reps.csv
	refuses profile "${bad%%:*}" "${bad%%:*}: ${bad#*:}"
done
full simulate -n 1
says "simulate: an unknown option is refused" 2 \
    "^plumb-simulate: --nope: no such option" plumb simulate --nope
says "simulate: a full disk is no place for a truth" 2 'truth|No space|full' \
    plumb simulate -n 1 -T /dev/full -o left.csv
says "a stream without trunk axes into load names the filter" 2 \
    'no such column: plumb-align makes it' \
    plumb load -b 100 -M 80 read.csv
says "a stream without orientation into segment names the filter" 2 \
    'no such column: plumb-orient makes it' plumb segment align.csv
says "an impossible mass is refused" 2 'must lie from' \
    plumb load -b 100 -M 1 segment.csv
for f in align check compare join load orient profile read reps rom segment \
    simulate summary; do
	plumb-$f --help
done >help
! grep -E '^usage|^ {7}[[]' help | grep -q '.\{79\}'
claim $? "a usage line is wrapped at 78 columns"
[ -z "$(grep -E '^ .* --' help | grep -vE -- '--[^ ]+( [^ ]+)?($|  )')" ]
claim $? "a description stands apart from its option"
says "no filter of that name" 2 '^plumb: nope: no such filter' plumb nope
says "nor after then, before any work" 2 '^plumb: nope: no such filter' \
    plumb read nosuchfile then nope
says "nothing after then" 2 '^plumb: then: no filter named beside it' \
    plumb read nosuchfile then
plan
