#!/bin/sh
# what other programs read in archives: SoX, Octave, SciPy
. "${0%/*}/../lib.sh"
cd "$tmp" || exit 2

# nod RATE FILE: a sensor that leans by 20 deg and back every 2 s, 600 rows
columns=acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s
nod() {
	awk -v rate="$1" 'BEGIN {
		split(rate "/1", r, "/")
		for (i = 0; i < 600; i++) {
			t = i * r[2] / r[1]; w = 3.14159265
			lean = 0.175 * (1 - cos(w * t))
			printf "%.6f %.6f 0.25 0.01 %.7f %.7f\n",
			    9.80665 * sin(lean), 9.80665 * cos(lean),
			    0.02 * cos(7 * t), 0.175 * w * sin(w * t)
		}
	}' </dev/null | plumb-read -q -r "$1" -c $columns -o "$2"
	[ "$(wc -l <"$2")" -eq 601 ] || claim 1 "a stream at $1 Hz"
}
bids=sub-1_task-squat_tracksys-imu_motion.tsv

nod 102.4 want.csv
plumb orient -q want.csv -o turned.csv
plumb-write x.wav want.csv; plumb-write x.flac want.csv
plumb-write x.caf want.csv; plumb-write x.w64 want.csv; plumb-write x.au want.csv
plumb-write $bids want.csv; plumb-write x.sto turned.csv
for form in wav caf w64; do
	plumb-write --full-scale y.$form want.csv
done
# scales FILE: of the channels, in their order
scales() {
	LC_ALL=C grep -ao 'Scale-[0-9]: [0-9.]*' "$1" | cut -d' ' -f2
}

# sox_off FILE PART: SoX reads in it the stream's numbers, divided by the
# scales of the channels, to within this part of full scale
sox_off() {
	sox "$1" -t dat - 2>sox.err | tr -d '\r' | grep -v '^;' >sox.dat
	[ ! -s sox.err ] && scales "$1" >sox.scales &&
	    sed 1d want.csv | tr , ' ' | paste -d' ' - sox.dat |
	    awk -v part="$2" 'NR == FNR { k[NR] = $1; next } NF != 14 { bad = 1 }
		{ for (c = 1; c <= 6; c++) { d = $(c + 1) / k[c] - $(c + 8)
		    d = d < 0 ? -d : d; if (d > part) bad = 1
		    if (d > most) most = d } }
		END { print "# at most " most " of full scale"
		    exit bad || FNR != 600 }' sox.scales -
}
if command -v sox >/dev/null; then
	# half a step of 32 bits, or 24, and the digits that it prints
	for form in wav caf w64; do
		sox_off y.$form 2.4e-10
		claim $? "SoX reads $form at full scale"
	done
	sox_off x.flac 6e-8
	claim $? "SoX reads FLAC"
	sox x.wav z.wav 2>sox.err
	grep -q clipped sox.err
	claim $? "and clips what is not at full scale"
else
	skip "sox is not here"
fi

# Octave: the numbers of each, by its own reader
if command -v octave >/dev/null; then
	scales x.flac >flac.scales
	cat >read.m <<-'M'
	want = dlmread("want.csv", ",", 1, 0);
	function tell(name, x, want, most)
	  off = max(max(abs(x - want)));
	  if (rows(x) == rows(want) && off <= most)
	    printf("good %s %g\n", name, off);
	  else
	    printf("bad %s %g\n", name, off);
	  end
	end
	for form = {"wav", "caf", "w64"}
	  tell(form{1}, audioread(["x." form{1}]), want(:, 2:7), 1e-6);
	end
	tell("au", audioread("x.au"), want, 0);
	k = dlmread("flac.scales")';
	tell("flac", audioread("x.flac") .* k, want(:, 2:7), max(k) / 2^24 * 1.0001);
	tell("bids", dlmread("sub-1_task-squat_tracksys-imu_motion.tsv", "\t"), want(:, 2:7), 0);
	M
	octave --no-gui --norc -q read.m >octave.out 2>octave.err
	for form in wav caf w64 au flac bids; do
		grep -q "^good $form " octave.out
		claim $? "Octave reads $form: $(grep " $form " octave.out)"
	done
	grep -q '^good bids' octave.out || sed 's/^/# /' octave.err
else
	skip "octave is not here"
fi

# SciPy and Python: WAV, .sto, BIDS
for python in /usr/bin/python3 python3 ''; do
	[ -n "$python" ] && "$python" -c 'import scipy.io.wavfile' 2>/dev/null &&
	    break
done
if [ -n "$python" ]; then
	cat >read.py <<-'P'
	import json, numpy as np
	from scipy.io import wavfile
	want = np.genfromtxt("want.csv", delimiter=",", skip_header=1)
	turned = np.genfromtxt("turned.csv", delimiter=",", names=True)
	def tell(name, x, want, most):
	    off = np.abs(x - want).max() if x.shape == want.shape else np.inf
	    print("good" if off <= most else "bad", name, off)
	rate, x = wavfile.read("x.wav")
	tell("wav", x, want[:, 1:], 1e-6)
	rate, x = wavfile.read("y.wav")
	k = np.loadtxt("y.scales")
	tell("full", x / 2.0**31 * k, want[:, 1:], 1e-7)
	base = "sub-1_task-squat_tracksys-imu"
	tell("bids", np.genfromtxt(base + "_motion.tsv", delimiter="\t",
	    missing_values="n/a"), want[:, 1:], 0)
	side = json.load(open(base + "_motion.json"))
	rows = [l.rstrip("\n").split("\t") for l in open(base + "_channels.tsv")]
	fit = (rows[0][:5] == ["name", "component", "type", "tracked_point", "units"]
	    and len(rows) == 1 + x.shape[1] == 1 + side["MotionChannelCount"]
	    and side["SamplingFrequency"] == 102.4 and side["TaskName"] == "squat"
	    and all(len(r) == 7 for r in rows)
	    and sum(r[2] == "ACCEL" for r in rows) == side["ACCELChannelCount"] == 3
	    and {r[4] for r in rows[1:]} == {"m/s^2", "rad/s"})
	print("good" if fit else "bad", "sidecar", side)
	text = open("x.sto").read().split("endheader\n")
	head = dict(l.split("=", 1) for l in text[0].splitlines())
	table = [l.split("\t") for l in text[1].splitlines()]
	q = np.array([[float(v) for v in r[1].split(",")] for r in table[1:]])
	tell("sto", q, np.stack([turned["q_" + a] for a in "wxyz"], 1), 0)
	fit = head["DataType"] == "Quaternion" and float(head["DataRate"]) == 102.4
	fit = fit and table[0] == ["time", "torso_imu"] and head["version"] == "3"
	print("good" if fit else "bad", "head", head)
	P
	scales y.wav >y.scales
	"$python" read.py >python.out 2>python.err
	for form in wav full bids sidecar sto head; do
		grep -q "^good $form " python.out
		claim $? "Python reads $form"
	done
	[ ! -s python.err ] || sed 's/^/# /' python.err
	sed 's/^/# /' python.out
else
	skip "python3 with scipy is not here"
fi
plan
