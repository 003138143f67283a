# spectrum.awk - one column's spectra, whole or by phase, for spectrum.gp

function setup()
{
	asked = ARGV[3]
}

function head()
{
	need("column", "plumb-spectrum")
	need("freq_hz", "plumb-spectrum (without --band)")
	need("psd", "plumb-spectrum (without --band)")
}

function row(    c, k)
{
	c = get("column")
	if (asked == "")
		asked = c
	if (!(c in known))
		all = all (all == "" ? "" : ", ") c
	known[c] = 1
	if (c != asked || get("psd") + 0 <= 0 || get("freq_hz") + 0 <= 0)
		return
	k = get("phase")
	if (!(k in nth)) {
		nth[k] = ++lines
		phase[lines] = k
	}
	k = nth[k]
	data[k] = data[k] get("freq_hz") "\t" get("psd") "\n"
	if (get("freq_hz") + 0 > most)
		most = get("freq_hz") + 0
}

# unit of a column, by the end of its name
function unit(column)
{
	return column ~ /_m_s2$/ ? "(m/s²)²/Hz" : \
	    column ~ /_rad_s$/ ? "(rad/s)²/Hz" : \
	    column ~ /_deg$/ ? "deg²/Hz" : column ~ /_nm$/ ? "(N·m)²/Hz" : \
	    column ~ /_m_s$/ ? "(m/s)²/Hz" : column ~ /_m$/ ? "m²/Hz" : \
	    column ~ /_n$/ ? "N²/Hz" : "unit²/Hz"
}

# what the column is, in words, where it is one of ours
function words(column,    axis, what)
{
	axis = column ~ /_fwd_/ ? "forward" : column ~ /_up_/ ? "upward" : \
	    column ~ /_right_/ ? "to the right" : column ~ /_x_/ ? "along x" : \
	    column ~ /_y_/ ? "along y" : "along z"
	if (column ~ /^acc_[a-z]+_m_s2$/)
		return "Acceleration, " axis
	if (column ~ /^gyr_[a-z]+_rad_s$/)
		return "Rotation about the axis " axis
	return column
}

function spoken(phase)
{
	return phase == "" ? "all" : phase == "ecc" ? "descent" : \
	    phase == "con" ? "ascent" : phase
}

function done(    k)
{
	n = 1
	if (asked != "" && rows && !(asked in known))
		die("no spectrum of " asked "; there are " all)
	if (!lines) {
		why("no spectrum: no piece without a hole was long enough", 44)
		return
	}
	print "$SPECTRA << EOD"
	for (k = 1; k <= lines; k++)
		print data[k] "\n"
	print "EOD"
	printf "LINES = %d\nMOST = %.6g\nUNIT = %s\nCOLUMN = %s\n", lines, most,
	    quoted(unit(asked)), quoted(words(asked))
	printf "array PHASE[%d]\n", lines
	for (k = 1; k <= lines; k++)
		printf "PHASE[%d] = %s\n", k, quoted(spoken(phase[k]))
}
