# plumb-orient on what is clipped, constant, short, holed, slow or fast: an
# answer that knows its error, or a refusal; never a number that is none
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# clip COLUMN LIMIT: what a sensor of that range would have given
clip() {
	awk -F, -v OFS=, -v c="$1" -v most="$2" '
	NR == 1 { for (i = 1; i <= NF; i++) if ($i == c) k = i }
	NR > 1 && $k > most { $k = most }
	NR > 1 && $k < -most { $k = -most }
	{ print }'
}

# off TRACE STREAM: error of up in deg, RMS and worst, and in how many % of
# rows within 2 SD; fails if a row has an attitude that is none
off() {
	awk -F, '
	FNR == 1 { table++; for (i = 1; i <= NF; i++) at[table, $i] = i; next }
	{
		w = $at[table, "q_w"]; x = $at[table, "q_x"]
		y = $at[table, "q_y"]; z = $at[table, "q_z"]
		u = 2 * (x * z - w * y); v = 2 * (y * z + w * x)
	}
	table == 1 { up_x[FNR] = u; up_y[FNR] = v; next }
	{
		sd = $at[2, "incl_sd_deg"]
		size = w * w + x * x + y * y + z * z
		if (!(size > .999 && size < 1.001 && sd > 0 && sd < 90))
			bad++
		e = ((u - up_x[FNR]) ^ 2 + (v - up_y[FNR]) ^ 2) * 57.3 ^ 2
		sum += e; n++; in2 += e < 4 * sd * sd
		if (e > worst) worst = e
	}
	END { printf "%.2f %.2f %.0f\n", sqrt(sum / n), sqrt(worst),
	    100 * in2 / n; exit bad > 0 }' "$1" "$2"
}

# below LIST LIST: each number below its own
below() {
	echo "# $1, to be below $2"
	awk -v a="$1" -v b="$2" 'BEGIN { n = split(b, y, " ")
	    if (split(a, x, " ") < n) exit 1
	    for (i = 1; i <= n; i++) if (!(x[i] < y[i])) exit 1 }'
}

plumb-simulate --grade lab -n 3 -s 3 --lean 45 --tempo 1.5-0-1-1 \
    --trace trace.csv -o whole.csv
plumb-orient whole.csv 2>err >o.csv
whole=$(off trace.csv o.csv)
claim $? 'a quick session has an attitude in every row'
[ ! -s err ] && below "$whole" '0.7 1.5'
claim $? 'and nothing is said to clip'

# 250 deg/s of the gyroscope are not reached, 60 are, by two of its axes
for c in gyr_x_rad_s gyr_y_rad_s gyr_z_rad_s; do
	clip $c 1.0472 <whole.csv >$c.csv
	cmp -s whole.csv $c.csv && continue
	says "$c that clips at 60 deg/s is said to" 0 \
	    "^plumb-orient: warning: .*$c: clips: [0-9]* rows at -?1.047, first" \
	    plumb-orient -o o.csv $c.csv
	found=$(off trace.csv o.csv) && below "$found" '0.8 3'
	claim $? "$c that clips is bridged"
done
clip gyr_y_rad_s 4.363 <whole.csv >c.csv
same 'at 250 deg/s nothing clips' whole.csv c.csv

# ranges that no one should choose: 1.2 g of the axis that bears gravity
plumb-simulate --grade lab -n 3 -s 2 --tempo 1-0-0.6-1 --trace trace.csv \
    -o whole.csv
clip acc_y_m_s2 11.77 <whole.csv >c.csv
says 'an accelerometer that clips is said to' 0 \
    'acc_y_m_s2: clips: .* a wider range' plumb-orient -o o.csv c.csv
found=$(off trace.csv o.csv) && below "$found" '0.8 3'
claim $? 'and is bridged'
plumb-align -q c.csv | plumb-orient -o t.csv 2>err
grep -q 'acc_y_m_s2: clips' err
claim $? 'in trunk axes, too: limits are those of the sensor'
plumb-orient -q -o o.csv c.csv 2>err && [ ! -s err ]
claim $? '-q is silent about it'

# rates
for rate in 12.5 25 100 285.7 1000; do
	plumb-simulate -r $rate --grade lab -n 2 --trace trace.csv |
	    plumb-orient -o o.csv
	found=$(off trace.csv o.csv) && below "$found" '1.5 4'
	claim $? "$rate Hz work"
done

# hardly anything
awk 'BEGIN { print "t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2," \
    "gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s"
    for (i = 0; i < 500; i++) print i / 100 ",-5,8,2,0,0,0" }' >same.csv
plumb-orient same.csv >o.csv
awk -F, 'NR > 1 && ($8 != q && NR > 2 || $12 == "") { bad = 1 } { q = $8 }
    END { exit bad || NR != 501 }' o.csv
claim $? 'a constant record stays as it is'
head -n 3 same.csv | plumb-orient >o.csv 2>err
[ "$(sed 1d o.csv | cut -d, -f8-12 | grep -c '^[-0-9.,]*$')" = 2 ]
claim $? 'two samples have an attitude each'
! grep -qi nan o.csv
claim $? 'and no number that is none'
awk -F, -v OFS=, 'NR > 200 && NR < 300 { $5 = $6 = $7 = "" } 1' same.csv |
    plumb-orient >o.csv
awk -F, 'NR > 1 { sd[NR] = $12; if ($8 == "") bad = 1 }
    END { exit bad || sd[250] < 1.5 * sd[50] }' o.csv
claim $? 'where one sensor misses the attitude is less certain'
awk -F, -v OFS=, 'NR > 1 { $2 = 25; $3 = NR % 9; $4 = NR % 7 } 1' same.csv \
    >stuck.csv
says 'an axis that is always at its limit leaves nothing' 2 \
    'acc: clips so much that nothing is left' plumb-orient -q stuck.csv

# a bias that rest cannot show is not taken off in silence, one that it can is
plumb-simulate -s 8 --grade consumer -n 2 -o fine.csv
for bias in 3 20; do
	awk -F, -v OFS=, -v b=$bias 'NR > 1 { $6 += b / 57.29578 } 1' \
	    fine.csv | plumb-orient -o o.csv 2>err$bias
done
! grep -q bias err3 && grep -q \
    'warning: .*gyr: a bias of [0-9]* deg/s: .*passes for a turn' err20
claim $? 'a bias of 20 deg/s is told, one of 3 is not'
plan
