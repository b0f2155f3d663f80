# Live figures: the library as WebAssembly, and the scripts that drive figures with it.
# Without a compiler for it the book is built static.

TO_WASM := clang --target=wasm32-wasi
LIVE := $(shell { command -v clang wasm-ld && cat "$$($(TO_WASM) -rtlib=compiler-rt -print-libgcc-file-name)" \
  "$$($(TO_WASM) -print-file-name=libc.a)"; } >/dev/null 2>&1 && echo yes)
LIVE_CHAPTERS := $(foreach s,$(wildcard scripts/live/*-*.js),$(if $(wildcard $(s:scripts/live/%.js=chapters/%/README.md)),$s))
LIVE_BOXES := scripts/live/check.js
LIVE_KIT := $(addprefix scripts/live/,figure.js state.js plot.js map.js slope.js network.js training.js)
LIVE_SCRIPTS := $(LIVE_CHAPTERS) $(LIVE_BOXES) $(addprefix scripts/live/,slope.js network.js training.js)
LIVE_FILES := $(if $(LIVE),$(addprefix $B/book/live/,gw.js live.js live.css $(notdir $(LIVE_CHAPTERS) $(LIVE_BOXES))))

# Whether the book is alive; when that changes it is built again.
ifneq ($(LIVE),$(file <$B/live/whether))
$(shell mkdir -p $B/live)
$(file >$B/live/whether,$(LIVE))
endif
$B/live/whether: ;

$B/stamps/book: $(LIVE_FILES) $B/live/whether

$B/live/sources: $B/cdef.h $B/uses.lua $(LIVE_SCRIPTS) scripts/live/bindings.lua
	@$(SUPERVISE) live $(LUA) scripts/live/bindings.lua $B/live $(LIVE_SCRIPTS)
	@touch $@

# The stack lies below the data, so that running over it is a fault and no silent damage.
# -Os is a tenth lighter than -O2, and no slower.
WASM_FLAGS := -Os -std=c11 -ffp-contract=off -fno-math-errno -mexec-model=reactor -nostartfiles \
  -Wl,--no-entry -Wl,--stack-first -Wl,-z,stack-size=262144 -Wl,--initial-memory=8388608 -Wl,--max-memory=8388608 \
  -Wl,--export=__heap_base -Wl,--gc-sections -Wl,--strip-all

$B/live/gw.wasm: $B/live/sources $(SOURCES) $(HEADERS) scripts/live/build.mk
	@mkdir -p $(GW_TMP)
	@$(TO_WASM) $(WASM_FLAGS) -I. $(INCLUDE) $$(cat $B/live/sources $B/live/exports) $B/live/layouts.c -o $(PART)
	$(WHOLE)

# Loaded when the first figure comes near.
$B/book/live/gw.js: $B/live/gw.wasm scripts/live/runtime.js scripts/live/text.lua
	@mkdir -p $(GW_TMP)
	@{ cat scripts/live/runtime.js; printf 'live.library('; cat $B/live/tables.json; printf ', "'; $(LUA) scripts/live/text.lua < $<; printf '");\n'; } > $(PART)
	$(WHOLE)

$B/book/live/live.js: $(LIVE_KIT)
	@mkdir -p $(GW_TMP)
	@cat $^ > $(PART)
	$(WHOLE)

# A chapter's script brings the accepted data with it that it asks for, and its questions.
$B/book/live/%.js: scripts/live/%.js scripts/live/with_data.lua scripts/figures/figure.lua $(wildcard plots/*/*.tsv) plots/strings/en.tsv $(wildcard chapters/*/facts.tsv)
	@$(LUA) scripts/live/with_data.lua $< $@
	@touch $@

$B/book/live/%: scripts/live/%
	@mkdir -p $(GW_TMP)
	@cp $< $(PART)
	$(WHOLE)

# The still of a live figure that README shows; drawn anew by `make still`, and kept, for
# letters differ from machine to machine.
STILL := 05-descent/nonconvex
STILLS := $B/book/figures/live/still.png $B/book/figures/live/still-dark.png

still: $B/stamps/book
	@$(LUA) scripts/live/still.lua $(STILL) plots/live/still.png plots/live/still-dark.png

$B/book/figures/live/still%png: plots/live/still%png
	@mkdir -p $(GW_TMP)
	@cp $< $(PART)
	$(WHOLE)

$B/stamps/book: $(STILLS)

.PHONY: still
