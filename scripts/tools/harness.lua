-- Runs the gradient checker on a model given as Lua: the twin of harness.c, with
-- the same words on its output (see there).
--
--   luajit harness.lua FILE.lua RESULT SEED POINTS EXPLAIN
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local path, result_path, seed, points, explain = arg[1], arg[2], tonumber(arg[3]), tonumber(arg[4]), arg[5] == '1'
local check = require 'gw.check'
local gw = require 'gw'

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

-- "W1 4x2, b1 4x1" → {{name, rows, cols}, …}.
local function read_blocks()
  if not model.blocks or model.blocks == '' then return { { 'theta', model.size, 1 } } end
  local blocks, total = {}, 0
  for part in (model.blocks .. ','):gmatch '%s*(.-)%s*,' do
    local name, rows, cols = part:match '^(%S+)%s+(%d+)x(%d+)$'
    rows, cols = tonumber(rows), tonumber(cols)
    if not name or rows < 1 or cols < 1 then
      stop('blocks', ('blocks: cannot read «%s»: write name rowsxcols'):format(part))
    end
    blocks[#blocks + 1] = { name, rows, cols }
    total = total + rows * cols
  end
  if total ~= model.size then
    stop('blocks', ('blocks covers %d parameters, size says %d'):format(total, model.size))
  end
  return blocks
end

local n, blocks = model.size, read_blocks()
local POISON = 6.0e66

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

local function copy(list)
  local out_list = {}
  for i = 1, n do out_list[i] = list[i] end
  return out_list
end

local function changed(a, b)
  for i = 1, n do
    if a[i] ~= b[i] and (a[i] == a[i] or b[i] == b[i]) then return true end
  end
  return false
end

-- The gradient written into a buffer that holds `fill`.
local function gradient_of(theta, fill)
  local buffer = {}
  for i = 1, n do buffer[i] = fill end
  call('gradient', model.gradient, theta, buffer)
  for i = 1, n do
    if type(buffer[i]) ~= 'number' then
      stop('gradient', ('gradient[%d] is a %s, not a number'):format(i, type(buffer[i])))
    end
  end
  return buffer
end

local function check_purity(theta)
  local given = copy(theta)
  cost(given)
  if changed(given, theta) then say('purity', 'theta-modified', 'cost changes theta') end
  given = copy(theta)
  local once = gradient_of(given, 0)
  if changed(given, theta) then say('purity', 'theta-modified', 'gradient changes theta') end
  for key in pairs(once) do
    if type(key) ~= 'number' or key < 1 or key > n then
      say('purity', 'out-of-bounds', ('gradient writes gradient[%s], outside of 1 to %d'):format(tostring(key), n))
      break
    end
  end
  local again, unwritten, other = gradient_of(copy(theta), POISON), 0, 0
  for i = 1, n do
    if again[i] == POISON then unwritten = unwritten + 1
    elseif again[i] ~= once[i] and once[i] == once[i] then other = other + 1 end
  end
  if unwritten > 0 and unwritten < n then
    say('purity', 'unwritten', ('gradient leaves %d of %d entries as they were'):format(unwritten, n))
  elseif unwritten + other > 0 then
    local from_one, by_one = gradient_of(copy(theta), 1), 0
    for i = 1, n do
      if math.abs(from_one[i] - once[i] - 1) <= 2 ^ -49 * (1 + math.abs(once[i])) then by_one = by_one + 1 end
    end
    if by_one == n and unwritten < n then
      say('purity', 'accumulated', 'gradient adds to what is in the buffer: clear it first')
    elseif by_one == n then
      say('purity', 'unwritten', 'gradient writes nothing, or adds to what is in the buffer')
    else
      say('purity', 'not-a-function', 'gradient answers differently when asked again')
    end
  end
  return once
end

local function number(x) return ('%.17g'):format(x) end

local rng = gw.random(seed)
for k = 1, points do
  say('point', k)
  local theta = {}
  for i = 1, n do theta[i] = gw.random_normal(rng) end
  if model.point and k == 1 then
    local given = call('point', model.point, theta)
    theta = type(given) == 'table' and given or theta
  end
  for i = 1, n do
    if type(theta[i]) ~= 'number' or theta[i] ~= theta[i] or math.abs(theta[i]) == math.huge then
      stop('point', ('point gives no finite number for theta[%d]'):format(i))
    end
  end
  local base = cost(copy(theta))
  if base ~= base or math.abs(base) == math.huge then
    stop('cost', ('cost is %s at the point: give another with point'):format(base))
  end
  local gradient = check_purity(theta)

  local parts, at, first = {}, {}, 0
  for b, block in ipairs(blocks) do
    local name, rows, cols = unpack(block)
    local P, dP = gw.matrix.new(rows, cols), gw.matrix.new(rows, cols)
    for r = 1, rows do
      for c = 1, cols do
        local i = first + (r - 1) * cols + c
        P:set(r, c, theta[i])
        dP:set(r, c, gradient[i])
        at[i] = { P, r, c }
      end
    end
    parts[b] = { name, P, dP }
    first = first + rows * cols
  end
  local point = {}
  local r = check.gradient { blocks = parts, seed = seed, examples = model.examples, cost = function()
    for i = 1, n do
      local place = at[i]
      point[i] = place[1]:get(place[2], place[3])
    end
    return cost(point)
  end }
  for _, block in ipairs(r.blocks) do
    say('block', block.name, block.verdict, block.cause, ('%.1f'):format(block.digits), block.entries, block.zeros)
    local w = block.worst
    say('worst', w.where, number(w.analytic), number(w.numeric), ('%.3g'):format(w.bound))
    for _, d in ipairs(block.diagnosis) do say('diagnosis', d.key, d.text) end
  end
  say('whole', r.verdict, r.cause, ('%.1f'):format(r.digits), ('%.0f'):format(r.evaluations), ('%.3g'):format(r.noise))
  if explain then
    local i = r.worst.index
    for step = 0, 40 do
      local h = math.max(1, math.abs(theta[i])) * 10 ^ (-0.35 * step)
      local plus, minus = copy(theta), copy(theta)
      plus[i], minus[i] = theta[i] + h, theta[i] - h
      local slope = (cost(plus) - cost(minus)) / (plus[i] - minus[i])
      if slope == slope and math.abs(slope) < math.huge then
        say('curve', ('%.6g'):format(h), ('%.6g'):format(math.abs(slope - gradient[i])), number(slope))
      end
    end
  end
end
out:close()
