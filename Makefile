# Two word lists, few rules.  Adding a module or a filter adds a word.
include config.mk

MODULES = \
	base/append base/date base/err base/foreign base/jacobi base/mem \
	base/num base/origin base/random base/rate base/schema base/table \
	base/trig base/unit \
	io/archive io/au io/banner io/bids io/bids_name io/blocks io/blocks_say \
	io/bytes \
	io/cell io/chunk io/clock io/csv io/delim io/delim_clock \
	io/delim_read io/header io/json io/map io/raw io/sound io/soundplan \
	io/soundtext io/stamp io/sto io/utc io/words \
	io/recorder/actigraph io/recorder/apdm io/recorder/channels \
	io/recorder/columns io/recorder/cwa io/recorder/cwa_block \
	io/recorder/cwa_order io/recorder/cwa_slip io/recorder/delsys \
	io/recorder/dialect io/recorder/format io/recorder/geneactiv \
	io/recorder/gravity io/recorder/mend io/recorder/motion \
	io/recorder/motion_channels io/recorder/movesense io/recorder/nearest \
	io/recorder/opensense io/recorder/phyphox io/recorder/sensorlogger \
	io/recorder/sensors io/recorder/stamps io/recorder/text \
	dsp/chain dsp/chain_covariance dsp/chain_solve dsp/contrast \
	dsp/coarse dsp/grid dsp/line dsp/match dsp/peaks dsp/regrid dsp/resample \
	dsp/sinc dsp/sos dsp/spectrum dsp/stat dsp/student dsp/tidy \
	dsp/welch dsp/xcorr \
	imu/align imu/atrest imu/calibrate imu/check imu/clip imu/clock \
	imu/device imu/findings imu/foresee imu/gaps imu/look imu/noise \
	imu/orient imu/orient_history imu/orient_link imu/orient_path \
	imu/orient_record imu/orient_solve imu/orient_spread \
	imu/orient_strap imu/poses imu/quality imu/quality_judge imu/rest \
	imu/still imu/sync imu/sync_at imu/sync_ends imu/sync_line \
	imu/sync_search imu/sync_turning imu/sync_windows imu/twist \
	imu/twist_drift imu/units imu/wahba imu/warmth \
	squat/segment/bounds squat/segment/cand squat/segment/context \
	squat/segment/detail squat/segment/doubt squat/segment/doubtful \
	squat/segment/edit squat/segment/fail squat/segment/habit \
	squat/segment/hinge squat/segment/hips squat/segment/judge \
	squat/segment/onset squat/segment/pauses squat/segment/period \
	squat/segment/propose squat/segment/rack squat/segment/rework \
	squat/segment/segment squat/segment/stance squat/segment/steps \
	squat/segment/stroke squat/segment/tilt squat/segment/trust \
	squat/segment/vertical \
	squat/load/body squat/load/body_tables squat/load/force \
	squat/load/links squat/load/moment squat/load/muscle \
	squat/load/share squat/load/uncertain squat/load/uncertain_links \
	squat/load/uncertain_set \
	squat/rep/agree squat/rep/ascent squat/rep/loss squat/rep/measure \
	squat/rep/pairs squat/rep/rep squat/rep/rep_load squat/rep/score \
	squat/rep/set squat/rep/set_ask squat/rep/set_break squat/rep/tally \
	squat/rep/tempo squat/rep/twins \
	squat/simulate/act squat/simulate/act_rep squat/simulate/cut \
	squat/simulate/drill squat/simulate/drill_truth \
	squat/simulate/facts squat/simulate/grade squat/simulate/impair \
	squat/simulate/lay squat/simulate/levels squat/simulate/pose \
	squat/simulate/record squat/simulate/scenario squat/simulate/script \
	squat/simulate/sensor squat/simulate/simulate squat/simulate/stress \
	squat/simulate/trace squat/simulate/track squat/simulate/truth \
	squat/simulate/truth_way squat/simulate/vary \
	squat/rom/cycle squat/rom/cycle_pose squat/rom/leg squat/rom/rom \
	squat/rom/rom_ends squat/rom/rom_out squat/rom/rom_squats \
	squat/rom/rom_sum squat/rom/rom_table \
	squat/compare/compare squat/compare/differ squat/compare/grouped \
	squat/compare/profile squat/compare/same_reps squat/compare/setup \
	squat/summary/facts squat/summary/summary \
	squat/history/dose squat/history/plan squat/history/plates \
	squat/history/rolling squat/history/season squat/history/soreness \
	squat/history/visit

FILTERS = align check compare dose join load orient plan profile read reps \
	rom score segment sets simulate spectrum stress summary write

# the same bits from every compiler and processor: no contraction, no shortcuts
STD = -std=c11 -D_GNU_SOURCE -ffp-contract=off -fno-math-errno \
	-fopenmp-simd
# GCC 12 fuses multiplications into vfmaddsub whatever -ffp-contract says, and
# AVX-512 has one of its own
ifneq ($(filter x86_64-%,$(shell $(CC) -dumpmachine)),)
STD += -mno-fma -mno-avx512f
endif
B = build
BIN = bin
LIB = $(MODULES:%=$(B)/lib/%.o)
TOOLS = $(B)/tools/main.o $(B)/tools/athlete.o $(B)/tools/bars.o \
	$(B)/tools/cli.o $(B)/tools/clip.o $(B)/tools/crop.o \
	$(B)/tools/drill.o $(B)/tools/explain.o $(B)/tools/history.o \
	$(B)/tools/lifter.o $(B)/tools/load_input.o $(B)/tools/loads.o \
	$(B)/tools/mass.o $(B)/tools/options.o $(B)/tools/place.o \
	$(B)/tools/plan_page.o $(B)/tools/poses.o $(B)/tools/read_explain.o \
	$(B)/tools/read_origin.o \
	$(B)/tools/read_input.o $(B)/tools/read_units.o $(B)/tools/renew.o \
	$(B)/tools/rom_input.o $(B)/tools/save.o $(B)/tools/season.o \
	$(B)/tools/segment_input.o $(B)/tools/segment_labels.o \
	$(B)/tools/sensor.o $(B)/tools/stream.o $(B)/tools/upright.o \
	$(B)/tools/words.o \
	$(FILTERS:%=$(B)/tools/%.o)
LINKS = $(FILTERS:%=$(BIN)/plumb-%)
TESTS = $(patsubst tests/%.c,$(B)/tests/%,$(wildcard tests/*.c))
INC := $(shell pkg-config --cflags $(PKGS))
LDLIBS := $(shell pkg-config --libs $(PKGS)) -lm

all: $(BIN)/plumb $(LINKS)

$(BIN)/plumb: $(TOOLS) $(B)/libplumb.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(LINKS): $(BIN)/plumb
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
	$(CC) $(STD) $(WARN) $(CPPFLAGS) $(CFLAGS) -I$(B) $(INC) -MMD -MP \
	    -c -o $@ $<

$(B)/tests/%: $(B)/tests/%.o $(B)/libplumb.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# measures of accuracy, for scripts/accuracy
$(B)/accuracy/%: $(B)/tests/accuracy/%.o $(B)/libplumb.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# measures of time, for scripts/bench
$(B)/bench/%: $(B)/tests/bench/%.o $(B)/libplumb.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# the tests of a build find its programs by this
RUN = PLUMB_BIN="$(abspath $(BIN))" tests/run

check: all $(TESTS)
	scripts/layers
	$(RUN) $(TESTS) $(wildcard tests/*.t)

# in minutes: sanitizers, valgrind, fuzzers, the same bytes from all compilers
check-long: all
	$(RUN) $(wildcard tests/long/*.t)

# by hand: the full counts of the fuzzers, every compiler and level of processor
soak: all
	FUZZ=100 $(RUN) $(patsubst %,tests/long/%.t,bits san fuzz)

bench: all $(B)/bench/moment $(B)/bench/orient
	scripts/bench

demo: all
	scripts/report samples/front-squat.wav --athlete samples/athlete.txt \
	    -b 100 --tempo 2-0.3-1.5-1 -o demo

# the fuzzers have filters and library in them, and a malloc that fails
FUZZERS = $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/*.c))
FAILING = -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc
fuzzers: $(FUZZERS)

$(B)/tools/main_fuzz.o: tools/main.c $(B)/tools/main.o
	$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) -Dmain=plumb_main -I$(B) $(INC) \
	    -c -o $@ $<

$(B)/fuzz/%: $(B)/tests/fuzz/%.o $(B)/tools/main_fuzz.o $(TOOLS) \
    $(B)/libplumb.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) $(FAILING) -o $@ \
	    $(filter-out %/main.o,$^) $(LDLIBS)

MAN1 = docs/plumb.1 $(FILTERS:%=tools/plumb-%.1)
MAN5 = docs/plumb-columns.5
MAN7 = docs/plumb-tutorial.7
# plumb-report and what draws its pictures
REPORT = scripts/report scripts/plot
PICTURES = compare dose load loss path spectrum strip tempo trace
DRAW = $(PICTURES:%=scripts/%.gp) $(PICTURES:%=scripts/%.awk) \
	$(patsubst %,scripts/%,curves.awk empty.gp ramp.gp reps.awk style.gp table.awk \
	page.awk page-lines.awk page-html.awk page-sheet.awk page.css \
	report.bash report-draw.bash)
TO = $(DESTDIR)$(PREFIX)

install: all
	mkdir -p "$(TO)/bin" "$(TO)/share/man/man1" "$(TO)/share/man/man5" \
	    "$(TO)/share/man/man7" "$(TO)/share/plumb"
	install -m 755 $(BIN)/plumb "$(TO)/bin/plumb"
	cd "$(TO)/bin" && for f in $(FILTERS); do ln -sf plumb plumb-$$f; done
	install -m 644 $(MAN1) "$(TO)/share/man/man1"
	install -m 644 $(MAN5) "$(TO)/share/man/man5"
	install -m 644 $(MAN7) "$(TO)/share/man/man7"
	install -m 755 $(REPORT) "$(TO)/share/plumb"
	install -m 644 $(DRAW) "$(TO)/share/plumb"
	cd "$(TO)/share/plumb" && for p in $(PICTURES); do \
	    ln -sf plot plot-$$p; done
	ln -sf ../share/plumb/report "$(TO)/bin/plumb-report"

uninstall:
	cd "$(TO)/bin" && rm -f plumb plumb-report $(FILTERS:%=plumb-%)
	rm -rf "$(TO)/share/plumb"
	cd "$(TO)/share/man" && rm -f $(patsubst %,man1/%,$(notdir $(MAN1))) \
	    $(patsubst %,man5/%,$(notdir $(MAN5))) \
	    $(patsubst %,man7/%,$(notdir $(MAN7)))

clean:
	rm -rf build bin demo

-include $(LIB:.o=.d) $(TOOLS:.o=.d) $(TESTS:=.d)
-include $(wildcard $(B)/tests/accuracy/*.d)
-include $(FUZZERS:$(B)/fuzz/%=$(B)/tests/fuzz/%.d)

.PHONY: all check check-long soak bench demo fuzzers install uninstall clean
.SECONDARY:
