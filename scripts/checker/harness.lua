-- Runs the gradient checker on a model given as Lua: the twin of harness.c, with
-- the same words on its output (see there).
--
--   luajit harness.lua FILE.lua RESULT SEED POINTS EXPLAIN MODE ALPHA
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local path, result_path, seed, points = arg[1], arg[2], tonumber(arg[3]), tonumber(arg[4])
local explain, mode, alpha = arg[5] == '1', arg[6], tonumber(arg[7]) -- alpha: 0 if unknown
local check = require 'gw.check'
local differences = require 'checker.explain'
local gw = require 'gw'

-- A model may require what lies beside it.
package.path = package.path .. ';' .. (path:match '^(.*/)' or './') .. '?.lua'
local DRAWS = 100

local out = assert(io.open(result_path, 'w'))
out:setvbuf 'line'

local function say(...) out:write(table.concat({ ... }, '\t'), '\n') end

local function stop(key, text)
  say('problem', key, text)
  out:close()
  os.exit(2)
end

-- The message of an error, without the path that the tool's user has typed.
local function plain(message)
  message = tostring(message):gsub('^.-([^/]+%.lua):(%d+): ', 'line %2: ')
  return (message:match '[^\n]+')
end

local chunk, message = loadfile(path)
if not chunk then stop('syntax', 'it is no Lua; ' .. plain(message)) end
local loaded, model = pcall(chunk)
if not loaded then stop('error', plain(model)) end
if type(model) ~= 'table' then stop('model', 'it returns no table {size=, cost=, gradient=}') end
for _, key in ipairs { 'cost', 'gradient' } do
  if type(model[key]) ~= 'function' then stop('model', ('its table has no function «%s»'):format(key)) end
end
if type(model.size) ~= 'number' or model.size < 1 or model.size % 1 ~= 0 then
  stop('size', ('size is %s: there must be at least one parameter'):format(tostring(model.size)))
end
local MOST_PARAMETERS = 1e7
if model.size > MOST_PARAMETERS then
  stop('size', ('size is %.0f: there is memory for a check of at most %.0f parameters'):format(model.size,
    MOST_PARAMETERS))
end
for _, key in ipairs { 'point', 'pattern' } do
  if model[key] ~= nil and type(model[key]) ~= 'function' then
    stop(key, ('%s is a %s, not a function'):format(key, type(model[key])))
  end
end

if alpha == 0 and model.alpha ~= nil then
  alpha = tonumber(model.alpha) or 0
  if not (alpha > 0 and alpha < math.huge) then
    stop('alpha', ('alpha is %s, not a positive number'):format(tostring(model.alpha)))
  end
end

-- "W1 4x2, b1 4x1" → {{name, rows, cols}, …}, and how many numbers that is; `who`
-- said it.
local function read_blocks(who, text)
  local found, total, named = {}, 0, {}
  for part in (text:gsub('[,%s]+$', '') .. ','):gmatch '%s*(.-)%s*,' do
    local name, rows, cols = part:match '^(%S+)%s+(%d+)x(%d+)$'
    rows, cols = tonumber(rows), tonumber(cols)
    if not name or #name > 23 or rows < 1 or cols < 1 then
      stop('blocks', ('%s: cannot read «%s»: write name rowsxcols'):format(who, part:gsub('%s', ' ')))
    end
    if named[name] then stop('blocks', ('%s names two blocks %s'):format(who, name)) end
    named[name] = true
    found[#found + 1] = { name, rows, cols }
    total = total + rows * cols
  end
  return found, total
end

local function read_theta_blocks()
  local text = model.blocks
  if text == nil or text == '' then return { { 'theta', model.size, 1 } } end
  if type(text) ~= 'string' then stop('blocks', ('blocks is a %s, not a string'):format(type(text))) end
  local blocks, total = read_blocks('blocks', text)
  if total ~= model.size then
    stop('blocks', ('blocks covers %s than the %d parameter%s of size'):format(
      total > model.size and 'more' or 'fewer', model.size, model.size == 1 and '' or 's'))
  end
  return blocks
end

local n, blocks = model.size, read_theta_blocks()

local function call(what, f, ...)
  local ok, value = pcall(f, ...)
  if not ok then stop('error', ('%s: %s'):format(what, plain(value))) end
  return value
end

local function cost(theta)
  local value = call('cost', model.cost, theta)
  if type(value) ~= 'number' then stop('cost', ('cost returns a %s, not a number'):format(type(value))) end
  return value
end

-- Which smooth piece of the cost θ lies in, if the model tells it.
local pattern = model.pattern and function(theta)
  local value = call('pattern', model.pattern, theta)
  if type(value) ~= 'number' or value ~= value then
    stop('pattern', ('pattern returns %s, not a number'):format(value ~= value and 'NaN' or 'a ' .. type(value)))
  end
  return value
end

local function copy(list)
  local out_list = {}
  for i = 1, #list do out_list[i] = list[i] end
  return out_list
end

local function changed(a, b)
  for i = 1, #b do
    if a[i] ~= b[i] and (a[i] == a[i] or b[i] == b[i]) then return true end
  end
  return false
end

local function filled(size, fill)
  local buffer = {}
  for i = 1, size do buffer[i] = fill end
  return buffer
end

-- A buffer that a function of the model has written must hold numbers.
local function has_numbers(what, buffer, size)
  for i = 1, size do
    if type(buffer[i]) ~= 'number' then
      stop('gradient', ('%s[%d] is a %s, not a number'):format(what, i, type(buffer[i])))
    end
  end
end

local function impure(key, what, text) say('purity', key, what, what .. ' ' .. text) end

-- A number that nothing is added to unnoticed.
local function filling(list)
  local size = 0
  for _, x in ipairs(list) do
    local a = math.abs(x)
    if a < math.huge then size = math.max(size, a) end
  end
  return math.min(1 + 1.375 * size, 1.7976931348623157e308)
end

-- Of two answers, into buffers that held 0 and `fill`: what do they show?
local function compare_answers(what, once, again, fill)
  local size, unwritten, added, doubled, other = #once, 0, 0, 0, 0
  for i = 1, size do
    local a, b = once[i], again[i]
    local same = b == a or (a ~= a and b ~= b)
    if b == fill then unwritten = unwritten + 1
    elseif math.abs(b - a - fill) <= 2 ^ -49 * fill then added = added + 1
    elseif not same and math.abs(b - 2 * a) <= 2 ^ -49 * math.abs(a) then doubled = doubled + 1
    elseif not same then other = other + 1 end
  end
  if other > 0 or (doubled > 0 and added > 0) then
    impure('not-a-function', what, 'answers differently when asked again')
  elseif doubled > 0 then
    impure('accumulated', what, 'adds to what an earlier call left: clear its sums first')
  elseif added > 0 then
    impure('accumulated', what, 'adds to what is in the buffer: clear it first')
  elseif unwritten == size then
    impure('unwritten', what, 'writes nothing')
  elseif unwritten > 0 then
    impure('unwritten', what, ('leaves %d of %d entries as they were'):format(unwritten, size))
  end
end

-- What a gradient function may do wrong whatever its mathematics: it is asked
-- twice, with its buffers full of zeros and full of another number.
-- @param f function(theta, buffer, …) that fills buffers named `buffers`, of `size`
local function pure_answers(what, f, theta, size, buffers)
  local function ask(fill)
    local given, list = copy(theta), {}
    for b = 1, #buffers do list[b] = filled(size, fill) end
    call(what, f, given, unpack(list))
    for b, name in ipairs(buffers) do has_numbers(name, list[b], size) end
    return list, given
  end
  local once, given = ask(0)
  if changed(given, theta) then impure('theta-modified', what, 'changes theta') end
  local fill = 0
  for b, name in ipairs(buffers) do
    for key in pairs(once[b]) do
      if type(key) ~= 'number' or key < 1 or key > size or key % 1 ~= 0 then
        impure('out-of-bounds', what, ('writes %s[%s], outside of 1 to %d'):format(name, tostring(key), size))
        break
      end
    end
    fill = math.max(fill, filling(once[b]))
  end
  local again = ask(fill)
  for b = 1, #buffers do compare_answers(what, once[b], again[b], fill) end
  return unpack(once)
end

local function check_purity(theta)
  local given = copy(theta)
  cost(given)
  if changed(given, theta) then impure('theta-modified', 'cost', 'changes theta') end
  if pattern then
    given = copy(theta)
    local value = pattern(given)
    if changed(given, theta) then impure('theta-modified', 'pattern', 'changes theta') end
    if pattern(copy(theta)) ~= value then
      impure('not-a-function', 'pattern', 'answers differently when asked again')
    end
  end
  return pure_answers('gradient', model.gradient, theta, n, { 'gradient' })
end

local function number(x) return ('%.17g'):format(x) end

local rng = gw.random(seed)

-- Where to check: the model's own point first, then random ones, drawn again
-- where the cost has no value. nil where none was found.
local function choose_point(k)
  local given, base = model.point and k == 1, nil
  for _ = 1, given and 1 or DRAWS do
    local theta = {}
    for i = 1, n do theta[i] = gw.random_normal(rng) end
    if given then
      local returned = call('point', model.point, theta)
      theta = type(returned) == 'table' and returned or theta
    end
    for i = 1, n do
      if type(theta[i]) ~= 'number' or theta[i] ~= theta[i] or math.abs(theta[i]) == math.huge then
        stop('point', ('point gives no finite number for theta[%d]'):format(i))
      end
    end
    base = cost(copy(theta))
    if math.abs(base) < math.huge then return theta end -- not so NaN
  end
  if k > 1 then return nil end
  local value = base ~= base and 'NaN' or base > 0 and 'inf' or '-inf'
  if given then stop('cost', ('cost is %s at the point of point'):format(value)) end
  stop('cost', ('cost is %s at each of %d random points: give one with point'):format(value, DRAWS))
end

-- The result for a list of numbers at `at`, named by blocks, that f depends on; and
-- `piece`, if it is given, that says which smooth piece of f they lie in.
local function check_at(list, at, gradient, f, how, piece)
  local parts, home, first = {}, {}, 0
  for b, block in ipairs(list) do
    local name, rows, cols = unpack(block)
    local P, dP = gw.matrix.new(rows, cols), gw.matrix.new(rows, cols)
    for r = 1, rows do
      for c = 1, cols do
        local i = first + (r - 1) * cols + c
        P:set(r, c, at[i])
        dP:set(r, c, gradient[i])
        home[i] = { P, r, c }
      end
    end
    parts[b] = { name, P, dP }
    first = first + rows * cols
  end
  local examples = tonumber(model.examples) or 0
  if not (examples >= 1 and examples < 2 ^ 31 and examples % 1 == 0) then examples = 0 end
  local number_of, numbers = {}, 0 -- of the pieces seen
  return check.gradient { blocks = parts, seed = seed, mode = how, examples = examples,
    alpha = alpha > 0 and alpha or nil, cost = function()
    local point = {} -- a new one: a function that changes its argument must not change ours
    for i = 1, first do
      local place = home[i]
      point[i] = place[1]:get(place[2], place[3])
    end
    local value = piece and piece(copy(point))
    if value and not number_of[value] then
      numbers = numbers + 1
      number_of[value] = numbers
    end
    return f(point), value and number_of[value]
  end }
end

-- Tells what was found, and for --explain the error against h of the worst entry.
-- @param blame function(block) that adds to what is said of a failed block
local function report(r, at, gradient, f, blame)
  local function entry(word, w)
    say(word, w.where, number(w.analytic), number(w.numeric), ('%.3g'):format(w.bound))
  end
  for b, block in ipairs(r.blocks) do
    say('block', block.name, block.verdict, block.cause, ('%.1f'):format(block.digits), block.entries, block.zeros)
    entry('worst', block.worst)
    local follows = blame and block.verdict == 'fail' and blame(b)
    for _, d in ipairs(block.diagnosis) do
      if not (follows and d.key == 'unknown') then say('diagnosis', d.key, d.text) end
    end
  end
  say('whole', r.verdict, r.cause, ('%.1f'):format(r.digits), ('%.0f'):format(r.evaluations), ('%.3g'):format(r.noise))
  if explain then
    entry('explain', r.worst)
    local i = r.worst.index
    local function along(x)
      local moved = copy(at)
      moved[i] = x
      return f(moved)
    end
    for _, p in ipairs(differences.curve(along, at[i], gradient[i])) do
      say('curve', ('%.6g'):format(p[1]), ('%.6g'):format(p[2]))
    end
  end
end

if mode == 'complex' then
  stop('mode', 'Lua has no complex numbers: --mode complex is for models in C')
end
local by_equations = mode == 'equations' and require('checker.equations').new {
  model = model, blocks = blocks, read_blocks = read_blocks, call = call, say = say, stop = stop, copy = copy,
  pure_answers = pure_answers, check_at = check_at, report = report }

for k = 1, points do
  local theta = choose_point(k)
  if not theta then break end
  say('point', k)
  local gradient = check_purity(theta)
  local r = check_at(blocks, theta, gradient, cost, mode, pattern)
  if by_equations then
    by_equations(theta, gradient, r, cost)
  else
    report(r, theta, gradient, cost)
  end
end
say 'end'
out:close()
