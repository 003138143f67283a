# accuracy-rom-sum.awk - a line of what accuracy-rom.awk printed for many drills
function size(x) { x = x + 0; return x < 0 ? -x : x }
function sorted(x, n,   i, j, v) {
	for (i = 2; i <= n; i++) {
		v = x[i]
		for (j = i - 1; j && x[j] > v; j--)
			x[j + 1] = x[j]
		x[j + 1] = v
	}
}
function three(x, n, format) {
	sorted(x, n)
	return sprintf(format " " format " " format, x[int((n + 1) / 2)], \
	    x[int(.95 * n + .5)], x[n])
}
$1 == "drill" { drills++; exact += $2; next }
{
	n++
	range[n] = size($2)
	within += range[n] <= 1.5
	for (i = 3; i <= 4; i++)
		if ($i == "-")
			untold++
		else
			ends[++told] = size($i)
	times[2 * n - 1] = size($5)
	times[2 * n] = size($6)
	one += size($9) < 1
	two += size($9) < 2
}
END {
	printf "%3d of %2d  %s  %5.1f %%  %s  %s  %5.1f %%  %5.1f %%\n", \
	    exact, drills, three(range, n, "%5.2f"), 100 * within / n, \
	    three(ends, told, "%5.2f"), three(times, 2 * n, "%4.2f"), \
	    100 * one / n, 100 * two / n
	if (untold)
		printf "%24s no still pose, so no ends, in %d cycles\n", "", \
		    untold / 2
}
