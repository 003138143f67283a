# dose.awk - peak and impulse of the sessions of the last 28 days, for dose.gp

function setup()
{
	level = ARGV[3]
	DAYS = 28
}

function head()
{
	need("date", "plumb-dose")
	if (level == "")
		level = level_of("moment_", "_peak_max_nm")
	if (level == "")
		level = "t7t8"
	need("moment_" level "_peak_max_nm", "plumb-dose, from loads,")
	need("impulse_" level "_sum_nms", "plumb-dose, from loads,")
	need("impulse_" level "_7d_nms", "plumb-dose, from loads,")
	need("impulse_" level "_28d_nms", "plumb-dose, from loads,")
}

# a day's number: of the proleptic Gregorian calendar, from 1 March 0000
function day_of(date,    y, m, part)
{
	if (date !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/)
		die("date '" date "' is not like 2026-11-22")
	split(substr(date, 1, 10), part, "-")
	y = part[1] + 0
	m = part[2] + 0
	if (m < 3) {
		y--
		m += 12
	}
	return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + \
	    int((153 * (m - 3) + 2) / 5) + part[3]
}

function row(    i, key, k)
{
	for (i = 1; i < at["date"]; i++)
		key = key (key == "" ? "" : ", ") cell[i]
	if (rows > 1 && key != history)
		die("more than one history (" history "; " key \
		    "): draw the rows of one")
	history = key
	k = ++sessions
	day[k] = day_of(get("date"))
	peak[k] = get("moment_" level "_peak_max_nm")
	sum[k] = get("impulse_" level "_sum_nms")
	week[k] = get("impulse_" level "_7d_nms")
	month[k] = get("impulse_" level "_28d_nms")
	if (k == 1 || day[k] > day[latest])
		latest = k
	date[k] = get("date")
}

function thousand(x)
{
	return x == "" ? "NaN" : sprintf("%.6g", x / 1000)
}

function done(    k, ago, x)
{
	if (!sessions) {
		why("no session", 44)
		return
	}
	print "$DOSE << EOD"
	for (k = 1; k <= sessions; k++) {
		ago = day[latest] - day[k]
		if (ago >= DAYS)
			continue
		# several sessions of a day stand beside one another
		x = -ago + (k > 1 && day[k] == day[k - 1] ? shift += 0.25 : \
		    shift = 0)
		printf "%.2f\t%s\t%s\t%s\t%s\t%d\n", x,
		    peak[k] == "" ? "NaN" : peak[k], thousand(sum[k]),
		    thousand(week[k]), thousand(month[k]), sum[k] == ""
		told += sum[k] != ""
		untold += sum[k] == ""
		if (peak[k] + 0 > most_peak)
			most_peak = peak[k] + 0
		if (sum[k] / 1000 > most_sum)
			most_sum = sum[k] / 1000
		if (month[k] / 1000 > most_month)
			most_month = month[k] / 1000
		months += month[k] != ""
	}
	print "EOD"
	printf "LEVEL = %s\nLATEST = %s\n",
	    quoted(level in called ? called[level] : level),
	    quoted(date[latest])
	printf "array MOST[3] = [%.6g, %.6g, %.6g]\nUNTOLD = %d\nMONTHS = %d\n",
	    most_peak, most_sum, most_month, untold, months
	if (!told)
		why("of no session of the last 28 days is the load known", 44)
}
