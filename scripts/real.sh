# real.sh - how the recordings of HACKING.md, Recordings, are read: to source
#
# A SET is a folder of them; thigh is the second sensor of jhowenstein.

# real_columns SET: options of plumb-read for it, in words without blanks
real_columns() {
	acc=acc_x_m_s2,acc_y_m_s2,acc_z_m_s2
	gyr=gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s
	named=
	case $1 in
	jhowenstein | thigh)
		echo "-c t_ms,$gyr,$acc" ;;
	barbell)
		echo "-c -,t_ms,$acc,$gyr" ;;
	choi)
		for axis in x y z; do
			named=$named,acc_${axis}_m_s2=s0_a$axis
			named=$named,gyr_${axis}_rad_s=s0_g$axis
		done
		echo "-c t_ms=millis$named" ;;
	exermote)
		for axis in x y z; do
			named=$named,acc_${axis}_m_s2=chest_a$axis
		done
		echo "-c t_s=t_s$named" ;;
	esac
}

# real_place SET: what plumb-segment -p calls where its sensor was
real_place() {
	case $1 in
	barbell) echo bar ;;
	metamotion) echo wrist ;;
	thigh) echo thigh ;;
	*) echo trunk ;;
	esac
}
