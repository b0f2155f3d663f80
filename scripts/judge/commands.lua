--- The commands of scripts/exercises: each takes the options, and returns a status.
local time = require 'posix.time'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local json = require 'dkjson'
local known = require 'judge.known'
local tell = require 'judge.tell'
local term = require 'gw.term'

local commands = {}

local function could_not(...) error((...):format(select(2, ...)), 0) end

-- The exercises that are asked for, and their chapter.
local function chosen(options)
  local slug = exercise.slug(options.chapter)
  if not slug then could_not('there is no chapter %s', options.chapter) end
  local list = exercise.list(slug)
  if not options.exercise then return list, slug end
  local names = {}
  for i, e in ipairs(list) do
    if e.name == options.exercise then return { e }, slug end
    names[i] = e.name
  end
  could_not('chapter %s has no exercise «%s»; it has %s', slug, options.exercise, table.concat(names, ', '))
end

-- A page's text without its markers and the signs around formulas.
local function plain(text)
  return (text:gsub('<!%-%-.-%-%->', ''):gsub('%$`(.-)`%$', '%1'))
end

local HINTS = exercise.folder() .. '/.hints.json'

function commands.start()
  local copied, list = 0, exercise.list()
  for _, e in ipairs(list) do
    if exercise.copy(e) then copied = copied + 1 end
  end
  local first = list[1]
  print(('%d exercise%s copied to %s; %d were there already and are as you left them.'):format(copied,
    copied == 1 and '' or 's', tell.shown(exercise.folder()), #list - copied))
  print(('The first is %s. When you have written it: make try-%s'):format(tell.shown(first.work), first.chapter))
end

commands['try'] = function(options)
  local list, slug = chosen(options)
  if #list == 0 then could_not('chapter %s has no exercises', slug) end
  print(term.bold(('%s · your exercises in %s'):format(slug, tell.shown(('%s/%s'):format(exercise.folder(), slug)))))
  local is_wrong, is_new = false, false
  for _, e in ipairs(list) do
    local result, was_known = tell.report(e)
    is_wrong = is_wrong or result.state == 'wrong'
    is_new = is_new or not was_known and result.state ~= 'not started'
  end
  local open, result = known.first_open(list)
  print()
  if is_wrong and not is_new then print '  Nothing has changed since it was judged last: have you saved it?' end
  if open then
    tell.next_step(open, result)
    return 1
  end
  tell.say(('%s. See how we did it, and why: make solution-%s%s'):format(#list == 1 and 'It is right' or
    'All of them are right', list[1].chapter, options.exercise and ' EX=' .. options.exercise or ''), 2)
  local left, its = known.first_open(exercise.list(slug))
  if left then tell.next_step(left, its) else tell.after(slug) end
end

function commands.hint(options)
  local open = known.first_open((chosen(options)))
  if not open then
    print 'Nothing to hint at: all of them are right.'
    return
  end
  local given = known.table_in(HINTS)
  local key = open.slug .. '/' .. open.name
  local number = math.max(1, math.min(math.floor(tonumber(given[key]) or 0) + 1, 3))
  print(term.bold(('%s, hint %d of 3'):format(open.name, number)))
  tell.say(plain(open.page.hints[number]), 2)
  local edit = number == 3 and files.read(open.work) and exercise.is_begun(open) and known.result(open).edit
  if edit then
    tell.say(('In your own code one change is enough: «%s».'):format(edit), 2)
  end
  if number == 3 then
    tell.say(('That was the last. make solution-%s EX=%s shows a solution.'):format(open.chapter, open.name), 2)
  end
  given[key] = number
  files.write(HINTS, json.encode(given, { indent = true }))
end

-- Those that are done, or the one that is asked for; if none is done, the first.
function commands.solution(options)
  local list, left = {}, {}
  for _, e in ipairs((chosen(options))) do
    table.insert((options.yes or options.exercise or known.result(e).state == 'done') and list or left, e)
  end
  if #list == 0 then list = { table.remove(left, 1) } end
  for _, e in ipairs(list) do
    local done = known.result(e).state == 'done'
    if not (done or options.yes) then
      io.write(('%s is not done yet. Show its solution all the same? [y/N] '):format(e.name))
      io.stdout:flush()
      local answer = (io.read '*l' or ''):lower()
      if not (answer == 'y' or answer == 'yes') then
        print(('Then not.\nA hint may do: make hint-%s'):format(tell.target(e)))
        return 1
      end
    end
    print(term.bold(('%s · %s'):format(e.name, e.page.title)))
    io.write('\n', files.read(e.solution), '\n')
    if e.page.why then
      tell.say(plain(e.page.why), 0)
      print()
    end
  end
  for _, e in ipairs(left) do
    tell.say(('%s is not done yet: make solution-%s EX=%s shows it all the same.'):format(e.name, e.chapter,
      e.name), 0)
  end
end

function commands.progress()
  local chapter, counts, open = nil, { done = 0 }, nil
  local list = exercise.list()
  for _, e in ipairs(list) do
    if e.slug ~= chapter then
      chapter = e.slug
      print(term.bold(chapter))
    end
    local result = known.result(e)
    print(('  %s  %s'):format(term.verdict(tell.COLOUR[result.state], ('%-11s'):format(result.state)), e.name))
    if result.state == 'done' then counts.done = counts.done + 1 else open = open or { e, result } end
  end
  print(('\n%d of %d are done.'):format(counts.done, #list))
  if open then tell.next_step(open[1], open[2]) end
  return open and 1 or 0
end

-- Watches what the files hold, not their times: every editor saves otherwise.
function commands.watch()
  local list, seen = exercise.list(), {}
  for _, e in ipairs(list) do seen[e.work] = files.read(e.work) end
  print(('Watching %s: save a file, and it is judged. Ctrl-C ends.'):format(tell.shown(exercise.folder())))
  local open, result = known.first_open(list)
  if open then tell.next_step(open, result) end
  while true do
    io.stdout:flush()
    for _, e in ipairs(list) do
      local now = files.read(e.work)
      if now ~= seen[e.work] then
        seen[e.work] = now
        print()
        tell.report(e)
        local next_open, next_result = known.first_open(list)
        if not next_open then
          print '  All of them are right.'
        elseif next_open ~= e then
          tell.next_step(next_open, next_result)
        end
      end
    end
    time.nanosleep { tv_sec = 0, tv_nsec = 3e8 }
  end
end

-- How many processors there are.
local function cores()
  local pipe = io.popen 'nproc 2>/dev/null || getconf _NPROCESSORS_ONLN'
  local count = tonumber(pipe:read '*l')
  pipe:close()
  return count or 2
end

-- Judges the exercises of every student: each answer in a process of its own that sees
-- nothing of the others, so that one that is hostile or broken changes nothing for them.
function commands.class(options)
  local class = require 'judge.class'
  local rows, apart = class.judge(options.folder, options.jobs or cores())
  local out = { 'student\texercise\tverdict\tcause' }
  local counts, causes, states = {}, {}, {}
  for i, row in ipairs(rows) do
    out[i + 1] = table.concat(row, '\t', 1, 4)
    states[row[3]] = (states[row[3]] or 0) + 1
    if row[3] == 'wrong' then
      local cause = row[2] .. ': ' .. row[5]
      if not counts[cause] then causes[#causes + 1] = cause end
      counts[cause] = (counts[cause] or 0) + 1
    end
  end
  files.write('class.tsv', table.concat(out, '\n') .. '\n')
  table.sort(causes, function(a, b) return counts[a] > counts[b] or counts[a] == counts[b] and a < b end)
  print(('%d answers judged: %d done, %d wrong, %d could not be judged; all of them are in class.tsv.'):format(#rows,
    states.done or 0, states.wrong or 0, states['not judged'] or 0))
  if not apart then
    tell.say('This system gives no namespaces: an answer may have seen others, and written where it may.', 0)
  end
  if #causes > 0 then print 'The commonest mistakes:' end
  for i = 1, math.min(10, #causes) do print(('  %4d  %s'):format(counts[causes[i]], causes[i])) end
end

return commands
