# dialects.sh - one movement as the recorders of dialect.c write it: to source
#
# nod ROWS comes first; each write_NAME makes the files that its line names.

# nod ROWS: a sensor that leans by 20 deg and back every 2 s, at 100 Hz, after 2 s
# of standing; columns t acc x y z in m/s2 gyr x y z in rad/s
nod() {
	awk -v rows="$1" 'BEGIN {
		for (i = 0; i < rows; i++) {
			t = i / 100; w = 3.14159265
			lean = t < 2 ? 0 : 0.175 * (1 - cos(w * t))
			rate = t < 2 ? 0 : 0.175 * w * sin(w * t)
			printf "%.2f %.6f %.6f 0.25 0.01 0 %.7f\n", t,
			    9.80665 * sin(lean), 9.80665 * cos(lean), rate
		}
	}' >nod
}

# each 'AWK': lines of nod, with milliseconds, g and deg at hand
each() {
	awk -v g=9.80665 -v deg=57.29577951308232 "{ ms = NR * 10 - 10; $1 }" nod
}

# acc.csv gyr.csv
write_metamotion() {
	{ echo 'epoc (ms),timestamp (-0700),elapsed (s),x-axis (g),y-axis (g),z-axis (g)'
	  each 'printf "%.0f,2019-01-15 20:04:09.161,%.1f,%.7f,%.7f,%.7f\n", ms + 1547579049000, $1, $2 / g, $3 / g, $4 / g'
	} >acc.csv
	{ echo 'epoch (ms),time (-13:00),elapsed (s),x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)'
	  each 'printf "%.0f,2019-01-15T20:04:09.161,%.1f,%.6f,%.6f,%.6f\n", ms + 1547579049000, $1, $5 * deg, $6 * deg, $7 * deg'
	} >gyr.csv
}

# Accelerometer.csv Gyroscope.csv
write_phyphox() {	# STOP TIME ACC GYR [SED]
	{ printf '"%s"%s"%s x (m/s^2)"%s"%s y (m/s^2)"%s"%s z (m/s^2)"\n' "$2" "$1" "$3" "$1" "$3" "$1" "$3"
	  each "printf \"%.9E$1%.9E$1%.9E$1%.9E\\n\", \$1 + 0.5, \$2, \$3, \$4" | sed "${5:-}"
	} >Accelerometer.csv
	{ printf '"%s"%s"%s x (rad/s)"%s"%s y (rad/s)"%s"%s z (rad/s)"\n' "$2" "$1" "$4" "$1" "$4" "$1" "$4"
	  each "printf \"%.9E$1%.9E$1%.9E$1%.9E\\n\", \$1 + 0.5, \$5, \$6, \$7" | sed "${5:-}"
	} >Gyroscope.csv
}

# plain.csv
write_plain() {
	{ echo '"Time (s)","X (m/s^2)","Y (m/s^2)","Z (m/s^2)"'
	  each 'if (NR % 9 == 4) print $1 ",NaN,NaN,NaN"; else printf "%.9E,%.9E,%.9E,%.9E\n", $1, $2, $3, $4'
	} >plain.csv
}

# what stands above the names
dot() {
	c=',,,,,,,,,,,,,,,,,'
	printf 'sep=,\nDeviceTag:,1%s\nFirmwareVersion:,3.0.0%s\nOutputRate:,100Hz%s\n' $c $c $c
	printf 'Measurement Mode:,Rate quantities%s\nStartTime:,2025-07-11 20:06:00.086 +0200%s\n\n' $c $c
}

# dot.csv
write_movella() {
	{ dot
	  echo 'PacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z'
	  each 't = (4289000000 + ms * 1000) % 4294967296; printf "%d,%.0f,%s,%s,%s,%.6f,%.6f,%.6f\n", NR, t, $2, $3, $4, $5 * deg, $6 * deg, $7 * deg'
	} >dot.csv
}

# mt.txt
write_xsens() {	# STOP [NaN]
	{ printf '// Start Time: Unknown\n// Update Rate: 100.0Hz\n//  DeviceId: 00B42D4B \n'
	  echo "PacketCounter,SampleTimeFine,Year,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z,Mat[1][1]" | tr , "$1"
	  each "printf \"%05d,$2,$2,%s,%s,%s,%s,%s,%s,1.000000\n\", (NR + 64999) % 65536, \$2, \$3, \$4, \$5, \$6, \$7" | tr , "$1"
	} >mt.txt
}

# shimmer.csv
write_shimmer() {
	{ printf '"sep=;"\r\n'
	  for c in Timestamp_Unix Accel_LN_X Accel_LN_Y Accel_LN_Z Accel_WR_X Accel_WR_Y Accel_WR_Z Gyro_X Gyro_Y Gyro_Z Mag_X Battery; do
		printf 'Shimmer_40AC_%s_CAL;' $c
	  done
	  printf '\r\nms;m/(s^2);m/(s^2);m/(s^2);m/(s^2);m/(s^2);m/(s^2);deg/s;deg/s;deg/s;local_flux;mV;\r\n'
	  each 'printf "%.12fE12;1;9.9;1;%s;%s;%s;%.6f;%.6f;%.6f;0.1;4100.5;\r\n", (1595933810000 + ms) / 1e12, $2, $3, $4, $5 * deg, $6 * deg, $7 * deg'
	} >shimmer.csv
}

movesense() {
	echo "Timestamp (ms),X: ($1),Y: ($1),Z: ($1)"
	each "printf \"%d,%.6f,%.6f,%.6f, \n\", 5000 + int((NR - 1) / 4) * 40, \$$2, \$$(($2 + 1)), \$$(($2 + 2))"
}
# acc.csv gyr.csv
write_movesense() {
	movesense m/s^2 2 >acc.csv
	movesense rad/s 5 >gyr.csv
}

# delsys.csv
write_delsys() {
	{ for s in 10 11; do
		for c in 'EMG 1259.259 V' 'ACC.X 1.000000e+002 g' 'ACC.Y 1.000000e+002 g' 'ACC.Z 1.000000e+002 g' \
		    'GYRO.X 1.000000e+002 °/s' 'GYRO.Y 1.000000e+002 °/s' 'GYRO.Z 1.000000e+002 °/s'; do
			# shellcheck disable=SC2086 # three words
			set -- $c
			echo "Label: Mini sensor $s: $1 $s Sampling frequency: $2 Number of points: 99 start: 0.000000e+000 Unit: $3 Domain Unit: s"
		done
	  done
	  printf 'Start Trigger Method: None\n\n'
	  for s in 10 11; do
		for c in EMG ACC.X ACC.Y ACC.Z GYRO.X GYRO.Y GYRO.Z; do
			printf 'X[s],"Mini sensor %s: %s %s"%s' $s $c $s "$([ $s$c = 11GYRO.Z ] || echo ,)"
		done
	  done
	  echo
	  each 'emg = NR / 1000 ",0.001"; t = $1
	    one = NR < 5 ? t ",0," t ",0," t ",0," t ",0," t ",0," t ",0" : sprintf("%s,%.7f,%s,%.7f,%s,%.7f,%s,%.6f,%s,%.6f,%s,%.6f", t, $2 / g, t, $3 / g, t, $4 / g, t, $5 * deg, t, $6 * deg, t, $7 * deg)
	    print emg "," one "," emg "," t ",0.1," t ",0.2," t ",1," t ",0," t ",0," t ",0"'
	  echo '1.201,0.001,,,,,,,,,,,,,1.201,0.001,,,,,,,,,,,,'
	} >delsys.csv
}

# noraxon.csv
write_noraxon() {
	noraxon >noraxon.csv
}
noraxon() {
	printf 'Name: x\nType: y\n\n'
	printf 'time,Activity,Marker'
	for b in 'Pelvis' 'RT Foot'; do
		for a in X Y Z; do printf ',%s Accel Sensor %s (mG)' "$b" $a; done
	done
	for b in 'Pelvis' 'Foot RT'; do
		for a in x y z; do printf ',Noraxon MyoMotion-Segments-%s-Gyroscope-%s (deg/s)' "$b" $a; done
	done
	printf ',Noraxon MyoMotion-Joints-Hip LT-Flexion (deg)\n'
	each 'printf "%s,,,%.4f,%.4f,%.4f,0,0,1000,%.6f,%.6f,%.6f,0,0,0,3.5\n", $1, $2 / g * 1000, $3 / g * 1000, $4 / g * 1000, $5 * deg, $6 * deg, $7 * deg'
	echo '12,,,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN'
}

# apdm.csv
write_apdm() {
	{ echo 'Test Name:,Pendulum,,,,,,,,,,,'; echo 'Sample Rate:,100,Hz,,,,,,,,,,'
	  printf 'Time'
	  for s in Static Upper; do
		for q in Acceleration 'Angular Velocity'; do
			for a in X Y Z; do printf ',%s/%s/%s' $s "$q" $a; done
		done
	  done
	  printf '\ns,m/s^2,m/s^2,m/s^2,rad/s,rad/s,rad/s,m/s^2,m/s^2,m/s^2,rad/s,rad/s,rad/s\n'
	  each 'print $1 + 0.0075 "," $2 "," $3 "," $4 "," $5 "," $6 "," $7 ",0,0,9.8,0,0,0"'
	} >apdm.csv
}

# apdm7.csv
write_apdm7() {
	{ echo 'Format=7,5718,,,Lumbar,,,,,5778,,,Right Ankle,,,,'
	  echo 'Time,Accelerometer,,,Gyroscope,,,Barometer,,Accelerometer,,,Gyroscope,,,Barometer,'
	  echo ',X,Y,Z,X,Y,Z,,,X,Y,Z,X,Y,Z,,'
	  each 'printf "%.0f,%s,%s,%s,%s,%s,%s,4636858284341460992.000000,1,0,0,9.8,0,0,0,4636859358083284992.000000,2\n", 1550879504000000 + ms * 1000, $2, $3, $4, $5, $6, $7'
	} >apdm7.csv
}

# the ten lines of banner
actigraph() {
	printf -- '------------ Data File Created By ActiGraph GT3X+ ActiLife v6.13.4 Firmware v2.5.0 date format M/d/yyyy%s Filter Normal -----------\r\n' "$1"
	printf 'Serial Number: NEO1C04110003\r\nStart Time 11:55:00\r\nStart Date 12/20/2021\r\n'
	printf 'Epoch Period (hh:mm:ss) 00:00:0%s\r\nDownload Time 12:09:58\r\nDownload Date 12/20/2021\r\n' "$2"
	printf 'Current Memory Address: 0\r\nCurrent Battery Voltage: 4.26     Mode = 12\r\n%s\r\n' \
	    --------------------------------------------------
}

# raw.csv
write_actigraph() {
	{ actigraph ' at 100 Hz ' 0; printf 'Accelerometer X,Accelerometer Y,Accelerometer Z\r\n'
	  each 'printf "%.7f,%.7f,%.7f\r\n", $2 / g, $3 / g, $4 / g'; } >raw.csv
}

# sensorlog.csv
write_sensorlog() {
	{ echo 'loggingTime(txt),loggingSample(N),locationSpeed(m/s),accelerometerTimestamp_sinceReboot(s),accelerometerAccelerationX(G),accelerometerAccelerationY(G),accelerometerAccelerationZ(G),gyroTimestamp_sinceReboot(s),gyroRotationX(rad/s),gyroRotationY(rad/s),gyroRotationZ(rad/s),motionRotationRateX(rad/s),motionRotationRateY(rad/s),motionRotationRateZ(rad/s)'
	  each 'printf "2020-05-17T10:%02d:%06.3f+01:00,%d,null,%.3f,%.7f,%.7f,%.7f,%.3f,%s,%s,%s,9,9,9\n", 59, 20 + $1, NR, 777 + $1, -$2 / g, -$3 / g, -$4 / g, 777 + $1, $5, $6, $7'
	} >sensorlog.csv
}

# motion.csv
write_motion() {
	{ echo 'loggingTime(txt),motionUserAccelerationX(G),motionUserAccelerationY(G),motionUserAccelerationZ(G),motionGravityX(G),motionGravityY(G),motionGravityZ(G),motionRotationRateX(rad/s),motionRotationRateY(rad/s),motionRotationRateZ(rad/s)'
	  each 'printf "2020-05-17 10:59:%06.3f +0100,%.7f,%.7f,%.7f,0,-1,0,%s,%s,%s\n", 20 + $1, -$2 / g, -$3 / g + 1, -$4 / g, $5, $6, $7'
	} >motion.csv
}

# physics.csv
write_physics() {
	{ echo 'time,gFx,gFy,gFz,wx,wy,wz,Bx,By,Bz'
	  each 'printf "%s,%.7f,%.7f,%.7f,%s,%s,%s,20,30,40\n", $1, $2 / g, $3 / g, $4 / g, $5, $6, $7'; } >physics.csv
}

# vicon.csv
write_vicon() {
	{ echo 'unix_timestamp_microsec,time_s,ax_m/s/s,ay_m/s/s,az_m/s/s,gx_deg/s,gy_deg/s,gz_deg/s,mx_microT'
	  each 'printf "%.0f,%s,%s,%s,%s,%.6f,%.6f,%.6f,1\n", 1600000000000000 + ms * 1000, $1, $2, $3, $4, $5 * deg, $6 * deg, $7 * deg'; } >vicon.csv
}

# om.csv
write_omconvert() {
	{ echo 'Time,Accel-X (g), Accel-Y (g), Accel-Z (g), Gyro-X (d/s), Gyro-Y (d/s), Gyro-Z (d/s)'
	  each 's = 55 + $1; printf "2019-10-29 %02d:%02d:%06.3f,%.7f,%.7f,%.7f,%.6f,%.6f,%.6f\n", 9, 3 + int(s / 60), s % 60, $2 / g, $3 / g, $4 / g, $5 * deg, $6 * deg, $7 * deg'; } >om.csv
}

arduino() {
	printf '\357\273\277MPU6050 Found!\r\nAccelerometer range: 8G\r\n%s\r\n' "$1"
	each "$2; if (NR % 400 == 0) printf \"still here\\r\\n\""
}

# mpu.csv
write_arduino() {
	arduino timestamp,accX,accY,accZ,gyroX,gyroY,gyroZ \
	    'printf "%d,%.7f,%.7f,%.7f,%.6f,%.6f,%.6f\r\n", ms + 345, $2 / g, $3 / g, $4 / g, $5 * deg, $6 * deg, $7 * deg' >mpu.csv
}
