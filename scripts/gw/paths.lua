--- Where things are, from the place of this file: ROOT/scripts/gw/paths.lua.
local here = debug.getinfo(1, 'S').source:sub(2)

-- The installed command has all it needs in one folder, and the library beside.
local installed = here:match '^(.*/share/gradcheck)/gw/paths%.lua$'
if installed then
  return {
    root = installed,
    build = installed,
    library = installed .. '/libcommand.so',
    checker = installed .. '/checker',
    thunk = installed .. '/checker',
    runner = installed .. '/sandbox/runner',
  }
end

local root = here:match '^(.*)/scripts/gw/paths%.lua$' or '.'
local build = os.getenv 'GW_BUILD' or (root == '.' and 'build' or root .. '/build')
return {
  root = root,
  build = build,
  -- The library; the command gradcheck has one of its own, with what it needs alone.
  library = build .. '/libgw.so',
  command = build .. '/command/libcommand.so',
  checker = root .. '/scripts/checker',
  thunk = build .. '/command',
  archive = build .. '/libgradcheck.a',
  runner = build .. '/runner',
}
