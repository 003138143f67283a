# accuracy-neighbours.awk - how repetitions correlate with the next of their set
#
# Reads rep tables, of one set each and of one place of the sensor.  For each
# column: the correlation of neighbours, a straight line taken out, that would on
# average leave what the sets have; sets weigh by their repetitions.  Prints how
# many columns and sets, the mean over columns, and the columns in order.
BEGIN {
	FS = ","
	m = split("ecc_s con_s depth_m lean_bottom_deg lean_max_deg " \
	    "lean_gain_early_deg hinge_s roll_mean_deg twist_range_deg " \
	    "ecc_pv_m_s mcv_m_s pv_m_s sparc", column, " ")
}

function abs(x) { return x < 0 ? -x : x }

# Lag-1 products of what is left of n values over their squares, as expected
# where neighbours correlate by rho: tr(LMRM) / tr(MRM), M taking the line out.
function expected(n, rho,   i, j, k, z, zz, power, M, MR, A, lag, all) {
	for (i = 1; i <= n; i++) {
		z[i] = i - (n + 1) / 2
		zz += z[i] ^ 2
		power[i] = i > 1 ? power[i - 1] * rho : 1
	}
	for (i = 1; i <= n; i++)
		for (j = 1; j <= n; j++)
			M[i, j] = (i == j) - 1 / n - z[i] * z[j] / zz
	for (i = 1; i <= n; i++)
		for (j = 1; j <= n; j++)
			for (k = 1; k <= n; k++)
				MR[i, j] += M[i, k] * power[1 + abs(k - j)]
	for (i = 1; i <= n; i++)
		for (j = i; j <= i + 1 && j <= n; j++) {
			A = 0
			for (k = 1; k <= n; k++)
				A += MR[i, k] * M[k, j]
			if (i == j)
				all += A
			else
				lag += A
		}
	return lag / all
}

# The rho that leaves this of n values, by a table of them.
function rho_of(n, ratio,   k) {
	if (!((n, 0) in table))
		for (k = 0; k <= 71; k++)
			table[n, k] = expected(n, k / 50 - .5)
	for (k = 0; k < 70 && table[n, k + 1] < ratio; k++)
		;
	ratio = (ratio - table[n, k]) / (table[n, k + 1] - table[n, k])
	return (k + ratio) / 50 - .5
}

function set_ends(   c, i, n, x, y, s, t, q, zz, zy, was, e) {
	for (c = 1; c <= m && rows; c++) {
		n = s = t = zz = zy = q = was = 0
		for (i = 1; i <= rows; i++)
			if (cell[i, c] != "") {
				y[++n] = cell[i, c]
				t += y[n]
			}
		if (n < 6)
			continue
		for (i = 1; i <= n; i++) {
			zz += (i - (n + 1) / 2) ^ 2
			zy += (i - (n + 1) / 2) * y[i]
		}
		for (i = 1; i <= n; i++) {
			e = y[i] - t / n - zy / zz * (i - (n + 1) / 2)
			q += e * e
			if (i > 1)
				s += e * was
			was = e
		}
		if (q > 0) {
			sum[c] += n * rho_of(n, s / q)
			weight[c] += n
			sets[c]++
		}
	}
	rows = 0
}

FNR == 1 {
	set_ends()
	split("", at)
	for (i = 1; i <= NF; i++)
		at[$i] = i
	next
}
$at["class"] == "work" {
	rows++
	for (c = 1; c <= m; c++)
		cell[rows, c] = column[c] in at ? $at[column[c]] : ""
}

END {
	set_ends()
	for (c = 1; c <= m; c++) {
		if (!weight[c])
			continue
		r = sum[c] / weight[c]
		mean += r
		for (i = ++n; i > 1 && order[i - 1] > r; i--)
			order[i] = order[i - 1]
		order[i] = r
		most = sets[c] > most ? sets[c] : most
	}
	printf "%d columns, %d sets, mean %.2f:", n, most, n ? mean / n : 0
	for (i = 1; i <= n; i++)
		printf " %.2f", order[i]
	print ""
}
