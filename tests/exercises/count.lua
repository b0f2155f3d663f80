-- Judges a folder of answers, SLUG/NAME/KEY.c, as `try` does, and counts what is said of them:
-- for each its verdict, the kind of what is said, its seconds of the processor's, and the
-- text. Whoever wrote the answers can then label the texts.
--
--   luajit tests/exercises/count.lua FOLDER RESULT.tsv [JOBS [PATTERN]]
package.path = arg[0]:gsub('tests/[^/]*/[^/]*$', 'scripts/?.lua;') .. package.path
local glob = require 'posix.glob'
local unistd = require 'posix.unistd'
local wait = require 'posix.sys.wait'
local child = require 'sandbox.child'
local exercise = require 'judge.exercise'
local fcntl = require 'posix.fcntl'
local files = require 'gw.files'
local judge = require 'judge.answer'
local known_mistakes = require 'judge.known_mistakes'
local program = require 'gw.program'
local tell = require 'judge.tell'
local trying = require 'judge.trying'

-- What kind of thing is said of an answer, the most of it first.
local function kind(e, r)
  if r.state ~= 'wrong' then return r.state end
  local first = r.mistakes[1]
  if first then
    for _, mistake in ipairs(known_mistakes.of(e)) do
      if mistake.text == (first.of or first.text) then return 'known' end
    end
    if first.key:match '^slip%-' or r.edit then return 'edit' end
    return 'whole'
  end
  if r.key == 'compile-error' then return 'compiler' end
  if r.key == 'nan' or r.key == 'infinite' then return 'no number' end
  if r.text ~= '' then return 'conduct' end
  for _, warning in ipairs(r.warnings or {}) do if warning.plain then return 'warning' end end
  return r.agrees and 'agreement' or 'bare'
end

-- Judges one answer in this process; its row goes to `row`, what `try` says to `text`.
local function one(e, path, row, text)
  local spent, own = child.spent(), os.clock()
  local result = judge.run(e, path)
  spent = child.spent() - spent + os.clock() - own
  local out = fcntl.open(text, fcntl.O_WRONLY + fcntl.O_CREAT + fcntl.O_TRUNC, 420)
  io.stdout:flush()
  unistd.dup2(out, 1)
  tell.found({ name = e.name, work = path }, result)
  io.stdout:flush()
  files.write(row, ('%s\t%s\t%s\t%.1f'):format(result.state, kind(e, result), result.key or '', spent))
end

program.run('count', function()
  local folder, target, jobs, pattern = arg[1], arg[2], tonumber(arg[3] or 1), arg[4] or ''
  local list, count, rows = {}, {}, {}
  for _, e in ipairs(exercise.list()) do
    for _, path in ipairs(glob.glob(('%s/%s/%s/*.c'):format(folder, e.slug, e.name)) or {}) do
      if path:match(pattern) then list[#list + 1] = { e, path } end
    end
  end
  if #list == 0 then error(folder .. ' holds no SLUG/NAME/KEY.c', 0) end
  trying.longest = 600 -- the processor's time alone limits a search: counts do not depend on who works beside
  child.with_scratch('count', function(scratch)
    local running, next_, at_once = {}, 1, 0
    while next_ <= #list or at_once > 0 do
      if next_ <= #list and at_once < jobs then
        local i = next_
        next_ = next_ + 1
        local process = unistd.fork()
        if process == 0 then
          local ok, why = pcall(one, list[i][1], list[i][2], scratch .. '/row' .. i, scratch .. '/text' .. i)
          if not ok then files.write(scratch .. '/row' .. i, 'not judged\tnot judged\t\t0\t' .. tostring(why)) end
          unistd._exit(0)
        end
        running[process], at_once = i, at_once + 1
      else
        local process = wait.wait(-1)
        if running[process] then running[process], at_once = nil, at_once - 1 end
      end
    end
    for i, each in ipairs(list) do
      local row = files.read(scratch .. '/row' .. i) or 'not judged\tnot judged\t\t0'
      local text = (files.read(scratch .. '/text' .. i) or ''):gsub('\27%[[%d;]*m', ''):gsub('%s+', ' ')
      rows[i] = ('%s/%s/%s\t%s\t%s'):format(each[1].slug, each[1].name, each[2]:match '([^/]+)%.c$', row, text)
      local what = row:match '^[^\t]*\t([^\t]*)'
      count[what] = (count[what] or 0) + 1
    end
    return true
  end)
  files.write(target, table.concat(rows, '\n') .. '\n')
  local kinds = {}
  for what in pairs(count) do kinds[#kinds + 1] = what end
  table.sort(kinds)
  for i, what in ipairs(kinds) do kinds[i] = ('%d %s'):format(count[what], what) end
  print(('%d answers: %s'):format(#list, table.concat(kinds, ', ')))
  return 0
end, 2)
