# The text beside the source and the accepted facts: sync rewrites it.
sync: $B/libgw.so gradcheck
	@$(LUA) scripts/text/sync.lua

# The habits of style.tsv counted, and the rhythm of the sentences reported.
style rhythm:
	@$(LUA) scripts/text/$@.lua

.PHONY: sync style rhythm
