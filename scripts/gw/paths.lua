--- Where things are, from the place of this file: ROOT/scripts/gw/paths.lua.
local here = debug.getinfo(1, 'S').source:sub(2)

-- The installed command has all it needs in one folder, and the library beside.
local installed = here:match '^(.*/share/gradcheck)/gw/paths%.lua$'
if installed then
  return {
    root = installed,
    build = installed,
    include = installed .. '/include',
    harness = { installed .. '/tools/harness.c', installed .. '/tools/harness_modes.c',
      installed .. '/tools/harness_update.c' },
    lua_harness = installed .. '/tools/harness.lua',
    archive = installed .. '/../../lib/libgradcheck.a',
    runner = installed .. '/tools/runner',
  }
end

local root = here:match '^(.*)/scripts/gw/paths%.lua$' or '.'
local build = os.getenv 'GW_BUILD' or (root == '.' and 'build' or root .. '/build')
return {
  root = root,
  build = build,
  -- What the command gradcheck compiles a model with.
  include = root .. '/csrc',
  harness = { root .. '/scripts/tools/harness.c', root .. '/scripts/tools/harness_modes.c',
    root .. '/scripts/tools/harness_update.c' },
  lua_harness = root .. '/scripts/tools/harness.lua',
  archive = build .. '/libgradcheck.a',
  runner = build .. '/runner',
}
