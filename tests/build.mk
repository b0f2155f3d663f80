# What must hold.

# What the judges say of every answer that they must accept or refuse, and of every single
# edit of every solution. What a stub lacks, nobody asks.
ANSWER_FILES := $(wildcard tests/exercises/*/*/*.c)
# For these an edit is looked for as long as the judge's patience lasts.
SLOW_ANSWERS := $(if $(filter test% long-forms,$(GOALS)),$(shell grep -lx -e '// Slow: make test-long judges it.' $(ANSWER_FILES)))
GIVEN := $(patsubst tests/exercises/%.c,%,$(filter-out $(SLOW_ANSWERS),$(ANSWER_FILES)))
TESTED := $(GIVEN:%=$B/tested/%.json) $(EXERCISES:%=$B/tested/%/stub.json) $(EXERCISES:%=$B/tested/%/solution.json) \
  $(EXERCISES:%=$B/tested/%/edits.json)
JUDGED = @$(LUA) scripts/judge/judged.lua $(subst /, ,$(patsubst $B/tested/%/,%,$(dir $@))) $< $@

.SECONDEXPANSION:
$B/tested/%/stub.json: chapters/$$(subst /,/exercises/,$$*)/stub.c $B/judges/%/made $(JUDGES_BY) | judges
	$(JUDGED) no-search

$B/tested/%/solution.json: scripts/judge/solutions/%.c $B/judges/%/made $(JUDGES_BY) | judges
	$(JUDGED)

$B/tested/%/edits.json: tests/exercises/mutants.lua scripts/judge/solutions/%.c $B/judges/%/made $(JUDGES_BY) | judges
	@$(LUA) $< $(subst /, ,$*) $@

$B/tested/%.json: tests/exercises/%.c $B/judges/$$(dir $$*)made $(JUDGES_BY) | judges
	$(JUDGED)

# The slowest of the last run go first, so that none is left alone at the end; until one
# was run, those that say that they are slow. One more than there are processors, since many wait
# for a browser, or for an end.
TIMES := $B/tests/times
SPECS := $(wildcard tests/lua/*_spec.lua tests/book/*_spec.lua)
SLOW := $(shell grep -lx -e '-- Slow: it goes first.' $(SPECS))
PROVE := prove $(if $(NO_COLOR),--nocolor) --jobs $(shell expr $$(nproc) + 1) --exec scripts/tools/run-test
, := ,

FOR_TESTS := $B/libgw.so $(MPI) $(CHAPTERS:%=$B/stamps/%) c-tests gradcheck $B/zoo $B/zoo-twins $B/zoo-wild $B/zoo-names $B/zoo-session $B/stamps/book

test: $(FOR_TESTS) $(TESTED)
	@$(BOOK) needs
	@$(PROVE) --statefile $(TIMES) --state $(if $(wildcard $(TIMES)),slow$(,))save \
	  $(SLOW) $(filter-out $(SLOW),$(SPECS)) $(C_TESTS)

# The C tests run under the address and undefined-behaviour sanitizers.
SANITIZE := -g1 -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
C_TESTS := $(patsubst tests/c/%.c,$B/tests/%,$(sort $(wildcard tests/c/test_*.c)))
SANITIZED := $(SOURCES:csrc/%.c=$B/tests/obj/%.o)

c-tests: $(C_TESTS)
	@:

$B/tests/obj/%.o: csrc/%.c $B/obj/flags
	@$(CC) $(CFLAGS) $(SANITIZE) $(DEPENDS) $(INCLUDE) -c $< -o $(PART)
	$(WITH_DEPENDS)

$B/tests/%: tests/c/%.c $(wildcard tests/c/*.h) $(SANITIZED)
	@$(CC) $(CFLAGS) $(SANITIZE) $(INCLUDE) -Itests/c $< $(SANITIZED) -o $(PART) -lcmocka $(LIBRARIES)
	$(WHOLE)

-include $(wildcard $(SANITIZED:.o=.d))

# What takes too long for every day: the long forms of those tests that have one; and is
# anything lost to a kill or a full disk?
KILLS ?= 100
DISKS ?= 30

long-forms: $(FOR_TESTS) $(TESTED) $(SLOW_ANSWERS:tests/exercises/%.c=$B/tested/%.json)
	@GW_LONG=1 $(PROVE) $(shell grep -l GW_LONG $(SPECS))

# Of these, those of the site, which .ci/run has too.
site-long: $B/libgw.so $B/stamps/book
	@GW_LONG=1 $(PROVE) $(patsubst %,tests/book/%_spec.lua,browser live leaves epub firefox)

lost: $B/libgw.so judges gradcheck
	@$(LUA) tests/lost/lost.lua $(KILLS) $(DISKS)

# Slips whose place is known, planted in right answers: what the judge says of them.
PLANTED := 98
planted: judges
	@rm -rf $B/planted && mkdir -p $B/planted && $(LUA) tests/exercises/planted.lua $B/planted $(PLANTED) 7
	@$(LUA) tests/exercises/count.lua $B/planted $B/planted.tsv $(shell nproc)
	@$(LUA) tests/exercises/planted.lua $B/planted $B/planted.tsv

test-long: long-forms lost planted

.PHONY: test-long long-forms site-long lost planted

# What the frames of live figures cost, in milliseconds.
frames: $B/stamps/book
	@$(LUA) tests/book/browser/frames.lua $(ONLY)

.PHONY: frames

# The C of the library, and what stands beside it: tests, the zoo, the bench, tools.
BESIDE = $(wildcard tests/c/*.c tests/gradcheck/zoo/*.c tests/gradcheck/bench/*.c tests/gradcheck/*.c scripts/checker/*.c scripts/sandbox/*.[ch] scripts/judge/frame/*.h \
  tests/fast/*.h tests/fast/hash.c tests/fast/memory.c tests/fast/bench/*.c) $(if $(SLEEF),tests/fast/sleef.c)

lint:
	@$(LUA) scripts/text/style.lua
	@luacheck --quiet --no-color chapters plots scripts scripts/gradcheck scripts/exercises tests/lua tests/book tests/exercises tests/lost tests/gradcheck/bench tests/fast tests/mpi
	@cppcheck --quiet --error-exitcode=1 --enable=warning,performance,portability --inline-suppr \
	  --suppress=missingIncludeSystem '-DGW_SHAPES(...)=' $(INCLUDE) csrc tests/gradcheck/zoo tests/gradcheck/bench tests/fast scripts/checker scripts/sandbox
	@clang-format --dry-run --Werror $(SOURCES) $(HEADERS) $(wildcard csrc/mpi/*.[ch]) $(BESIDE) $(wildcard tests/c/*.h tests/gradcheck/zoo/*.h)
	@for cc in gcc clang; do for f in $(SOURCES) $(filter-out %.h,$(BESIDE)); do \
	  $$cc $(CFLAGS) -Werror $(INCLUDE) -Itests/c -Itests/fast -Iscripts/judge/frame -fsyntax-only $$f || exit 1; done; done

tested: $(TESTED)
	@:

.PHONY: test tested c-tests lint
