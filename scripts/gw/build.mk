# The chapters: each runs when something that it reads is newer.

# What a chapter reads, its last run has written down: Lua, data, and the objects of the
# library that it calls. What prepares its figures may be new.
.SECONDEXPANSION:
$B/stamps/%: scripts/%.lua $$(wildcard plots/$$*/data.lua) | $B/libgw.so $B/uses.lua $B/stamps
	@echo 'running $*'
	@$(SUPERVISE) $* $(LUA) $< --quiet
	@touch $@

$B/stamps:
	@mkdir -p $@

# `make chapter-04`, or with parameters of your own: `make chapter-05 ARGS='--alpha 0.9'`.
chapter-%: $B/libgw.so $B/uses.lua | $B/stamps
	@LUA=$(call quote,$(LUA)) scripts/tools/run-chapter $(call quote,$*)

-include $(wildcard $(CHAPTERS:%=$B/depends/%.d))

## Accepted facts, data and figures

accept: $(CHAPTERS:%=$B/stamps/%)
	@$(LUA) scripts/tools/accept.lua $(CHAPTERS)

check: $(CHAPTERS:%=$B/stamps/%)
	@$(LUA) scripts/tools/report.lua --checks $(CHAPTERS)

.PHONY: accept check
