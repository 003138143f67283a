# page-html.awk - the lines of page.awk as one HTML file, pictures within
#
# awk -v css=page.css -v version=TEXT -f page-html.awk PAGE.tsv > report.html
# Pictures are the SVG files of their names in the working directory.

BEGIN { FS = "\t" }

function safe(text) {
	gsub(/&/, "\\&amp;", text)
	gsub(/</, "\\&lt;", text)
	gsub(/>/, "\\&gt;", text)
	gsub(/"/, "\\&quot;", text)
	return text
}

# turn to the part of the page that a kind belongs to
function turn(to) {
	if (to == part)
		return
	if (part in after)
		print after[part]
	if (to in before)
		print before[to]
	part = to
}

BEGIN {
	before["say"] = "<dl class=\"say\">"
	after["say"] = "</dl>"
	before["fact"] = "<dl class=\"facts\">"
	after["fact"] = "</dl>"
	before["small"] = "<div class=\"grid\">"
	after["small"] = "</div>"
	# those two stand side by side on paper
	before["flag"] = "<div class=\"foot\"><section><h2>The data</h2>\n<ul class=\"flags\">"
	after["flag"] = "</ul></section>"
	before["cannot"] = "<section><h2>What this page cannot tell</h2>\n<ul>"
	after["cannot"] = "</ul></section></div>"
	after["row"] = "</table></div></details>"
	before["more"] = "<details><summary>The signal</summary><div class=\"grid\">"
	after["more"] = "</div></details>"
}

$1 == "title" {
	print "<!DOCTYPE html>\n<html lang=\"en\">\n<head>"
	print "<meta charset=\"utf-8\">"
	print "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
	print "<title>" safe($2) "</title>"
	print "<style>"
	while ((getline line < css) > 0)
		print line
	print "</style>\n</head>\n<body>\n<h1>" safe($2) "</h1>"
}
$1 == "say" || $1 == "fact" {
	turn($1)
	print "<div><dt>" safe($2) "</dt><dd>" safe($3) "</dd></div>"
}
$1 == "picture" && $3 != "more" { picture($2, $3, $4) }
# those are for later: whoever looks at signals opens them
$1 == "picture" && $3 == "more" { later[++laters] = $0 }
$1 == "flag" {
	flags++
	turn($1)
	print "<li class=\"" $2 "\"><b>" $2 "</b> " safe($3) "</li>"
}
$1 == "cannot" {
	if (!flags && part != "cannot")
		before["cannot"] = "<div class=\"foot\">" before["cannot"]
	turn($1)
	print "<li>" safe($2) "</li>"
}
$1 == "table" {
	turn("row")
	print "<details><summary>" safe($2) \
	    "</summary><div class=\"scroll\"><table>"
}
$1 == "head" || $1 == "row" {
	cell = $1 == "head" ? "th" : "td"
	printf "<tr>"
	for (i = 2; i <= NF; i++)
		printf "<%s>%s</%s>", cell, safe($i), cell
	print "</tr>"
}
END {
	for (i = 1; i <= laters; i++) {
		split(later[i], piece, "\t")
		picture(piece[2], piece[3], piece[4])
	}
	turn("")
	print "<footer>" safe(version) "</footer>\n</body>\n</html>"
}

function picture(name, kind, caption,    command, line) {
	turn(kind == "alone" ? "small" : kind)
	printf "<figure class=\"%s\"><div class=\"scroll\">", kind
	printf "<img alt=\"%s\" src=\"data:image/svg+xml;base64,", safe(caption)
	command = "base64 -w 0 '" name ".svg'"
	while ((command | getline line) > 0)
		printf "%s", line
	close(command)
	print "\"></div><figcaption>" safe(caption) "</figcaption></figure>"
}
