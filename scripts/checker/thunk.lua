-- Answers the checker's questions for a model given as Lua: the twin of thunk.c. There
-- is nothing here that judges.
--
--   luajit thunk.lua FILE.lua
local fcntl = require 'posix.fcntl'
local unistd = require 'posix.unistd'

-- What the model itself reads and prints is not the checker's.
local from, to = unistd.dup(0), unistd.dup(1)
for _, channel in ipairs { from, to } do fcntl.fcntl(channel, fcntl.F_SETFD, fcntl.FD_CLOEXEC) end
local nothing = fcntl.open('/dev/null', fcntl.O_RDWR)
unistd.dup2(nothing, 0)
unistd.dup2(nothing, 1)
local leave = os.exit

local function write(line)
  local text, at = line:gsub('[\r\n]', ' ') .. '\n', 1
  while at <= #text do at = at + (unistd.write(to, text:sub(at, at + 65535)) or leave(2)) end
end

local word = 'gradcheck' -- of the question that is answered now

local function stop(text, ...)
  write(word .. ' ! ' .. text:format(...))
  leave(2)
end

local rest = ''
local function read_line()
  local pieces = { rest }
  while not pieces[#pieces]:find('\n', 1, true) do
    local piece = unistd.read(from, 65536)
    if not piece or piece == '' then leave(0) end
    pieces[#pieces + 1] = piece
  end
  local text = table.concat(pieces)
  local line
  line, rest = text:match '^([^\n]*)\n(.*)$'
  return line
end

-- The message of an error, without the path that the tool's user has typed.
local function plain(message)
  message = tostring(message):gsub('^.-([^/]+%.lua):(%d+): ', 'line %2: ')
  return (message:match '[^\n]+')
end

-- A model may require what lies beside it.
local path = arg[1]
package.path = package.path .. ';' .. (path:match '^(.*/)' or './') .. '?.lua'

local function load_model()
  local chunk, message = loadfile(path)
  if not chunk then stop('it is not Lua; %s', plain(message)) end
  local loaded, model = pcall(chunk)
  if not loaded then stop('%s', plain(model)) end
  if type(model) ~= 'table' then stop 'it returns no table {size=, cost=, gradient=}' end
  local function needs(key)
    if type(model[key]) ~= 'function' then stop('its table has no function «%s»', key) end
  end
  local has_product = model.jacobian or model.vjp or model.jvp
  if not (model.values or has_product or model.hessian) or model.cost ~= nil then needs 'cost' end
  if model.cost ~= nil or model.hessian then needs 'gradient' end
  for _, key in ipairs { 'point', 'pattern', 'values', 'jacobian', 'vjp', 'jvp', 'hessian' } do
    if model[key] ~= nil and type(model[key]) ~= 'function' then
      stop('%s is a %s, not a function', key, type(model[key]))
    end
  end
  if model.values or has_product then
    needs 'values'
    if not has_product then stop 'its table has values, but no function «jacobian», «vjp» or «jvp»' end
    local count = tonumber(model.outputs) or 0
    if not (count >= 1 and count % 1 == 0) then stop 'outputs is not a number from 1 up' end
  end
  if model.blocks ~= nil and type(model.blocks) ~= 'string' then
    stop('blocks is a %s, not a string', type(model.blocks))
  end
  return model
end

assert(read_line() == 'gradcheck 1')
local model = load_model()
write 'gradcheck 1'

local function call(what, f, ...)
  local ok, value = pcall(f, ...)
  if not ok then stop('%s: %s', what, plain(value)) end
  return value
end

local function number(what, value)
  if type(value) ~= 'number' then stop('%s returns a %s, not a number', what, type(value)) end
  return value
end

local bases, names = {}, {} -- names: of the equations

-- What is checked, and which output of it is the cost now. The mixed ones are products with
-- a vector whose entries are all other than 0, the mixture: the cost is uᵀf there, or an
-- output at θ + (s − 1) v for the only parameter s, θ being where a gradient was asked last.
local PARTS = { 'cost', 'jacobian', 'vjp', 'jvp', 'hessian', 'vjp-mixed', 'jvp-mixed' }
local FUNCTION = { ['vjp-mixed'] = 'vjp', ['jvp-mixed'] = 'jvp' }
local part, output, last, mixture = 'cost', 1, nil, nil

-- A point: its numbers, or @J, a base, or @J K X, a base whose Kth number is X. A new
-- list each: a function that changes it must not change another's.
local function read_point()
  local line, list = read_line(), {}
  local base, k, x = line:match '^@(%d+) ?(%d*) ?(.*)$'
  if not base then
    for text in line:gmatch '%S+' do list[#list + 1] = tonumber(text) end
    return list
  end
  for i, value in ipairs(bases[tonumber(base)]) do list[i] = value end
  if k ~= '' then list[tonumber(k)] = tonumber(x) end
  return list
end

-- The parameters that a point stands for.
local function read_parameters()
  local point = read_point()
  if part ~= 'jvp-mixed' then return point end
  local theta = {}
  for i, x in ipairs(last) do theta[i] = x + (point[1] - 1) * mixture[i] end
  return theta
end

local function copy(list)
  local new = {}
  for i = 1, #list do new[i] = list[i] end
  return new
end

local function filled(size, fill)
  local buffer = {}
  for i = 1, size do buffer[i] = fill end
  return buffer
end

local function changed(now, before)
  for i = 1, #before do
    if now[i] ~= before[i] and (now[i] == now[i] or before[i] == before[i]) then return true end
  end
  return false
end

-- Adds the numbers of a buffer that a function of the model has written.
local function tell(answer, what, buffer, size)
  for i = 1, size do
    if type(buffer[i]) ~= 'number' then stop('%s[%d] is a %s, not a number', what, i, type(buffer[i])) end
    answer[#answer + 1] = ('%.17g'):format(buffer[i])
  end
end

local function outside(what, buffer, size)
  for key in pairs(buffer) do
    if type(key) ~= 'number' or key < 1 or key > size or key % 1 ~= 0 then
      return ('outside writes %s[%s], outside of 1 to %d'):format(what, tostring(key), size)
    end
  end
end

-- Calls f with each of so many points, and says whether one was changed.
local function at_each(count, answer, f)
  local has_changed = false
  for _ = 1, count do
    local given = read_parameters()
    local theta = copy(given)
    answer[#answer + 1] = ('%.17g'):format(f(theta))
    has_changed = has_changed or changed(theta, given)
  end
  answer[#answer + 1] = has_changed and 'changed' or nil
end

-- What each question's answer holds, added to `answer`; false where the model does not
-- know.
local ANSWER = {}

local function text_of(value) return value ~= nil and { tostring(value) } end

function ANSWER.size() return text_of(model.size or 'nil') end
function ANSWER.moves() return { 'yes' } end
function ANSWER.blocks() return text_of(model.blocks) end
function ANSWER.examples() return text_of(model.examples) end
function ANSWER.alpha() return text_of(tonumber(model.alpha) and ('%.17g'):format(model.alpha) or model.alpha) end
function ANSWER.complex() stop 'Lua has no complex numbers: --mode complex is for models in C' end

function ANSWER.point(answer)
  if not model.point then return false end
  local theta = filled(model.size, 0)
  local returned = call('point', model.point, theta)
  theta = type(returned) == 'table' and returned or theta
  for i = 1, model.size do theta[i] = tonumber(theta[i]) or 0 / 0 end
  tell(answer, 'point', theta, model.size)
end

function ANSWER.equations()
  for key, kind in pairs { equations = 'string', equation = 'function', cost_from = 'function' } do
    if type(model[key]) ~= kind then
      stop('--mode equations needs a %s «%s», which its table does not hold', kind, key)
    end
  end
  for name in model.equations:gmatch '(%S+)%s+%d+x%d+' do names[#names + 1] = name:gsub('^,+', '') end
  return { model.equations }
end

function ANSWER.base(_, at) bases[at] = read_point() end

-- Numbers of both signs, from a half to three halves in size, times `unit`, if there is one,
-- entry by entry: of the minimal standard generator of Park and Miller.
local function mixed(size, unit)
  local state, list = 1, {}
  for i = 1, size do
    state = 16807 * state % 2147483647
    local x = state / 2147483647 - 0.5
    list[i] = (x < 0 and x - 0.5 or x + 0.5) * (unit and unit[i] ~= 0 and math.abs(unit[i]) or 1)
  end
  return list
end

function ANSWER.output()
  if FUNCTION[part] and not last then stop 'it was asked for no gradient yet' end
  if part == 'vjp-mixed' then mixture = mixed(model.outputs) end
  if part == 'jvp-mixed' then mixture = mixed(model.size, last) end
end

function ANSWER.outputs()
  local list = {}
  for _, what in ipairs(PARTS) do
    if model[FUNCTION[what] or what] then
      local count = (what == 'cost' or what == 'vjp-mixed') and 1 or what == 'hessian' and model.size or model.outputs
      list[#list + 1] = ('%s %d'):format(what, count)
    end
  end
  return { table.concat(list, ' ') }
end

function ANSWER.cost(answer, count)
  local outside_of
  local what = part == 'hessian' and 'gradient' or 'values'
  local size = part == 'hessian' and model.size or model.outputs
  at_each(count, answer, function(theta)
    if part == 'cost' then return number('cost', call('cost', model.cost, theta)) end
    local values = filled(size, 0 / 0)
    call(what, model[what], theta, values)
    outside_of = outside_of or outside(what, values, size)
    if part == 'vjp-mixed' then
      local sum = 0
      for r = 1, size do sum = sum + mixture[r] * number(('%s[%d]'):format(what, r), values[r]) end
      return sum
    end
    return number(('%s[%d]'):format(what, output), values[output])
  end)
  answer[#answer + 1] = outside_of
end

function ANSWER.pattern(answer, count)
  if not model.pattern then return false end
  at_each(count, answer, function(theta)
    local value = call('pattern', model.pattern, theta)
    if type(value) ~= 'number' or value ~= value then
      stop('pattern returns %s, not a number', value ~= value and 'NaN' or 'a ' .. type(value))
    end
    return value + 0 -- −0 is 0
  end)
end

function ANSWER.mistakes() return type(model.mistake) == 'function' and text_of(model.mistakes) end

function ANSWER.mistake(answer, mistake)
  local given, gradient = read_point(), filled(model.size, 0)
  local theta = copy(given)
  local returned = call('mistake', model.mistake, mistake, theta, gradient)
  tell(answer, 'mistake', type(returned) == 'table' and returned or gradient, model.size)
end

function ANSWER.network() return type(model.data) == 'function' and text_of(model.network) end

function ANSWER.data(answer, inputs, labels)
  local X, Y = filled(inputs, 0), filled(labels, 0)
  call('data', model.data, X, Y)
  tell(answer, 'X', X, inputs)
  tell(answer, 'Y', Y, labels)
end

-- Products are taken with this times a unit vector, and divided by it, which is exact: one
-- that is not linear in its vector shows.
local UNIT = -2

-- What the model's `name` gives for θ and by·vector, over `by`.
local function product(name, theta, vector, by, size, fill)
  local given, result = {}, filled(size, by * fill)
  for i = 1, #vector do given[i] = by * vector[i] end
  call(name, model[name], theta, given, result)
  for i = 1, size do result[i] = number(('%s[%d]'):format(name, i), result[i]) / by end
  return result, outside(name, result, size)
end

local function unit_vector(size, at)
  local vector = filled(size, 0)
  vector[at] = 1
  return vector
end

-- The gradient of that output, and what was written elsewhere.
local GRADIENT = {}

function GRADIENT.cost(theta, fill)
  local gradient = filled(model.size, fill)
  call('gradient', model.gradient, theta, gradient)
  return gradient, outside('gradient', gradient, model.size)
end

local function row_of_matrix(rows)
  return function(theta, fill)
    local matrix = {}
    for r = 1, rows() do matrix[r] = filled(model.size, fill) end
    call(part, model[part], theta, matrix)
    local row = matrix[output]
    if type(row) ~= 'table' then stop('%s[%d] is a %s, not a table', part, output, type(row)) end
    return row, outside(part, matrix, rows()) or outside(('%s[%d]'):format(part, output), row, model.size)
  end
end
GRADIENT.jacobian = row_of_matrix(function() return model.outputs end)
GRADIENT.hessian = row_of_matrix(function() return model.size end)

function GRADIENT.vjp(theta, fill)
  return product('vjp', theta, unit_vector(model.outputs, output), UNIT, model.size, fill)
end

function GRADIENT.jvp(theta, fill)
  local row, elsewhere = {}, nil
  for j = 1, model.size do
    local column, outside_of = product('jvp', theta, unit_vector(model.size, j), UNIT, model.outputs, fill)
    row[j], elsewhere = column[output], elsewhere or outside_of
  end
  return row, elsewhere
end

GRADIENT['vjp-mixed'] = function(theta, fill) return product('vjp', theta, mixture, 1, model.size, fill) end
GRADIENT['jvp-mixed'] = function(theta, fill)
  local slopes, elsewhere = product('jvp', theta, mixture, 1, model.outputs, fill)
  return { slopes[output] }, elsewhere
end

function ANSWER.gradient(answer, fill)
  local given = read_parameters()
  local theta = copy(given)
  local gradient, elsewhere = GRADIENT[part](theta, fill)
  if not FUNCTION[part] then last = given end
  tell(answer, part == 'cost' and 'gradient' or FUNCTION[part] or part, gradient,
    part == 'jvp-mixed' and 1 or model.size)
  answer[#answer + 1] = changed(theta, given) and 'changed' or nil
  answer[#answer + 1] = elsewhere
end

function ANSWER.equation(answer, at, size, fill)
  local given, values, gradient = read_point(), filled(size, fill), filled(size, fill)
  local theta = copy(given)
  call('equation', model.equation, names[at], theta, values, gradient)
  tell(answer, 'value', values, size)
  tell(answer, 'gradient', gradient, size)
  answer[#answer + 1] = changed(theta, given) and 'changed' or nil
  answer[#answer + 1] = outside('value', values, size) or outside('gradient', gradient, size)
end

function ANSWER.from(answer, at, count)
  local theta = read_point()
  for _ = 1, count do
    local J = number('cost_from', call('cost_from', model.cost_from, names[at], copy(theta), read_point()))
    answer[#answer + 1] = ('%.17g'):format(J)
  end
end

while true do
  local numbers, question = {}, read_line()
  word = question:match '^%S*'
  local what, number_of = question:match '^output ([%l-]+) (%d+)$'
  if what then part, output = what, tonumber(number_of) end
  for text in question:sub(#word + 1):gmatch '%S+' do numbers[#numbers + 1] = tonumber(text) end
  local answer, said = {}, false
  if ANSWER[word] then said = ANSWER[word](answer, unpack(numbers)) end
  write(word .. ' ' .. (said == false and '?' or table.concat(said or answer, ' ')))
end
