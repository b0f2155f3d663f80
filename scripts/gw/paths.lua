--- Where things are, from the place of this file: ROOT/scripts/gw/paths.lua.
local here = debug.getinfo(1, 'S').source:sub(2)

-- The installed command has all it needs in one folder, and the library beside.
local installed = here:match '^(.*/share/gradcheck)/gw/paths%.lua$'
if installed then
  return {
    root = installed,
    build = installed,
    include = { installed .. '/include' },
    checker = installed .. '/checker',
    archive = installed .. '/../../lib/libgradcheck.a',
    runner = installed .. '/sandbox/runner',
  }
end

local root = here:match '^(.*)/scripts/gw/paths%.lua$' or '.'
local build = os.getenv 'GW_BUILD' or (root == '.' and 'build' or root .. '/build')
return {
  root = root,
  build = build,
  -- What the command gradcheck compiles a model with.
  include = { root .. '/csrc/base', root .. '/csrc/gradcheck' },
  checker = root .. '/scripts/checker',
  archive = build .. '/libgradcheck.a',
  runner = build .. '/runner',
}
