# The zoo and the bench.

## The zoo of mistakes: `make zoo`, or a smaller one within `make test`

ZOO_SEEDS ?= 25
ZOO_CORRECT ?= 110000
ZOO_TWINS ?= 55000

$B/zoo: $(filter-out tests/gradcheck/zoo/flat.c tests/gradcheck/zoo/twins.c,$(wildcard tests/gradcheck/zoo/*.c tests/gradcheck/zoo/*.h)) $(OBJECTS)
	@$(CC) $(CFLAGS) $(INCLUDE) $(filter %.c,$^) $(OBJECTS) -o $(PART) $(BLAS_LINK) -lm
	$(WHOLE)

# --mode complex on models that have a twin: the harness itself, but for its main.
TWINS := $(addprefix tests/gradcheck/zoo/,twins.c models.c small.c) $(addprefix scripts/checker/,harness.c harness_modes.c harness_update.c)

QUIETLY := -Wno-missing-prototypes -Wno-format-truncation

$B/zoo-twins: $(TWINS) $(wildcard tests/gradcheck/zoo/*.h) scripts/checker/harness.h $(OBJECTS)
	@$(CC) $(CFLAGS) $(INCLUDE) -Iscripts/checker -Dmain=harness_main $(QUIETLY) -c scripts/checker/harness.c -o $(PART).o
	@$(CC) $(CFLAGS) $(QUIETLY) $(INCLUDE) -Iscripts/checker $(filter-out %/harness.c,$(TWINS)) $(PART).o $(OBJECTS) \
	  -o $(PART) $(BLAS_LINK) -lm
	$(WHOLE)

# After the table the real checkers of others take some of the same cases, where they
# are installed. Nothing else asks for them.
PYTHON ?= $(or $(wildcard /usr/bin/python3),python3)
REAL_SEEDS ?= 4
REAL_CORRECT ?= 10000
CERES := $(and $(wildcard /usr/include/ceres/gradient_checker.h),$(shell command -v g++))

$B/libzoo.so: $(filter-out $(addprefix tests/gradcheck/zoo/,zoo.c planted.c tables.c twins.c),$(wildcard tests/gradcheck/zoo/*.c tests/gradcheck/zoo/*.h)) $(OBJECTS)
	@$(CC) $(CFLAGS) -shared $(INCLUDE) $(filter %.c,$^) $(OBJECTS) -o $(PART) $(BLAS_LINK) -lm
	$(WHOLE)

$B/libzoo_ceres.so: tests/gradcheck/zoo/real.cc
	-@g++ -O2 -fPIC -shared -I/usr/include/eigen3 $< -o $(PART) -lceres && mv -f $(PART) $@

zoo: $B/zoo $B/zoo-twins $B/libzoo.so $(if $(CERES),$B/libzoo_ceres.so)
	@status=0; { $B/zoo tests/gradcheck/zoo/mistakes.tsv $(ZOO_SEEDS) $(ZOO_CORRECT) || status=$$?; \
	echo; $B/zoo-twins $(ZOO_TWINS) || status=$$?; \
	if command -v $(PYTHON) >/dev/null; \
	then $(PYTHON) tests/gradcheck/zoo/real.py $B $(REAL_SEEDS) $(REAL_CORRECT); \
	else printf '\nThe real checkers need Python 3, which is not installed here.\n'; fi; } > >(tee $B/zoo.txt); wait $$!; \
	sed -n '/^```text/,/^```/{/^```/!p}' tests/gradcheck/zoo/README.md | cmp -s - $B/zoo.txt || \
	echo 'tests/gradcheck/zoo/README.md shows another table: this one is in $B/zoo.txt.'; \
	exit $$status

.PHONY: zoo

## The time a check takes, beside other checkers where they are installed: `make bench`

RUNS ?= 5

$B/bench/check: tests/gradcheck/bench/check.c $(OBJECTS)
	@$(CC) $(CFLAGS) $(INCLUDE) $< $(OBJECTS) -o $(PART) $(BLAS_LINK) -lm -pthread
	$(WHOLE)

bench: $B/bench/check
	@$(LUA) tests/gradcheck/bench/bench.lua $< $B/bench $(PYTHON) $(RUNS)

.PHONY: bench
