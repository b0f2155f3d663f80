--- Judges a class: one folder a student, in which each exercise lies as in work/. Of equal
-- texts one is judged. Those that are plain mathematics are compiled many at a time, and
-- asked each in a process of its own; what is not right there, or needs a closer look, is
-- judged by itself, as `try` does. Nothing that is run sees a student's folder, or may write
-- anywhere but in a folder of its own.
local glob = require 'posix.glob'
local json = require 'dkjson'
local stdlib = require 'posix.stdlib'
local sysstat = require 'posix.sys.stat'
local unistd = require 'posix.unistd'
local wait = require 'posix.sys.wait'
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local conduct = require 'judge.conduct'
local declaration = require 'judge.declaration'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local forbidden = require 'judge.forbidden'
local judge = require 'judge.answer'
local paths = require 'gw.paths'
local plain = require 'judge.plain'
local points = require 'judge.points'
local source = require 'judge.source'
local trying = require 'judge.trying'

local class = {}

local MOST_BYTES = 1e6 -- of one answer
local CHUNK, MOST_CONSTANTS = 40, 64 -- texts in one program, and of these the constants that are tried
local PATIENCE = 1 -- seconds of the processor's for the search of a slip

-- What an answer is judged with, as it was when we began.
local function trusted(e)
  return (files.read(ask.built(e, 'judge')) or '') .. (files.read(ask.built(e, 'one.o')) or '') ..
    (files.read(ask.built(e, 'given.h')) or '')
end

local SHORT, LONG = 60, 120 -- a line that is quoted, and what is said of one that is

-- Line n of a text, without its indent.
local function line_of(text, n)
  local count = 0
  for line in (text .. '\n'):gmatch '(.-)\r?\n' do
    count = count + 1
    if count == n then return line:match '^%s*(.-)%s*$' end
  end
end

-- What `try` says, in a few words: {text, line = its line, general = the same without what
-- is another in each answer}. Where no mistake is known by name, what is seen stands there,
-- where it is right, and the compiler's first warning.
local function cause(result)
  local mistake = result.mistakes and result.mistakes[1]
  local text = mistake and mistake.text or result.text ~= '' and result.text or result.evidence or ''
  local said, line = { text }, result.line
  if not mistake and result.key ~= 'compile-error' then
    if result.evidence ~= text then said[2] = result.evidence end
    if result.agrees then said[#said + 1] = 'it is ' .. result.agrees end
    local warning = result.warnings and result.warnings[1]
    if warning and warning.plain then
      said[#said + 1], line = ('line %d: %s'):format(warning.line, warning.plain), line or warning.line
    end
  end
  local general = text:gsub('^[Ll]ine %d+ or %d+: ', ''):gsub('^[Ll]ine %d+: ', '')
  return { (table.concat(said, '; '):gsub('[\t\n]', ' ')), line = line, general = general:gsub('[\t\n]', ' ') }
end

-- A verdict on one text, of another that is the same to the compiler: {verdict, cause, cause
-- in general}.
local function told(verdict, from, to)
  local why = verdict.why
  if not why then return verdict end
  local said, line = why[1], why.line
  if line and from ~= to then
    local a, b = source.tokens(from), source.tokens(to)
    for i, t in ipairs(a) do
      if t.line == line and b[i] then
        said = said:gsub('(ine )' .. line .. '%f[%D]', '%1' .. b[i].line)
        line = b[i].line
        break
      end
    end
  end
  local quoted = line and line_of(to, line)
  if quoted and quoted:match '[%w(]' and #quoted <= SHORT and #said <= LONG and not said:find(quoted, 1, true) and
    not said:match ': «[^»]*»$' and not said:match 'Write «' then
    said = ('%s: «%s»'):format(said, (quoted:gsub('\t', ' ')))
  end
  return { verdict[1], said, why.general }
end

-- What is the same to the compiler.
local function essence(text)
  local words = {}
  for line in source.bare(text):gmatch '[^\n]*' do if line:match '^%s*#' then words[#words + 1] = line end end
  for _, t in ipairs(source.tokens(text)) do words[#words + 1] = t.text end
  return table.concat(words, ' ')
end

-- Judges one text by itself, in a folder of its own: {verdict, why = its cause}.
local function by_itself(e, text, hidden, before)
  local ok, result = pcall(child.with_scratch, 'class', function(scratch)
    local path = scratch .. '/' .. e.name .. '.c'
    files.write(path, text)
    if hidden then child.hide(hidden, { paths.root, paths.build }, scratch) end
    return judge.run(e, path)
  end)
  if trusted(e) ~= before then
    return { 'not judged', 'what it is judged with has been changed: run make clean, and look at this one' }
  end
  if not ok then return { 'not judged', tostring(result) } end
  if result.state == 'done' then return { 'done', '' } end
  return { result.state, why = cause(result) }
end

-- Does a text do nothing that the exercise forbids, for sure?
local function is_without_forbidden(d, text, scratch)
  if not d.forbidden then return true end
  local path = scratch .. '/forbidden.c'
  files.write(path, text)
  return forbidden.first(d.forbidden, d.f, path, scratch) == nil
end

-- Asks some texts in one program: {[text] = {is_right, behaviour, verdict}}, of those that compile; a
-- verdict where it is known. What is not right here may yet be so by itself.
local function together(e, d, texts, scratch)
  local all, tried = table.concat(texts, '\n'), {}
  local list = judge.points(e, d, all, scratch, nil, MOST_CONSTANTS)
  for _, x in ipairs(points.constants(all, MOST_CONSTANTS)) do tried[x] = true end
  local program, found = scratch .. '/many', {}
  local place, count = ask.compile(texts, d, program, scratch, 'strict')
  if not place then return found end
  local questions, n = conduct.questions(list), #list
  local by = ask.variants(program, scratch, d, questions, 1, count) or {}
  -- Where a branch is taken seldom; `try` asks these only where one was not.
  local further = judge.points(e, d, all, scratch, judge.FURTHER)
  local also = trying.right_ones(d, program, scratch, further, 1, count)
  for i, text in ipairs(texts) do
    local replies = place[i] and by[place[i]]
    if replies and #replies == #questions then
      local numbers, same = {}, true
      for k, reply in ipairs(replies) do
        for b, out in ipairs(reply.out) do
          for j, y in ipairs(out) do
            if k <= n then numbers[#numbers + 1] = ('%.6g'):format(y) end
            local first = k > n and replies[(k - n - 1) % ((#questions - n) / 2) + 1].out[b][j]
            same = same and (k <= n or first == y)
          end
        end
      end
      local is_tried = true
      for _, x in ipairs(points.constants(text)) do is_tried = is_tried and tried[x] end
      found[text] = { is_right = same and is_tried and also[place[i]] and trying.is_right(d, list, replies),
        behaviour = same and table.concat(numbers, ' '), replies = replies }
    end
  end
  -- What they answer is known, so that most need not be compiled once more.
  local known = {}
  for _, text in ipairs(texts) do
    local how = found[text] or {}
    if how.is_right then
      how.verdict = is_without_forbidden(d, text, scratch) and { 'done', '' }
    elseif how.replies and not d.constant and not known[how.behaviour or ''] then
      local result = judge.of_replies(e, d, text, list, how.replies, scratch)
      if result and #result.mistakes > 0 then
        how.verdict = { result.state, why = cause(result) }
        known[how.behaviour or ''] = not how.verdict.why.line
      end
    end
    how.replies = nil
  end
  return found
end

-- Judges the texts of one exercise: {[text] = {verdict, cause, cause in general}}.
local function judged(e, texts, hidden)
  if #texts == 0 then return {} end
  local d, before, verdicts, known = declaration.read(e), trusted(e), {}, {}
  local seen, fast = {}, {}
  for i = 1, d.random and 0 or #texts, CHUNK do
    local some = {}
    for k = i, math.min(i + CHUNK - 1, #texts) do
      if plain.is(texts[k], d.f) then some[#some + 1] = texts[k] end
    end
    local found = #some > 0 and child.with_scratch('class', function(scratch)
      if hidden then child.hide(hidden, { paths.root, paths.build }, scratch) end
      return together(e, d, some, scratch)
    end) or {}
    for text, how in pairs(found) do fast[text] = how end
  end
  for _, text in ipairs(texts) do
    local key, how = essence(text), fast[text] or {}
    local verdict = seen[key]
    verdict = verdict or not how.is_right and how.behaviour and known[how.behaviour]
    if not verdict then
      verdict = how.verdict or by_itself(e, text, hidden, before)
      verdict.text = text
      -- What is said of a line is true of this text alone.
      if verdict[1] == 'wrong' and how.behaviour and not how.is_right and not verdict.why.line then
        known[how.behaviour] = verdict
      end
    end
    seen[key], verdicts[text] = verdict, told(verdict, verdict.text or text, text)
  end
  return verdicts
end

-- What lies at a path: the text of an answer, or nothing and why it is not judged.
local function answer(e, path)
  local found = sysstat.lstat(path)
  if sysstat.S_ISREG(found.st_mode) == 0 then return nil, 'it is not a file' end
  if found.st_size > MOST_BYTES then return nil, 'it is larger than 1 MB' end
  local text, why = files.read(path)
  if not text then return nil, 'it cannot be read: ' .. why end
  return exercise.is_begun { work = path, stub = e.stub } and text
end

-- The rows of one exercise.
local function rows_of(e, folder, students, hidden)
  local texts, texts_of, rows, seen = {}, {}, {}, {}
  for i, student in ipairs(students) do
    local path = ('%s/%s/%s/%s.c'):format(folder, student, e.slug, e.name)
    if sysstat.lstat(path) then
      local text, why = answer(e, path)
      if text and not seen[text] then texts[#texts + 1], seen[text] = text, true end
      texts_of[i] = text or why and { why }
    end
  end
  local verdicts = judged(e, texts, hidden)
  for i, student in ipairs(students) do
    local text = texts_of[i]
    local verdict = type(text) == 'table' and { 'not judged', text[1] } or verdicts[text]
    if text then rows[#rows + 1] = { student, e.slug .. '/' .. e.name, verdict[1], verdict[2], verdict[3] } end
  end
  return rows
end

-- The folders that no answer may see: none lies within another.
local function to_hide(folder)
  local list, some = {}, {}
  for _, each in ipairs { folder, '/tmp', '/var/tmp', '/dev/shm', os.getenv 'TMPDIR' or '/tmp' } do
    local whole = stdlib.realpath(each)
    if whole and whole ~= '/' then list[#list + 1] = whole .. '/' end
  end
  for i, each in ipairs(list) do
    local is_within = false
    for k, other in ipairs(list) do
      is_within = is_within or k ~= i and each:sub(1, #other) == other and (each ~= other or k < i)
    end
    if not is_within then some[#some + 1] = each end
  end
  return some
end

--- Judges all that lies in a folder, `jobs` exercises at the same time: rows {student,
-- exercise, verdict, cause, cause without its line}, in order; and whether the answers were kept apart.
function class.judge(folder, jobs)
  local students = {}
  for _, path in ipairs(glob.glob(folder .. '/*/') or {}) do students[#students + 1] = path:match '([^/]+)/*$' end
  if #students == 0 then error(('%s holds no folders, one a student'):format(folder), 0) end
  table.sort(students)
  trying.patience, judge.is_brief = PATIENCE, true
  local list, by, hidden = exercise.list(), {}, to_hide(folder)
  local apart = child.with_scratch('class', function(scratch)
    local can = child.hide(hidden, { paths.root, paths.build }, scratch)
    child.hide_nothing()
    return can
  end)
  child.with_scratch('class', function(scratch)
    local running, count, next_ = {}, 0, 1
    while next_ <= #list or count > 0 do
      if next_ <= #list and count < jobs then
        local i = next_
        next_ = next_ + 1
        local process = unistd.fork()
        if process == 0 then
          local ok, rows = pcall(rows_of, list[i], folder, students, apart and hidden)
          files.write(('%s/%d'):format(scratch, i), json.encode(ok and { rows = rows } or { why = tostring(rows) }))
          unistd._exit(0)
        end
        running[process], count = i, count + 1
      else
        local process
        repeat process = wait.wait(-1) until process
        local i = running[process]
        if i then
          running[process], count = nil, count - 1
          by[i] = json.decode(files.read(('%s/%d'):format(scratch, i)) or '') or { why = 'its judge came to no end' }
        end
      end
    end
    return true
  end)
  local all, place = {}, {}
  for i, student in ipairs(students) do place[student] = i end
  for i, e in ipairs(list) do
    if not by[i].rows then error(('%s/%s could not be judged: %s'):format(e.slug, e.name, by[i].why), 0) end
    for _, row in ipairs(by[i].rows) do
      row.order = place[row[1]] * 1000 + i
      all[#all + 1] = row
    end
  end
  table.sort(all, function(a, b) return a.order < b.order end)
  return all, apart
end

return class
