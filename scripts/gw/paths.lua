--- Where things are, from the place of this file: ROOT/scripts/gw/paths.lua.
local here = debug.getinfo(1, 'S').source:sub(2)
local root = here:match '^(.*)/scripts/gw/paths%.lua$' or '.'
return { root = root, build = os.getenv 'GW_BUILD' or (root == '.' and 'build' or root .. '/build') }
