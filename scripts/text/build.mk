# The text beside the source and the accepted facts: sync rewrites it.
sync: $B/libgw.so gradcheck
	@$(LUA) scripts/text/sync.lua

.PHONY: sync
