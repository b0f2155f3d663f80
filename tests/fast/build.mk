# The fast forms: the same bits everywhere, and how fast they are.

FAST_SOURCES := $(addprefix csrc/,network.c sigmoid.c) $(addprefix csrc/base/,elementary.c random.c status.c matrix.c) \
  $(wildcard csrc/fast/*.c)
FAST_OBJECTS := $(FAST_SOURCES:csrc/%.c=$B/obj/%.o)
SLEEF := $(wildcard /usr/include/sleef.h /usr/include/*/sleef.h)

$B/fast/%: tests/fast/%.c $(wildcard tests/fast/*.h) $(FAST_OBJECTS)
	@$(CC) $(CFLAGS) $(INCLUDE) -Itests/fast $< $(FAST_OBJECTS) -o $(PART) $(if $(filter sleef,$*),-lsleef) $(LIBRARIES)
	$(WHOLE)

test: $B/fast/hash $B/fast/memory $(if $(SLEEF),$B/fast/sleef)

# The same bits of gcc and clang, -O0 and -O3, a thousand iterations, and of aarch64.
test-long: same-bits

same-bits: $B/fast/hash
	@$(LUA) tests/fast/hashes.lua $<
	@$(LUA) tests/fast/hashes.lua long $B/fast/long $(CFLAGS) $(INCLUDE)

.PHONY: same-bits

# `make bench`: csrc/fast beside NumPy and PyTorch, where they are installed, and products
# by OpenBLAS. CLOCK=cpu is for a busy machine.
bench: fast-bench

BENCH_BLAS := $(if $(wildcard /usr/include/*/cblas.h /usr/include/cblas.h),-DGW_BENCH_BLAS -lopenblas)
$B/fast/bench/ours: tests/fast/bench/ours.c $(FAST_OBJECTS)
	@mkdir -p $(dir $(PART))
	@$(CC) $(CFLAGS) $(INCLUDE) $< $(FAST_OBJECTS) -o $(PART) $(LIBRARIES) $(BENCH_BLAS)
	$(WHOLE)

fast-bench: $B/fast/bench/ours $B/libgw.so
	@$(LUA) tests/fast/bench/bench.lua $< $B/bench.json $(PYTHON) $(RUNS) $(filter cpu,$(CLOCK))

.PHONY: fast-bench
