#!/bin/sh
# plumb-tutorial(7) runs as it is written, and prints what it shows
#
# A block of the page (.Bd -literal) is what a terminal shows: a line of "$ " is
# a command, "> " goes on with it, the rest is what it prints.  A line of "..."
# stands for lines that are left out.
. "${0%/*}/lib.sh"
page=$top/docs/plumb-tutorial.7
mkdir "$tmp/lifter" && cd "$tmp" || exit 2

# what is shown, a line "@ command" before each; and a script that prints the
# same with what is got, and the exit where it is not 0
awk '
	/^\.Bd -literal/ { on = 1; next }
	/^\.Ed/ { on = 0 }
	!on { next }
	{ gsub(/\\&/, ""); gsub(/\\e/, "\\") }
	/^\$ / {
		if (n++)
			print "} || echo \"exit $?\"" >"script"
		head = "@ " n ": " substr($0, 3)
		print head >"shown"
		gsub(/\047/, "\047\\\047\047", head)
		print "echo \047" head "\047" >"script"
		print "{" >"script"
		command = 1
	}
	command && /^[$>] / { print substr($0, 3) >"script"; next }
	{ command = 0; print >"shown" }
	END { print "} || echo \"exit $?\"" >"script" }' "$page"
(cd lifter && exec bash -o pipefail ../script) >got 2>&1 </dev/null

# compare SHOWN GOT: "ok" or "not ok" and the command, for each that is shown,
# and what was got where it is not as shown
compare() {
	awk '
	function all(at, i, l, k) {
		for (k = 0; k < l; k++)
			if (at + k > m || w[i + k] != g[at + k])
				return 0
		return 1
	}
	# the lines from w[1] to w[n] in g[1] to g[m]
	function fits(at, i, l, loose) {
		at = 1
		for (i = 1; i <= n; i += l) {
			if (w[i] == "...") {
				loose = l = 1
				continue
			}
			for (l = 0; i + l <= n && w[i + l] != "..."; l++)
				;
			if (loose && i + l > n && at < m - l + 1)
				at = m - l + 1
			while (loose && at + l <= m && !all(at, i, l))
				at++
			if (!all(at, i, l))
				return 0
			at += l
			loose = 0
		}
		return loose || at == m + 1
	}
	function judge(i) {
		# what follows the last line is no line
		n = split(shown[head] "\n", w, "\n") - 2
		m = split(text "\n", g, "\n") - 2
		if (known[head] && fits())
			print "ok", head
		else {
			print "not ok", head
			for (i = 1; i <= m; i++)
				print "#", g[i]
		}
	}
	NR == FNR && /^@ / { head = $0; known[head] = 1; next }
	NR == FNR { shown[head] = shown[head] $0 "\n"; next }
	/^@ / { if (FNR > 1) judge(); head = $0; text = ""; next }
	{ text = text $0 "\n" }
	END { judge() }' "$1" "$2"
}

compare shown got >verdicts
while IFS= read -r line; do
	case $line in
	'ok '*) claim 0 "${line#ok @ }" ;;
	'not ok '*) claim 1 "${line#not ok @ }" ;;
	*) echo "$line" ;;
	esac
done <verdicts
n=$(grep -c '^@ ' shown)
[ "$n" -ge 20 ] && [ "$(grep -c '^[no]' verdicts)" -eq "$n" ]
claim $? "$n commands"

# the comparison can say no
fits() {
	text=$1 answer=$2 show=$3
	printf '@ 1: x\n%b' "$show" >want
	printf '@ 1: x\n%b' "$4" >is
	[ "$(compare want is | head -n 1)" = "$answer @ 1: x" ]
	claim $? "$text"
}
fits "lines that are left out" ok '1\n...\n4\n' '1\n2\n3\n4\n'
fits "or none" ok '1\n...\n4\n' '1\n4\n'
fits "the last line is the last" ok '...\n4\n' '4\n2\n4\n'
fits "a line that is another" 'not ok' '1\n...\n4\n' '1\n2\n5\n'
fits "one too many" 'not ok' '1\n...\n4\n' '1\n2\n4\n5\n'
fits "one too few" 'not ok' '1\n...\n4\n' '1\n2\n'
fits "nothing is left out unsaid" 'not ok' '1\n' '1\n2\n'
fits "nothing shown, something printed" 'not ok' '' '1\n'
plan
