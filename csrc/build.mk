# The library of the chapters, what Lua knows of it, and the checker's own library.

SOURCES := $(filter-out csrc/mpi/%,$(wildcard csrc/*.c csrc/*/*.c))
HEADERS := $(filter-out csrc/mpi/%,$(wildcard csrc/*.h csrc/*/*.h))
OBJECTS := $(SOURCES:csrc/%.c=$B/obj/%.o)
# A header is named by its file alone; which room it stands in is the compiler's to find.
INCLUDE := $(addprefix -I,csrc $(wildcard csrc/*/))

# Other flags or other files mean another library.
FLAGS := $(CC) $(CFLAGS) $(LIBRARIES) $(SOURCES)
ifneq ($(FLAGS),$(file <$B/obj/flags))
$(shell mkdir -p $B/obj)
$(file >$B/obj/flags,$(FLAGS))
endif

# What Lua knows of the library is older than it, so that its own age tells that both are fresh.
$B/libgw.so: $(OBJECTS) $B/cdef.h
	@$(CC) -shared -Wl,-Bsymbolic-functions -o $(PART) $(OBJECTS) $(LIBRARIES)
	$(WHOLE)

$B/obj/%.o: csrc/%.c $B/obj/flags
	@$(CC) $(CFLAGS) $(DEPENDS) $(INCLUDE) -c $< -o $(PART)
	$(WITH_DEPENDS)

$B/cdef.h: $(HEADERS) scripts/tools/cdef.lua
	@printf '#include "%s"\n' $(HEADERS:csrc/%=%) | $(CC) -DGW_CDEF -E -P $(INCLUDE) -x c - > $(PART)
	@$(LUA) scripts/tools/cdef.lua $B < $(PART) && rm $(PART) && touch $@

$B/obj/flags: ;

# Which objects each function of the library needs, so that a chapter runs again only
# when one of its own is newer.
$B/uses.lua: $(OBJECTS) scripts/tools/uses.lua
	@nm --print-file-name $(OBJECTS) | $(LUA) scripts/tools/uses.lua $@ && touch $@

-include $(wildcard $(OBJECTS:.o=.d))

## Several processes together, where Open MPI is installed: scripts/setup --mpi

MPICC := $(shell command -v mpicc || true)
MPI := $(if $(MPICC),$B/libgwmpi.so)
# What Lua knows of it is older, here too.
$B/libgwmpi.so: csrc/mpi/ranks.c $B/mpi.h $B/obj/flags
	@OMPI_CC=$(call quote,$(CC)) $(MPICC) $(CFLAGS) $(INCLUDE) -shared $< -o $(PART)
	$(WHOLE)

$B/mpi.h: csrc/mpi/ranks.h csrc/base/api.h
	@$(CC) -DGW_CDEF -E -P $(INCLUDE) -x c $< > $(PART)
	$(WHOLE)

## The checker alone

CHECKER := $(wildcard csrc/gradcheck/*.c) $(addprefix csrc/base/,elementary.c random.c status.c)
CHECKER_HEADERS := $(addprefix csrc/,gradcheck/gradcheck.h gradcheck/diagnosis.h gradcheck/session.h gradcheck/version.h \
  base/status.h base/api.h)
SONAME := libgradcheck.so.0
VERSION = $(shell sed -n 's/.*GW_GRADCHECK_VERSION "\(.*\)"/\1/p' csrc/gradcheck/version.h)

$B/libgradcheck.a: $(CHECKER:csrc/%.c=$B/obj/%.o)
	@ar rcs $(PART) $^
	$(WHOLE)

# Exports what its headers declare, and nothing else.
$B/$(SONAME): $(CHECKER:csrc/%.c=$B/obj/%.o) csrc/gradcheck/libgradcheck.map
	@$(CC) -shared -o $(PART) $(filter %.o,$^) -Wl,-soname,$(SONAME) -Wl,--version-script=csrc/gradcheck/libgradcheck.map \
	  -Wl,--no-undefined -lm
	$(WHOLE)

