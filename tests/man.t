#!/bin/sh
# the commands of the man pages and of README run as they are written
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2
ln -s "$top/samples" "$top/scripts" .
PATH=$top/bin:$PATH
if [ ! -e samples/front-squat.wav ]; then
	skip "samples/front-squat.wav is not here: no example is run"
	plan
fi

# what a line of mdoc says, as text
plain() {
	sed 's/\\(dq/"/g; s/\\-/-/g; s/\\&//g; s/\\e/\\/g'
}

# run PAGE COMMAND
run() {
	PLUMB_BIN='' bash -o pipefail -c "$2" >out 2>err </dev/null
	status=$?
	[ $status -eq 0 ]
	claim $? "$1: $2"
	[ $status -eq 0 ] || sed "s/^/#   exit $status: /" err
}

for page in "$top"/docs/*.[157] "$top"/tools/*.1; do
	sed -n 's/^\.Dl \(plumb\)/\1/p; s/^\.Dl \(scripts\)/\1/p' "$page" |
	    plain >commands
	[ -s commands ] || case $page in
	*/plumb-columns.5) ;;
	*/plumb-tutorial.7) ;;	# run by tutorial.t
	*) claim 1 "${page##*/} has examples" ;;
	esac
	while read -r command; do
		run "${page##*/}" "$command"
	done <commands
done

# README: the indented or fenced lines that begin with plumb
awk '/^```/ { on = $0 == "```sh" } on && /^plumb/' "$top/README.md" >commands
while read -r command; do
	run README.md "$command"
done <commands
plan
