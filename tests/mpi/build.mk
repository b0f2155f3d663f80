# What chapter 14 says of time was measured with this, on the machine that is named there:
# `make times` writes build/times.tsv and build/sizes.tsv, `make bench` build/bench.json, and
# `make keep-times` makes them the chapter's. Then make, make accept, make sync.
times: $B/libgw.so $(MPI) $B/fast/bench/ours
	@$(LUA) tests/mpi/measure.lua $B/times.tsv
	@$(LUA) tests/fast/bench/sizes.lua $B/fast/bench/ours $B/sizes.tsv

keep-times:
	@cp -v $(wildcard $B/times.tsv $B/sizes.tsv $B/bench.json) chapters/14-many-machines/

# More ranks than a test of every day starts.
ranks: $B/libgw.so $(MPI)
	@GW_RANKS='1 2 3 4 7' $(PROVE) tests/lua/mpi_spec.lua

test-long: ranks

.PHONY: times keep-times ranks
