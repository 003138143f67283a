. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# a sensor that leans by 20 deg and back every 2 s, 12 s at 100 Hz, after 2 s
# of standing; columns t_s acc x y z in m/s2 gyr x y z in rad/s
awk 'BEGIN {
	for (i = 0; i < 1200; i++) {
		t = i / 100; w = 3.14159265
		lean = t < 2 ? 0 : 0.175 * (1 - cos(w * t))
		rate = t < 2 ? 0 : 0.175 * w * sin(w * t)
		printf "%.2f %.6f %.6f 0.25 0.01 0 %.7f\n", t,
		    9.80665 * sin(lean), 9.80665 * cos(lean), rate
	}
}' >nod
csv="t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s"
all="$csv"
{ echo "$csv"; tr ' ' , <nod; } >ours.csv
plumb-read ours.csv >want.csv
rows() { echo $(($(wc -l <"$1") - 1)); }
# like TEXT: got.csv is want.csv but for the last digit
like() {
	paste -d, want.csv got.csv | awk -F, 'NR > 1 {
		for (i = 1; i <= 7; i++) { d = $i - $(i + 7)
		    if (d * d > 4e-12 || $(i + 7) == "") bad = 1 } }
	    NR == 1 { for (i = 1; i <= 7; i++) if ($i != $(i + 7)) bad = 1 }
	    END { exit bad || NR != 1201 }'
	claim $? "$1"
}

# text
claim $(($(rows want.csv) != 1200)) "a stream of ours passes"
plumb-read -c "$all" nod >got.csv
same "blanks, by position" want.csv got.csv
tr ' ' '\t' <nod | tr . , | plumb-read -c "$all" >got.csv
same "tabs and decimal commas, on stdin" want.csv got.csv
{ echo 'id;ms;ax;ay;az;gx;gy;gz'
  awk '{ printf "%d;%.0f;%.9f;%.9f;%.9f;%.9f;%.9f;%.9f\r\n", NR, $1 * 1000,
    $2 / 9.80665, $3 / 9.80665, $4 / 9.80665, $5 * 57.29577951308232,
    $6 * 57.29577951308232, $7 * 57.29577951308232 }' nod
} >vendor.csv
plumb-read -c t_ms=ms,acc_x_g=ax,acc_y_g=ay,acc_z_g=az,\
gyr_x_deg_s=gx,gyr_y_deg_s=gy,gyr_z_deg_s=gz vendor.csv >got.csv
like "g, deg/s and ms, by header"
plumb-read -c -,t_ms,acc_x_g,acc_y_g,acc_z_g,gyr_x_deg_s,gyr_y_deg_s,\
gyr_z_deg_s vendor.csv >got.csv
like "by position, - skips"
cut -d' ' -f2- nod | plumb-read -r 100 -c "${all#t_s,}" >got.csv
same "no time, -r 100" want.csv got.csv
cut -d' ' -f2- nod | plumb-read -r 200/2 -c "${all#t_s,}" >got.csv
same "-r 200/2" want.csv got.csv
plumb-read -O au nod -c "$all" | plumb-read >got.csv
same "our AU stream passes" want.csv got.csv
plumb-read -O au nod -c "$all" >ours.au
says "our AU stream takes no -r" 2 'ours.au: a stream of Plumbline' \
    plumb-read -r 50 ours.au
plumb-read -i S7 want.csv | head -2 | tail -1 | grep -q '^S7,0,'
claim $? "-i is a column, first of all"

# packets on the radio: stamps come in bursts of four
awk -F, -v OFS=, 'NR > 1 { $1 = sprintf("%.3f", $1 - (NR - 2) % 4 * 0.008); print }' want.csv >bursts
plumb-read -q -c "$all" bursts -o got.csv
awk -F, 'NR == 1 { ok = $NF == "time_sd_s" } NR > 1 { ok = ok && $NF > 0.012 && $NF < 0.016; sd[$NF] }
    END { for (k in sd) n++; exit !(ok && n == 1) }' got.csv
claim $? "the scatter of the stamps is a column"
plumb-read -q got.csv -o got.wav && plumb-read -q got.wav | cut -d, -f8 >back
cut -d, -f8 got.csv | cmp -s - back
claim $? "and a text of the sound file, which brings it back"

# cut, and what is wrong in the middle
{ echo 79,0.2; cat ours.csv | sed 1d; printf '12.00,0.1,9.8,0.2,0,0'; } >cut
plumb-read -c "$all" cut 2>err >got.csv
same "cut lines are dropped" want.csv got.csv
[ "$(grep -c '^plumb-read: warning: cut: line' err)" -eq 2 ]
claim $? "with a warning for each"
plumb-read -q -c "$all" cut 2>err >got.csv
[ ! -s err ]
claim $? "-q says nothing"
printf '12.00,0.1' | cat ours.csv - >short.csv
says "a stream of ours cut short is an accident" 2 \
    'short.csv: 1202: .*cut short' plumb-read short.csv
sed '700s/,0.25,/,abc,/' ours.csv | sed 1d >word
says "a word: line, column, value" 2 "word: 699: acc_z_m_s2: 'abc': not a" \
    plumb-read -c "$all" word
sed '700s/,0.25,/,nan,/' ours.csv | sed 1d >nan
says "nan" 2 "nan: 699: acc_z_m_s2: 'nan': not a number .leave" \
    plumb-read -c "$all" nan
sed '700s/,0.25,/,inf,/' ours.csv >inf.csv
says "inf in a stream of ours" 2 "inf.csv: 700: acc_z_m_s2: 'inf'" \
    plumb-read inf.csv
sed '700s/^[0-9.]*,/0.5,/' ours.csv | sed 1d >back
says "time that goes backwards" 2 "back: 699: t_s: '0.5': time goes back" \
    plumb-read -c "$all" back

# the clock
awk '!($1 > 5 && $1 < 6.5)' nod >hole
plumb-read -c "$all" hole 2>err >got.csv
grep -q 'warning: hole: 1 hole left empty, the longest 1.5 s at 5.000 s' err
claim $? "a hole is told once"
awk -F, 'NR > 1 && $2 == "" { n++ } END { exit n != 149 || NR != 1201 }' got.csv
claim $? "and its rows stay, empty"
awk '{ print; if (NR % 4 == 0) { $1 += 0.003; print } }' nod >again
plumb-read -c "$all" again >got.csv
same "rows sent again are dropped" want.csv got.csv
awk '{ print; print }' nod | plumb-read -c "$all" >got.csv
same "repeated stamps are merged" want.csv got.csv
awk 'NR % 50 != 7' nod | plumb-read -c "$all" >got.csv
claim $(($(rows got.csv) < 1170)) "a lost row is bridged"
awk '{ $1 *= 100 / 110.15; $1 = int($1 * 1000 + 0.5); print }' nod |
    plumb-read -v -c "t_ms,${all#t_s,}" 2>&1 >got.csv | grep -q ' 110\.1'
claim $? "the true rate of a clock of milliseconds"
awk '{ printf "%.2f %s %s %s %s %s %s\n", $1 + ($1 > 9 ? 1e7 : 0), $2, $3,
    $4, $5, $6, $7 }' nod >far
says "a hole of months" 2 'nearly all of it is a hole' \
    plumb-read -c "$all" far

# MetaMotion: two files, two rates, the gyroscope earlier
{ echo 'epoch (ms),time (01:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)'
  awk 'NR > 30 && NR % 8 == 0 { printf "%.0f,T,0,%.6f,%.6f,%.6f\n",
      1547579049000 + $1 * 1000, $2 / 9.80665, $3 / 9.80665, $4 / 9.80665 }' nod
} >acc.csv
{ echo 'epoch (ms),time (01:00),elapsed (s),x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)'
  awk 'NR % 4 == 0 { printf "%.0f,T,0,%.6f,%.6f,%.6f\n",
      1547579049000 + $1 * 1000, $5 * 57.29578, $6 * 57.29578, $7 * 57.29578 }' nod
} >gyr.csv
plumb-read -v -i MM acc.csv gyr.csv >got.csv 2>err
head -2 got.csv | tail -1 | grep -q '^MM,2019-01-15T19:04:09.310Z,0,'
claim $? "the pair begins when both have begun"
awk -F, 'NR == FNR { split($0, v, " "); x[sprintf("%.2f", v[1])] = v[2]
	g[sprintf("%.2f", v[1])] = v[7]; next }
    FNR > 1 { k = sprintf("%.2f", $3 + 0.31); n++
	if (($9 - g[k]) ^ 2 > 1e-6 || ($4 - x[k]) ^ 2 > 0.01) bad = 1 }
    END { exit bad || n < 290 }' nod got.csv
claim $? "on absolute time, at the faster rate, and only where both are"
plumb-read gyr.csv acc.csv | cut -d, -f5 | head -1 | grep -q acc_x
claim $? "in either order"
says "the same file twice" 2 'acc_x_m_s2: both files have it' \
    plumb-read acc.csv acc.csv
sed 's/^15475/15476/' gyr.csv >other.csv
says "files of another day" 2 'share 0 s of time' plumb-read acc.csv other.csv
cut -d, -f1-4 ours.csv >a.csv; cut -d, -f1,5-7 ours.csv >g.csv
says "files without absolute time" 2 'joined on absolute time' \
    plumb-read a.csv g.csv
says "three files" 2 'two files at most' plumb-read acc.csv gyr.csv acc.csv

# sound: each container from a file and from stdin, with fractional rates
for rate in 12.5 104.17 2000/7; do
	cut -d' ' -f2- nod | plumb-read -q -r $rate -c "${all#t_s,}" >want2.csv \
	    2>/dev/null || { claim 1 "at $rate"; continue; }
	for form in wav w64 caf flac; do
		plumb-read -q want2.csv -o x.$form &&
		    plumb-read x.$form >a.csv && plumb-read - <x.$form >b.csv &&
		    cat x.$form | plumb-read >c.csv &&
		    cmp a.csv b.csv && cmp a.csv c.csv &&
		    [ "$(cut -d, -f1 a.csv | cksum)" = \
		    "$(cut -d, -f1 want2.csv | cksum)" ]
		claim $? "$form keeps $rate Hz; a file and a pipe are the same"
	done
done
plumb-read want.csv -o x.wav; plumb-read x.wav >got.csv
like "a WAV holds the numbers"
plumb-read -v x.wav 2>&1 >/dev/null | grep -q '100 Hz by its header or text'
claim $? "-v tells the rate"
plumb-read -r 50 x.wav | tail -1 | grep -q '^23.98,'
claim $? "-r overrides the container"
plumb-read -c acc_x_m_s2,acc_y_m_s2,acc_z_m_s2 x.wav | head -1 |
    grep -qx t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2
claim $? "-c names channels by position"
head -c 20000 x.wav >cut.wav
says "a WAV cut short: what is there, and a warning" 0 \
    'cut.wav: cut short: 8.. rows of the 1200' plumb-read cut.wav
[ "$(rows says.out)" -gt 800 ]
claim $? "its rows are there"
plumb-read want.csv -o x.flac
head -c 500 x.flac >cut.flac
says "a FLAC cut short before its first block" 2 'cut.flac: ' \
    plumb-read -q cut.flac
sed '500s/^\([^,]*\),.*/\1,,,,,,/' want.csv >miss.csv
plumb-read miss.csv -o x.flac 2>err
[ $? -eq 2 ] && grep -q 'x.flac: 500: acc_x_m_s2: missing' err &&
    [ ! -e x.flac.part ]
claim $? "FLAC refuses what is missing and leaves nothing behind"
plumb align -q want.csv then orient -q -o made.wav
says "what filters made does not come back from a sound file, and it says so" \
    0 'made.wav: acc_fwd_m_s2 and others left out: .* as .csv or .au' \
    plumb-read made.wav -o x.csv
plumb-read miss.csv -o x.wav && plumb-read x.wav | sed -n 500p |
    grep -q '^4.98,[0-9]'
claim $? "one missing instant in a WAV is bridged"
# a channel that is NaN alone: 0x7fc00000 in frame 2 of a WAV's first channel
plumb-read want.csv -o x.wav
off=$(($(LC_ALL=C grep -abo data x.wav | head -1 | cut -d: -f1) + 8 + 24))
printf '\000\000\300\177' | dd of=x.wav bs=1 seek=$off conv=notrunc 2>/dev/null
says "a NaN on one axis: frame and channel" 2 \
    "x.wav: 2: acc_x_m_s2: 'nan': " plumb-read x.wav
printf '\000\000\200\177' | dd of=x.wav bs=1 seek=$off conv=notrunc 2>/dev/null
says "infinity too" 2 "x.wav: 2: acc_x_m_s2: 'inf': " plumb-read x.wav

plumb-read want.csv -o x.wav
sed 's/LIST/JUNK/' x.wav >six.wav
plumb-read -v six.wav 2>err >got.csv
like "6 channels of floating point without names have a meaning"
grep -q '6 channels without names: taken as' err
claim $? "and -v says so"
cut -d, -f1-4 want.csv | plumb-read -o x.wav
sed 's/LIST/JUNK/' x.wav >three.wav
says "3 channels without names" 2 '3 channels without names: say what' \
    plumb-read three.wav
# 16 bit, 100 Hz, four samples
mono() {
	printf 'RIFF\054\000\000\000WAVEfmt \020\000\000\000\001\000'
	printf '%b\000\144\000\000\000\310\000\000\000\002\000' "$1"
	printf '\020\000data\010\000\000\000abcdefgh'
}
mono '\0001' >mono.wav
says "1 channel" 2 'mono.wav: 1 channel without names: say what' \
    plumb-read mono.wav
says "whole numbers of an unknown full scale" 2 'needs a text line Scale-N' \
    plumb-read -c acc_x_g mono.wav

# what it recognised
plumb-read --formats >got.csv
[ "$(head -n 1 got.csv)" = format,what,needs,tried ] && grep -q '^text,' got.csv
claim $? "--formats lists them"
plumb-read --explain acc.csv gyr.csv >got.csv
grep -q '^rate_hz,12.5,its clock$' got.csv && grep -q '^rate_hz,25,its clock$' got.csv &&
    grep -q '^acc_y_m_s2,y-axis (g),g times 9.80665$' got.csv &&
    grep -q '^gyr_z_rad_s,z-axis (deg/s),deg_s times 0.0174532925$' got.csv
claim $? "--explain tells which column became what"
says "-F of no form" 2 '^plumb-read: -F cwb: no such form: did you mean cwa .*plumb-read --formats' \
    plumb-read -F cwb x.wav
says "-F that it is not" 2 'x.wav: ' plumb-read -F text x.wav
says "--sensor where none is named" 2 'x.wav: --sensor A: it does not name its sensors$' \
    plumb-read --sensor A x.wav

# the gate
awk '{ print $1, $2 / 9.80665, $3 / 9.80665, $4 / 9.80665, $5, $6, $7 }' nod >g
says "g declared as m/s2" 2 'acc: 1 m/s2 at rest.* in g: name them acc_x_g' \
    plumb-read -c "$all" g
awk '{ print $1, $2, $3, $4, $5 * 57.3, $6 * 57.3, $7 * 57.3 }' nod >d
says "deg/s declared as rad/s" 2 'gyr: .* in deg/s: name them gyr_x_deg_s' \
    plumb-read -c "$all" d
says "rad/s declared as deg/s" 2 'gyr: .* in rad/s, not deg/s' plumb-read -c \
    "$(echo "$all" | sed 's/rad_s/deg_s/g')" nod
awk '{ print $1, $5, $6, $7, $2, $3, $4 }' nod >s
says "swapped sensors" 2 'swapped' plumb-read -c "$all" s
awk '{ print $1, $2 - 9.80665 * sin(0), $3 - 9.80665 * 0.99, $4, 0, 0, 0 }' \
    nod >free
says "no gravity" 2 'gravity was taken out' plumb-read -c "$all" free
awk '{ print $1, $2 * 1.4, $3 * 1.4, $4 * 1.4, $5, $6, $7 }' nod >off
says "13.7 m/s2 at rest" 2 'acc: 13.7 m/s2 at rest, not 9.8: .*calibrate' \
    plumb-read -c "$all" off
plumb-read -c t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2 nod | head -1 |
    grep -qx t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2
claim $? "no gyroscope, no columns of it"

# real recordings, where there are any: what is read, and at which rate
real() {
	text=$1 rate=$2 want=$3
	shift 3
	plumb-read -v "$@" >got.csv 2>err && [ "$(rows got.csv)" -eq "$want" ] &&
	    grep -q "rows, $rate" err && ! grep -q 'at rest' err
	claim $? "$text"
	grep -q "rows, $rate" err || sed 's/^/#   /' err
}
data=${PLUMB_DATA:-}
case $data in /* | '') ;; *) data=$top/$data ;; esac
choi() {
	echo "t_ms=millis,$(for a in x y z; do
		printf 'acc_%s_m_s2=s%s_a%s,' $a "$1" $a
		printf 'gyr_%s_rad_s=s%s_g%s,' $a "$1" $a
	done | sed 's/,$//')"
}
if [ -d "$data/jhowenstein" ]; then
	real "a chest strap, text without a header" 84.91 1877 -c t_ms,\
gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2 \
	    "$data/jhowenstein/FS1_2.csv"
	real "a lower back, packets lost" 109.9 3189 -c "$(choi 0)" \
	    "$data/choi/c2_subject1_set1.csv"
	says "a thigh that reads 13 m/s2 at rest" 2 'at rest, not 9.8' \
	    plumb-read -c "$(choi 1)" "$data/choi/c0_subject1_set1.csv"
	real "a bar, bursts and repeated rows" 53.5 1758 -c -,t_ms,acc_x_m_s2,\
acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s \
	    "$data/barbell/bar_P1_set1.csv"
	real "a wrist, two files, a hole of 2.24 s" 12.5 883 \
	    "$data"/metamotion/D-squat-medium*17.45*
	real "a chest at 10 Hz without a gyroscope" "10 Hz" 2999 -c t_s=t_s,\
acc_x_m_s2=chest_ax,acc_y_m_s2=chest_ay,acc_z_m_s2=chest_az \
	    "$data/exermote/exm_P1_20170422T153627.csv"
	real "a hand, 6 channels without names" 285.714 56940 -r 2000/7 \
	    "$data/broad/01_undisturbed_slow_rotation_A.wav"
else
	skip "PLUMB_DATA is not set: no real recording is read"
fi

# accidents
says "a folder" 2 '^plumb-read: \.: Is a directory: name a file in it$' plumb-read .
says "no such file" 2 '^plumb-read: none.wav: No such file' plumb-read none.wav
: >empty
says "an empty file" 2 '^plumb-read: empty: empty: ' plumb-read empty
says "nothing on stdin" 2 '^plumb-read: stdin: empty: ' plumb-read
head -c 3000 "$top/bin/plumb" >binary
says "a binary" 2 'binary: neither text nor a form that is known' plumb-read binary
says "/dev/zero, which has no end" 2 'neither text nor' plumb-read /dev/zero
says "prose" 2 'no table of numbers' plumb-read "$top/Makefile"
printf 'RIFF1234WAVEjunk' >bad.wav
says "a WAV of nothing" 2 'bad.wav: a sound file that cannot be read' \
    plumb-read bad.wav
plumb-read -o x.wav -c t_s,acc_x_m_s2 nod 2>err
grep -q 'acc_x_m_s2: no column for axis y' err
claim $? "one axis is no sensor"
plumb-read want.csv -o x.wav
says "an unknown option" 2 "^plumb-read: --bogus: no such option" \
    plumb-read --bogus x.wav
says "an unknown column" 2 "^plumb-read: -c: 'foo': .*names are like t_ms" \
    plumb-read -c t_ms,foo x.wav
says "a header that is not there" 2 'nope: no column of this header' \
    plumb-read -c t_ms=ms,acc_x_g=ax,acc_y_g=ay,acc_z_g=az,gyr_x_rad_s=nope \
    vendor.csv
says "nor is one of three axes" 2 '^plumb-read: vendor.csv: AZ: no column of' \
    plumb-read -c t_ms=ms,acc_x_g=ax,acc_y_g=ay,acc_z_g=AZ vendor.csv
sed '1s/.*/a;b;c;d;e;f;g;h/' vendor.csv >nameless.csv
says "no names" 2 "its header \('a', 'b', ...\) is not one that is known" \
    plumb-read nameless.csv
awk 'BEGIN { print "t_s,acc_x_g,acc_y_g,acc_z_g"; for (i = 0; i < 99; i++)
    print "2024-01-02 10:00:00." 100 + i ",0,0,1" }' >dates.csv
says "dates that are called seconds" 2 \
    "^plumb-read: dates.csv: 2: t_s: '2024-01-02 10:00:00.100': a date or a time of day: both in one cell are t_iso" \
    plumb-read dates.csv
says "a stream that has them" 2 \
    "dates.csv: 2: t_s: .*: not a number, but a date or a time of day .*plumb-read" \
    plumb-check dates.csv
says "a form by its maker" 2 \
    '^plumb-read: -F Axivity: no such form: did you mean cwa \(Axivity' \
    plumb-read -F Axivity x.wav
says "a form misspelt" 2 'did you mean geneactiv' plumb-read -F Geneactive x.wav
says "none near" 2 'no such form: plumb-read --formats lists them$' \
    plumb-read -F zebra x.wav
plumb-read -F Sound x.wav -o form.csv
claim $? "of either case"
says "a stream that never came" 2 'stdin: empty: .*did what was to write it fail' \
    plumb-check
says "milliseconds that are called seconds" 2 \
    '^plumb-read: vendor.csv: [0-9.]* Hz by its clock, and sensors have 0.5 to 40000: .* name its column t_ms in plumb-read -c, and it is [0-9.]* Hz$' \
    plumb-read -c t_s=ms,acc_x_g=ax,acc_y_g=ay,acc_z_g=az vendor.csv
says "and microseconds" 2 ' Hz by its clock.* name its column t_ms in' \
    plumb-read -c t_us=ms,acc_x_g=ax,acc_y_g=ay,acc_z_g=az vendor.csv
says "no time and no rate" 2 'neither a column of time nor a rate' \
    plumb-read -c -,-,acc_x_g,acc_y_g,acc_z_g vendor.csv
for r in 0 -5 x 1/0 nan 100Hz; do
	says "-r $r" 2 "^plumb-read: -r $r: must be a rate" \
	    plumb-read -r $r x.wav
done
says "an extension that is none" 2 '^plumb-read: -o x.mp3' \
    plumb-read x.wav -o x.mp3
plumb-read x.wav >/dev/full 2>err
[ $? -eq 2 ] && grep -q 'No space left' err
claim $? "/dev/full"
says "no folder to write to" 2 'none/x.wav' plumb-read x.wav -o none/x.wav

# an uneven stream of ours is made even, and still says where it comes from
{ echo recording,start_utc,t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,lean_deg
  awk 'BEGIN { for (i = 0; i < 300; i++) printf "A,2020-05-17T09:59:20.000Z,%.3f,0,%.3f,1,3\n",
	i / 100 + (i > 150) + 5.25, 9.75 + i % 7 / 1000 }'
} >uneven.csv
plumb-read uneven.csv 2>err | sed -n 2p |
    grep -qx 'A,2020-05-17T09:59:25.250Z,0,0,9.75,1'
claim $? "an uneven stream keeps its name and the instant of its first row"
grep -q 'lean_deg left out' err
claim $? "and what it cannot keep is told"
plumb-read -q -r 50 uneven.csv | sed -n 2p | grep -q '^A,2020-05-17T09:59:25.250Z,0,'
claim $? "so at another rate"
plan
