# lib.sh - what every tests/NAME.t begins with: . "${0%/*}/lib.sh"
#
# PATH begins with bin/ (or $PLUMB_BIN, of another build), $top is the project,
# $tmp a folder of the test's own that goes when it ends.  Each claim prints a
# line of TAP; plan ends the test.
set -u
LC_ALL=C
export LC_ALL
unset PLUMB_STREAM
top=$(cd "${0%/*}" && until [ -e config.mk ]; do cd ..; done && pwd)
PATH=${PLUMB_BIN:-$top/bin}:$PATH
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
claims=0

# claim STATUS TEXT: one line of TAP
claim() {
	claims=$((claims + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $claims - $2"
	else
		echo "not ok $claims - $2"
	fi
}

# skip TEXT: a claim that cannot be tried here, and why
skip() {
	claims=$((claims + 1))
	echo "ok $claims - # SKIP $1"
}

# same TEXT FILE FILE: both hold the same bytes
same() {
	cmp "$2" "$3" >/dev/null 2>&1
	claim $? "$1"
}

# says TEXT STATUS PATTERN COMMAND...: it exits so, prints nothing on stdout
# but what goes to files, and one line on stderr that matches the pattern
says() {
	text=$1 want=$2 pattern=$3
	shift 3
	"$@" >"$tmp/says.out" 2>"$tmp/says.err" </dev/null
	got=$?
	if [ "$got" -eq "$want" ] &&
	    [ "$(wc -l <"$tmp/says.err")" -eq 1 ] &&
	    grep -Eq -- "$pattern" "$tmp/says.err"; then
		claim 0 "$text"
	else
		claim 1 "$text"
		echo "# exit $got, wanted $want; stderr:"
		sed 's/^/#   /' "$tmp/says.err"
	fi
}

plan() {
	echo "1..$claims"
	exit 0
}
