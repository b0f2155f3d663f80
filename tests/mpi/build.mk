# What chapter 14 says of time was measured with this, on the machine that its first line
# names: `make times` writes build/times.tsv. To accept it, copy it to
# chapters/14-many-machines/times.tsv.
times: $B/libgw.so $(MPI)
	@$(LUA) tests/mpi/measure.lua $B/times.tsv

# More ranks than a test of every day starts.
ranks: $B/libgw.so $(MPI)
	@GW_RANKS='1 2 3 4 7' $(PROVE) tests/lua/mpi_spec.lua

test-long: ranks

.PHONY: times ranks
