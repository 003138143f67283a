# page-sheet.awk - the lines of page.awk as one sheet of A4, an SVG
#
# awk -f page-sheet.awk PAGE.tsv > sheet.svg
# Pictures are the SVG files of their names in the working directory; their parts
# stand within, since pictures that are referred to would come out as pixels.
# Units are quarters of a millimetre.  Text is broken by the width of DejaVu
# Sans, about.

BEGIN {
	FS = "\t"
	W = 840
	H = 1188
	EDGE = 34
	IN = W - 2 * EDGE
}

$1 == "title" { title = $2 }
$1 == "say" { say_who[++says] = $2; say_text[says] = $3 }
$1 == "fact" { fact_name[++facts] = $2; fact_text[facts] = $3 }
$1 == "picture" && $3 != "more" {
	name[++pictures] = $2
	kind[pictures] = $3
	caption[pictures] = $4
}
$1 == "flag" { flag[++flags] = $2 ": " $3 }
$1 == "cannot" { cannot[++cannots] = $2 }

END {
	y = EDGE + 16
	# a long name is small: bold letters are .7 wide, about
	big = IN / (.7 * (letters(title) + 1))
	text(EDGE, y, sprintf("%.1f", big < 20 ? big : 20), "bold", title)
	y += 10
	for (i = 1; i <= says; i++) {
		y += 5
		text(EDGE, y + 12, 11, "bold", say_who[i])
		y = lines(EDGE + 80, y, IN - 80, 12, say_text[i])
	}
	y += 6
	each = IN / (facts > 0 ? facts : 1)
	for (i = 1; i <= facts; i++) {
		x = EDGE + (i - 1) * each
		text(x, y + 10, 9, "bold", fact_name[i])
		end = lines(x, y + 12, each - 12, 9, fact_text[i])
		low = end > low ? end : low
	}
	y = (facts ? low : y) + 6
	foot = foot_height()
	place(H - EDGE - foot - y)
	notes(H - EDGE - foot)
	wrap()
}

# place pictures in what is left: wide ones above, others in two or three
# columns, whichever makes them larger; wide ones take at most three fifths.
# What stands alone has a row, so that pairs stand beside one another
function place(room,    i, s, w, h, k, x) {
	for (i = 1; i <= pictures; i++) {
		measure(name[i])
		alone += kind[i] == "alone"
		if (kind[i] == "wide")
			tall += IN * high / across + 3
		else
			small++
	}
	s = small && tall > .6 * room ? .6 * room / tall : \
	    tall > room ? room / tall : 1
	fit(room - s * tall)
	for (i = 1; i <= pictures; i++) {
		measure(name[i])
		w = kind[i] == "wide" ? s * IN : best
		h = w * high / across
		if (kind[i] == "wide") {
			draw(i, EDGE + (IN - w) / 2, y, w, h)
			y += h + 3
		} else {
			x = EDGE + (k % columns + .5) * IN / columns - w / 2
			draw(i, x, y, w, h)
			if (++k % columns == 0 || kind[i] == "alone") {
				y += h + 5
				k = 0
			}
		}
	}
}

# fit the small ones into ROOM: how wide is best, in how many columns
function fit(room,    c, rows, w) {
	for (c = 2; small && c <= (alone ? 2 : 3); c++) {
		rows = alone + int((small - alone + c - 1) / c)
		w = (room / rows - 5) * 640 / 430
		if (w > IN / c - 8)
			w = IN / c - 8
		if (w > best) {
			best = w
			columns = c
		}
	}
}

# measure NAME: its size, as its first lines say
function measure(what,    line, file) {
	file = what ".svg"
	while ((getline line < file) > 0)
		if (match(line, /viewBox="0 0 [0-9]+ [0-9]+"/)) {
			split(substr(line, RSTART + 13, RLENGTH - 14), size, " ")
			across = size[1]
			high = size[2]
			break
		}
	close(file)
}

# draw picture I; its names become its own
function draw(i, x, y0, w, h,    line, file, within, mark) {
	file = name[i] ".svg"
	mark = "p" i "_"
	out(sprintf("<svg x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" viewBox=\"0 0 %d %d\">", \
	    x, y0, w, h, across, high))
	while ((getline line < file) > 0) {
		if (!within) {
			# the tag of the whole may take several lines
			if (line ~ /<svg/)
				head = 1
			if (head && line ~ />[ \t]*$/) {
				within = 1
			}
			continue
		}
		if (line ~ /<\/svg>/)
			break
		gsub(/ id=["\047]/, "&" mark, line)
		gsub(/url\(#/, "&" mark, line)
		gsub(/href=["\047]#/, "&" mark, line)
		out(line)
	}
	head = 0
	close(file)
	out("</svg>")
	# of a comparison: whose it is
	if (caption[i] ~ /^[AB]: /)
		text(x, y0 + 12, 12, "bold", substr(caption[i], 1, 1))
}

# the foot: what is wrong with the data, and what cannot be told, side by side
function foot_height(    a, b) {
	a = 14 + height(IN / 2 - 14, flag, flags)
	b = 14 + height(IN / 2 - 14, cannot, cannots)
	return a > b ? a : b
}

function height(width, list, many,    i, h) {
	for (i = 1; i <= many; i++)
		h += broken(width, 8, list[i]) * 9.6 + 1
	return h
}

function notes(top) {
	if (flags)
		text(EDGE, top + 10, 9, "bold", "The data")
	column(EDGE, top + 12, flag, flags)
	text(EDGE + IN / 2 + 7, top + 10, 9, "bold", \
	    "What this page cannot tell")
	column(EDGE + IN / 2 + 7, top + 12, cannot, cannots)
}

function column(x, at, list, many,    i) {
	for (i = 1; i <= many; i++)
		at = lines(x, at, IN / 2 - 14, 8, list[i]) + 1
}

# ---- text ----

function safe(t) {
	gsub(/&/, "\\&amp;", t)
	gsub(/</, "\\&lt;", t)
	gsub(/>/, "\\&gt;", t)
	return t
}

function text(x, at, size, weight, what) {
	out(sprintf("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%s\" font-weight=\"%s\">%s</text>", \
	    x, at, size, weight, safe(what)))
}

# letters of UTF-8, whatever awk counts in
function letters(t) {
	gsub(/[\200-\277]/, "", t)
	return length(t)
}

# broken: into piece[1..], lines no wider than WIDTH; how many
function broken(width, size, what,    words, n, i, k, most) {
	most = int(width / (size * .57))
	n = split(what, words, " ")
	split("", piece)
	k = 1
	for (i = 1; i <= n; i++)
		if (piece[k] != "" && letters(piece[k]) + 1 + letters(words[i]) > most)
			piece[++k] = words[i]
		else
			piece[k] = piece[k] (piece[k] == "" ? "" : " ") words[i]
	return k
}

# lines: a text below AT; where it ends
function lines(x, at, width, size, what,    k, i) {
	k = broken(width, size, what)
	for (i = 1; i <= k; i++)
		text(x, at + i * size * 1.2 - size * .1, size, "normal", piece[i])
	return at + k * size * 1.2
}

function out(line) { body[++bodies] = line }

function wrap(    i) {
	print "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
	printf "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"210mm\" height=\"297mm\" viewBox=\"0 0 %d %d\" font-family=\"DejaVu Sans,Verdana,sans-serif\">\n", W, H
	print "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>"
	for (i = 1; i <= bodies; i++)
		print body[i]
	print "</svg>"
}
