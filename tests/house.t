#!/bin/sh
# the parts of the project hold together: filters, pages, options, columns
. "${0%/*}/lib.sh"
cd "$top" || exit 2
filters=$(plumb --help | sed -n 's/^  \([a-z]*\) .*/\1/p')

# the word after -x, --long in a filter's help: "x long", or "- long"
options() {
	plumb "$1" --help | sed -n 's/^  -\(.\), --\([a-z-]*\).*/\1 \2/p
	    s/^      --\([a-z-]*\).*/- \1/p'
}

# synopsis PAGE
synopsis() {
	sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' "$1"
}

bad=''
for f in $filters; do
	[ -f "tools/plumb-$f.1" ] || bad="$bad $f"
done
[ -z "$bad" ]
claim $? "every filter has a man page${bad:+, but for:$bad}"

bad=''
for f in $filters; do
	[ "$(grep -Ec "^\.(It )?Xr plumb-$f 1( ,)?$" docs/plumb.1)" -ge 2 ] ||
	    bad="$bad $f"
done
[ -z "$bad" ]
claim $? "plumb(1) lists every filter, and refers to it${bad:+, but for:$bad}"

bad=''
for f in $filters; do
	grep -Eqs "plumb[- ]$f|then $f" tests/*.t || bad="$bad $f"
done
[ -z "$bad" ]
claim $? "every filter is run by a test${bad:+, but for:$bad}"

bad=''
for f in $filters; do
	page=tools/plumb-$f.1
	[ -f "$page" ] || continue
	options "$f" >"$tmp/options"
	while read -r letter long; do
		case $letter in
		[hV]) continue ;;
		[qv]) pattern='^\.Op Fl qv$' where=synopsis ;;
		[ftoO]) pattern="Fl $letter" where=synopsis ;;
		*) pattern="Fl $letter|Fl -$long" where=page ;;
		esac
		synopsis "$page" | grep -Eq -- "$pattern" ||
		    bad="$bad $f:$letter,$long"
		[ "$where" = synopsis ] || grep -Eq -- "Fl -$long" "$page" ||
		    bad="$bad $f:--$long"
	done <"$tmp/options"
done
[ -z "$bad" ]
claim $? "options stand in the synopsis and the page${bad:+, but for:$bad}"

for f in $filters; do
	options "$f"
done | grep -v '^-' | sort -u >"$tmp/letters"
bad=$(cut -c 1 "$tmp/letters" | sort | uniq -d | tr '\n' ' ')
[ -z "$bad" ]
claim $? "one letter means one thing${bad:+, but for: $bad}"
bad=''
while read -r letter long; do
	grep -q "^| \`-$letter\`.*--$long" HACKING.md || bad="$bad -$letter"
done <"$tmp/letters"
[ -z "$bad" ]
claim $? "HACKING.md lists it${bad:+, but for:$bad}"

# the columns of the schema and those that are defined, both ways
sed -n 's/^	{ "\([^"]*\)", "[a-z]*".*/\1/p' lib/base/schema.c |
    sort >"$tmp/schema"
sed -n 's/^\.It Va \([^ ]*\)$/\1/p' docs/plumb-columns.5 |
    sort >"$tmp/defined"
same "plumb-columns(5) defines the columns of the schema and no others" \
    "$tmp/schema" "$tmp/defined"
diff "$tmp/schema" "$tmp/defined" | sed -n 's/^[<>]/#   &/p'

if command -v mandoc >/dev/null; then
	# SOURCES and CAVEATS are sections of ours, so their order is too
	mandoc -Tlint -W warning docs/*.[157] tools/*.1 2>&1 |
	    grep -v 'out of conventional order' >"$tmp/lint"
	[ ! -s "$tmp/lint" ]
	claim $? "mandoc has nothing to say about the pages"
	sed 's/^/#   /' "$tmp/lint"
else
	skip "mandoc is not here: the pages are not checked"
fi
if command -v shellcheck >/dev/null; then
	for f in scripts/* .ci/run tests/*.t tests/*/*.t tests/lib.sh tests/run \
	    tests/golden/redo; do
		if [ -f "$f" ] && head -n 1 "$f" | grep -Eq '^#(!/bin/(ba)?sh| [a-z-]+\.sh)'
		then
			echo "$f"
		fi
	done >"$tmp/scripts"
	# what lib.sh sets is not seen from outside; "then" is a word of ours
	xargs shellcheck -s bash -S warning -e 1091,2154,1010,2238 \
	    <"$tmp/scripts" >"$tmp/lint" 2>&1
	claim $? "shellcheck has nothing to say about the scripts"
	sed 's/^/#   /' "$tmp/lint"
else
	skip "shellcheck is not here: the scripts are not checked"
fi

# 80 columns are the rule, 90 the alarm
long=$(find lib tools -name '*.[ch]' -exec sh -c 'for f; do
	expand "$f" | awk -v f="$f" "length > 90 { print f \":\" NR }"
done' sh {} +)
[ -z "$long" ]
claim $? "no line of C is longer than 90 columns${long:+: $long}"
plan
