# Every rule that builds. The Makefile calls it, holds the lock of the build folder,
# and has checked the words that it was given. Every target is a file under build/;
# the sources beside it never change, but by `make accept` and `make sync`.
#
# What is built is written elsewhere first, and moved to its place when it is whole:
# a make that is killed, or a full disk, leaves nothing that looks finished.

SHELL := /bin/bash
.SHELLFLAGS := -ec
.DELETE_ON_ERROR:
.SECONDARY:
MAKEFLAGS += --no-builtin-rules
# As many jobs as processors, unless you say.
ifeq ($(filter -j% --jobserver%,$(MAKEFLAGS)),)
MAKEFLAGS += --jobs=$(shell nproc 2>/dev/null || echo 2)
endif
GOALS := $(MAKECMDGOALS)
# What several jobs say is not mixed; a single chapter speaks as it goes.
ifeq ($(filter chapter-%,$(GOALS)),)
MAKEFLAGS += --output-sync=line
endif
export OPENBLAS_NUM_THREADS := 1

include scripts/tools/words.mk
B := $(GW_BUILD)
# Temporary files; they go when make ends.
export GW_TMP := $B/tmp/make
PART = $(GW_TMP)/$(subst /,+,$(@:$B/%=%))
WHOLE = @mkdir -p $(@D) && mv -f $(PART) $@
# Which headers a source reads, in the file beside its object.
DEPENDS = -MMD -MP -MF $(PART).d -MT $@
WITH_DEPENDS = @mkdir -p $(@D) && mv -f $(PART).d $(@:.o=.d) && mv -f $(PART) $@
CC := gcc
LUA := luajit

# No -ffast-math, no fused multiply-add: the same numbers on every machine.
# Loops marked `omp simd` become vectors; nobody reads errno, which would stop that.
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes
CFLAGS ?= -O2
override CFLAGS += -std=c11 -ffp-contract=off -fopenmp-simd -fno-math-errno -fPIC $(WARNINGS)
# BLAS=none builds with plain loops instead.
BLAS ?= $(if $(wildcard /usr/include/*/cblas.h /usr/include/cblas.h),openblas,none)
BLAS_DEFINE := $(if $(filter none,$(BLAS)),,-DGW_USE_CBLAS)
BLAS_LINK := $(if $(filter none,$(BLAS)),,-l$(BLAS))

SOURCES := $(wildcard csrc/*.c)
HEADERS := $(wildcard csrc/*.h)
OBJECTS := $(SOURCES:csrc/%.c=$B/obj/%.o)
DRIVERS := $(sort $(wildcard scripts/*-*.lua))
CHAPTERS := $(DRIVERS:scripts/%.lua=%)
FIGURES := $(sort $(patsubst plots/%.gp,%,$(wildcard plots/*/*.gp)))
PNG_FIGURES := $(patsubst plots/%.gp,%,$(shell grep -ls '^\# format png' plots/*/*.gp))
PICTURES := $(foreach f,$(FIGURES),$B/figures/$f.$(if $(filter $f,$(PNG_FIGURES)),png,svg))
SHARED_LUA := $(wildcard scripts/gw.lua scripts/gw/*.lua)
FIGURE_LUA := scripts/figures/figure.lua scripts/figures/draw.lua
SUPERVISE := scripts/tools/supervise

# What would end in a riddle later is a sentence now.
TOOLS := $(firstword $(CC)) $(firstword $(LUA)) $(if $(filter-out gradcheck install uninstall,$(GOALS)),gnuplot) $(if $(filter test,$(GOALS)),prove busted) \
  $(if $(filter all book% handout% test,$(GOALS)),pandoc) \
  $(if $(filter lint,$(GOALS)),luacheck cppcheck clang clang-format)
MISSING := $(strip $(shell for tool in $(TOOLS); do command -v $$tool >/dev/null || echo $$tool; done; \
  $(LUA) -e "for name in ('argparse dkjson lpeg posix'):gmatch '%a+' do \
    if not (package.searchpath(name, package.path) or package.searchpath(name, package.cpath)) \
    then print('lua-' .. name) end end" 2>/dev/null || true))
$(if $(MISSING),$(error missing: $(MISSING). scripts/setup installs what the workbook needs))
# Other flags or other files mean another library.
FLAGS := $(CC) $(CFLAGS) $(BLAS_DEFINE) $(BLAS_LINK) $(SOURCES)
ifneq ($(FLAGS),$(file <$B/obj/flags))
$(shell mkdir -p $B/obj)
$(file >$B/obj/flags,$(FLAGS))
endif

all: $(CHAPTERS:%=$B/stamps/%) $(PICTURES) $B/stamps/book
	@$(LUA) scripts/tools/report.lua $(CHAPTERS)
	@echo 'Now open this page in your browser: $B/book/index.html'

## The library and what Lua knows of it

$B/libgw.so: $(OBJECTS) $B/obj/cdef_hash.o
	@$(CC) -shared -o $(PART) $^ $(BLAS_LINK) -lm
	$(WHOLE)

$B/obj/%.o: csrc/%.c $B/obj/flags
	@$(CC) $(CFLAGS) $(BLAS_DEFINE) $(DEPENDS) -c $< -o $(PART)
	$(WITH_DEPENDS)

$B/obj/cdef_hash.o: $B/cdef.h
	@$(CC) $(CFLAGS) -c $B/cdef_hash.c -o $(PART)
	$(WHOLE)

$B/cdef.h: $(HEADERS) scripts/tools/cdef.lua
	@printf '#include "%s"\n' $(notdir $(HEADERS)) | $(CC) -DGW_CDEF -E -P -Icsrc -x c - > $(PART)
	@$(LUA) scripts/tools/cdef.lua $B < $(PART) && rm $(PART) && touch $@

$B/obj/flags: ;

-include $(wildcard $(OBJECTS:.o=.d))

## Chapters

$B/stamps/%: scripts/%.lua $B/libgw.so $(SHARED_LUA) $(wildcard data/*.csv) | $B/stamps
	@echo 'running $*'
	@$(SUPERVISE) $* $(LUA) $< --quiet
	@touch $@

$B/stamps $B/tests/obj:
	@mkdir -p $@

# A figure waits for its own chapter.
$(foreach p,$(PICTURES),$(eval $p: $B/stamps/$(patsubst $B/figures/%/,%,$(dir $p))))

$B/figures/%.svg: plots/%.gp plots/style.gp plots/strings/en.tsv $(FIGURE_LUA)
	@$(SUPERVISE) $* $(LUA) scripts/figures/draw.lua --quiet --format svg $*
	@touch $@

$B/figures/%.png: plots/%.gp plots/style.gp plots/strings/en.tsv $(FIGURE_LUA)
	@$(SUPERVISE) $* $(LUA) scripts/figures/draw.lua --quiet --format png $*
	@touch $@

# `make chapter-04`, or with parameters of your own: `make chapter-05 ARGS='--alpha 0.9'`.
chapter-%: $B/libgw.so | $B/stamps
	@LUA=$(call quote,$(LUA)) scripts/tools/run-chapter $(call quote,$*)

## The judges of the exercises

JUDGES := $(patsubst tests/exercises/%.c,$B/judges/%.o,$(wildcard tests/exercises/*/*/judge.c))
JUDGE_FILES := $(addprefix scripts/tools/exercise/,judge.h exercise.h judge_explain.inc)

$B/judges/judge.o: scripts/judge/frame/judge.c $(JUDGE_FILES) $(HEADERS)
	@$(CC) $(CFLAGS) -Icsrc -c $< -o $(PART)
	$(WHOLE)

$B/judges/%/judge.o: tests/exercises/%/judge.c $(JUDGE_FILES)
	@$(CC) $(CFLAGS) -Iscripts/tools/exercise -c $< -o $(PART)
	$(WHOLE)

judges: $B/judges/judge.o $(JUDGES) $B/libgradcheck.a $B/runner $B/exercises
	@:

# What was found about the reader's code is forgotten when a judge changes.
JUDGES_BY := $B/judges/judge.o $(addprefix scripts/gw/,judge.lua child.lua compiler_words.lua gradcheck_crash.lua)
$B/exercises: $(JUDGES) $(JUDGES_BY)
	@rm -rf $@ && mkdir -p $@

# What the judges say of every answer that they must accept or refuse.
TESTED := $(patsubst tests/exercises/%.c,$B/tested/%.json,$(filter-out %/judge.c,$(wildcard tests/exercises/*/*/*.c))) \
  $(patsubst tests/exercises/%/judge.c,$B/tested/%/stub.json,$(wildcard tests/exercises/*/*/judge.c))
JUDGED = @$(LUA) scripts/judge/judged.lua $(subst /, ,$(patsubst $B/tested/%/,%,$(dir $@))) $< $@

.SECONDEXPANSION:
$B/tested/%/stub.json: chapters/$$(subst /,/exercises/,$$*).c $B/judges/%/judge.o $(JUDGES_BY) | judges
	$(JUDGED)

$B/tested/%.json: tests/exercises/%.c $B/judges/$$(dir $$*)judge.o $(JUDGES_BY) | judges
	$(JUDGED)

.PHONY: judges

## Figures: make figures ONLY=04-sigmoid/sigmoid THEME=dark FORMAT=png SIZE=1600x1000

ifneq ($(filter figures,$(GOALS)),)
WANTED := $(if $(ONLY),$(foreach name,$(ONLY),$(or $(filter $(name) $(name)/%,$(FIGURES)),\
  $(error there is no figure «$(name)»: make list-figures names them all))),$(FIGURES))
endif

figures: $(sort $(foreach f,$(WANTED),$B/stamps/$(patsubst %/,%,$(dir $f))))
	@$(SUPERVISE) figures $(LUA) scripts/figures/draw.lua --theme $(call quote,$(THEME)) \
	  --format $(call quote,$(FORMAT)) --language $(call quote,$(LANGUAGE)) \
	  $(if $(SIZE),--size $(call quote,$(SIZE))) $(WANTED)

## The book: `make book` is one offline site

BOOK_PAGES := $(wildcard README.md CONTRIBUTING.md data/README.md chapters/*/README.md)
BOOK_LUA := $(wildcard scripts/book/*.lua) scripts/book/build.lua
BOOK_SOURCES := $(wildcard LICENSE csrc/*.* scripts/* scripts/gw/*.lua plots/strings/*.tsv chapters/*/*/*)
DARK_FIGURES := $(foreach f,$(FIGURES),$B/book/figures/$f-dark.$(if $(filter $f,$(PNG_FIGURES)),png,svg))
BOOK := $(LUA) scripts/book/build.lua

book: $B/stamps/book
	@echo 'Now open this page in your browser: $B/book/index.html'

$B/stamps/book: $(BOOK_PAGES:%=$B/parts/%.html) $B/stamps/book-sources $(DARK_FIGURES) $(wildcard scripts/book/*) \
  $(wildcard $(FIGURES:%=plots/%.svg) $(PNG_FIGURES:%=plots/%.png))
	@$(SUPERVISE) book $(BOOK) site
	@touch $@

$B/parts/%.md.html: %.md $(BOOK_LUA)
	@$(SUPERVISE) $< $(BOOK) page $<
	@touch $@

$B/stamps/book-sources: $(BOOK_SOURCES) $(BOOK_PAGES) $(BOOK_LUA) | $B/stamps
	@$(SUPERVISE) book-sources $(BOOK) sources
	@touch $@

# From the accepted data, as the light ones that stand beside.
$B/book/figures/%-dark.svg: plots/%.gp plots/%.tsv plots/style.gp plots/strings/en.tsv $(FIGURE_LUA)
	@$(SUPERVISE) $*-dark $(LUA) scripts/figures/draw.lua --quiet --theme dark --data plots --out $B/book/figures $*
	@touch $@

$B/book/figures/%-dark.png: plots/%.gp plots/%.tsv plots/style.gp plots/strings/en.tsv $(FIGURE_LUA)
	@$(SUPERVISE) $*-dark $(LUA) scripts/figures/draw.lua --quiet --theme dark --format png --data plots \
	  --out $B/book/figures $*
	@touch $@

# On paper, by Chromium. ANSWERS=no leaves hints and answers out.
book-pdf: $B/stamps/book
	@$(SUPERVISE) book-pdf $(BOOK) pdf $(call quote,$(ANSWERS))
	@echo 'To print: $B/book/the-gradient-workbook.pdf'

$(foreach handout,$(filter handout-%,$(GOALS)),$(if $(wildcard chapters/$(handout:handout-%=%)-*/README.md),,\
  $(error there is no chapter $(handout:handout-%=%))))

handout-%: $B/stamps/book
	@$(SUPERVISE) $(call quote,$@) $(BOOK) handout $(call quote,$*)

book-epub: $B/stamps/book
	@$(SUPERVISE) book-epub $(BOOK) epub
	@echo 'To read: $B/book/the-gradient-workbook.epub'

.PHONY: book book-pdf book-epub

## Accepted facts, data and figures

accept: $(CHAPTERS:%=$B/stamps/%)
	@$(LUA) scripts/tools/accept.lua $(CHAPTERS)

check: $(CHAPTERS:%=$B/stamps/%)
	@$(LUA) scripts/tools/report.lua --checks $(CHAPTERS)

## Tests

test: $B/libgw.so $(CHAPTERS:%=$B/stamps/%) c-tests gradcheck $B/zoo $B/zoo-twins $(TESTED) $B/stamps/book
	@$(BOOK) needs
	@prove $(if $(NO_COLOR),--nocolor) --jobs 2 --exec scripts/tools/run-test \
	  $(sort $(wildcard tests/lua/*_spec.lua tests/book/*_spec.lua)) $(C_TESTS)

# The C tests run under the address and undefined-behaviour sanitizers.
SANITIZE := -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
C_TESTS := $(patsubst tests/c/%.c,$B/tests/%,$(sort $(wildcard tests/c/test_*.c)))
SANITIZED := $(SOURCES:csrc/%.c=$B/tests/obj/%.o)

c-tests: $(C_TESTS)
	@:

$B/tests/obj/%.o: csrc/%.c $B/obj/flags | $B/tests/obj
	@$(CC) $(CFLAGS) $(SANITIZE) $(BLAS_DEFINE) $(DEPENDS) -c $< -o $(PART)
	$(WITH_DEPENDS)

$B/tests/%: tests/c/%.c $(wildcard tests/c/*.h) $(SANITIZED)
	@$(CC) $(CFLAGS) $(SANITIZE) $(BLAS_DEFINE) -Icsrc -Itests/c $< $(SANITIZED) -o $(PART) -lcmocka $(BLAS_LINK) -lm
	$(WHOLE)

-include $(wildcard $(SANITIZED:.o=.d))

# What takes too long for every day: is anything lost to a kill or a full disk?
KILLS ?= 100
DISKS ?= 30

test-long lost: $B/libgw.so judges gradcheck
	@$(LUA) tests/lost/lost.lua $(KILLS) $(DISKS)

.PHONY: test-long lost

# The text beside the source and the accepted facts: sync rewrites it.
sync: $B/libgw.so
	@$(LUA) scripts/text/sync.lua

.PHONY: sync

# The C of the library, and what stands beside it: tests, the zoo, the bench, tools.
BESIDE := $(wildcard tests/c/*.c tests/zoo/*.c tests/bench/*.c scripts/tools/*.c)

lint:
	@luacheck --quiet --no-color scripts scripts/gradcheck scripts/exercises tests/lua tests/book tests/bench
	@cppcheck --quiet --error-exitcode=1 --enable=warning,performance,portability --inline-suppr \
	  --suppress=missingIncludeSystem '-DGW_SHAPES(...)=' -Icsrc -Iscripts/tools csrc tests/zoo tests/bench scripts/tools
	@clang-format --dry-run --Werror $(SOURCES) $(HEADERS) $(BESIDE) $(wildcard tests/c/*.h tests/zoo/*.h scripts/tools/*.h)
	@for cc in gcc clang; do for f in $(SOURCES) $(BESIDE); do \
	  $$cc $(CFLAGS) -Werror $(BLAS_DEFINE) -Icsrc -Itests/c -Iscripts/tools -fsyntax-only $$f || exit 1; done; done

.PHONY: all figures accept check test c-tests lint

## The zoo of mistakes: `make zoo`, or a smaller one within `make test`

ZOO_SEEDS ?= 25
ZOO_CORRECT ?= 110000
ZOO_TWINS ?= 55000

$B/zoo: $(filter-out tests/gradcheck/zoo/flat.c tests/gradcheck/zoo/twins.c,$(wildcard tests/zoo/*.c tests/zoo/*.h)) $(OBJECTS)
	@$(CC) $(CFLAGS) -Icsrc $(filter %.c,$^) $(OBJECTS) -o $(PART) $(BLAS_LINK) -lm
	$(WHOLE)

# --mode complex on models that have a twin: the harness itself, but for its main.
TWINS := $(addprefix tests/zoo/,twins.c models.c small.c) $(addprefix scripts/tools/,harness.c harness_modes.c harness_update.c)

QUIETLY := -Wno-missing-prototypes -Wno-format-truncation

$B/zoo-twins: $(TWINS) $(wildcard tests/zoo/*.h) scripts/checker/harness.h $(OBJECTS)
	@$(CC) $(CFLAGS) -Icsrc -Iscripts/tools -Dmain=harness_main $(QUIETLY) -c scripts/checker/harness.c -o $(PART).o
	@$(CC) $(CFLAGS) $(QUIETLY) -Icsrc -Iscripts/tools $(filter-out %/harness.c,$(TWINS)) $(PART).o $(OBJECTS) \
	  -o $(PART) $(BLAS_LINK) -lm
	$(WHOLE)

# After the table the real checkers of others take some of the same cases, where they
# are installed. Nothing else asks for them.
PYTHON ?= /usr/bin/python3
REAL_SEEDS ?= 4
REAL_CORRECT ?= 10000
CERES := $(and $(wildcard /usr/include/ceres/gradient_checker.h),$(shell command -v g++))

$B/libzoo.so: $(filter-out $(addprefix tests/zoo/,zoo.c planted.c tables.c twins.c),$(wildcard tests/zoo/*.c tests/zoo/*.h)) $(OBJECTS)
	@$(CC) $(CFLAGS) -shared -Icsrc $(filter %.c,$^) $(OBJECTS) -o $(PART) $(BLAS_LINK) -lm
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

PYTHON := $(or $(wildcard /usr/bin/python3),python3)
RUNS ?= 5

$B/bench/check: tests/gradcheck/bench/check.c $(OBJECTS)
	@$(CC) $(CFLAGS) -Icsrc $< $(OBJECTS) -o $(PART) $(BLAS_LINK) -lm -pthread
	$(WHOLE)

bench: $B/bench/check
	@$(LUA) tests/gradcheck/bench/bench.lua $< $B/bench $(PYTHON) $(RUNS)

.PHONY: bench

## The command gradcheck, and the library for models of your own

CHECKER := gradcheck gradcheck_lines gradcheck_report slope noise diagnosis random matrix status
CHECKER_HEADERS := gradcheck diagnosis status api
SONAME := libgradcheck.so.0

gradcheck: $B/libgw.so $B/libgradcheck.a $B/runner
	@:

$B/libgradcheck.a: $(CHECKER:%=$B/obj/%.o)
	@ar rcs $(PART) $^
	$(WHOLE)

# Exports what its headers declare, and nothing else.
$B/$(SONAME): $(CHECKER:%=$B/obj/%.o) csrc/gradcheck/libgradcheck.map
	@$(CC) -shared -o $(PART) $(filter %.o,$^) -Wl,-soname,$(SONAME) -Wl,--version-script=csrc/gradcheck/libgradcheck.map \
	  -Wl,--no-undefined -lm
	$(WHOLE)

$B/runner: scripts/sandbox/runner.c
	@$(CC) -O2 -Wall -Wextra $< -o $(PART)
	$(WHOLE)

# What the installed command loads: the library of the workbook, without BLAS.
$B/command/libgw.so: $(filter-out %/blas.o,$(OBJECTS)) $B/command/blas.o $B/obj/cdef_hash.o
	@$(CC) -shared -o $(PART) $^ -lm
	$(WHOLE)

$B/command/blas.o: csrc/base/blas.c $(HEADERS) $B/obj/flags
	@$(CC) $(CFLAGS) -c $< -o $(PART)
	$(WHOLE)

TO := $(call quote,$(DESTDIR)$(PREFIX))
COMMAND_LUA := $(addprefix scripts/gw/,bind check child ffi files formula gradcheck_crash gradcheck_equations \
  gradcheck_explain gradcheck_formula gradcheck_model gradcheck_report matrix paths program term)

install: $B/libgradcheck.a $B/$(SONAME) $B/runner $B/command/libgw.so
	@install -d $(TO)/bin $(TO)/lib/pkgconfig $(TO)/include/gradcheck $(TO)/share/man/man1 \
	  $(TO)/share/gradcheck/{gw,tools,include}
	@install -m 644 $B/libgradcheck.a $(TO)/lib/
	@install -m 755 $B/$(SONAME) $(TO)/lib/
	@ln -sf $(SONAME) $(TO)/lib/libgradcheck.so
	@install -m 644 $(CHECKER_HEADERS:%=csrc/%.h) $(TO)/include/gradcheck/
	@printf '%s\n' $(call quote,prefix=$(PREFIX)) 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include' '' 'Name: gradcheck' \
	  'Description: Checks gradients, with a bound on its own error' 'Version: 0' \
	  'Libs: -L$${libdir} -lgradcheck' 'Libs.private: -lm' 'Cflags: -I$${includedir}' > $(TO)/lib/pkgconfig/gradcheck.pc
	@install -m 644 scripts/checker/gradcheck.1 $(TO)/share/man/man1/
	@install -m 644 scripts/gw.lua $B/cdef.h $B/signatures.lua $(TO)/share/gradcheck/
	@install -m 644 $(COMMAND_LUA:%=%.lua) $(TO)/share/gradcheck/gw/
	@install -m 644 scripts/checker/harness.h scripts/checker/harness.c scripts/checker/harness_modes.c \
	  scripts/checker/harness_update.c scripts/checker/harness.lua $(TO)/share/gradcheck/tools/
	@install -m 644 $(patsubst %,csrc/%.h,$(CHECKER_HEADERS) random matrix) $(TO)/share/gradcheck/include/
	@install -m 755 $B/runner $(TO)/share/gradcheck/tools/
	@install -m 755 $B/command/libgw.so $(TO)/share/gradcheck/
	@install -m 755 scripts/gradcheck $(TO)/share/gradcheck/
	@ln -sf ../share/gradcheck/gradcheck $(TO)/bin/gradcheck

uninstall:
	@rm -rf $(TO)/share/gradcheck $(TO)/include/gradcheck
	@rm -f $(TO)/bin/gradcheck $(TO)/share/man/man1/gradcheck.1 $(TO)/lib/pkgconfig/gradcheck.pc \
	  $(TO)/lib/libgradcheck.a $(TO)/lib/libgradcheck.so $(TO)/lib/$(SONAME)

.PHONY: gradcheck install uninstall

## A goal that there is not

.DEFAULT:
	@$(LUA) scripts/tools/no_goal.lua $(call quote,$@)
