#!/bin/sh
# plumb-check: what is good passes, and each fault is found by its name
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# a good sensor, and one of a lower trunk beside it
plumb simulate -n 3 -s 3 --grade consumer -o good.csv
plumb simulate -n 3 -s 4 --grade lab -o lab.csv
paste -d, good.csv lab.csv | awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++)
	if ($i == "t_s") second = i
	for (i = second + 1; i <= NF; i++) $i = "t12_" $i
	print; next } $1 != "" && NF == 14 && $14 != ""' | cut -d, -f1-7,9- >two.csv
plumb-check good.csv >found.csv
claim $? "a good recording is fit"
[ "$(head -n 1 found.csv)" = "sensor,check,value,unit,limit,verdict,at_s,advice" ]
claim $? "the columns"

# verdict FILE CHECK [SENSOR]: "VERDICT VALUE"
verdict() {
	awk -F, -v check="$2" -v sensor="${3:-}" '
	NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
	$c["check"] == check && $c["sensor"] == sensor {
		print $c["verdict"], $c["value"] }' "$1"
}

# finds TEXT STATUS VERDICT CHECK PATTERN: of bad.csv, with advice that matches
finds() {
	plumb-check -q bad.csv >found.csv 2>err
	[ $? -eq "$2" ] && [ ! -s err ] &&
	    case $(verdict found.csv "$4") in "$3 "*) ;; *) false ;; esac &&
	    grep ",$4," found.csv | grep -Eq -- "$5"
	claim $? "$1"
	[ "$(verdict found.csv "$4" | cut -d' ' -f1)" = "$3" ] ||
	    grep ",$4," found.csv | sed 's/^/#   /'
}

# change EXPRESSION...: good.csv with acc in $2 $3 $4 and gyr in $5 $6 $7
change() {
	awk -F, -v OFS=, "NR > 1 { $1 } { print }" good.csv >bad.csv
}

# the page says what there is, and by which limit
plumb read -q two.csv then align -q then orient then segment then \
    check -q >all.csv
awk -F, -v OFS=, 'NR == 1 { print $0, "temp_degC"; next }
    { print $0, 20 + NR / 10000 }' good.csv >bad.csv
plumb-check -q bad.csv | cat all.csv - |
    awk -F, 'FNR > 1 && $2 != "check" { sub(/^acc_[xyz]_/, "acc_AXIS_", $2)
	sub(/^gyr_[xyz]_/, "gyr_AXIS_", $2); print $2 }' | sort -u >made
page=$top/tools/plumb-check.1
sed -n '/^\.Sh FINDINGS/,/^\.Sh EXIT/s/^\.It Va //p' "$page" | sort >paged
same "the page has every check and no other" made paged
diff made paged | sed -n 's/^[<>]/#   &/p'
# its lines: NAME|UNIT; LIMIT, unfit unless LIMIT.
awk '/^\.Sh FINDINGS/ { on = 1 } /^\.Sh EXIT/ { on = 0 }
    on && /^\.It Va / { name[++n] = $3; next }
    on && /^[^.]/ { for (; n; n--) print name[n] "|" $0 }' "$page" >lines
bad=$(plumb-check -q bad.csv | cat all.csv - | awk -F, '
	NR == FNR { split($0, p, "|"); line[p[1]] = p[2]; next }
	FNR == 1 || $2 == "check" || $6 == "unfit" { next }
	{ sub(/^acc_[xyz]_/, "acc_AXIS_", $2)
	  sub(/^gyr_[xyz]_/, "gyr_AXIS_", $2)
	  begin = $4 ($5 == "" ? "." : $4 == "" ? "" : "; ")
	  if (index(line[$2] " ", begin) != 1 || ($5 != "" &&
	      !index(line[$2], $5 ".") && !index(line[$2], $5 ",")))
		print $2, $4, $5 }' lines -)
[ -z "$bad" ]
claim $? "with unit and limit${bad:+, but for: $bad}"

# what plumb-read would refuse
change '$2 /= 9.80665; $3 /= 9.80665; $4 /= 9.80665'
finds "g for m/s2" 1 unfit acc_off 'in g: name them acc_x_g'
change '$2 *= 1000 / 9.80665; $3 *= 1000 / 9.80665; $4 *= 1000 / 9.80665'
finds "mg for m/s2" 1 unfit acc_off 'in mg: name them acc_x_mg'
change '$5 *= 57.29578; $6 *= 57.29578; $7 *= 57.29578'
plumb-check -q bad.csv | grep -Eq '^,gyr_(turn|fast),.*,unfit,.*in deg/s'
claim $? "deg/s for rad/s"
change '$5 /= 57.29578; $6 /= 57.29578; $7 /= 57.29578'
finds "rad/s for deg/s" 1 unfit gyr_turn 'in rad/s, not deg/s'
plumb simulate -n 3 -s 1 --grade lab -t 8 | awk -F, -v OFS=, 'NR > 1 {
	$5 /= 57.29578; $6 /= 57.29578; $7 /= 57.29578 } { print }' >bad.csv
finds "where hardly anything turns it is warned of" 0 warn gyr_turn \
    'in rad/s and named gyr_x_deg_s'
says "by plumb-read, too" 0 \
    'gyr: turns 0.005 times as far as gravity: .*named gyr_x_deg_s' \
    plumb-read bad.csv
change 'a = $2; $2 = $5; $5 = a; a = $3; $3 = $6; $6 = a; a = $4; $4 = $7; $7 = a'
finds "sensors that are swapped" 1 unfit acc_off 'swapped'
change 'a = sqrt($2 ^ 2 + $3 ^ 2 + $4 ^ 2); k = (a - 9.80665) / a
    $2 *= k; $3 *= k; $4 *= k'
finds "gravity taken out" 1 unfit acc_off 'gravity was taken out'
change '$2 = -$2; $3 = -$3; $4 = -$4'
finds "gravity upside down is another mounting" 0 ok acc_off '.'
change '$5 = -$5; $6 = -$6; $7 = -$7'
finds "left-handed axes" 1 unfit gyr_alike 'mirrored'
change '$5 = -$5'
finds "one axis mirrored" 0 warn gyr_misfit 'its axes those of acc'
change 'a = $6; $6 = $7; $7 = a'
finds "two exchanged" 0 warn gyr_misfit 'its axes those of acc'
change '$2 *= 1.4; $3 *= 1.4; $4 *= 1.4'
finds "an accelerometer that is off" 1 unfit acc_off 'calibrate'
change '$2 *= 1.08; $3 *= 1.08; $4 *= 1.08'
finds "one that is poor" 0 warn acc_off 'calibrate'
says "plumb-read says the same" 0 "$(sed -n 's/.*,acc_off,.*,warn,,//p' \
    found.csv)" plumb-read bad.csv
# the two bytes of each sample the wrong way round
change 'for (i = 2; i <= 7; i++) { step = i < 5 ? 0.004788 : 0.0010653
    n = int($i / step + 65536.5) % 65536; n = n % 256 * 256 + int(n / 256)
    $i = (n > 32767 ? n - 65536 : n) * step }'
finds "bytes swapped" 1 unfit acc_off '.'

# the clock
plumb simulate -n 3 -s 3 -r 10 --grade consumer -o bad.csv
finds "10 Hz" 1 unfit rate 'record at 100 Hz'
plumb simulate -n 3 -s 3 -r 98.9 --grade none -o bad.csv
finds "98.9 Hz are 100 by a slow clock" 0 ok rate '.'
[ "$(verdict found.csv frozen_share)" = "ok 0" ] &&
    [ "$(verdict found.csv frozen_longest)" = "ok 0" ]
claim $? "a perfect sensor that rests is not frozen"
# squats alone; who stood elsewhere
plumb simulate -n 4 -s 3 -r 50 --grade consumer --lean 12 --tempo 2-0-2-0 \
    -o whole.au
plumb align -q -f 11 -t 18 whole.au then check -q >found.csv
plumb align -q -f 11 -t 18 --standing whole.au whole.au then check -q >stood.csv
case $(verdict found.csv standing) in "warn "*) ;; *) false ;; esac &&
    case $(verdict found.csv stance) in "warn "*) ;; *) false ;; esac &&
    case $(verdict stood.csv standing) in "ok "*) ;; *) false ;; esac &&
    case $(verdict stood.csv stance) in "ok "*) ;; *) false ;; esac
claim $? "a standing recording is believed"
plumb simulate -n 3 -s 3 -r 50 --grade consumer -o bad.csv
finds "50 Hz" 0 warn rate 'from 50 on tempo and lean'
awk 'NR < 500 || NR > 700' good.csv >bad.csv
finds "rows that were taken out leave no grid" 1 unfit grid_off 'plumb-read makes'
[ "$(verdict found.csv grid_off)" = "unfit 1" ] &&
    [ "$(verdict found.csv holes)" = "warn 1" ] &&
    [ "$(verdict found.csv hole_longest)" = "warn 2.02" ] &&
    [ "$(verdict found.csv rate)" = "ok 100" ]
claim $? "and a hole in it"
change '$1 = ""'
finds "no times" 1 unfit rate 'plumb-read makes t_s'
change '$1 = 3'
finds "time that stands" 1 unfit rate 'plumb-read makes t_s'
cut -d, -f2- good.csv >bad.csv
finds "no column of time" 1 unfit rate 'plumb-read makes t_s'
awk -F, -v OFS=, 'NR == 1 { print $0, "time_sd_s"; next } { print $0, 0.013 }' \
    good.csv >bad.csv
finds "late stamps" 0 warn time_sd 'stamped late.*slower than the stream'
head -n 400 good.csv >bad.csv
finds "a short one" 0 warn length 'record from standing'

# the data
# silent: what is empty in found.csv without a word
silent() {
	awk -F, 'NR > 1 && $3 == "" && $8 == ""' found.csv >silent
	[ ! -s silent ]
	claim $? "and what cannot be told says why"
	sed 's/^/#   /' silent
}
head -n 1 good.csv >bad.csv
finds "no rows" 1 unfit length 'record from standing'
silent
head -n 2 good.csv >bad.csv
finds "one row" 1 unfit length 'record from standing'
change 'for (i = 2; i <= 7; i++) $i = ""'
finds "all missing" 1 unfit hole_share 'no load'
silent
cut -d, -f1-4 good.csv >bad.csv
finds "no gyroscope" 1 unfit gyr_axes 'no axes.* load; .*still count'
plumb-check -q -p wrist bad.csv >found.csv
[ $? -eq 0 ] && [ "$(verdict found.csv gyr_axes)" = "warn 0" ] &&
    ! grep -q ,stance, found.csv
claim $? "on a wrist it is missed, and no stance is asked"
cut -d, -f1-3,5-7 good.csv >bad.csv
finds "two axes of three" 1 unfit acc_axes 'three axes'
cut -d, -f1,5-7 good.csv >bad.csv
finds "no accelerometer" 1 unfit acc_axes 'three axes'
change 'if ($1 > 10 && $1 < 10.1 || $1 > 12 && $1 < 12.5) for (i = 2; i <= 7; i++) $i = ""'
finds "holes" 0 warn holes 'keep the receiver near'
[ "$(verdict found.csv holes)" = "warn 2" ] &&
    grep -q ',hole_longest,0.5.*,12,' found.csv
claim $? "the longest has its place"
change 'if ($1 > 10 && $1 < 12) { if (k == "") k = $2 "," $3 "," $4 "," $5 "," $6 "," $7
    split(k, h, ","); for (i = 2; i <= 7; i++) $i = h[i - 1] }'
finds "frozen for 2 s" 0 warn frozen_longest 'longer than a sensor can'
[ "$(verdict found.csv frozen_longest)" = "warn 1.98" ]
claim $? "from its first row to its last"
change 'if ($1 > 12) { if (k == "") k = $2 "," $3 "," $4 "," $5 "," $6 "," $7
    split(k, h, ","); for (i = 2; i <= 7; i++) $i = h[i - 1] }'
finds "dead after 12 s" 1 unfit frozen_share 'no samples'
change '$3 = 4.2'
finds "an axis that never changes" 1 unfit acc_y_levels 'broken'
change '$3 += 4 * sin($1 * 9); if ($3 > 11) $3 = 11; if ($3 < -11) $3 = -11
    $2 *= 1.2; if ($2 > 11) $2 = 11; if ($2 < -11) $2 = -11
    $4 += 6 * sin($1 * 9); if ($4 > 11) $4 = 11; if ($4 < -11) $4 = -11'
plumb-check -q bad.csv >found.csv
grep -Eq '^,acc_._clipped,[0-9.]+,%,<=[02],(warn|unfit),[0-9.]+,' found.csv &&
    [ "$(verdict found.csv acc_range)" = "warn 1.12" ]
claim $? "an accelerometer that clips, and where"
change 'for (i = 5; i <= 7; i++) $i = int($i / 0.02 + 100.5) * 0.02 - 2'
finds "a gyroscope in coarse steps" 0 warn gyr_x_step 'coarse'
[ "$(verdict found.csv gyr_x_step)" = "warn 1.145916" ]
claim $? "of that size"
change '$5 += 0.3'
finds "a gyroscope that is 17 deg/s off" 1 unfit gyr_x_bias 'take off what it reads'
change '$7 += 0.02 * $1 / 40'
finds "one that warms up" 0 warn gyr_drift 'warm up'
plumb stress -q --stress slip=40,slip-at=15 -s 6 good.csv -o bad.csv
finds "a strap that slipped" 0 warn slip 'the strap slipped'
awk -F, -v OFS=, '{ print $0, NR == 1 ? "Temperature" : 15 + NR / 200 }' good.csv \
    >bad.csv
finds "a column of temperature" 0 warn temperature_change 'warm up'

# sensors
plumb-check -q two.csv >found.csv
claim $? "two good sensors are fit"
[ "$(grep -c ',acc_x_noise,' found.csv)" -eq 2 ] &&
    [ "$(verdict found.csv gyr_axes t12)" = "ok 3" ]
claim $? "each with its findings"
awk -F, -v OFS=, 'NR > 1 { for (i = 8; i <= 10; i++) $i /= 9.80665 } { print }' \
    two.csv >bad.csv
plumb-check -q bad.csv >found.csv
[ $? -eq 1 ] && [ "$(verdict found.csv acc_off | cut -d' ' -f1)" = ok ] &&
    [ "$(verdict found.csv acc_off t12 | cut -d' ' -f1)" = unfit ]
claim $? "the one that is in g is told from the other"
cut -d, -f1-10 two.csv >bad.csv
plumb-check -q bad.csv >found.csv
[ $? -eq 0 ] && [ "$(verdict found.csv gyr_axes t12)" = "warn 0" ]
claim $? "a second sensor without a gyroscope is a warning"
awk -F, -v OFS=, 'NR == 1 { gsub(/t12_/, "bar_") } { print }' two.csv >bad.csv
plumb-check -q bad.csv | grep -q '^bar,stance,'
claim $(($? == 0)) "a bar has no stance"

# what other filters made
plumb read -q good.csv then align -q then orient then segment -o segment.csv
plumb-check -q segment.csv >found.csv
claim $? "a stream that went through the filters"
grep -q ',align_sd,5,deg,' found.csv && grep -q ',reps_hole,0,reps,' found.csv
claim $? "is judged by what they made, too"
cut -d, -f1,8- segment.csv >bad.csv
plumb-check -q bad.csv >found.csv
[ $? -eq 0 ] && grep -q '^,acc_fwd_noise,[0-9]' found.csv &&
    [ "$(verdict found.csv acc_fwd_clipped)" = "ok " ]
claim $? "one that has the trunk's axes alone, but for what they hide"
change 'if ($1 > 14 && $1 < 16) for (i = 2; i <= 7; i++) $i = ""'
plumb read -q bad.csv then align -q then orient -q then segment -q -o segment.csv
plumb-check -q segment.csv >found.csv
reps=$(plumb load -q -b 100 -M 80 segment.csv then reps -q |
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
    $c["load_reason"] == "hole" { n++ } END { print n + 0 }')
[ "$reps" -gt 0 ] && [ "$(verdict found.csv reps_hole)" = "warn $reps" ]
claim $? "as many repetitions without a load as plumb-load says ($reps)"

# manners
plumb-read good.csv -i one | plumb-check >found.csv
head -n 1 found.csv | grep -q '^recording,sensor,check,' &&
    [ "$(grep -c '^one,' found.csv)" -eq $(($(wc -l <found.csv) - 1)) ]
claim $? "the recording has its name in every row"
plumb read good.csv -i one then check >chain.csv
same "a chain is a pipe" found.csv chain.csv
plumb-check good.csv -O au | plumb-check >/dev/null 2>err
[ $? -eq 2 ] && grep -q 'acc_x_m_s2: no such column' err
claim $? "its own table is no stream"
[ "$(plumb-check -q -f 3 -t 9 good.csv | grep -c ',warn,')" -gt 0 ] &&
    plumb-check -q -f 3 -t 9 good.csv | grep -q ',length,6,'
claim $? "-f and -t choose what is judged"
says "-v counts" 0 '^plumb-check: good.csv: [0-9]+ findings: 0 unfit, 0 to be' \
    plumb-check -v good.csv
cut -d, -f1-4 good.csv >bad.csv
says "what is unfit is said" 1 '^plumb-check: warning: bad.csv: unfit: gyr_axes$' \
    plumb-check bad.csv
[ "$(wc -l <says.out)" -gt 20 ]
claim $? "and the table is whole"
plumb simulate -n 3 -s 3 -r 50 --grade consumer -o bad.csv
plumb-check -q bad.csv >a.csv
claim $? "a warning is no reason to stop"
says "but with --strict it is" 1 '^plumb-check: warning: bad.csv: to be warned of: rate$' \
    plumb-check --strict bad.csv -o b.csv
same "and the table is the same" a.csv b.csv
plumb-check --strict -q bad.csv >/dev/null 2>err
[ $? -eq 1 ] && [ ! -s err ]
claim $? "-q says nothing"
plumb-check --strict good.csv >/dev/null
claim $? "--strict passes what is good"
says "no such place" 2 '^plumb-check: -p head: no such place; one of' \
    plumb-check -p head good.csv
cut -d, -f1 good.csv >bad.csv
says "no sensor at all" 2 'bad.csv: acc_x_m_s2: no such column: plumb-read' \
    plumb-check bad.csv

# names of the table stay anybody's elsewhere
awk -F, -v OFS=, '{ print $0, NR == 1 ? "value,sensor" : "1e-9,left hand" }' \
    good.csv >named.csv
plumb stress --stress acc-bias=1 named.csv 2>err | tail -n 1 |
    grep -q ',1e-9,left hand$' && [ ! -s err ]
claim $? "a foreign column of such a name passes as it is"
plumb reps -q segment.csv --tag sensor=chest | head -n 2 | tail -n 1 |
    grep -q '^chest,'
claim $? "and may be a tag"

# real recordings
data=${PLUMB_DATA:-}
case $data in /* | '') ;; *) data=$top/$data ;; esac
. "$top/scripts/real.sh"
# real SET PLACE FILE...: found.csv of a recording
real() {
	set=$1 place=$2
	shift 2
	# shellcheck disable=SC2046 # words
	plumb read -q $(real_columns "$set") "$@" then \
	    check -q -p "$place" >found.csv
}
if [ -d "$data/jhowenstein" ]; then
	bad=''
	for f in "$data"/jhowenstein/*_2.csv; do
		real jhowenstein trunk "$f" || bad="$bad ${f##*/}"
	done
	for f in "$data"/choi/*.csv; do
		real choi trunk "$f" || bad="$bad ${f##*/}"
	done
	for f in "$data"/broad/*[A-Z].wav "$data"/broad/*d.wav; do
		plumb read -q -r 2000/7 "$f" then check -q -p wrist \
		    >found.csv || bad="$bad ${f##*/}"
	done
	[ -z "$bad" ]
	claim $? "good recordings are fit${bad:+, but for:$bad}"
	bad=''
	for f in "$data"/broad/*[A-Z].wav; do
		plumb read -q -r 2000/7 "$f" then check -q -p wrist |
		    awk -F, '$2 ~ /^acc_._noise$/ { a += $3 }
		    $2 ~ /^gyr_._noise$/ { g += $3 }
		    END { exit !(a > 1200 && a < 1600 && g > .02 && g < .03) }' ||
		    bad="$bad ${f##*/}"
	done
	[ -z "$bad" ]
	claim $? "one sensor has one noise in all of them${bad:+, but for:$bad}"
	bad=''
	for f in "$data"/barbell/*.csv; do
		real barbell bar "$f"
		grep -q ',time_sd,.*,warn,' found.csv &&
		    grep -q ',holes,.*,warn,' found.csv || bad="$bad ${f##*/}"
	done
	[ -z "$bad" ]
	claim $? "bursts of a bar are warned of${bad:+, but for:$bad}"
	real metamotion wrist "$data"/metamotion/D-squat-medium*17.45*
	[ $? -eq 0 ] && grep -q ',hole_longest,2.28,.*,warn,19.88,' found.csv
	claim $? "so is the hole of a wrist"
	awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i
		print "t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2"; next }
	    { print NR / 110, $c["s1_ax"], $c["s1_ay"], $c["s1_az"] }' \
	    "$data/choi/c0_subject1_set1.csv" >bad.csv
	finds "a thigh that reads 13 m/s2 at rest" 1 unfit acc_off 'calibrate'
	real exermote trunk "$data/exermote/exm_P1_20170422T153627.csv"
	[ $? -eq 1 ] && [ "$(verdict found.csv rate)" = "unfit 10" ]
	claim $? "10 Hz without a gyroscope are unfit"
else
	skip "PLUMB_DATA is not set: no real recording is checked"
fi
plan
