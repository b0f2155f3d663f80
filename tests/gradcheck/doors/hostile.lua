-- A model behind a pipe, J = x²/2 + 3y, that answers rightly up to one question, and then does
-- something hostile that a seed chooses.
--
--   luajit hostile.lua SEED             answers questions
--   dofile 'hostile.lua'.of(SEED)       what that seed does: its name, and what may come of it
local NAMES, HOSTILE = {}, {}
local function may(name, outcome, act)
  NAMES[#NAMES + 1] = name
  HOSTILE[name] = { name = name, outcome = outcome, act = act }
end

-- What follows gets the right answer, as a line without its end, and may write another. An
-- outcome of 2 is a sentence; 'late' that too, or what was found until then; 'same' what the right
-- answer gives; 'any' a verdict or a sentence.
local write = io.write
local function bytes(n, from, to)
  local list = {}
  for i = 1, n do list[i] = string.char(math.random(from or 0, to or 255)) end
  return table.concat(list)
end
local function out_of(list) return list[math.random(#list)] end
local function with_number(line, text) -- one of its numbers written otherwise
  local word, rest = line:match '^(%S+) ?(.*)$'
  local numbers = {}
  for number in rest:gmatch '%S+' do numbers[#numbers + 1] = number end
  if #numbers == 0 then return line .. ' ' .. text end
  numbers[math.random(#numbers)] = text
  return word .. ' ' .. table.concat(numbers, ' ')
end

may('random bytes', 2, function() write((bytes(math.random(1, 3000)):gsub('\n', '?')), '\n') end)
may('random bytes and ends', 2, function() write(bytes(math.random(0, 3000))) os.exit(0) end)
may('a zero byte', 2, function(line) write(line:sub(1, 3), '\0', line:sub(4), '\n') end)
may('half a line, and ends', 2, function(line) write(line:sub(1, math.random(0, #line - 1))) os.exit(0) end)
may('half a line, and waits', 'late', function(line) write(line:sub(1, math.random(0, #line - 1))) io.flush()
  os.execute 'sleep 30' end)
may('a line in pieces', 'same', function(line)
  for c in line:gmatch '.' do write(c) io.flush() end
  write '\n'
end)
may('its end as in DOS', 'same', function(line) write(line, '\r\n') end)
may('more spaces', 'same', function(line) write((line:gsub(' ', '  \t ')), '  \n') end)
may('an empty line before', 2, function(line) write('\n', line, '\n') end)
may('the answer twice', 2, function(line) write(line, '\n', line, '\n') end)
may('an answer that nobody asked for', 2, function(line) write(line, '\ncost 1\n') end)
may('another word', 2, function(line) write('x', line, '\n') end)
may('one number too many', 2, function(line) write(line, ' 7\n') end)
may('a million numbers too many', 2, function(line) write(line, (' 7'):rep(1000000), '\n') end)
may('no number', 2, function(line) write(line:match '^%S+', '\n') end)
may('text for a number', 2, function(line)
  write(with_number(line, out_of { 'x', '1,5', '0x', '1e', '--1', '+-1', 'nanx', 'infinitely', '1e5.2', '１', '1_000',
    '(1)', '$1', '1f' }), '\n')
end)
may('a number that is none', 'any', function(line)
  write(with_number(line, out_of { 'nan', 'NaN', '-nan', '+NAN', 'inf', '-Infinity', 'INF', '+inf', 'nan(7)', '1e999',
    '-1e999', '1e-999', '0x1p9999' }), '\n')
end)
may('a number of many digits', 'any', function(line)
  write(with_number(line, ('9'):rep(math.random(30, 60000))), '\n')
end)
may('a line without end', 2, function(line) write(line) while true do write((' 1'):rep(9999)) end end)
may('closes its output', 'late', function() require('posix.unistd').close(1) os.execute 'sleep 30' end)
may('closes its input, and waits', 'late', function(line)
  require('posix.unistd').close(0)
  write(line, '\n')
  io.flush()
  os.execute 'sleep 30'
end)
may('is silent', 'late', function() os.execute 'sleep 30' end)
may('is slow', 'same', function(line) os.execute 'sleep 0.3' write(line, '\n') end)
may('says much on stderr, and goes on', 'same', function(line)
  for _ = 1, 200 do io.stderr:write(bytes(5000, 32, 126), '\n') end
  write(line, '\n')
end)
may('says much on stderr, and ends', 2, function()
  for _ = 1, 200 do io.stderr:write(bytes(5000), '\n') end
  os.exit(3)
end)
may('fills the disk through stderr', 2, function() while true do io.stderr:write(('x'):rep(1e6)) end end)
may('ends', 2, function() os.exit(math.random(0, 255)) end)
may('ends by a signal', 2, function()
  os.execute('kill -' .. out_of { 'HUP', 'INT', 'QUIT', 'ILL', 'ABRT', 'FPE', 'KILL', 'SEGV', 'PIPE', 'ALRM', 'TERM',
    'USR1', 'XCPU', 'SYS', '40' } .. ' $PPID')
  os.execute 'sleep 30'
end)
may('stops', 'late', function() os.execute('kill -' .. out_of { 'STOP', 'TSTP', 'TTIN' } .. ' $PPID') end)
may('sends its group a signal', 2, function() os.execute('kill -' .. out_of { 'KILL', 'TERM', 'STOP' } .. ' 0')
  os.execute 'sleep 30' end)
may('leaves another behind', 2, function() os.execute 'setsid sleep 30 >/dev/null 2>&1 & sleep 0' os.exit(1) end)
may('says that it cannot', 2, function(line)
  write(line:match '^%S+', ' ! ', bytes(math.random(0, 300), 1), '\n')
end)
may('another version', 2, function(_, word)
  write('gradcheck ', word == 'gradcheck' and out_of { '0', '2', '1.5', '', '1 1', 'one', '-1' } or '2', '\n')
end)
may('a size that is none', 2, function(_, word)
  write(word == 'size' and 'size ' .. out_of { '0', '-3', '2.5', 'nan', 'inf', '1e12', '99999999999999999999', 'two',
    '2 2', '', '0x7fffffff' } or 'x', '\n')
end)
may('blocks that are none', 2, function(_, word)
  write(word == 'blocks' and 'blocks ' .. out_of { 'W', 'W 1x', 'W 2x2', 'W 1x1', 'W 1x1, W 1x1', 'W 99999x99999',
    'W -1x-2', ('W'):rep(70000) .. ' 1x2' } or 'x', '\n')
end)

-- At which question, and what: of a seed.
local function of(seed)
  math.randomseed(seed)
  for _ = 1, 10 do math.random() end
  local chosen = HOSTILE[NAMES[seed % #NAMES + 1]]
  local only = ({ ['another version'] = 'gradcheck', ['a size that is none'] = 'size',
    ['blocks that are none'] = 'blocks' })[chosen.name]
  local numeric = chosen.name:find 'number' ~= nil
  local questions = numeric and { 'cost', 'gradient' } or { 'gradcheck', 'size', 'blocks', 'cost', 'gradient' }
  return chosen, only or out_of(questions), only and 1 or math.random(1, 6)
end

if not arg or not arg[0]:find 'hostile%.lua$' then return { of = of, count = #NAMES } end

io.stdout:setvbuf 'full'
local chosen, when, which = of(tonumber(arg[1]))
if when ~= 'cost' then which = which % 2 + 1 end
if when ~= 'cost' and when ~= 'gradient' then which = 1 end
local asked = 0
local function theta()
  local x, y = io.read '*l':match '^(%S+) (%S+)$'
  return tonumber(x), tonumber(y)
end
for question in io.lines() do
  local word, count = question:match '^(%S+) ?(%S*)'
  local answer = ({ gradcheck = '1', size = '2', blocks = 'a 1x1, b 1x1' })[word] or '?'
  if word == 'cost' then
    local list = {}
    for k = 1, count do
      local x, y = theta()
      list[k] = ('%.17g'):format(x^2 / 2 + 3 * y)
    end
    answer = table.concat(list, ' ')
  elseif word == 'gradient' then
    answer = ('%.17g 3'):format((theta()))
  end
  if word == when then asked = asked + 1 end
  if word == when and asked == which then
    asked = math.huge
    chosen.act(word .. ' ' .. answer, word)
  else
    write(word, ' ', answer, '\n')
  end
  io.flush()
end
