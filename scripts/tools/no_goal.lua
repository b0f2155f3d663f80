-- Says that make has no such goal, and which it might have meant.
--
--   luajit scripts/tools/no_goal.lua GOAL
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local files = require 'gw.files'
local paths = require 'gw.paths'

-- How many letters to change, drop, add or exchange with the next make b of a.
local function distance(a, b)
  local rows = { [0] = {} }
  for j = 0, #b do rows[0][j] = j end
  for i = 1, #a do
    rows[i] = { [0] = i }
    for j = 1, #b do
      local same = a:byte(i) == b:byte(j)
      rows[i][j] = math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (same and 0 or 1))
      if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
        rows[i][j] = math.min(rows[i][j], rows[i - 2][j - 2] + 1)
      end
    end
  end
  return rows[#a][#b]
end

local goal = arg[1]
if goal:match '/' then
  io.stderr:write(('there is no file %s, and nothing makes it\n'):format(goal))
  os.exit(2)
end
local help = files.read(paths.root .. '/scripts/tools/help.txt')
local nearest, least = nil, math.max(1, math.floor(#goal / 3)) + 1
for name in help:gmatch '%f[%w]make ([%a-]+)' do
  -- chapter-04 stands for every chapter.
  local chapter = (goal:match '%-?(%d?%w)$' or ''):gsub('^%d$', '0%0')
  local known = name:match '%-$' and name .. chapter or name
  local letters = distance(goal, known)
  if letters < least then nearest, least = known, letters end
end
io.stderr:write(('make has no goal «%s».%s make help lists them.\n'):format(goal,
  nearest and (' Did you mean %s?'):format(nearest) or ''))
os.exit(2)
