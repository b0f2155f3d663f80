# The Gradient Workbook. `make help` lists what it can do.
# Every target is a file under build/; the sources beside it never change,
# but by `make accept`.

SHELL := /bin/bash
.SHELLFLAGS := -ec
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SECONDARY:
MAKEFLAGS += --no-builtin-rules --no-print-directory
# As many jobs as processors, unless you say.
ifeq ($(filter -j% --jobserver%,$(MAKEFLAGS)),)
MAKEFLAGS += --jobs=$(shell nproc 2>/dev/null || echo 2) --output-sync=target
endif
export LC_ALL := C.UTF-8
export OPENBLAS_NUM_THREADS := 1

B := build
CC := gcc
LUA := luajit
PREFIX ?= /usr/local

# No -ffast-math, no fused multiply-add: the same numbers on every machine.
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes
CFLAGS ?= -O2
override CFLAGS += -std=c11 -ffp-contract=off -fPIC $(WARNINGS)
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
FIGURE_LUA := scripts/gw/figure.lua scripts/tools/figure.lua

all: $(CHAPTERS:%=$B/stamps/%) $(PICTURES)
	@$(LUA) scripts/tools/report.lua $(CHAPTERS)

## The library and what Lua knows of it

$B/libgw.so: $(OBJECTS) $B/obj/cdef_hash.o
	@$(CC) -shared -o $@ $^ $(BLAS_LINK) -lm

$B/obj/%.o: csrc/%.c Makefile | $B/obj
	@$(CC) $(CFLAGS) $(BLAS_DEFINE) -MMD -MP -c $< -o $@

$B/obj/cdef_hash.o: $B/cdef.h
	@$(CC) $(CFLAGS) -c $B/cdef_hash.c -o $@

$B/cdef.h: $(HEADERS) scripts/tools/cdef.lua | $B/obj
	@printf '#include "%s"\n' $(notdir $(HEADERS)) | $(CC) -DGW_CDEF -E -P -Icsrc -x c - > $B/obj/cdef.i
	@$(LUA) scripts/tools/cdef.lua $B < $B/obj/cdef.i

$B/obj $B/stamps $B/figures $B/tmp $B/tests:
	@mkdir -p $@

-include $(OBJECTS:.o=.d)

## Chapters

INTERRUPTED = case $$? in 0) ;; 130|2) echo '$*: interrupted; nothing half-written is left' >&2; exit 130;; *) exit 1;; esac

$B/stamps/%: scripts/%.lua $B/libgw.so $(SHARED_LUA) $(wildcard data/*.csv) | $B/stamps
	@echo 'running $*'
	@$(LUA) $< --quiet || $(INTERRUPTED)
	@touch $@

# A figure waits for its own chapter.
$(foreach p,$(PICTURES),$(eval $p: $B/stamps/$(patsubst $B/figures/%/,%,$(dir $p))))

$B/figures/%.svg: plots/%.gp plots/style.gp plots/strings/en.tsv $(FIGURE_LUA)
	@$(LUA) scripts/tools/figure.lua --format svg $*
	@touch $@

$B/figures/%.png: plots/%.gp plots/style.gp plots/strings/en.tsv $(FIGURE_LUA)
	@$(LUA) scripts/tools/figure.lua --format png $*
	@touch $@

# `make chapter-04`, or with parameters of your own: `make chapter-05 ARGS='--alpha 0.9'`.
chapter-%: $B/libgw.so
	@driver=$$(echo scripts/$*-*.lua); \
	test -f "$$driver" || { echo "there is no chapter $*: make help lists them" >&2; exit 2; }; \
	$(LUA) $$driver $(ARGS) || { $(INTERRUPTED); }; \
	slug=$$(basename $$driver .lua); \
	if test -n '$(ARGS)'; then rm -f $B/stamps/$$slug; else mkdir -p $B/stamps; touch $B/stamps/$$slug; fi; \
	$(LUA) scripts/tools/preview.lua $$slug; \
	$(LUA) scripts/tools/report.lua --only $$slug

## Figures: make figures ONLY=04-sigmoid/slope THEME=dark FORMAT=png SIZE=1600x1000

THEME ?= light
FORMAT ?= svg
LANGUAGE ?= en

figures: $(if $(ONLY),$B/stamps/$(firstword $(subst /, ,$(ONLY))),$(CHAPTERS:%=$B/stamps/%))
	@$(LUA) scripts/tools/figure.lua --theme $(THEME) --format $(FORMAT) --language $(LANGUAGE) \
	  $(if $(SIZE),--size $(SIZE)) $(or $(ONLY),$(FIGURES))

list-figures:
	@printf '%s\n' $(FIGURES)

## Accepted facts, data and figures

accept: $(CHAPTERS:%=$B/stamps/%)
	@$(LUA) scripts/tools/accept.lua $(CHAPTERS)

check: $(CHAPTERS:%=$B/stamps/%)
	@$(LUA) scripts/tools/report.lua --checks $(CHAPTERS)

## Tests

test: $B/libgw.so $(CHAPTERS:%=$B/stamps/%) c-tests
	@prove --exec scripts/tools/run-test $(sort $(wildcard tests/lua/*_spec.lua)) $(C_TESTS)

# The C tests run under the address and undefined-behaviour sanitizers.
SANITIZE := -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
C_TESTS := $(patsubst tests/c/%.c,$B/tests/%,$(sort $(wildcard tests/c/test_*.c)))
SANITIZED := $(SOURCES:csrc/%.c=$B/tests/obj/%.o)

c-tests: $(C_TESTS)

$B/tests/obj/%.o: csrc/%.c Makefile | $B/tests/obj
	@$(CC) $(CFLAGS) $(SANITIZE) $(BLAS_DEFINE) -MMD -MP -c $< -o $@

$B/tests/%: tests/c/%.c $(wildcard tests/c/*.h) $(SANITIZED)
	@$(CC) $(CFLAGS) $(SANITIZE) -Icsrc -Itests/c $< $(SANITIZED) -o $@ -lcmocka $(BLAS_LINK) -lm

$B/tests/obj:
	@mkdir -p $@

-include $(SANITIZED:.o=.d)

lint:
	@luacheck --quiet scripts tests/lua
	@cppcheck --quiet --error-exitcode=1 --enable=warning,performance,portability --inline-suppr \
	  --suppress=missingIncludeSystem '-DGW_SHAPES(...)=' -Icsrc csrc
	@clang-format --dry-run --Werror $(wildcard csrc/*.[ch] tests/c/*.[ch])
	@for cc in gcc clang; do for f in $(SOURCES); do \
	  $$cc $(CFLAGS) -Werror $(BLAS_DEFINE) -fsyntax-only $$f || exit 1; done; done

doctor:
	@scripts/tools/doctor

clean:
	@rm -rf $B

help:
	@cat scripts/tools/help.txt

.PHONY: all figures list-figures accept check test c-tests lint doctor clean help

## The zoo of mistakes: `make zoo`, or a smaller one within `make test`

ZOO_SEEDS ?= 25
ZOO_CORRECT ?= 110000

$B/zoo: $(wildcard tests/zoo/*.c tests/zoo/*.h) $(OBJECTS)
	@$(CC) $(CFLAGS) -Icsrc $(filter %.c,$^) $(OBJECTS) -o $@ $(BLAS_LINK) -lm

zoo: $B/zoo
	@$B/zoo tests/zoo/mistakes.tsv $(ZOO_SEEDS) $(ZOO_CORRECT)

.PHONY: zoo

## The command gradcheck, and the library for models of your own

CHECKER := gradcheck gradcheck_report slope noise diagnosis random matrix status
CHECKER_HEADERS := gradcheck diagnosis status api

$B/libgradcheck.a: $(CHECKER:%=$B/obj/%.o)
	@rm -f $@ && ar rcs $@ $^

$B/runner: scripts/tools/runner.c
	@$(CC) -O2 -Wall -Wextra $< -o $@

gradcheck: $B/libgw.so $B/libgradcheck.a $B/runner

.PHONY: gradcheck
