--- What the reader is told of an exercise, in lines of at most 80 columns.
local unistd = require 'posix.unistd'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local known = require 'judge.known'
local term = require 'gw.term'

local tell = {}

-- Text in lines of at most 80 columns, each with an indent.
local function wrapped(text, indent)
  local lines, line = {}, ''
  for word in text:gmatch '%S+' do
    if line ~= '' and term.width(line) + 1 + term.width(word) > 80 - indent then
      lines[#lines + 1], line = line, word
    else
      line = line == '' and word or line .. ' ' .. word
    end
  end
  lines[#lines + 1] = line
  return (' '):rep(indent) .. table.concat(lines, '\n' .. (' '):rep(indent))
end

--- Says text in lines of at most 80 columns, each with an indent.
function tell.say(text, indent) print(wrapped(text, indent)) end

--- A path as the reader would type it.
function tell.shown(path)
  local here = unistd.getcwd() .. '/'
  return path:sub(1, #here) == here and path:sub(#here + 1) or path
end

local function said(text)
  -- A name of the code keeps its case.
  if not text:match '^[%l%d]*[_.%[]' and not text:match '^%S+%.c%f[%s:]' then text = text:gsub('^%l', string.upper) end
  return (text:gsub('[^.?!]$', '%0.'))
end

tell.COLOUR = { done = 'pass', wrong = 'fail', undecided = 'undecided', ['not started'] = 'undecided' }

-- A line of the reader's code, with its number.
local function quoted(e, number)
  local n = 0
  for line in ((files.read(e.work) or '') .. '\n'):gmatch '(.-)\r?\n' do
    n = n + 1
    if n == number and line:match '[%w(]' then
      print(term.dim(('      %d | %s'):format(n, line:gsub('\t', '    '))))
    end
  end
end

local function head(e, state)
  print(('  %s  %s  %s'):format(term.verdict(tell.COLOUR[state], ('%-11s'):format(state)), term.pad(e.name, 24),
    e.page.title))
  io.stdout:flush()
end

--- Says what was found, after the verdict.
function tell.found(e, result)
  if result.note then tell.say(said(result.note), 6) end
  if result.state == 'not started' or result.state == 'done' then return end
  if result.text ~= '' then tell.say(said(result.text or 'the numbers cannot tell'), 6) end
  if result.line then quoted(e, result.line) end
  if result.evidence then tell.say(said(result.evidence), 6) end
  if result.agrees then tell.say(said('it is ' .. result.agrees):gsub('^It is of', 'Of'), 6) end
  if result.besides then tell.say('Besides, ' .. result.besides .. '.', 6) end
  if result.compiler then print(term.dim(wrapped('(the compiler: ' .. result.compiler .. ')', 6))) end
  local list, told = {}, {}
  for _, mistake in ipairs(result.mistakes) do
    if not told[mistake.text] then list[#list + 1] = mistake end
    told[mistake.text] = true
  end
  if #list == 1 then
    tell.say('Probably: ' .. list[1].text .. '.', 6)
  elseif #list > 1 then
    tell.say('Each of these would answer exactly this:', 6)
    for _, mistake in ipairs(list) do tell.say('– ' .. mistake.text .. '.', 6) end
  end
  local shown_warnings = 0
  for _, warning in ipairs(result.warnings or {}) do
    local text = ('Line %d: %s.'):format(warning.line, warning.plain or warning.message)
    if not told[text] and shown_warnings < 3 then
      tell.say(text, 6)
      shown_warnings = shown_warnings + 1
    end
    told[text] = true
  end
  if (result.printed or '') ~= '' then
    tell.say('Your code printed, in its first lines:', 6)
    local first, second = result.printed:match '^([^\n]*)\n?([^\n]*)'
    print('        ' .. first)
    if second ~= '' then print('        ' .. second) end
  end
end

--- Judges an exercise and says what was found: the verdict as soon as it is known, and then
-- why. Returns the result, and whether it was known before.
function tell.report(e)
  local is_said = false
  local result, was_known = known.result(e, function(state)
    head(e, state)
    is_said = true
  end)
  if not is_said then head(e, result.state) end
  tell.found(e, result)
  return result, was_known
end

--- What make is told of an exercise: its chapter, and its name where make hint-NN would
-- speak of another.
function tell.target(e)
  local first = known.first_open(exercise.list(e.slug))
  return e.chapter .. (first and first.name == e.name and '' or ' EX=' .. e.name)
end

--- What to do about an exercise that is not done.
function tell.next_step(e, result)
  local work, on = tell.shown(e.work), tell.target(e)
  if result.state == 'not started' and not files.read(e.work) then
    tell.say(('Next: make start copies the exercises to %s; then open %s.'):format(tell.shown(exercise.folder()),
      work), 2)
  elseif result.state == 'not started' then
    tell.say(('Next: open %s in an editor, write it, save it, and run make try-%s. A hint: make hint-%s.')
      :format(work, on, on), 2)
  else
    tell.say(('Next: fix %s, save it, and run make try-%s again. A hint: make hint-%s.'):format(work, on, on), 2)
  end
end

--- What comes after a chapter whose exercises are all done.
function tell.after(slug)
  local list = exercise.list()
  for i, e in ipairs(list) do
    if e.slug == slug and list[i + 1] and list[i + 1].slug ~= slug then
      local open = known.first_open(exercise.list(list[i + 1].slug))
      if open then
        tell.say(('Then on to the next: chapters/%s, and make try-%s.'):format(open.slug, open.chapter), 2)
      end
    end
  end
end

return tell
