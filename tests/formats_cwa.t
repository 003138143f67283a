#!/bin/sh
# recordings of Axivity and GENEActiv, and omconvert's WAV, through plumb-read
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

plumb-read --formats >got.csv
grep -q '^cwa,"Axivity.*,real files$' got.csv &&
    grep -q '^geneactiv,"GENEActiv.*,real files$' got.csv
claim $? "--formats has them"
printf 'MD\374\003\000\000' >short.cwa
says "a CWA cut within its header" 2 '^plumb-read: short.cwa: cut short: ' \
    plumb-read short.cwa
printf 'HA\374\003\000\000' >omx
says "OMX is refused by name" 2 '^plumb-read: omx: OMX of Open Movement, which is not read' \
    plumb-read omx
says "-F cwa of what is none" 2 'not CWA: it does not begin with MD' \
    plumb-read -F cwa "$top/Makefile"
says "-F geneactiv" 2 'not GENEActiv: it does not' \
    plumb-read -F geneactiv "$top/Makefile"

data=${PLUMB_DATA:-}
case $data in /* | '') ;; *) data=$top/$data ;; esac
if [ ! -d "$data/formats/cwa" ]; then
	skip "PLUMB_DATA is not set, or has no formats"
	plan
fi
cd "$data/formats" || exit 2

rows() { echo $(($(wc -l <"$1") - 1)); }
# reads FILE ROWS PATTERN...: a pipe gives the same stream, of so many rows,
# and -v says each pattern
reads() {
	file=$1 want=$2
	shift 2
	plumb-read -v "$file" >"$tmp/a" 2>"$tmp/err" &&
	    plumb-read -q <"$file" >"$tmp/b" 2>"$tmp/quiet" &&
	    cmp "$tmp/a" "$tmp/b" && [ ! -s "$tmp/quiet" ] &&
	    [ "$(rows "$tmp/a")" -eq "$want" ]
	claim $? "$file: $want rows, from a file and from a pipe"
	for pattern; do
		grep -Eq -- "$pattern" "$tmp/err"
		claim $? "$file: $pattern"
	done
}

reads cwa/ax3_sample.cwa 58800 '58800 rows, 197\.252 Hz by block times on a straight line, off it by 28 ms rms, 61' \
    'its header was changed after these data began, 2020-02-12 09:09:31'
reads cwa/ax3_testfile.cwa 17400 '98\.8617 Hz'
reads cwa/ax3_testfile_corrupt_blocks_0_13_14_142_143_144.cwa 16920 \
    'warning: .*6 of 145 blocks fail their checksum and are left out: 0 13 14 142 143 144' \
    'warning: .*1 hole left empty, the longest 2\.44 s at 14\.558 s' \
    '2 pieces without a break, of 98\.8487, 98\.8622 Hz'
awk -F, 'NR > 1 && $2 == "" { n++; first = first ? first : NR - 1 }
    END { exit !(n >= 240 && n <= 241 && first == 1441) }' "$tmp/a"
claim $? "the 240 samples of two bad blocks are empty rows, in their place"
reads cwa/ax6_sample.cwa 10360 'AX6 6011802, firmware 53: 100 Hz, .-16 g, .-2000 deg/s' \
    'warning: .*rows 1 to 128, .* exchanged'
reads cwa/ax6_testfile.cwa 11320 'gyr at the end of its range, 250 deg/s' \
    'acc at the end of its range, 16 g' 'warning: .*rows 1 to 1024, .* exchanged'
reads cwa/ax3_omconvert.wav 59624 '1 row is marked'
reads cwa/ax6_omconvert.wav 10558 '31 rows are marked'
[ "$(sed -n '2,32p' "$tmp/a" | cut -d, -f2- | sort -u)" = ,,,,, ] &&
    sed -n 33p "$tmp/a" | grep -q '^0.31,-5.310339,'
claim $? "what omconvert marks is missing, not 0"
reads cwa/ax3_omconvert_truncated.wav 32640 \
    'warning: .*cut short: 32640 rows of the 94996587'
reads geneactiv/gnactv_sample.bin 925 'warning: .*1 hole left empty, the longest 0\.52 s at 5\.980 s'
reads geneactiv/GENEActiv_testfile.bin 5031 '5031 rows, 85\.7143 Hz by block times' \
    'warning: .*its last page ends after 231 of 300 rows' \
    'warning: .*17 pages of the 222048'
plumb-read -q -i G geneactiv/gnactv_sample.bin |
    sed -n 2p | grep -q '^G,2019-05-21T20:16:43.500Z,0,'
claim $? "GENEActiv's header names its zone: an instant"
plumb-read -q -i C cwa/ax6_sample.cwa | head -1 | grep -q '^recording,t_s,'
claim $? "CWA has none: no instant"

# the first row as it stands in the file, in SI
plumb-read -q cwa/ax6_sample.cwa | awk -F, 'NR == 2 { g = 9.80665; d = atan2(1, 1) / 45
	n = split("-0.518554688 -0.0239257812 -0.0771484375 -66.2231445 -27.2216797 104.736328", v, " ")
	for (i = 1; i <= n; i++) { e = $(i + 1) - v[i] * (i < 4 ? g : d)
		if (e * e > 1e-12) bad = 1 } exit bad || n != 6 }'
claim $? "gyroscope and accelerometer are not exchanged by us"

for f in cwa/*.cwa cwa/*.wav geneactiv/*; do
	plumb-read -v --explain "$f" 2>&1
done >"$tmp/all"
! grep -Eq '_p=|_sc|_se=|wrist|1851|UNC|[Bb]irth|back' "$tmp/all"
claim $? "nothing is told of who wore it"
for f in cwa/*.cwa cwa/*.wav geneactiv/*; do
	plumb-read -q "$f" | plumb-segment -q >/dev/null 2>"$tmp/err"
	[ $? -le 2 ] && [ "$(wc -l <"$tmp/err")" -le 2 ]
	claim $? "$f: what comes after it reads it, or says why not"
done
plan
