# strip.awk - the candidates of a rep table, and where their labels have room

function setup()
{
	from = ARGV[3]
	to = ARGV[4]
	SIZE = 22
	SMALL = 19
	LEFT = 90
	RIGHT = 1262
	LANES = 6
}

function head()
{
	need("start_s", "plumb-reps")
	need("end_s", "plumb-reps")
	need("class", "plumb-reps")
}

function row()
{
	if (get("start_s") == "" || get("end_s") == "")
		return
	k = ++count
	start[k] = get("start_s") + 0
	end[k] = get("end_s") + 0
	class[k] = get("class") == "" ? "unknown" : get("class")
	rep[k] = get("rep")
	reason[k] = get("reason")
	set[k] = get("set")
}

# x in pixels
function pixel(t)
{
	return LEFT + (t - from) / (to - from) * (RIGHT - LEFT)
}

function time_at(x)
{
	return from + (x - LEFT) / (RIGHT - LEFT) * (to - from)
}

# place label k, whose flag is at x, in the lowest lane that has room: over no
# other label, and no stick through a label
function place(k, x, wide, left,    lane, i, a, b)
{
	a = left ? x - 2 : x - wide - 8
	b = left ? x + wide + 8 : x + 2
	for (lane = 1; lane <= LANES; lane++) {
		for (i = 1; i <= placed; i++)
			if (lane_of[i] == lane && a < to_of[i] && b > from_of[i] ||
			    lane_of[i] < lane && x > from_of[i] - 2 &&
			    x < to_of[i] + 2 ||
			    lane_of[i] > lane && at_of[i] > a - 2 &&
			    at_of[i] < b + 2)
				break
		if (i > placed)
			break
	}
	if (lane > LANES) {
		without++
		return
	}
	lane_of[++placed] = lane
	from_of[placed] = a
	to_of[placed] = b
	at_of[placed] = x
	label[placed] = k
	side[placed] = left
	if (lane > most)
		most = lane
}

function flag(k,    x, text, left)
{
	if (end[k] < from || start[k] > to ||
	    class[k] == "work" && (!crowded || reason[k] == usually))
		return
	x = pixel((start[k] + end[k]) / 2)
	x = x < LEFT + 2 ? LEFT + 2 : x > RIGHT - 2 ? RIGHT - 2 : x
	text = class[k] (reason[k] == "" ? "" : ": " reason[k])
	flag_text[k] = text
	left = x < (LEFT + RIGHT) / 2
	place(k, x, text_width(text, SMALL), left)
}

# flags of reps first, or of what is none: from the middle outwards, so that few
# sticks are in the way
function flag_all(reps,    k)
{
	for (k = count; k >= 1; k--)
		if (is_rep(class[k]) == reps &&
		    (start[k] + end[k]) / 2 < (from + to) / 2)
			flag(k)
	for (k = 1; k <= count; k++)
		if (is_rep(class[k]) == reps &&
		    (start[k] + end[k]) / 2 >= (from + to) / 2)
			flag(k)
}

# 1 a repetition, 2 one that is not whole, 3 none
function boxes(    k, kind)
{
	print "$BOXES << EOD"
	for (k = 1; k <= count; k++) {
		kind = class[k] == "work" ? 1 : is_rep(class[k]) ? 2 : 3
		of_kind[kind]++
		printf "%.3f\t%.3f\t%d\n", start[k], end[k], kind
	}
	printf "EOD\narray OF_KIND[3] = [%d, %d, %d]\n", of_kind[1],
	    of_kind[2], of_kind[3]
}

# the width of rep k's box, and of the gap to the next rep where it is wider
function room(k,    i)
{
	for (i = k + 1; i <= count && class[i] != "work"; i++)
		continue
	return pixel(i > count ? end[k] : start[i]) - pixel(start[k])
}

function numbers(    k, wide)
{
	print "$NUMBERS << EOD"
	for (k = 1; k <= count; k++) {
		wide = pixel(end[k]) - pixel(start[k])
		if (!is_rep(class[k]) || rep[k] == "" || start[k] < from ||
		    end[k] > to || wide < text_width(rep[k], SIZE) + 2)
			continue
		printf "%.3f\t%s\t%d\n", (start[k] + end[k]) / 2,
		    clean(rep[k]), class[k] == "work" ? 16777215 : 0
		numbered++
	}
	print "EOD"
}

# reasons stand under the reps; where they have no room there, the usual one is
# said beside the colour, and the others have flags
function usual(    k, many, most, word)
{
	for (k = 1; k <= count; k++) {
		if (class[k] != "work" || end[k] < from || start[k] > to)
			continue
		if (++many[reason[k]] > most) {
			most = many[reason[k]]
			word = reason[k]
		}
		if (room(k) < text_width(reason[k], SMALL) + 6)
			crowded = 1
	}
	return crowded ? word : ""
}

function reasons(    k)
{
	print "$REASONS << EOD"
	for (k = 1; k <= count; k++) {
		if (class[k] != "work" || reason[k] == "" || crowded ||
		    start[k] < from || end[k] > to)
			continue
		printf "%.3f\t%s\n", (start[k] + end[k]) / 2, clean(reason[k])
		reasoned++
	}
	print "EOD"
}

function brackets(    k, first, last)
{
	print "$SETS << EOD"
	for (k = 1; k <= count; k++) {
		if (!is_rep(class[k]) || set[k] == "")
			continue
		if (!first || set[k] != set[last]) {
			if (first)
				bracket(first, last)
			first = k
		}
		last = k
	}
	if (first)
		bracket(first, last)
	print "EOD"
}

function bracket(first, last,    text, wide)
{
	wide = pixel(end[last]) - pixel(start[first])
	text = "set " clean(set[first])
	if (wide < text_width(text, SMALL))
		text = clean(set[first])
	if (wide < text_width(text, SMALL))
		text = ""
	printf "%.3f\t%.3f\t%s\n", start[first], end[last], text
	sets++
}

# flags with the text on the left of the stick, or on the right
function flags(name, right,    i, many)
{
	print "$" name " << EOD"
	for (i = 1; i <= placed; i++) {
		if (side[i] != right)
			continue
		many++
		printf "%.4f\t%d\t%s\t%d\n", time_at(at_of[i]), lane_of[i],
		    clean(flag_text[label[i]]), is_rep(class[label[i]])
	}
	printf "EOD\n%s = %d\n", name, many
}

function done(    k, i, m)
{
	if (!count) {
		print "TALL = 200"
		why("no candidate repetition found", 90)
		return
	}
	if (from == "") {
		from = start[1]
		for (k = 1; k <= count; k++)
			to = to == "" || end[k] > to ? end[k] : to
		m = (to - from) * 0.02
		from = from - m < 0 && from >= 0 ? 0 : from - m
		to = to + m
	} else if (to == "") {
		to = end[count]
	}
	from += 0
	to += 0
	if (to <= from)
		to = from + 1
	usually = usual()
	flag_all(1)
	flag_all(0)
	boxes()
	numbers()
	reasons()
	brackets()
	flags("LEFT_FLAGS", 0)
	flags("RIGHT_FLAGS", 1)
	printf "FROM = %.6f\nTO = %.6f\nWITHOUT = %d\n", from, to, without
	printf "NUMBERED = %d\nREASONED = %d\nSETS = %d\n", numbered,
	    reasoned, sets
	printf "USUALLY = %s\n", quoted(usually)
	printf "TALL = %d\n", 202 + 28 * most + (sets > 1 ? 26 : 0)
}
