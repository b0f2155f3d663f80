# Every rule that builds. The Makefile calls it, holds the lock of the build folder,
# and has checked the words that it was given. Every target is a file under build/;
# the sources beside it never change, but by `make accept` and `make sync`.
#
# What is built is written elsewhere first, and moved to its place when it is whole:
# a make that is killed, or a full disk, leaves nothing that looks finished.

SHELL := /bin/bash
.SHELLFLAGS := -ec
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SECONDARY:
MAKEFLAGS += --no-builtin-rules
# As many jobs as processors, unless you say: make 4.3 knows that from its environment
# alone while it reads this.
ifeq ($(filter -j%,$(shell printf '%s' "$$MAKEFLAGS")),)
MAKEFLAGS += --jobs=$(shell nproc 2>/dev/null || echo 2)
endif
GOALS := $(MAKECMDGOALS)
# What several jobs say is not mixed; a single chapter speaks as it goes.
ifeq ($(filter chapter-%,$(GOALS)),)
MAKEFLAGS += --output-sync=line
endif

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
# Threads; OPENMP= builds csrc/fast with one.
OPENMP ?= -fopenmp
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes
CFLAGS ?= -O2
override CFLAGS += -std=c11 -ffp-contract=off -fopenmp-simd $(or $(OPENMP),-Wno-unknown-pragmas) -fno-math-errno -fPIC $(WARNINGS)
LIBRARIES := $(OPENMP) -lm

DRIVERS := $(sort $(wildcard scripts/*-*.lua))
CHAPTERS := $(DRIVERS:scripts/%.lua=%)
FIGURES := $(sort $(patsubst plots/%.gp,%,$(wildcard plots/*/*.gp)))
DRAWN := $(sort $(foreach f,$(FIGURES),$B/figures/$(dir $f)drawn))
FIGURE_LUA := $(wildcard scripts/figures/*.lua)
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

# Each room has its own rules, and says what $(MPI) is, which `all` needs.
include $(wildcard csrc/build.mk scripts/*/build.mk tests/build.mk tests/*/build.mk)

# What takes long by itself comes first. What waits for others is looked at again when all else
# was started: so the longest chapter is last, and the book is made beside it, not alone at the end.
LONGEST := 10-backprop
IN_TURN := $(filter-out $(LONGEST),$(CHAPTERS)) $(filter $(LONGEST),$(CHAPTERS))
all: $B/stamps/pages gradcheck $(MPI) $(LIVE_FILES) $B/stamps/book $(IN_TURN:%=$B/stamps/%) $(DRAWN)
	@$(LUA) scripts/tools/report.lua $(CHAPTERS)
	@echo 'Now open this page in your browser: $B/book/index.html'

## A goal that there is not

.DEFAULT:
	@$(LUA) scripts/tools/no_goal.lua $(call quote,$@)
