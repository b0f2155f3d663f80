-- Answers the session of csrc/gradcheck/session.h for a model given as Lua: the twin of
-- adapter.c, with the same lines as its output.
--
--   luajit adapter.lua FILE.lua RESULT SEED POINTS EXPLAIN MODE ALPHA
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local path, result_path, seed, points = arg[1], arg[2], tonumber(arg[3]), tonumber(arg[4])
local explain, mode, alpha = arg[5] == '1', arg[6], tonumber(arg[7]) -- alpha: 0 if unknown
local ffi = require 'ffi'
local C = require('gw.ffi').C

-- A model may require what lies beside it.
package.path = package.path .. ';' .. (path:match '^(.*/)' or './') .. '?.lua'

local out = assert(io.open(result_path, 'w'))
out:setvbuf 'line'

local function stop(key, text, ...)
  out:write(table.concat({ 'problem', key, text:format(...) }, '\t'), '\n')
  out:close()
  os.exit(2)
end

-- The message of an error, without the path that the tool's user has typed.
local function plain(message)
  message = tostring(message):gsub('^.-([^/]+%.lua):(%d+): ', 'line %2: ')
  return (message:match '[^\n]+')
end

local chunk, message = loadfile(path)
if not chunk then stop('syntax', 'it is no Lua; %s', plain(message)) end
local loaded, model = pcall(chunk)
if not loaded then stop('error', '%s', plain(model)) end
if type(model) ~= 'table' then stop('model', 'it returns no table {size=, cost=, gradient=}') end
for _, key in ipairs { 'cost', 'gradient' } do
  if type(model[key]) ~= 'function' then stop('model', 'its table has no function «%s»', key) end
end
local n = model.size
if type(n) ~= 'number' or n < 1 or n % 1 ~= 0 then
  stop('size', 'size is %s: there must be at least one parameter', tostring(n))
end
for _, key in ipairs { 'point', 'pattern' } do
  if model[key] ~= nil and type(model[key]) ~= 'function' then
    stop(key, '%s is a %s, not a function', key, type(model[key]))
  end
end
if model.blocks ~= nil and type(model.blocks) ~= 'string' then
  stop('blocks', 'blocks is a %s, not a string', type(model.blocks))
end
if alpha == 0 and model.alpha ~= nil then
  alpha = tonumber(model.alpha) or 0
  if not (alpha > 0 and alpha < math.huge) then
    stop('alpha', 'alpha is %s, not a positive number', tostring(model.alpha))
  end
end
if mode == 'complex' then
  stop('mode', 'Lua has no complex numbers: --mode complex is for models in C')
elseif mode == 'equations' then
  for key, kind in pairs { equations = 'string', equation = 'function', cost_from = 'function' } do
    if type(model[key]) ~= kind then
      stop('mode', '--mode equations needs a %s «%s», which its table does not hold', kind, key)
    end
  end
end
local names = {} -- of the equations
for name in (mode == 'equations' and model.equations or ''):gmatch '(%S+)%s+%d+x%d+' do
  names[#names + 1] = name:gsub('^,+', '')
end

local function call(what, f, ...)
  local ok, value = pcall(f, ...)
  if not ok then stop('error', '%s: %s', what, plain(value)) end
  return value
end

local function number(what, value)
  if type(value) ~= 'number' then stop('cost', '%s returns a %s, not a number', what, type(value)) end
  return value
end

-- Numbers of the session as a new list: a function that changes it must not change ours.
local function list(from, size, entry, value)
  local copy = {}
  for i = 1, size do copy[i] = from[i - 1] end
  if entry and entry >= 0 then copy[entry + 1] = value end
  return copy
end

local function filled(size, fill)
  local buffer = {}
  for i = 1, size do buffer[i] = fill end
  return buffer
end

local function changed(now, before, size)
  for i = 1, size do
    if now[i] ~= before[i - 1] and (now[i] == now[i] or before[i - 1] == before[i - 1]) then return 1 end
  end
  return 0
end

local buffers = {} -- what was told last, kept alive while the session reads it

-- A buffer that a function of the model has written, as numbers of C.
local function told(what, buffer, size)
  local numbers = ffi.new('double[?]', size)
  for i = 1, size do
    if type(buffer[i]) ~= 'number' then
      stop('gradient', '%s[%d] is a %s, not a number', what, i, type(buffer[i]))
    end
    numbers[i - 1] = buffer[i]
  end
  buffers[what] = numbers
  return numbers
end

local function outside(what, buffer, size)
  for key in pairs(buffer) do
    if type(key) ~= 'number' or key < 1 or key > size or key % 1 ~= 0 then
      buffers.outside = ('writes %s[%s], outside of 1 to %d'):format(what, tostring(key), size)
      return buffers.outside
    end
  end
end

-- Which smooth piece of the cost θ lies in, if the model tells it: pieces are numbered
-- as they are seen.
local number_of, numbers = {}, 0
local function tell_pattern(theta, answer)
  if not model.pattern then return end
  local value = call('pattern', model.pattern, theta)
  if type(value) ~= 'number' or value ~= value then
    stop('pattern', 'pattern returns %s, not a number', value ~= value and 'NaN' or 'a ' .. type(value))
  end
  if not number_of[value] then
    numbers = numbers + 1
    number_of[value] = numbers
  end
  answer.pattern, answer.has_pattern = number_of[value], 1
end

local ANSWER = {
  [tonumber(C.GW_ASK_POINT)] = function(ask, answer)
    local theta = list(ask.at, n)
    local returned = call('point', model.point, theta)
    theta = type(returned) == 'table' and returned or theta
    for i = 1, n do theta[i] = tonumber(theta[i]) or 0 / 0 end
    answer.values = told('point', theta, n)
  end,
  [tonumber(C.GW_ASK_COST)] = function(ask, answer)
    local theta = list(ask.at, n, ask.entry, ask.value)
    answer.value = number('cost', call('cost', model.cost, theta))
    answer.changed = ask.entry < 0 and changed(theta, ask.at, n) or 0
    tell_pattern(list(ask.at, n, ask.entry, ask.value), answer)
  end,
  [tonumber(C.GW_ASK_PATTERN)] = function(ask, answer)
    local theta = list(ask.at, n)
    tell_pattern(theta, answer)
    answer.changed = changed(theta, ask.at, n)
  end,
  [tonumber(C.GW_ASK_GRADIENT)] = function(ask, answer)
    local theta, gradient = list(ask.at, n), filled(n, ask.fill)
    call('gradient', model.gradient, theta, gradient)
    answer.gradient = told('gradient', gradient, n)
    answer.changed, answer.outside = changed(theta, ask.at, n), outside('gradient', gradient, n)
  end,
  [tonumber(C.GW_ASK_EQUATION)] = function(ask, answer)
    local theta, values, gradient = list(ask.at, n), filled(ask.size, ask.fill), filled(ask.size, ask.fill)
    call('equation', model.equation, names[ask.equation + 1], theta, values, gradient)
    answer.values, answer.gradient = told('value', values, ask.size), told('gradient', gradient, ask.size)
    answer.changed = changed(theta, ask.at, n)
    answer.outside = outside('value', values, ask.size) or outside('gradient', gradient, ask.size)
  end,
  [tonumber(C.GW_ASK_COST_FROM)] = function(ask, answer)
    local values = list(ask.at, ask.size, ask.entry, ask.value)
    answer.value = number('cost_from', call('cost_from', model.cost_from, names[ask.equation + 1],
      list(ask.theta, n), values))
  end,
}

local examples = tonumber(model.examples) or 0
if not (examples >= 1 and examples < 2 ^ 31 and examples % 1 == 0) then examples = 0 end
local MODES = { entries = C.GW_SESSION_ENTRIES, directions = C.GW_SESSION_DIRECTIONS,
  equations = C.GW_SESSION_EQUATIONS }
local whom = ffi.new('gw_session_model', {
  size = math.min(n, 2 ^ 31 - 1), points = points, examples = examples, has_point = model.point and 1 or 0,
  has_pattern = model.pattern and 1 or 0, explain = explain and 1 or 0, mode = MODES[mode], alpha = alpha,
  seed = seed, blocks = model.blocks, equations = model.equations })
local memory = ffi.new('double[?]', tonumber(C.gw_session_bytes(whom)) / 8 + 1)
local handle, ask, answer = ffi.new 'gw_session *[1]', ffi.new 'gw_session_ask', ffi.new 'gw_session_answer'
local function must(status)
  if status ~= C.GW_OK then stop('checker', '%s', ffi.string(C.gw_status_text(status))) end
end
must(C.gw_session_start(whom, memory, handle))
local session = handle[0]
while C.gw_session_next(session, ask) == 1 do
  if ask.what == C.GW_ASK_NOTHING then
    out:write(ffi.string(ask.text), '\n')
  else
    ffi.fill(answer, ffi.sizeof(answer))
    ANSWER[tonumber(ask.what)](ask, answer)
    must(C.gw_session_tell(session, ask.id, answer))
  end
end
out:close()
if C.gw_session_stopped(session) == 1 then os.exit(2) end
