# The figures of the last run, and those that somebody asks for.

# gnuplot takes longer to start than to draw, so a chapter's figures are drawn in one run:
# those of which a file of their own is newer, or all of them where anything else is.
figures_of = $(filter $1/%,$(FIGURES))
STALE = $(if $(filter-out $(foreach f,$(FIGURES),plots/$f.gp plots/$f.tsv),$?),$(call figures_of,$*),\
  $(sort $(basename $(?:plots/%=%))))
DRAW = @$(SUPERVISE) 'the figures of $*' $(LUA) scripts/figures/draw.lua --quiet
DRAWN_BY := plots/style.gp plots/strings/en.tsv $(FIGURE_LUA)

.SECONDEXPANSION:
$B/figures/%/drawn: $B/stamps/% $$(addprefix plots/,$$(addsuffix .gp,$$(call figures_of,$$*))) $(DRAWN_BY)
	$(DRAW) $(STALE)
	@touch $@

## Figures: make figures ONLY=04-sigmoid/sigmoid THEME=dark FORMAT=png SIZE=900x500 SCALE=2
# With ARGS='--alpha 0.9', of a run of their own.

ifneq ($(filter figures sheets,$(GOALS)),)
WANTED := $(if $(ONLY),$(foreach name,$(ONLY),$(or $(filter $(name) $(name)/%,$(FIGURES)),\
  $(error there is no figure «$(name)»: make list-figures names them all))),$(FIGURES))
endif
FIGURE_OPTIONS = --theme $(call quote,$(THEME)) --format $(call quote,$(FORMAT)) --language $(call quote,$(LANGUAGE)) \
  $(if $(SIZE),--size $(call quote,$(SIZE))) $(if $(SCALE),--scale $(call quote,$(SCALE)))

figures: $(if $(ARGS),$B/libgw.so $B/uses.lua,$(sort $(foreach f,$(WANTED),$B/stamps/$(patsubst %/,%,$(dir $f))))) \
  | $B/stamps
	@$(if $(ARGS),LUA=$(call quote,$(LUA)) scripts/figures/own,$(SUPERVISE) figures $(LUA) scripts/figures/draw.lua) \
	  $(FIGURE_OPTIONS) $(WANTED)

# Every figure in every look, on one page: make sheets ONLY=05-descent
sheets: | $B/stamps
	@$(SUPERVISE) sheets $(LUA) scripts/figures/sheets.lua $B/sheets $(WANTED)

.PHONY: figures sheets
