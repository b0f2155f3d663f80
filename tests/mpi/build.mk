# What chapter 14 says of time was measured with this, on the machine that its first line
# names: `make times` writes build/times.tsv. To accept it, copy it to
# chapters/14-many-machines/times.tsv.
times: $B/libgw.so $(MPI)
	@$(LUA) tests/mpi/measure.lua $B/times.tsv

.PHONY: times
