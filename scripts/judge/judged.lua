-- Judges one answer to an exercise, and writes what was found as JSON.
--
--   luajit scripts/judge/judged.lua SLUG NAME FILE.c RESULT.json [no-search]
--
-- With the last word no slip is looked for, where the verdict is asked and not the reason.
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local json = require 'dkjson'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local judge = require 'judge.answer'
local trying = require 'judge.trying'

if arg[5] == 'no-search' then trying.patience = -1 end
for _, e in ipairs(exercise.list(arg[1])) do
  if e.name == arg[2] then
    files.write(arg[4], json.encode(judge.run(e, arg[3]), { indent = true }) .. '\n')
    os.exit(0)
  end
end
io.stderr:write(('judged: there is no exercise %s/%s\n'):format(arg[1], arg[2]))
os.exit(2)
