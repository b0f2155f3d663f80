--- What a wrong answer is, seen from the right one: its numbers in other places, what is
-- right for other inputs, or what is right times or plus something that is given. Each
-- is said only if it holds at every point at which it can be tested.
local ask = require 'judge.ask'
local declaration = require 'judge.declaration'

local relations = {}

local FEWEST = 4 -- numbers that tell it from what is right

local function near(yours, expected, bound)
  return math.abs(yours - expected) <= 4 * bound + 1e-9 * math.abs(expected)
end

-- Is output b everywhere expected(p, k)? A number that is none, or where nothing is expected,
-- tells nothing.
local function is_everywhere(points, b, expected)
  local told = 0
  for _, p in ipairs(points) do
    for k, right in ipairs(p.right_[b]) do
      local x, y, bound = expected(p, k), p.yours_[b][k], p.bound_[b][k]
      if x and x - x == 0 then
        if y - y ~= 0 or not near(y, x, bound) then return false end
        if math.abs(x - right) > 100 * bound then told = told + 1 end
      end
    end
  end
  return told >= FEWEST
end

-- Its numbers in other places.
local function places(d, points, b)
  local a = d.outputs[b]
  if not a.size then return nil end
  local two = #a.size == 2
  local function size(p) return two and declaration.extent(p, a.size[2]) or #p.right_[b] end
  local function all(p, add, first)
    local x = first
    for _, r in ipairs(p.right_[b]) do x = add(x, r) end
    return x
  end
  local function sum(p) return all(p, function(x, y) return x + y end, 0) end
  local list = {
    { 'reversed', 'holds the right numbers in the reverse order', function(p, k)
      return p.right_[b][#p.right_[b] + 1 - k] end },
    { 'shifted', 'holds the right numbers one entry too late', function(p, k)
      return k > 1 and p.right_[b][k - 1] or nil end },
    { 'shifted', 'holds the right numbers one entry too early', function(p, k) return p.right_[b][k + 1] end },
    { 'all-first', 'holds everywhere what belongs into its first entry', function(p) return p.right_[b][1] end },
    { 'all-last', 'holds everywhere what belongs into its last entry', function(p)
      return p.right_[b][#p.right_[b]] end },
    { 'all-sum', 'holds everywhere the sum of what belongs into its entries', sum },
    { 'all-mean', 'holds everywhere the mean of what belongs into its entries', function(p)
      return sum(p) / #p.right_[b] end },
    { 'running-sum', 'holds in each entry the sum of what belongs into all up to it', function(p, k)
      local s = 0
      for i = 1, k do s = s + p.right_[b][i] end
      return s
    end },
  }
  if two and a.size[2] ~= 1 then
    list[#list + 1] = { 'transposed', 'is transposed: its rows are what belongs into its columns', function(p, k)
      local cols = size(p)
      local rows = #p.right_[b] / cols
      local i, j = math.floor((k - 1) / cols), (k - 1) % cols
      return j < rows and i < cols and p.right_[b][j * cols + i + 1] or nil
    end }
    list[#list + 1] = { 'first-column', 'holds in every column what belongs into the first', function(p, k)
      return p.right_[b][math.floor((k - 1) / size(p)) * size(p) + 1] end }
    list[#list + 1] = { 'first-row', 'holds in every row what belongs into the first', function(p, k)
      return p.right_[b][(k - 1) % size(p) + 1] end }
  end
  for _, each in ipairs(list) do
    if is_everywhere(points, b, each[3]) then return each[1], ('%s %s'):format(a.name, each[2]) end
  end
end

-- A table without its first or its last entry along the direction of a letter.
local function shorter(t, size, p, letter, at_end)
  local rows = declaration.extent(p, size[1])
  local cols = #size > 1 and declaration.extent(p, size[2]) or 1
  local some = {}
  for i = 0, rows - 1 do
    for j = 0, cols - 1 do
      local out = size[1] == letter and i == (at_end and rows - 1 or 0) or
        size[2] == letter and j == (at_end and cols - 1 or 0)
      if not out then some[#some + 1] = t[i * cols + j + 1] end
    end
  end
  return some
end

-- Other inputs: {key, text, change(q)}, which changes a copy of a point, or returns false.
local function others(d)
  local list, scalars = {}, {}
  local function add(key, text, change) list[#list + 1] = { key, text, change } end
  for _, a in ipairs(d.inputs) do if not a.size then scalars[#scalars + 1] = a end end
  for i, a in ipairs(scalars) do
    local n, is_whole = a.name, a.kind == 'int'
    for k = i + 1, #scalars do
      local m = scalars[k].name
      if (scalars[k].kind == 'int') == is_whole then
        add('exchanged-inputs', ('with %s instead of %s, and %s in that of %s'):format(m, n, n, m), function(q)
          q[n], q[m] = q[m], q[n]
        end)
      end
    end
    for _, other in ipairs(scalars) do
      if other ~= a and (other.kind == 'int') == is_whole then
        add('one-for-the-other', ('with %s instead of %s'):format(other.name, n), function(q)
          q[n] = q[other.name]
        end)
      end
    end
    local function with(text, f) add('other-input', (text:gsub('%%s', n)), function(q) q[n] = f(q[n]) end) end
    with('with −%s instead of %s', function(x) return -x end)
    with('with the size of %s, without its sign', math.abs)
    if is_whole then
      with('with %s − 1 instead of %s', function(x) return x - 1 end)
      with('with %s + 1 instead of %s', function(x) return x + 1 end)
    else
      with('with 0 instead of %s', function() return 0 end)
      with('with 1 instead of %s', function() return 1 end)
      with('with %s cut to a whole number', function(x) return x < 0 and math.ceil(x) or math.floor(x) end)
      with('with 2 %s instead of %s', function(x) return 2 * x end)
      with('with %s/2 instead of %s', function(x) return x / 2 end)
      with('with the square of %s instead of %s', function(x) return x * x end)
      with('with the root of %s instead of %s', function(x) return math.sqrt(x) end)
      with('with 1/%s instead of %s', function(x) return 1 / x end)
      with('with %s taken for degrees', function(x) return x * math.pi / 180 end)
    end
  end
  for _, letter in ipairs(d.letters) do
    for _, at_end in ipairs { true, false } do
      add('left-out', ('without the %s entry along %s'):format(at_end and 'last' or 'first', letter), function(q)
        if q[letter] <= math.max(1, d.least[letter] or 1) then return false end
        for _, a in ipairs(d.inputs) do
          if a.size and (a.size[1] == letter or a.size[2] == letter) then
            q[a.name] = shorter(q[a.name], a.size, q, letter, at_end)
          end
        end
        q[letter] = q[letter] - 1
      end)
    end
  end
  local tables = {}
  for _, a in ipairs(d.inputs) do if a.size then tables[#tables + 1] = a end end
  for i, a in ipairs(tables) do
    for k = i + 1, #tables do
      local c = tables[k]
      if table.concat(a.size, ' ') == table.concat(c.size, ' ') then
        add('exchanged-inputs', ('with %s and %s exchanged'):format(a.name, c.name), function(q)
          q[a.name], q[c.name] = q[c.name], q[a.name]
        end)
      end
    end
    local function with(text, f)
      add('other-input', (text:gsub('%%s', a.name)), function(q)
        local t = {}
        for k in ipairs(q[a.name]) do t[k] = f(q[a.name], k) end
        q[a.name] = t
      end)
    end
    with('if all of %s were 0', function() return 0 end)
    with('if all of %s were 1', function() return 1 end)
    with('with −%s instead of %s', function(t, k) return -t[k] end)
    with('with the sizes of the numbers of %s, without their signs', function(t, k) return math.abs(t[k]) end)
    with('if all of %s were as its first number', function(t) return t[1] end)
    with('with the squares of the numbers of %s', function(t, k) return t[k] * t[k] end)
  end
  return list
end

local MOST_POINTS, MOST_NUMBERS = 40, 200

-- What is right for other inputs.
local function inputs(e, d, points, b, scratch)
  if d.derive or d.property then return nil end
  local some, list = {}, others(d)
  for _, p in ipairs(points) do
    local is_small = true
    for _, letter in ipairs(d.letters) do is_small = is_small and p[letter] < MOST_NUMBERS end
    if #some < MOST_POINTS and is_small then some[#some + 1] = p end
  end
  local questions, of = {}, {}
  for c, each in ipairs(list) do
    for i, p in ipairs(some) do
      local q = setmetatable({}, { __index = p })
      for _, a in ipairs(d.inputs) do q[a.name] = p[a.name] end
      if each[3](q) ~= false and (not d.where or d.where(q)) then
        questions[#questions + 1] = { q }
        of[#questions] = { c, i }
      end
    end
  end
  local replies = (ask.variants(ask.built(e, 'judge'), scratch, d, questions, 1, 1) or {})[1] or {}
  if #replies < #questions then return nil end
  local by = {}
  for n, place in ipairs(of) do
    by[place[1]] = by[place[1]] or {}
    by[place[1]][some[place[2]]] = replies[n].out
  end
  for c, each in ipairs(list) do
    local out = by[c]
    local same = out and is_everywhere(some, b, function(p, k)
      return out[p] and #out[p][b] == #p.right_[b] and out[p][b][k] or nil
    end)
    if same then return each[1], ('%s what is right %s'):format(relations.is(d, b), each[2]) end
  end
end

--- «your answer is», «dw is».
function relations.is(d, b) return d.outputs[b].name .. ' is' end

-- What is given, and simple functions of it: {text, f(p)}.
local function simple(d)
  local list, names = {}, {}
  for _, a in ipairs(d.inputs) do if not a.size then names[#names + 1] = a.name end end
  for _, letter in ipairs(d.letters) do if not d.domain[letter] then names[#names + 1] = letter end end
  local function add(text, f) list[#list + 1] = { text, f } end
  for i, n in ipairs(names) do
    add(n, function(p) return p[n] end)
    for k = i + 1, #names do
      local m = names[k]
      add(n .. ' ' .. m, function(p) return p[n] * p[m] end)
      add(('%s/%s'):format(n, m), function(p) return p[n] / p[m] end)
      add(('(%s + %s)'):format(n, m), function(p) return p[n] + p[m] end)
      add(('(%s − %s)'):format(n, m), function(p) return p[n] - p[m] end)
    end
    add(n .. '²', function(p) return p[n] ^ 2 end)
    add(('the root of %s'):format(n), function(p) return math.sqrt(p[n]) end)
    add(('(%s − 1)'):format(n), function(p) return p[n] - 1 end)
    add(('(%s + 1)'):format(n), function(p) return p[n] + 1 end)
    add(('(1 + %s²)'):format(n), function(p) return 1 + p[n] ^ 2 end)
    add(('√(1 + %s²)'):format(n), function(p) return math.sqrt(1 + p[n] ^ 2) end)
    add(('exp(%s)'):format(n), function(p) return math.exp(p[n]) end)
    add(('exp(−%s)'):format(n), function(p) return math.exp(-p[n]) end)
    add(('the size of %s'):format(n), function(p) return math.abs(p[n]) end)
  end
  if d.cost and not d.constant then add('the function itself', d.cost) end
  return list
end

local TIMES = { { 1, '' }, { -1, 'minus ' }, { 2, 'twice ' }, { 0.5, 'half of ' }, { -2, 'minus twice ' } }

-- What is right times, by, plus or minus something that is given.
local function given(d, points, b)
  local is = relations.is(d, b)
  for _, each in ipairs(simple(d)) do
    local f = each[2]
    for _, c in ipairs(TIMES) do
      local with = c[2] .. each[1]
      if is_everywhere(points, b, function(p, k) return p.right_[b][k] * c[1] * f(p) end) then
        return 'times', ('%s everywhere what is right times %s'):format(is, with)
      elseif is_everywhere(points, b, function(p, k) return p.right_[b][k] / (c[1] * f(p)) end) then
        return 'divided', ('%s everywhere what is right divided by %s'):format(is, with)
      elseif is_everywhere(points, b, function(p, k) return p.right_[b][k] + c[1] * f(p) end) then
        return 'plus', ('%s everywhere what is right %s'):format(is, c[1] < 0 and with or 'plus ' .. with)
      end
    end
  end
  for _, c in ipairs { 1, -1, 2, -2, 0.5, -0.5 } do
    if is_everywhere(points, b, function(p, k) return p.right_[b][k] + c end) then
      return 'plus', ('%s everywhere %g too %s'):format(is, math.abs(c), c > 0 and 'large' or 'small')
    end
  end
end

--- What output b is, seen from the right one: key and sentence, if it is told.
function relations.of(e, d, points, b, scratch)
  local key, text = places(d, points, b)
  if not key then key, text = inputs(e, d, points, b, scratch) end
  if not key and not d.constant then key, text = given(d, points, b) end
  return key, text
end

return relations
