# Two word lists, few rules.  Adding a module or a filter adds a word.
include config.mk

MODULES = \
	base/err base/mem base/num base/random base/rate base/schema \
	base/table base/trig base/unit \
	io/au io/bytes io/chunk io/csv io/delim io/map io/raw io/sound \
	io/soundtext io/utc io/vendor \
	dsp/chain dsp/peaks dsp/resample dsp/sos dsp/stat \
	imu/align imu/calibrate imu/orient imu/orient_solve \
	imu/orient_strap imu/rest \
	squat/body squat/bounds squat/facts squat/grade squat/judge \
	squat/measure squat/moment squat/pose \
	squat/rep squat/script squat/segment squat/sensor squat/simulate \
	squat/steps squat/trace squat/track squat/truth squat/vertical

FILTERS = align load orient read reps segment simulate

# the same bits from every compiler and processor: no contraction, no shortcuts
STD = -std=c11 -D_GNU_SOURCE -ffp-contract=off -fno-math-errno
B = build
LIB = $(MODULES:%=$(B)/lib/%.o)
TOOLS = $(B)/tools/main.o $(B)/tools/cli.o $(B)/tools/options.o \
	$(B)/tools/mass.o $(B)/tools/place.o $(B)/tools/stream.o \
	$(FILTERS:%=$(B)/tools/%.o)
LINKS = $(FILTERS:%=bin/plumb-%)
TESTS = $(patsubst tests/%.c,$(B)/tests/%,$(wildcard tests/*.c))
INC := $(shell pkg-config --cflags $(PKGS))
LDLIBS := $(shell pkg-config --libs $(PKGS)) -lm

all: bin/plumb $(LINKS)

bin/plumb: $(TOOLS) $(B)/libplumb.a
	@mkdir -p bin
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(LINKS): bin/plumb
	ln -sf plumb $@

$(B)/libplumb.a: $(LIB)
	rm -f $@
	ar rcs $@ $^

# the one list of filters, for main.c
$(B)/filters.h: Makefile
	@mkdir -p $(@D)
	@: > $@; for f in $(FILTERS); do echo "FILTER($$f)"; done > $@

$(B)/tools/main.o: $(B)/filters.h

$(B)/%.o: %.c Makefile config.mk
	@mkdir -p $(@D)
	$(CC) $(STD) $(WARN) $(CPPFLAGS) $(CFLAGS) -I$(B) $(INC) -MMD \
	    -c -o $@ $<

$(B)/tests/%: $(B)/tests/%.o $(B)/libplumb.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# measures of accuracy, for scripts/accuracy
$(B)/accuracy/%: $(B)/tests/accuracy/%.o $(B)/libplumb.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

check: all $(TESTS)
	scripts/layers
	tests/run $(TESTS) $(wildcard tests/*.t)

clean:
	rm -rf $(B) bin

-include $(LIB:.o=.d) $(TOOLS:.o=.d) $(TESTS:=.d)

.PHONY: all check clean
.SECONDARY:
