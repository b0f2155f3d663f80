# The book: one offline site, paper, and an EPUB.

BOOK_PAGES := $(wildcard README.md CONTRIBUTING.md data/README.md chapters/*/README.md)
BOOK_LUA := $(wildcard scripts/book/*.lua) scripts/text/region.lua
BOOK_SOURCES := $(wildcard LICENSE csrc/*.[ch] csrc/*/*.[ch] scripts/*.lua scripts/*/*.lua plots/strings/*.tsv chapters/*/*/*)
# Each figure's twins: dark, for a narrow page, and both.
TWINS := $(DRAWN:$B/%=$B/parts/%)
BOOK := $(LUA) scripts/book/build.lua

book: $B/stamps/book
	@echo 'Now open this page in your browser: $B/book/index.html'

# Where the site will stand, for those who show a link to it: ADDRESS=https://….
ifneq ($(ADDRESS)|,$(file <$B/parts/address)$(if $(wildcard $B/parts/address),|))
$(shell mkdir -p $B/parts)
$(file >$B/parts/address,$(ADDRESS))
endif
$B/parts/address: ;

$B/stamps/book: $B/stamps/pages $B/parts/address $B/stamps/book-sources $(TWINS) $(wildcard scripts/book/* scripts/book/*/*) \
  $(wildcard $(FIGURES:%=plots/%.svg) $(FIGURES:%=plots/%.png))
	@$(SUPERVISE) book $(BOOK) site $(if $(LIVE),live,still) $(call quote,$(ADDRESS))
	@touch $@

# A page says how large its figures are, and in which lines of a file an excerpt stands. The pages
# of which anything that they read is newer are rendered in one run.
QUOTES = $(eval QUOTES := $(shell awk -F '[ \043]' '/^<!-- code: /{print FILENAME ":" $$3}' $(BOOK_PAGES) | sort -u))$(QUOTES)
read_by = $1 $(wildcard plots/$(notdir $(patsubst %/,%,$(dir $1)))/*.gp plots/$(notdir $(patsubst %/,%,$(dir $1)))/*.svg) \
  $(patsubst $1:%,%,$(filter $1:%,$(QUOTES)))
.SECONDEXPANSION:
$B/stamps/pages: $$(sort $$(foreach p,$$(BOOK_PAGES),$$(call read_by,$$p))) $(BOOK_LUA) | $B/stamps
	@$(SUPERVISE) pages $(BOOK) pages $(if $(filter $(BOOK_LUA),$?),$(BOOK_PAGES),\
	  $(foreach p,$(BOOK_PAGES),$(if $(filter $(call read_by,$p),$?),$p)))
	@touch $@

$B/stamps/book-sources: $(BOOK_SOURCES) $(BOOK_PAGES) $(BOOK_LUA) | $B/stamps
	@$(SUPERVISE) book-sources $(BOOK) sources
	@touch $@

# From the accepted data, as the light ones that stand beside.
$B/parts/figures/%/drawn: $$(foreach f,$$(call figures_of,$$*),plots/$$f.gp plots/$$f.tsv) $$(DRAWN_BY)
	$(DRAW) --twins --data plots --out $B/parts/figures $(STALE)
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

