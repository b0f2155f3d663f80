# The zoo and the bench.

## The zoo of mistakes: `make zoo`, or a smaller one within `make test`

ZOO_SEEDS ?= 25
ZOO_CORRECT ?= 110000
ZOO_TWINS ?= 55000
ZOO_WILD ?= 1000
ZOO_NAMES ?= 100
ZOO_SESSIONS ?= 2000

ZOO := tests/gradcheck/zoo
ZOO_OBJECTS := $(patsubst $(ZOO)/%.c,$B/obj/zoo/%.o,$(wildcard $(ZOO)/*.c))
ZOO_SHARED := $(addprefix $B/obj/zoo/,models.o small.o)
MAIN_ZOO := $(ZOO_SHARED) $(addprefix $B/obj/zoo/,zoo.o planted.o tables.o rules.o)
MAIN_TWINS := $(ZOO_SHARED) $B/obj/zoo/twins.o
MAIN_WILD := $(addprefix $B/obj/zoo/,wild.o wild_main.o)
MAIN_NAMES := $(addprefix $B/obj/zoo/,wild.o names.o names_planted.o names_judged.o)
MAIN_SESSION := $(addprefix $B/obj/zoo/,sessions.o)

$B/zoo: $(MAIN_ZOO) $(OBJECTS)
	@$(CC) $^ -o $(PART) $(LIBRARIES)
	$(WHOLE)

$B/zoo-twins: $(MAIN_TWINS) $(OBJECTS)
	@$(CC) $^ -o $(PART) $(LIBRARIES)
	$(WHOLE)

$B/zoo-wild: $(MAIN_WILD) $(OBJECTS)
	@$(CC) $^ -o $(PART) $(LIBRARIES)
	$(WHOLE)

$B/zoo-names: $(MAIN_NAMES) $(OBJECTS)
	@$(CC) $^ -o $(PART) $(LIBRARIES)
	$(WHOLE)

$B/zoo-session: $(MAIN_SESSION) $(OBJECTS)
	@$(CC) $^ -o $(PART) $(LIBRARIES)
	$(WHOLE)

$B/obj/zoo/%.o: $(ZOO)/%.c $B/obj/flags
	@$(CC) $(CFLAGS) $(DEPENDS) $(INCLUDE) -c $< -o $(PART)
	$(WITH_DEPENDS)

-include $(wildcard $B/obj/zoo/*.d)

# What each constant is for: the same programs with a checker in which $GW_TRIED sets it.
AGAIN := $(wildcard csrc/gradcheck/*.c)
OTHERS := $(filter-out $(AGAIN:csrc/%.c=$B/obj/%.o),$(OBJECTS)) $(LIBRARIES)
TRIED_BY := $(LUA) $(ZOO)/constants.lua

$B/tried/made: $(AGAIN) $(wildcard csrc/gradcheck/*.h) $(ZOO)/constants.lua $(MAIN_ZOO) $(MAIN_TWINS) $(MAIN_WILD) $(MAIN_NAMES) $(MAIN_SESSION) $(OBJECTS)
	@rm -rf $(@D) && mkdir -p $(@D)/c && cp csrc/gradcheck/*.[ch] $(@D)/c
	@$(TRIED_BY) tried > $(@D)/c/constants.h && $(TRIED_BY) values > $(@D)/c/tried.c
	@cd $(@D)/c && $(CC) $(CFLAGS) -w $(INCLUDE:-I%=-I$(CURDIR)/%) -c *.c
	@$(CC) $(MAIN_ZOO) $(@D)/c/*.o $(OTHERS) -o $(@D)/zoo
	@$(CC) $(MAIN_TWINS) $(@D)/c/*.o $(OTHERS) -o $(@D)/zoo-twins
	@$(CC) $(MAIN_WILD) $(@D)/c/*.o $(OTHERS) -o $(@D)/zoo-wild
	@$(CC) $(MAIN_NAMES) $(@D)/c/*.o $(OTHERS) -o $(@D)/zoo-names
	@$(CC) $(MAIN_SESSION) $(@D)/c/*.o $(OTHERS) -o $(@D)/zoo-session
	@touch $@

# Is the row that the header names worse without its constant? Of all, or of CONSTANT.
zoo-proofs: $B/tried/made
	@$(TRIED_BY) prove $(<D) $(CONSTANT)

# The same as a table, with half and double of each.
zoo-constants: $B/tried/made
	@status=0; $(TRIED_BY) table $(<D) $(CONSTANT) > $B/constants.md || status=$$?; cat $B/constants.md; \
	sed '1,/^$$/d' $(ZOO)/constants.md | cmp -s - $B/constants.md || \
	echo '$(ZOO)/constants.md shows another table: this one is in $B/constants.md.'; \
	exit $$status

test-long: zoo-proofs

.PHONY: zoo-proofs zoo-constants

# After the table the real checkers of others take some of the same cases, where they
# are installed. Nothing else asks for them.
PYTHON ?= $(or $(wildcard /usr/bin/python3),python3)
REAL_SEEDS ?= 4
REAL_CORRECT ?= 10000
CERES := $(and $(wildcard /usr/include/ceres/gradient_checker.h),$(shell command -v g++))

$B/libzoo.so: $(filter-out $(addprefix tests/gradcheck/zoo/,zoo.c planted.c tables.c twins.c wild_main.c names.c names_planted.c names_judged.c sessions.c),$(wildcard tests/gradcheck/zoo/*.c tests/gradcheck/zoo/*.h)) $(OBJECTS)
	@$(CC) $(CFLAGS) -shared $(INCLUDE) $(filter %.c,$^) $(OBJECTS) -o $(PART) $(LIBRARIES)
	$(WHOLE)

$B/libzoo_ceres.so: tests/gradcheck/zoo/real.cc
	-@g++ -O2 -fPIC -shared -I/usr/include/eigen3 $< -o $(PART) -lceres && mv -f $(PART) $@

zoo: $B/zoo $B/zoo-twins $B/zoo-wild $B/zoo-names $B/zoo-session $B/libzoo.so $(if $(CERES),$B/libzoo_ceres.so)
	@status=0; { $B/zoo tests/gradcheck/zoo/mistakes.tsv $(ZOO_SEEDS) $(ZOO_CORRECT) || status=$$?; \
	echo; $B/zoo-twins $(ZOO_TWINS) || status=$$?; \
	echo; $B/zoo-wild $(ZOO_WILD) || status=$$?; \
	echo; $B/zoo-names $(ZOO_NAMES) || status=$$?; \
	echo; $B/zoo-session $(ZOO_SESSIONS) || status=$$?; \
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
	@$(CC) $(CFLAGS) $(INCLUDE) $< $(OBJECTS) -o $(PART) $(LIBRARIES) -pthread
	$(WHOLE)

bench: $B/bench/check
	@$(LUA) tests/gradcheck/bench/bench.lua $< $B/bench $(PYTHON) $(RUNS) $B/bench.json
	@echo; $(LUA) scripts/14-many-machines/table.lua $B/bench.json

.PHONY: bench
