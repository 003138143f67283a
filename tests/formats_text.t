#!/bin/sh
# the text exports of recorders: the same movement in the hand of each, the real
# files where there are any, and what must be refused
. "${0%/*}/lib.sh"
. "${0%/*}/dialects.sh"
cd "$tmp" || exit 2

nod 1200
{ echo "t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s"
  tr ' ' , <nod; } | plumb-read >want.csv

# like TEXT [ROWS]: got.csv is want.csv but for what units round, columns by
# name, at most so many rows less
like() {
	awk -F, -v least="${2:-1200}" '
	    NR == FNR { for (i = 1; i <= NF; i++) want[FNR, i] = $i; n = NF; next }
	    FNR == 1 { for (i = 1; i <= n; i++) bad = bad || $i != want[1, i]; next }
	    { rows++; k = int($1 * 100 + 2.5)
	      for (i = 2; i <= n; i++) { d = $i - want[k, i]
		if (d * d > 4e-10 || $i == "") bad = 1 } }
	    END { exit bad || rows < least || rows > 1200 }' want.csv got.csv
	claim $? "$1"
}

# read_as FORM FILE...: got.csv, and is it that form?
read_as() {
	form=$1
	shift
	plumb-read -v "$@" >got.csv 2>err
	plumb-read --explain "$@" 2>/dev/null | grep -q "^format,$form,"
	claim $? "known as $form"
}

# MetaMotion, its variants: epoc, a zone in another place, a blank for the T
write_metamotion
read_as metamotion acc.csv gyr.csv
like "MetaMotion, a pair"

# phyphox, five flavours: delimiter and point, each in a language
tab=$(printf '\t')
phyphox() {	# STOP TIME ACC GYR [SED]
	write_phyphox "$@"
	read_as phyphox-csv Accelerometer.csv Gyroscope.csv
	like "phyphox, '$1', $2"
}
phyphox , 'Time (s)' Acceleration Gyroscope
phyphox "$tab" 'Zeit (s)' Beschleunigung Gyroskop
phyphox ';' 'Temps (s)' 'Accélération' Gyroscope
phyphox "$tab" 'Tiempo (s)' 'Aceleración' Giroscopio 's/\./,/g'
phyphox ';' 'Čas (s)' 'Zrychlení' Gyroskop 's/\./,/g'
write_plain
read_as phyphox-csv plain.csv
cut -d, -f1-4 want.csv >want3.csv
awk -F, 'NR == FNR { x[FNR] = $2; next } FNR > 1 { d = $2 - x[FNR]; if (d * d > 1e-4) exit 1 }' want3.csv got.csv
claim $? "phyphox, plain names, NaN is missing and bridged"
sed '1s/"\([XYZ]\)/"Linear Acceleration \1/g' plain.csv >linear.csv
says "phyphox, gravity taken out" 2 "Linear Acceleration X .m/s.2.: gravity was taken out of it: take Accelerometer.csv, or record 'Acceleration .with g.'" \
    plumb-read linear.csv
cp plain.csv Gravity.csv
says "phyphox, gravity alone, which only the name tells" 2 'Gravity.csv: by its name no accelerometer, but made of other sensors: take Accelerometer.csv' \
    plumb-read Gravity.csv

# Movella DOT: banner lines with trailing commas, a counter that wraps
write_movella
read_as movella dot.csv
like "Movella DOT, a counter of 32 bits that wraps"
plumb-read -i D dot.csv | sed -n 2p | grep -q '^D,2025-07-11T18:06:00.086Z,0,'
claim $? "its start has a zone"
sed '/^PacketCounter/s/Acc_/FreeAcc_/g' dot.csv >free.csv
says "Movella DOT without gravity" 2 "FreeAcc_X: gravity was taken out of it: record in the measurement mode 'Rate quantities'" \
    plumb-read free.csv
{ dot; echo 'PacketCounter,SampleTimeFine,Quat_W,Quat_X,Quat_Y,Quat_Z'
  each 'print NR "," ms * 1000 ",1,0,0,0"'; } >quat.csv
says "Movella DOT, attitude alone" 2 "no acceleration and no turning in it: record in the measurement mode" \
    plumb-read quat.csv
grep -v SampleTimeFine dot.csv | cut -d, -f1,3- >body.csv
{ dot; echo 'PacketCounter,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z'; sed '1,/^$/d' body.csv; } >count.csv
read_as movella count.csv
like "Movella DOT, no time but a counter and a rate"

# Xsens MT: four delimiters, NaN, a counter with zeros before it, lost packets
xsens() {	# STOP [NaN]
	write_xsens "$@"
	read_as xsens mt.txt
	like "Xsens between '$1'"
}
xsens '\t' ''
xsens , NaN
xsens ';' ''
xsens ' ' NaN
awk 'NR % 100 != 50' mt.txt >lost.txt
plumb-read -v lost.txt >got.csv 2>err
grep -q ' 1188 rows, 100 Hz by PacketCounter and its rate' err
claim $? "lost packets do not close up"
tail -1 got.csv | grep -q '^11.99,'
claim $? "and the counter says when"
grep -v Update mt.txt >norate.txt
says "Xsens without its rate" 2 'norate.txt: it counts its rows and does not say their rate: say -r HZ' \
    plumb-read norate.txt
plumb-read -r 100 norate.txt >got.csv
like "-r says it"

# Shimmer: two accelerometers, milliseconds in E notation, a row of units
write_shimmer
read_as shimmer shimmer.csv
like "Shimmer, the wide range"
grep -q "'Shimmer_40AC_Accel_LN_X_CAL' and its sisters left out: --sensor ln or -c takes them" err
claim $? "and the other is told"
plumb-read -q --sensor LN shimmer.csv 2>/dev/null | sed -n 2p | grep -q '^0,1,9.9,1,0.01,0,0$'
claim $? "--sensor LN takes it"
sed 's/_CAL/_RAW/g; s/m\/(s^2)/no_units/g; s/deg\/s/no_units/g' shimmer.csv >raw.csv
says "Shimmer, raw" 2 'no acceleration and no turning in it: export calibrated .CAL. data' \
    plumb-read raw.csv

# Movesense: a stamp a packet of 4 rows, a comma and a blank at the end
write_movesense
read_as movesense-csv acc.csv gyr.csv
grep -q 'rows, 100 Hz by its clock' err && [ "$(wc -l <got.csv)" -ge 1195 ]
claim $? "Movesense: the rows of a packet are spread"
sed 's/\([0-9]\)\.\([0-9]\)/\1,\2/g' acc.csv >collision.csv
says "Movesense, decimal commas between commas" 2 'collision.csv: 2: 7 cells under 4 names: a decimal comma needs another delimiter: export with decimal points' \
    plumb-read collision.csv

# Delsys: a clock for each channel, EMG faster, zeros before it measures
write_delsys
read_as delsys --sensor 'Mini sensor 10' delsys.csv
grep -q 'warning: delsys.csv: the first 4 rows are all 0, a free fall that was none: left empty' err &&
    sed -n 5p got.csv | grep -q '^0.03,,,,,,$'
claim $? "Delsys: the rows before it measures are missing"
sed '2,5d' got.csv >tail.csv; mv tail.csv got.csv
like "the others are right, and end where motion ends" 1196
says "Delsys, two sensors" 2 'delsys.csv: 2 sensors in it: choose with --sensor: Mini sensor 10, Mini sensor 11' \
    plumb-read delsys.csv
sed '/ACC.Y 10 S/s/1.000000e+002/0.740740e+002/' delsys.csv >rates.csv
says "Delsys, channels of two rates" 2 'rates.csv: Mini sensor 10: ACC.Y 10: 0.740740e.002 Hz where channels before have 1.000000e.002' \
    plumb-read --sensor 'Mini sensor 10' rates.csv

# Noraxon: mG, bodies in any order of words, stray NaN; the German export
write_noraxon
read_as noraxon --sensor Pelvis noraxon.csv
sed -i '$d' got.csv
like "Noraxon, a body's accelerometer and gyroscope by its word"
noraxon | sed '4,$s/,/;/g; 5,$s/\./,/g' >de.csv
read_as noraxon --sensor pelvis,'RT Foot=foot' de.csv
sed -i '$d' got.csv
head -1 got.csv | grep -q '^t_s,acc_x_.*,foot_acc_x_.*,gyr_x_.*,foot_gyr_z_'
claim $? "Noraxon in German, two bodies"
cut -d, -f1-4 got.csv >a; cut -d, -f1-4 want.csv | cmp -s - a
claim $? "with decimal commas" # accelerations are exact here
says "Noraxon, which body?" 2 '2 sensors in it: choose with --sensor: Pelvis, RT Foot' \
    plumb-read noraxon.csv

# APDM, old and new
write_apdm
read_as apdm --sensor Static apdm.csv
like "APDM, one row of names"
write_apdm7
read_as apdm --sensor lumbar apdm7.csv
like "APDM, three rows of names, microseconds"
says "APDM, no such sensor" 2 '^plumb-read: apdm7.csv: --sensor Chest: no such sensor in it: Lumbar, Right Ankle$' \
    plumb-read --sensor Chest apdm7.csv

# ActiGraph: acceleration, and what only looks like it
write_actigraph
read_as actigraph raw.csv
awk -F, 'NR == FNR { x[FNR] = $2; next } { d = $2 - x[FNR]; if (NF != 4 || d * d > 1e-10) exit 1 } END { exit FNR != 1201 }' want.csv got.csv
claim $? "ActiGraph, rows of acceleration, their rate in the banner"
grep -q 'start date 12/20/2021, by a clock without a zone' err
claim $? "and its start by its own clock"
{ actigraph '' 5; echo 325,85,176,2; echo 181,116,91,1; echo 4,47,153,0; } >epochs.csv
says "ActiGraph, counts" 2 "epochs.csv: ActiGraph's counts of epochs of 00:00:05, not acceleration: export the raw data" \
    plumb-read epochs.csv

# SensorLog of iOS: Apple's sign, null, times as text, and gravity apart
write_sensorlog
read_as sensorlog sensorlog.csv
like "SensorLog, upwards is what it reads downwards"
plumb-read -i S sensorlog.csv | sed -n 2p | grep -q '^S,2020-05-17T09:59:20.000Z,0,'
claim $? "it began when its first line was logged"
write_motion
read_as sensorlog motion.csv
like "SensorLog, gravity and what is free of it, added"
cut -d, -f1-4,8- motion.csv >user.csv
says "SensorLog, user acceleration alone" 2 'motionUserAccelerationX.G.: gravity was taken out of it: log the accelerometer' \
    plumb-read user.csv

# Physics Toolbox: g by name, w by physics; German
write_physics
read_as physics physics.csv
like "Physics Toolbox"
plumb-read --explain physics.csv | grep -q '^gyr_z_rad_s,wz,"rad_s times 1, unit found by physics"$'
claim $? "w has no unit, and physics says which"
tr ,. ';,' <physics.csv >de.csv
read_as physics de.csv
like "Physics Toolbox, semicolons and decimal commas"
{ echo 'time,x,y,z'; each 'printf "%s,%.7f,%.7f,%.7f\n", $1, $2 / g, $3 / g, $4 / g'; } >xyz.csv
plumb-read -v xyz.csv >got.csv 2>err
[ "$(sed -n 700p got.csv)" = "$(sed -n 700p want3.csv)" ]
claim $? "x, y, z that read 1 at rest are an accelerometer in g"
{ echo 'time,x,y,z'; each 'printf "%s,%s,%s,%s\n", $1, $5, $6, $7'; } >gyr.csv
says "x, y, z of a gyroscope are none" 2 'gyr.csv: acc: .* at rest: neither 1 g nor 9.81 m/s2' \
    plumb-read gyr.csv

# Vicon Blue Trident: units at the end of the names
write_vicon
read_as vicon vicon.csv
like "Vicon Blue Trident"
plumb-read -i V vicon.csv | sed -n 2p | grep -q '^V,2020-09-13T12:26:40.000Z,0,'
claim $? "by the clock that counts from 1970"

# omconvert CSV: a local time of day is a clock
write_omconvert
read_as omconvert-csv om.csv
like "omconvert CSV, over a minute's end"
plumb-read -i O om.csv | sed -n 1p | grep -q start_utc
claim $((! $?)) "without a zone it is no instant"

# a microcontroller: talk between rows, no units, ms or us
write_arduino
read_as arduino mpu.csv
like "a microcontroller, ms, g and deg/s by physics"
grep -q "in ms by its steps" err && grep -q '3 lines without a number passed over' err
claim $? "which is told"
arduino t,ax,ay,az,gx,gy,gz 'printf "%d,%s,%s,%s,%s,%s,%s\r\n", ms * 1000 + 7, $2, $3, $4, $5, $6, $7' >mpu.csv
read_as arduino mpu.csv
like "us, m/s2 and rad/s by physics"
arduino t,ax,ay,az,gx,gy,gz 'printf "%s,%d,%d,%d,%d,%d,%d\r\n", $1, $2 / g * 4096, $3 / g * 4096, $4 / g * 4096, $5 * deg * 65.5, $6 * deg * 65.5, $7 * deg * 65.5' >mpu.csv
says "counts of a converter" 2 'acc: 4... at rest: raw counts, 4096 to 1 g: divide by that' plumb-read mpu.csv
head -150 nod | { echo t,ax,ay,az,gx,gy,gz; tr ' ' ,; } >still.csv
says "who stands still cannot tell" 2 'gyr: .*: cannot tell rad/s from deg/s: say which with -c gyr_x_deg_s=' plumb-read still.csv

# a place, what no one can know, and what is no text
awk '{ print NR == 1 ? "stamp,s0_ax,s0_ay,s0_az,s0_gx,s0_gy,s0_gz,s1_ax,s1_ay,s1_az,millis" : "" }' nod | head -1 >many.csv
each 'print NR "," $2 "," $3 "," $4 "," $5 "," $6 "," $7 ",1,1,9.6," ms' >>many.csv
plumb-read --sensor s0 many.csv >got.csv
like "a sensor of several by the word before its columns"
plumb-read --explain --sensor s0 many.csv | grep -q '^acc_x_m_s2,s0_ax,"s0: m_s2 times 1, unit found by physics"$'
claim $? "--explain says how its unit was found"
says "a place that is misspelt" 2 \
    '^plumb-read: --sensor s1=sacrm: no such place: trunk t4 .* thigh shank foot$' \
    plumb-read --sensor s0,s1=sacrm many.csv
says "a sensor at two places" 2 'many.csv: --sensor s1: named twice' \
    plumb-read --sensor s1,S0=t12,s1=t12 many.csv
says "two sensors at one" 2 'many.csv: --sensor s1: two sensors at t12_' \
    plumb-read --sensor s0=t12,s1=t12 many.csv
says "one without a place is taken for the trunk, aloud" 0 \
    '^plumb-read: warning: .*--sensor s1: not said where it is' \
    plumb-read --sensor s0,s1 many.csv -o got.csv
says "a place misspelt in -c" 2 \
    "^plumb-read: -c: 'sacrm_acc_x_g': no such place: trunk" \
    plumb-read -c t_s,sacrm_acc_x_g,sacrm_acc_y_g,sacrm_acc_z_g many.csv
plumb-read --sensor s0,s1=thigh many.csv 2>/dev/null | head -1 | grep -q '^t_s,acc_x_.*,thigh_acc_z_.*,gyr_z_'
claim $? "two of them"
{ printf '\377\376'; printf 't,ax,ay,az\n1,2,3,4\n' | sed 's/./&\x00/g'; } >wide.csv
says "UTF-16" 2 '^plumb-read: wide.csv: text in UTF-16: save it as UTF-8$' plumb-read wide.csv
sed '1s/.*/time,ax (m\/s2),ay (m\/s2),az (m\/s2),gx (rad\/s),gy (rad\/s),gz (rad\/s)/' nod |
    awk -v OFS=, 'NR == 1 { print; next } { print $1, $5, $6, $7, $2, $3, $4 }' >swapped.csv
says "swapped columns" 2 'accelerometer and gyroscope are swapped' plumb-read swapped.csv
{ echo 'time,x (m/s2),y (m/s2),z (m/s2)'; each 'printf "%s,%.7f,%.7f,%.7f\n", $1, $2 / g, $3 / g, $4 / g'; } >lie.csv
says "g that the header calls m/s2" 2 'acc: 1 m/s2 at rest, not 9.8: these are in g' plumb-read lie.csv
sed 's/deg\/s/rad\/s/g' vicon.csv >lie.csv
says "deg/s that the header calls rad/s" 2 'gyr: .* deg/s' plumb-read lie.csv
sed 's/,NaN,/,nan,/g; 1s/.*/time,ax (m\/s2),ay (m\/s2),az (m\/s2)/' plain.csv | sed 's/"//g' >generic.csv
says "NaN in the hand of nobody" 2 "generic.csv: 5: acc_x_m_s2: 'nan': not a number" plumb-read generic.csv

# the real files: rows, rate, first and last row, and what is refused
real() {	# FOLDER FILE SENSOR [OPTION...]
	file=$data/formats/$1/$2 sensor=$3 key=$1/$2
	shift 3
	if [ -n "$sensor" ]; then set -- --sensor "$sensor" "$@"; fi
	plumb-read -v "$@" "$file" >got.csv 2>err
	plumb-read --explain "$@" "$file" >explain.csv 2>/dev/null
	awk -F'\t' -v key="$key" '$1 == key { print $2; print $5; print $3; print $8; print $9 }' \
	    "$data/formats/expected.tsv" >expected
	awk -v g=9.80665 -v deg=57.29577951308232 '
	    function near(a, b) { return (a - b) ^ 2 <= (1.1e-6 + 1e-6 * (b < 0 ? -b : b)) ^ 2 }
	    FILENAME == "expected" { e[FNR] = $0; next }
	    FILENAME == "explain.csv" { split($0, p, ","); if (p[1] == "rows") rows = p[2]
		if (p[1] == "rate_hz") rate = p[2]; next }
	    { n++; line[n] = $0 }
	    function check(text, row, which,   w, v, i, k) {
		sub(/.*row 17: /, "", text)	# the first that was measured
		k = split(text, w, ","); split(line[row], v, ",")
		for (i = 1; i <= k; i++) {
			if (w[i] == "nan") { if (v[2] v[3] v[4] != "") bad = bad " " which i; continue }
			if (w[i] ~ /[^-0-9.e]/) return
			x = i <= 3 ? w[i] * (e[3] ~ /az \[g\]|z \[g\]/ ? g : 1) : w[i] / (e[3] ~ /deg\/s/ ? deg : 1)
			if (v[i + 1] != "" && !near(v[i + 1], x)) bad = bad " " which i ":" v[i + 1]
		}
	    }
	    END {
		if (rows != e[1]) bad = bad " rows " rows
		if (e[2] ~ /^[0-9]/ && (rate - e[2]) ^ 2 > 0.001 ^ 2) bad = bad " rate " rate
		check(e[4], e[4] ~ /row 17/ ? 18 : 2, "first")
		check(e[5], n, "last")
		if (n != e[1] + 1) bad = bad " stream rows " n - 1
		if (bad != "") print "# " bad
		exit bad != "" }' expected explain.csv got.csv
	claim $? "real: $key${sensor:+, $sensor}"
}
data=${PLUMB_DATA:-}
case $data in /* | '') ;; *) data=$top/$data ;; esac
if [ -d "$data/formats" ]; then
	real xsens MT46_01-000_00B42D4D.txt ''
	real xsens MT2022_ACC_GYRO_ROT_ALL_TAB_NAN_00B42D4B.txt '' -r 100
	real xsens MT2022_ACC_GYRO_ROT_MAT_SEMICOLON_00B42D4B.txt '' -r 100
	says "real: Xsens 2022 does not say its rate" 2 'say -r HZ' plumb-read \
	    "$data/formats/xsens/MT2022_ACC_GYRO_ROT_MAT_SEMICOLON_00B42D4B.txt"
	real shimmer read_test_data.csv ''
	real apdm imuData01_head.csv Static
	real apdm apdm_format7.csv Lumbar
	real delsys truncated_trigno_sample.csv 'Mini sensor 10'
	for f in ActiGraph61 ActiGraph13_timestamps_headers; do
		says "real: $f is refused" 2 "ActiGraph's counts of epochs" \
		    plumb-read "$data/formats/actigraph/$f.csv"
	done
	for f in "$data"/choi/*.csv; do
		plumb-read -q --sensor s0 "$f" >got.csv 2>err
		claim $? "real: ${f##*/} by --sensor s0 alone"
	done
else
	skip "PLUMB_DATA is not set: no real export is read"
fi
plan
