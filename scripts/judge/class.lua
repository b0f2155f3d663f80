--- Judges a class: one folder a student, in which each exercise lies as in work/.
local glob = require 'posix.glob'
local json = require 'dkjson'
local sysstat = require 'posix.sys.stat'
local unistd = require 'posix.unistd'
local wait = require 'posix.sys.wait'
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local judge = require 'judge.answer'

local class = {}

local MOST_BYTES = 1e6 -- of one answer

-- What an answer is judged with, as it was when we began.
local function trusted(e)
  return (files.read(ask.built(e, 'judge')) or '') .. (files.read(ask.built(e, 'one.o')) or '') ..
    (files.read(ask.built(e, 'given.h')) or '')
end

-- One cause in a few words.
local function cause(result)
  local text = result.mistakes and result.mistakes[1] and result.mistakes[1].text or result.text or ''
  return ((text == '' and result.evidence or text):gsub('[\t\n]', ' '))
end

-- A copy of an answer, so that its folder is only read, and nothing beside it is seen.
local function judged(e, path, before)
  local found = sysstat.lstat(path)
  if not found or sysstat.S_ISREG(found.st_mode) == 0 then return 'not judged', 'it is no file' end
  if found.st_size > MOST_BYTES then return 'not judged', 'it is larger than 1 MB' end
  if not exercise.is_begun { work = path, stub = e.stub } then return 'not started' end
  local text, why = files.read(path)
  if not text then return 'not judged', 'it cannot be read: ' .. why end
  local ok, result = pcall(child.with_scratch, 'class', function(scratch)
    local copy = scratch .. '/' .. e.name .. '.c'
    files.write(copy, text)
    return judge.run(e, copy)
  end)
  if trusted(e) ~= before then
    return 'not judged', 'what it is judged with has been changed: run make clean, and look at this one'
  end
  if not ok then return 'not judged', tostring(result) end
  return result.state, result.state == 'done' and '' or cause(result)
end

--- Judges all that lies in a folder, `jobs` students at the same time: rows {student,
-- exercise, verdict, cause}, in order.
function class.judge(folder, jobs)
  local students = {}
  for _, path in ipairs(glob.glob(folder .. '/*/') or {}) do students[#students + 1] = path:match '([^/]+)/*$' end
  if #students == 0 then error(('%s holds no folders, one a student'):format(folder), 0) end
  table.sort(students)
  local list, before = exercise.list(), {}
  for i, e in ipairs(list) do before[i] = trusted(e) end
  local rows = {}
  child.with_scratch('class', function(scratch)
    local running, count, next_ = {}, 0, 1
    -- A pipe for each process: what it says is its rows, whatever its answers did.
    local function finish()
      local process
      repeat process = wait.wait(-1) until process
      local i = running[process]
      if not i then return end
      running[process], count = nil, count - 1
      local found = json.decode(files.read(('%s/%d'):format(scratch, i)) or '') or
        { { students[i], '', 'not judged', 'its judge came to no end' } }
      rows[i] = found
    end
    while next_ <= #students or count > 0 do
      if next_ <= #students and count < jobs then
        local i = next_
        next_ = next_ + 1
        local process = unistd.fork()
        if process == 0 then
          local mine = {}
          for k, e in ipairs(list) do
            local path = ('%s/%s/%s/%s.c'):format(folder, students[i], e.slug, e.name)
            if sysstat.lstat(path) then
              local ok, verdict, why = pcall(judged, e, path, before[k])
              if verdict ~= 'not started' then mine[#mine + 1] = { students[i], e.slug .. '/' .. e.name, ok
                and verdict or 'not judged',
                ok and why or tostring(verdict) } end
            end
          end
          files.write(('%s/%d'):format(scratch, i), json.encode(mine))
          unistd._exit(0)
        end
        running[process], count = i, count + 1
      else
        finish()
      end
    end
    return true
  end)
  local all = {}
  for i = 1, #students do for _, row in ipairs(rows[i] or {}) do all[#all + 1] = row end end
  return all
end

return class
