# The judges of the exercises, and what they remember.

# An exercise is named SLUG/NAME: chapters/SLUG/exercises/NAME/ holds it.
EXERCISES := $(subst /exercises/,/,$(patsubst chapters/%/judge.c,%,$(wildcard chapters/*/exercises/*/judge.c)))
JUDGES := $(EXERCISES:%=$B/judges/%/judge.o)
FRAME := scripts/judge/frame
JUDGE_FILES := $(wildcard $(FRAME)/*.h $(FRAME)/*.inc)

.SECONDEXPANSION:
$B/judges/judge.o: scripts/judge/frame/judge.c $(JUDGE_FILES) $(HEADERS)
	@$(CC) $(CFLAGS) $(INCLUDE) -c $< -o $(PART)
	$(WHOLE)

$B/judges/%/judge.o: chapters/$$(subst /,/exercises/,$$*)/judge.c $(JUDGE_FILES)
	@$(CC) $(CFLAGS) -I$(FRAME) -c $< -o $(PART)
	$(WHOLE)

judges: $B/judges/judge.o $(JUDGES) $B/libgradcheck.a $B/runner $B/exercises
	@:

# What was found about the reader's code is forgotten when a judge changes.
JUDGES_BY := $B/judges/judge.o $(wildcard scripts/judge/*.lua scripts/sandbox/*.lua)
$B/exercises: $(JUDGES) $(JUDGES_BY)
	@rm -rf $@ && mkdir -p $@

.PHONY: judges
