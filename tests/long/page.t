#!/bin/sh
# pages as a browser shows them, and sheets as a printer would get them: of a
# good session, a messy one, none at all, a hole, one that is of no use, a pair,
# a season, and real recordings; images stay in build/pages
. "${0%/*}/../lib.sh"
for f in gnuplot rsvg-convert chromium pdfinfo; do
	command -v $f >/dev/null || { skip "$f is not here"; plan; }
done
cd "$tmp" || exit 2
PATH=$top/scripts:$PATH
s=$top/samples

# make_page NAME STATUS ...: make one, which ends so
make_page() {
	name=$1 want=$2
	shift 2
	report "$@" -o "$name" >"$name.said" 2>&1
	[ $? -eq "$want" ] && [ -s "$name/report.html" ]
	claim $? "$name: a page"
	[ -s "$name/report.html" ] || sed 's/^/# /' "$name.said"
}
make_page front 0 "$s/front-squat.wav" --athlete "$s/athlete.txt" -b 100 \
    --tempo 2-0.3-1.5-1
make_page back 0 "$s/back-squat.wav" -b 120 -M 80 -B high-bar
make_page messy 0 "$s/messy.wav" -b 100 -M 80 -p xiphoid
plumb read -t 9 "$s/front-squat.wav" -o still.wav
make_page none 0 still.wav -b 100 -M 80
plumb read "$s/front-squat.wav" | awk -F, -v OFS=, '$1 > 17 && $1 < 17.6 {
	for (i = 2; i <= NF; i++) $i = "" } 1' >hole.csv
make_page hole 0 hole.csv -b 100 -M 80
plumb read "$s/front-squat.wav" | cut -d, -f1-4 >unfit.csv
make_page unfit 1 unfit.csv -b 100 -M 80
make_page pair 0 --compare "$s/front-squat.wav" "$s/back-squat.wav" -M 80 \
    -b 100 -b 120 -B front -B high-bar
mkdir past
for s in 1 2 3 4; do
	plumb simulate -q -n 4 -r 50 -s $s then align -q then orient then \
	    segment then load -q -b $((80 + 10 * s)) -M 80 then \
	    reps --tag date=2026-01-1$s -o past/reps-$s.csv
done
make_page season 0 --season past
pages='front back messy none hole unfit pair season'
if [ -n "${PLUMB_DATA:-}" ]; then
	. "$top/scripts/real.sh"
	set -f
	# shellcheck disable=SC2046 # options, in words without blanks
	make_page FS1 0 "$PLUMB_DATA/jhowenstein/FS1_2.csv" \
	    $(real_columns jhowenstein) -p xiphoid -b 140 -M 100 -H 1.854 \
	    --standing "$PLUMB_DATA/jhowenstein/IMU_Squat_Calibration_File_2.csv"
	# shellcheck disable=SC2046
	make_page BS1 0 "$PLUMB_DATA/jhowenstein/BS1_2.csv" \
	    $(real_columns jhowenstein) -p xiphoid -b 140 -M 100 -H 1.854 \
	    -B high-bar \
	    --standing "$PLUMB_DATA/jhowenstein/IMU_Squat_Calibration_File_2.csv"
	# shellcheck disable=SC2046
	make_page choi 0 "$PLUMB_DATA/choi/c3_subject1_set1.csv" \
	    $(real_columns choi) -p sacrum -b 0 -M 70 -B none
	set +f
	pages="$pages FS1 BS1 choi"
else
	skip "PLUMB_DATA is not set: no page of a real recording"
fi

browse() {
	chromium --headless --no-sandbox --disable-gpu --no-first-run \
	    --disable-background-networking --disable-component-update \
	    --disable-sync --disable-dev-shm-usage --user-data-dir="$tmp/browser" \
	    --allow-file-access-from-files --enable-logging=stderr "$@"
}
# every page in frames of three widths, light; a frame that can be scrolled
# sideways is too wide
{
	echo '<!DOCTYPE html><meta charset="utf-8"><body>'
	for p in $pages; do
		for w in 360 800 1600; do
			echo "<iframe src=\"$p/report.html\" title=\"$p $w\"" \
			    "width=\"$w\" height=\"900\"></iframe>"
		done
	done
	cat <<'END'
<pre></pre><script>
addEventListener("load", () => {
	let text = "";
	for (const f of document.querySelectorAll("iframe")) {
		const d = f.contentDocument, e = d.documentElement;
		const broken = [...d.images].filter(i => !i.naturalWidth).length;
		const bare = [...d.images].filter(i => !i.alt).length;
		text += `${f.title} over ${Math.max(0, e.scrollWidth - e.clientWidth)} ` +
		    `broken ${broken} bare ${bare} headed ${d.querySelectorAll("h1").length}\n`;
	}
	document.querySelector("pre").textContent = text;
});
</script>
END
} >look.html
browse --virtual-time-budget=20000 --dump-dom "file://$tmp/look.html" \
    >dom 2>log
for p in $pages; do
	for w in 360 800 1600; do
		grep -Eq "^(<pre>)?$p $w over 0 broken 0 bare 0 headed 1$" \
		    dom
		claim $? "$p: fits into $w px, every picture there and described"
	done
done
grep -E "^(<pre>)?[a-zA-Z0-9]+ [0-9]+ over" dom | grep -v 'over 0 broken 0 bare 0 headed 1$' |
    sed 's/^/# /'
! grep -q CONSOLE log
claim $? "the browser has nothing to complain of"
grep CONSOLE log | sed 's/^/# /' | head -n 5

for p in $pages; do
	[ "$(pdfinfo "$p/report.pdf" | awk '/^Pages/ { print $2 }')" = 1 ] &&
	    pdfinfo "$p/report.pdf" | grep -q 'A4'
	claim $? "$p: the sheet is one page of A4"
done
browse --no-pdf-header-footer --print-to-pdf="$tmp/print.pdf" \
    "file://$tmp/messy/report.html" 2>/dev/null
[ "$(pdfinfo print.pdf | awk '/^Pages/ { print $2 }')" = 1 ]
claim $? "printed from the browser it is one page, too"
# the axes of a picture have names with units; an empty one says why
bad=''
for f in */*.svg; do
	words=$(sed 's/<[^>]*>//g' "$f" | tr -s ' \n' ' ')
	case $words in
	*'(s)'* | *'(deg)'* | *'(m)'* | *'(Hz)'* | *'Rep '* | *'no repetition'* | \
	    *'Days before'* | *'nothing to draw'* | *'Test less reference (%)'*) ;;
	*) bad="$bad $f" ;;
	esac
done
[ -z "$bad" ]
claim $? "axes have names and units"
[ -z "$bad" ] || echo "# $bad"
mkdir -p "$top/build/pages"
browse --hide-scrollbars --window-size=1280,2400 \
    --screenshot="$top/build/pages/front.png" \
    "file://$tmp/front/report.html" 2>/dev/null
for p in $pages; do
	cp "$p/report.pdf" "$top/build/pages/$p.pdf"
done
browse --hide-scrollbars --window-size=500,3600 \
    --blink-settings=preferredColorScheme=0 \
    --screenshot="$top/build/pages/front-dark-500.png" \
    "file://$tmp/front/report.html" 2>/dev/null
[ -s "$top/build/pages/front.png" ]
claim $? "an image of the page is in build/pages"
plan
