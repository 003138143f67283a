# path.awk - where the bar is, and how far the trunk leans, for path.gp

function setup() {}

function head()
{
	curve_begin()
	need("lean_deg", "plumb-orient")
	height = "bar_height_m" in at ? "bar_height_m" : "height_m"
	need(height, "plumb-segment")
}

function row(    c)
{
	if (!(c = curve_row()))
		return
	curve_add(c, get("lean_deg"), get(height))
	if (get(height) != "" && (!(c in low) || get(height) + 0 < low[c])) {
		low[c] = get(height) + 0
		lowest[c] = points[c]
	}
}

# which way the last whole repetition goes: an arrow on its way down, and up
function arrows(    c, i, k, part)
{
	for (c = curves; c > 1 && !whole[c]; c--)
		continue
	print "$ARROWS << EOD"
	for (part = 0; part < 2; part++) {
		i = int(part ? 0.65 * lowest[c] + 0.35 * points[c] : \
		    0.4 * lowest[c])
		k = i + ceil(points[c] / 50)
		if (i < 1 || k > points[c] || px[c, i] == "" || px[c, k] == "" ||
		    py[c, i] == "" || py[c, k] == "")
			continue
		printf "%.5g\t%.5g\t%.5g\t%.5g\n", px[c, i], py[c, i],
		    px[c, k] - px[c, i], py[c, k] - py[c, i]
		pointed++
	}
	printf "EOD\nPOINTED = %d\n", pointed
}

function done()
{
	if (!curves) {
		why("no repetition found", 44)
		return
	}
	curve_print(1, "CURVES", 8000)
	curve_names()
	arrows()
	printf "BAR = %d\nDRAWN = %d\n", height == "bar_height_m", drawn[1]
	if (!drawn[1])
		why("no height can be told of any repetition", 44)
}
