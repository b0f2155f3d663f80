-- Makes the text equal to its source and facts, or says where it is not.
--
--   luajit scripts/text/sync.lua [--check]
--
-- Status 1 if something is wrong that writing cannot mend, or with --check if
-- anything is.
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'
local prose = require 'text.prose'

program.run('sync', function()
  local check_only, count = arg[1] == '--check', 0
  for _, text in ipairs(prose.texts()) do
    local path, slug = text[1], text[2]
    local old = files.read(paths.root .. '/' .. path)
    local new, wrong = prose.sync(old, slug)
    if not check_only and new ~= old then
      -- What is written may count in a fact: an exercise, in the minutes at the head.
      new = prose.sync(new, slug)
      files.write(paths.root .. '/' .. path, new)
      print('rewrote ' .. path)
      _, wrong = prose.sync(new, slug)
    end
    for _, w in ipairs(wrong) do
      io.stderr:write(('%s:%d: %s\n'):format(path, w[1], w[2]))
      count = count + 1
    end
  end
  return count == 0 and 0 or 1
end)
