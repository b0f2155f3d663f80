# The judges of the exercises.

# An exercise is named SLUG/NAME: chapters/SLUG/exercises/NAME/ holds it.
EXERCISES := $(subst /exercises/,/,$(patsubst chapters/%/judge.lua,%,$(wildcard chapters/*/exercises/*/judge.lua)))
JUDGES := $(EXERCISES:%=$B/judges/%/made)
FRAME := scripts/judge/frame
JUDGED_BY := $(wildcard $(FRAME)/*.h scripts/judge/*.lua)

.SECONDEXPANSION:
$B/judges/%/made: chapters/$$(subst /,/exercises/,$$*)/judge.lua chapters/$$(subst /,/exercises/,$$*)/stub.c scripts/judge/solutions/%.c $$(wildcard $$(addprefix chapters/$$(subst /,/exercises/,$$*)/,mistakes mistakes/*)) $(JUDGED_BY) | $B/runner
	@$(LUA) scripts/judge/build.lua $* $(@D)
	@touch $@

judges: $(JUDGES) $B/runner $B/command/libcommand.so
	@:

# What was found about the reader's code is forgotten when a judge changes.
JUDGES_BY := $(JUDGED_BY) $(wildcard scripts/sandbox/*.lua)

.PHONY: judges
