# The command gradcheck, and its installation.

# What is linked with a model in C; see thunk.h for the functions that nobody defines.
THUNK := $(patsubst scripts/checker/%.c,$B/command/%.o,$(wildcard scripts/checker/thunk*.c)) $B/command/missing.a

gradcheck: $B/command/libcommand.so $(THUNK) $B/libgradcheck.a $B/$(SONAME) $B/runner
	@:

$B/runner: $(wildcard scripts/sandbox/*.[ch])
	@$(CC) -O2 -Wall -Wextra $(filter %.c,$^) -o $(PART)
	$(WHOLE)

# What the command loads: the checker, formulas, claims, the bank's mistakes, random numbers, and of the
# other modules, taken from an archive of all, just what those call.
COMMAND := $(CHECKER) $(wildcard csrc/base/formula*.c) csrc/bank/mistakes.c csrc/bank/claim.c
COMMAND_HEADERS := $(addprefix csrc/,gradcheck/session.h gradcheck/version.h bank/mistakes.h bank/claim.h base/formula.h base/random.h)

$B/command/libcommand.so: $(COMMAND:csrc/%.c=$B/obj/%.o) $B/command/rest.a $B/command/cdef.h
	@$(CC) -shared -o $(PART) $(filter %.o,$^) $(filter %.a,$^) -Wl,--no-undefined -lm
	$(WHOLE)

$B/command/rest.a: $(OBJECTS)
	@rm -f $(PART) && ar rcs $(PART) $^
	$(WHOLE)

$B/command/cdef.h: $(HEADERS) scripts/tools/cdef.lua scripts/checker/build.mk
	@printf '#include "%s"\n' $(COMMAND_HEADERS:csrc/%=%) | $(CC) -DGW_CDEF -E -P $(INCLUDE) -x c - > $(PART)
	@$(LUA) scripts/tools/cdef.lua $(@D) < $(PART) && rm $(PART) && touch $@

$B/command/%.o: scripts/checker/%.c scripts/checker/thunk.h scripts/checker/model.h
	@$(CC) -std=gnu11 -O1 -g -Wall -Wextra -fPIE -ffp-contract=off -c $< -o $(PART)
	$(WHOLE)

$B/command/missing.a: scripts/checker/model.h
	@rm -rf $(PART) $(PART).parts && mkdir $(PART).parts && for name in $$(sed -n "s/.*\(gradcheck_[a-z_]*\)(.*/\1/p" scripts/checker/model.h | grep -v gradcheck_size); do \
	  printf '.section gradcheck_missing,"a"\n.globl %s\n%s: .byte 0\n.section .note.GNU-stack,""\n' $$name $$name | \
	  $(CC) -x assembler -c - -o $(PART).parts/$$name.o || exit; done && \
	  ar rcs $(PART) $(PART).parts/*.o && rm -r $(PART).parts
	$(WHOLE)

TO := $(call quote,$(DESTDIR)$(PREFIX))
COMMAND_GW := $(addprefix scripts/gw/,bind check ffi files matrix paths program term)

install: $B/libgradcheck.a $B/$(SONAME) $B/runner $(THUNK) $B/command/libcommand.so
	@install -d $(TO)/bin $(TO)/lib/pkgconfig $(TO)/include/gradcheck $(TO)/share/man/man1 \
	  $(TO)/share/gradcheck/{gw,checker/examples,sandbox,python}
	@install -m 644 $B/libgradcheck.a $(TO)/lib/
	@install -m 755 $B/$(SONAME) $(TO)/lib/
	@ln -sf $(SONAME) $(TO)/lib/libgradcheck.so
	@install -m 644 $(CHECKER_HEADERS) $(TO)/include/gradcheck/
	@printf '%s\n' $(call quote,prefix=$(PREFIX)) 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include' '' 'Name: gradcheck' \
	  'Description: Checks gradients, with a bound on its own error' 'Version: $(VERSION)' \
	  'Libs: -L$${libdir} -lgradcheck' 'Libs.private: -lm' 'Cflags: -I$${includedir}' > $(TO)/lib/pkgconfig/gradcheck.pc
	@install -m 644 scripts/checker/gradcheck.py $(TO)/share/gradcheck/python/
	@install -m 644 scripts/checker/gradcheck.1 $(TO)/share/man/man1/
	@install -m 644 scripts/gw.lua $B/command/cdef.h $B/command/signatures.lua $(TO)/share/gradcheck/
	@install -m 644 $(COMMAND_GW:%=%.lua) $(TO)/share/gradcheck/gw/
	@install -m 644 $(wildcard scripts/checker/*.lua) scripts/checker/model.h $(THUNK) $(TO)/share/gradcheck/checker/
	@install -m 644 $(wildcard scripts/checker/examples/*) $(TO)/share/gradcheck/checker/examples/
	@install -m 644 $(wildcard scripts/sandbox/*.lua) $(TO)/share/gradcheck/sandbox/
	@install -m 755 $B/runner $(TO)/share/gradcheck/sandbox/
	@install -m 755 $B/command/libcommand.so $(TO)/share/gradcheck/
	@install -m 755 scripts/gradcheck $(TO)/share/gradcheck/
	@ln -sf ../share/gradcheck/gradcheck $(TO)/bin/gradcheck

uninstall:
	@rm -rf $(TO)/share/gradcheck $(TO)/include/gradcheck
	@rm -f $(TO)/bin/gradcheck $(TO)/share/man/man1/gradcheck.1 $(TO)/lib/pkgconfig/gradcheck.pc \
	  $(TO)/lib/libgradcheck.a $(TO)/lib/libgradcheck.so $(TO)/lib/$(SONAME)

.PHONY: gradcheck install uninstall
