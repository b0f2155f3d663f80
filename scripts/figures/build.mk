# The figures of the last run, and those that somebody asks for.

# A figure waits for its own chapter.
$(foreach p,$(PICTURES),$(eval $p: $B/stamps/$(patsubst $B/figures/%/,%,$(dir $p))))

$B/figures/%.svg: plots/%.gp plots/style.gp plots/strings/en.tsv $(FIGURE_LUA)
	@$(SUPERVISE) $* $(LUA) scripts/figures/draw.lua --quiet --format svg $*
	@touch $@

$B/figures/%.png: plots/%.gp plots/style.gp plots/strings/en.tsv $(FIGURE_LUA)
	@$(SUPERVISE) $* $(LUA) scripts/figures/draw.lua --quiet --format png $*
	@touch $@

## Figures: make figures ONLY=04-sigmoid/sigmoid THEME=dark FORMAT=png SIZE=900x500 SCALE=2
# With ARGS='--alpha 0.9', of a run of their own.

ifneq ($(filter figures,$(GOALS)),)
WANTED := $(if $(ONLY),$(foreach name,$(ONLY),$(or $(filter $(name) $(name)/%,$(FIGURES)),\
  $(error there is no figure «$(name)»: make list-figures names them all))),$(FIGURES))
endif
FIGURE_OPTIONS = --theme $(call quote,$(THEME)) --format $(call quote,$(FORMAT)) --language $(call quote,$(LANGUAGE)) \
  $(if $(SIZE),--size $(call quote,$(SIZE))) $(if $(SCALE),--scale $(call quote,$(SCALE)))

figures: $(if $(ARGS),$B/libgw.so $B/uses.lua,$(sort $(foreach f,$(WANTED),$B/stamps/$(patsubst %/,%,$(dir $f))))) \
  | $B/stamps
	@$(if $(ARGS),LUA=$(call quote,$(LUA)) scripts/figures/own,$(SUPERVISE) figures $(LUA) scripts/figures/draw.lua) \
	  $(FIGURE_OPTIONS) $(WANTED)

.PHONY: figures
