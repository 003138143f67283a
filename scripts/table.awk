# table.awk - CSV tables for a picture: reading them, and words for gnuplot
#
# awk -f table.awk -f NAME.awk NAME TABLE [ARGUMENT ...]
# What is printed is loaded by NAME.gp: values and blocks of data, separated by
# tabs; or, where there is an error, the end of it.  NAME.awk has
#	setup()	what the arguments are; a second table is files[2]
#	head()	the names of table n are known: is there what it needs?
#	row()	a row of it: cell[at["t_s"]] is a cell
#	done()	all is read; only here anything may be printed

BEGIN {
	NAME = ARGV[1]
	files[1] = ARGV[2]
	# of the upper back first, then from below, as plumb-summary takes them
	pairs = split("t7t8 T7/8 l5s1 L5/S1 l4l5 L4/5 l3l4 L3/4 l2l3 L2/3 " \
	    "l1l2 L1/2 t12l1 T12/L1 t11t12 T11/12 t10t11 T10/11 t9t10 T9/10 " \
	    "t8t9 T8/9 t6t7 T6/7 t5t6 T5/6 t4t5 T4/5 t3t4 T3/4 t2t3 T2/3 " \
	    "t1t2 T1/2 c7t1 C7/T1", levels, " ")
	for (i = 1; i < pairs; i += 2)
		called[levels[i]] = levels[i + 1]
	setup()
	for (n = 1; n in files; n++)
		read_table(files[n])
	done()
}

function read_table(file,    line, i)
{
	if ((i = getline line < file) < 0)
		die("cannot be read")
	if (!i)
		die("empty: not even a row of names")
	if (substr(line, 1, 4) == ".snd")
		die("an AU stream; -O csv makes text of it")
	split("", at)
	width = cut(line, file)
	for (i = width; i > 0; i--)
		at[cell[i]] = i
	rows = 0
	head()
	while ((getline line < file) > 0) {
		rows++
		cut(line, file)
		row()
	}
	close(file)
}

# cut LINE into cell[], as RFC 4180 has it; how many they are
function cut(line, file,    more, k, part, c)
{
	if (substr(line, length(line)) == "\r")
		line = substr(line, 1, length(line) - 1)
	if (!index(line, "\""))
		return split(line, cell, ",")
	# a line break within quotes: an odd number of them
	while (gsub(/"/, "\"", line) % 2 && (getline more < file) > 0)
		line = line " " more
	split("", cell)
	for (k = 1; ; k++) {
		if (match(line, /^"([^"]|"")*"/)) {
			part = substr(line, 2, RLENGTH - 2)
			gsub(/""/, "\"", part)
			line = substr(line, RLENGTH + 1)
		} else {
			match(line, /^[^,]*/)
			part = substr(line, 1, RLENGTH)
			line = substr(line, RLENGTH + 1)
		}
		cell[k] = part
		c = substr(line, 1, 1)
		line = substr(line, 2)
		if (c != ",")
			return k
	}
}

# die: the error is gnuplot's to print
function die(text)
{
	printf "printerr %s\nexit status 2\n",
	    quoted(NAME ".gp: " files[n] ": " text)
	exit
}

function need(name, filter)
{
	if (!(name in at))
		die("no column " name ": " filter " makes it")
}

# get the cell of a column, "" where there is none
function get(name)
{
	return name in at ? cell[at[name]] : ""
}

# level of which there is a column BEFORE level AFTER: of the upper back first
function level_of(before, after,    i)
{
	for (i = 1; i < pairs; i += 2)
		if ((before levels[i] after) in at)
			return levels[i]
	return ""
}

function is_rep(class)
{
	return class == "work" || class == "partial" || class == "failed"
}

# clean a text of a table so that it can be drawn, and stand between tabs
function clean(text)
{
	gsub(/"/, "\342\200\235", text)
	gsub(/[\001-\037\177]/, " ", text)
	return text
}

# quoted: as a string of gnuplot; in single quotes nothing has a meaning
function quoted(text)
{
	text = clean(text)
	gsub(/'/, "''", text)
	return "'" text "'"
}

# why there is nothing to draw, in lines of at most MOST letters
function why(text, most,    words, i, k, line, all)
{
	k = split(clean(text), words, " ")
	for (i = 1; i <= k; i++) {
		if (line != "" && length(line) + length(words[i]) >= most) {
			all = all quoted(line) ".\"\\n\"."
			line = ""
		}
		line = line (line == "" ? "" : " ") words[i]
	}
	print "WHY = " all quoted(line)
}

# text_width: about, in pixels, of DejaVu Sans at SIZE pixels
function text_width(text, size)
{
	return length(text) * size * 0.6
}

function abs(x)
{
	return x < 0 ? -x : x
}

function ceil(x)
{
	return int(x) < x ? int(x) + 1 : int(x)
}

function median(list, many,    i, k, x)
{
	for (i = 2; i <= many; i++) {
		x = list[i]
		for (k = i - 1; k >= 1 && list[k] + 0 > x + 0; k--)
			list[k + 1] = list[k]
		list[k + 1] = x
	}
	k = int((many + 1) / 2)
	return many % 2 ? list[k] : (list[k] + list[k + 1]) / 2
}
