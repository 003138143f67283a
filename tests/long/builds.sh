# builds.sh - other builds of the project, each in a folder of its own
#
# build NAME COMPILER CFLAGS TARGET...: into build/NAME; says why if it fails

SANITIZED='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all'

build() {
	name=$1 compiler=$2 flags=$3
	shift 3
	# tests run side by side, and two of them want the same build
	flock "$top/build" make -C "$top" -s -j"$(nproc)" CC="$compiler" CFLAGS="$flags" WARN=-w \
	    B="build/$name" BIN="build/$name/bin" "$@" >"$tmp/make" 2>&1
	status=$?
	[ $status -eq 0 ] || tail -n 5 "$tmp/make" | sed 's/^/# /'
	return $status
}
