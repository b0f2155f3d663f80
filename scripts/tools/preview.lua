-- Shows a chapter's figures in the terminal: in sixels where the terminal says
-- that it can, else in characters.
--
--   luajit scripts/tools/preview.lua SLUG
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local unistd = require 'posix.unistd'
local figure = require 'gw.figure'
local paths = require 'gw.paths'

-- A terminal answers «send device attributes» with a list that holds 4 if it
-- draws sixels. Asking needs a terminal on both ends.
local function draws_sixels()
  if unistd.isatty(0) ~= 1 or unistd.isatty(1) ~= 1 then return false end
  local asked = io.popen([[
    old=$(stty -g </dev/tty) && stty raw -echo min 0 time 2 </dev/tty &&
    printf '\033[c' >/dev/tty && dd bs=64 count=1 2>/dev/null </dev/tty; stty "$old" </dev/tty]])
  local answer = asked:read '*a'
  asked:close()
  return (answer:match '%[%?([%d;]+)c' or ''):gsub('^', ';'):gsub('$', ';'):match ';4;' ~= nil
end

local slug = arg[1]
local format = draws_sixels() and 'sixel' or 'dumb'
for _, name in ipairs(figure.list()) do
  if name:match '^[^/]+' == slug then
    print(('\n%s/figures/%s.%s'):format(paths.build, name, figure.format_of(name)))
    local ok, picture = pcall(figure.draw, name,
      { theme = 'light', format = format, language = 'en', data = paths.build .. '/data' })
    print(ok and picture:gsub('^\f', '') or picture)
  end
end
