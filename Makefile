# The Gradient Workbook. `make help` lists what it can do.
#
# This is the front door. It takes the words that make is given, holds the lock of
# the build folder, and leaves the work to scripts/tools/rules.mk.

SHELL := /bin/bash
.SHELLFLAGS := -ec
.DEFAULT_GOAL := all
export LC_ALL := C.UTF-8

include scripts/tools/words.mk

GOALS := $(or $(MAKECMDGOALS),all)
$(foreach goal,$(GOALS),$(foreach sign,: % ; = | & \,$(if $(findstring $(sign),$(goal)),\
  $(error «$(goal)» is no goal: make help lists what there is))))

FOLDER := scripts/tools/build-folder

## What builds nothing

help:
	@cat scripts/tools/help.txt

doctor:
	@scripts/tools/doctor

list-figures:
	@printf '%s\n' $(sort $(patsubst plots/%.gp,%,$(wildcard plots/*/*.gp)))

clean:
	@$(FOLDER) clean $(call quote,$(GW_BUILD))

## The exercises: make start, make try-04 EX=NAME, make watch, make hint-04, …
# Only their judges are built under the lock: others may build while one watches.

# A wrong answer is no error of make's.
EXERCISES := @scripts/exercises
start progress watch: judges
	$(EXERCISES) $@ || test $$? -eq 1

try-% hint-% solution-%: judges
	$(EXERCISES) $(firstword $(subst -, ,$@)) $(call quote,$*) $(if $(EX),$(call quote,$(EX))) \
	  $(if $(YES),--yes) || test $$? -eq 1

## Everything else, under the lock

OUTSIDE := help doctor list-figures clean start progress watch try-% hint-% solution-%
INSIDE := $(filter-out $(OUTSIDE),$(GOALS)) \
  $(if $(filter start progress watch try-% hint-% solution-%,$(GOALS)),judges)

$(INSIDE): inside
	@:

inside: $(filter clean,$(GOALS))
	+@env -u MAKELEVEL $(FOLDER) use $(call quote,$(GW_BUILD)) \
	  $(MAKE) --no-print-directory -f scripts/tools/rules.mk $(foreach goal,$(sort $(INSIDE)),$(call quote,$(goal)))

.PHONY: help doctor list-figures clean start progress watch inside $(INSIDE)
