--- Draws the points for which an answer is judged from what its exercise declares: the
-- worked example; the ends, 0 and ±1, far decades, equal and exchanged inputs, turned
-- signs, the constants in the reader's own text and what lies beside them; tables of 0, of
-- equal numbers, and of nearly equal ones far from 0; sizes 1, 2, odd, one smaller than the
-- other, larger and large; and uniform ones.
local declaration = require 'judge.declaration'
local random = require 'judge.random'
local source = require 'judge.source'

local points = {}

local ACROSS = 40 -- steps

local function fits(o, x)
  if x ~= x then return false end
  if o.one_of then
    for _, y in ipairs(o.one_of) do if x == y then return true end end
    return false
  end
  return x >= o[1] and x <= o[2] and not (o.above and x == o[1]) and not (o.not0 and x == 0) and
    not (o.whole and x ~= math.floor(x))
end

-- One number of a domain. Numbers with few digits are drawn too: their sums are exact.
local function draw(o, rng)
  if o.one_of then return o.one_of[math.min(#o.one_of, 1 + math.floor(rng(0, #o.one_of)))] end
  local x
  repeat
    x = rng(o[1], o[2])
    if o[2] - o[1] > 100 and rng() < 0.5 then -- near 0, too, where the domain is wide
      x = rng(math.max(o[1], -5), math.min(o[2], 5))
    end
    if o.whole then x = math.floor(x + 0.5) elseif rng() < 0.2 then x = math.floor(x * 4 + 0.5) / 4 end
  until fits(o, x)
  return x
end

-- The end of a domain that lies farther from 0, and a number close to it: what is left of
-- the difference of two such has lost digits.
local function farthest(o) return o.one_of and o.one_of[#o.one_of] or (o.above or -o[1] <= o[2]) and o[2] or o[1] end

local function near(o, rng)
  if o.one_of or o.whole then return draw(o, rng) end
  local x = farthest(o)
  return x - (x > 0 and 1 or -1) * (o[2] - o[1]) * 6e-3 * (1 + 1e-3 * rng())
end

-- A number not far from another.
local function beside(o, x, rng)
  local y = x + (o.one_of and 0 or (o[2] - o[1]) * 6e-3 * (rng() < 0.5 and -1 or 1))
  return fits(o, y) and y or draw(o, rng)
end

-- The numbers of a domain at which something may happen.
local function special(o, constants)
  local list, seen = {}, {}
  local function add(x)
    if fits(o, x) and not seen[x] then
      list[#list + 1] = x
      seen[x] = true
    end
  end
  if o.one_of then return o.one_of end
  add(o[1])
  add(o[2])
  for x = 0, 3 do
    add(x)
    add(-x)
  end
  add(0.5)
  add(-0.5)
  for _, part in ipairs { 0.02, 0.1, 0.3, 0.7, 0.9, 0.98, 0.999 } do
    local x = o[1] + part * (o[2] - o[1])
    add(o.whole and math.floor(x + 0.5) or x)
  end
  for exponent = -8, 6 do
    for _, x in ipairs { 10 ^ exponent, 3 * 10 ^ exponent } do
      add(x)
      add(-x)
    end
  end
  for _, c in ipairs(constants) do
    for _, x in ipairs { c, -c } do
      add(x)
      for _, h in ipairs { 1e-9, 0.01, 1 } do
        add(x + h * math.max(1, h < 1 and math.abs(x) or 1))
        add(x - h * math.max(1, h < 1 and math.abs(x) or 1))
      end
    end
  end
  return list
end

--- Numbers across a domain, in equal steps, and again near 0 where it is wide.
function points.across(o)
  local list = {}
  if o.one_of then return o.one_of end
  for _, ends in ipairs { { o[1], o[2] }, { math.max(o[1], -4), math.min(o[2], 4) } } do
    for i = 0, ACROSS do
      local x = ends[1] + (ends[2] - ends[1]) * i / ACROSS
      if o.whole then x = math.floor(x + 0.5) end
      if fits(o, x) and (#list == 0 or x ~= list[#list]) then list[#list + 1] = x end
    end
    if o[2] - o[1] <= 12 then break end
  end
  return list
end

local function itself(x) return x end
local function root(x) return math.sqrt(math.abs(x)) end -- x * x < 9 is |x| < 3
local function logarithm(x) return x > 0 and math.log(x) or x end -- exp(x) > 1e6 is x > 13.8

--- The numbers in a text, without 0 and 1, and what x may be there, the first twenty-four; or
-- more, of many texts.
function points.constants(text, most)
  local list, seen, tokens = {}, { [0] = true, [1] = true }, source.tokens(source.expanded(text))
  for _, f in ipairs { itself, root, logarithm } do
    for _, t in ipairs(tokens) do
      local x = t.kind == 'number' and tonumber((t.text:gsub('[fFlLuU]+$', '')))
      local y = x and f(x)
      if y and not seen[y] and #list < (most or 24) then
        list[#list + 1] = y
        seen[y] = true
      end
    end
  end
  return list
end

-- Sizes for so many letters, up to declaration.MOST; those above LARGE get few points.
local LARGE = 100
local MOST = declaration.MOST
local SIZES = {
  { { 1 }, { 2 }, { 3 }, { 4 }, { 5 }, { 8 }, { 17 }, { MOST[1] } },
  { { 1, 1 }, { 1, 3 }, { 3, 1 }, { 2, 1 }, { 1, 2 }, { 2, 5 }, { 5, 2 }, { 3, 3 }, { 7, 4 }, { 2, 2 }, { MOST[2], 2 },
    { 2, MOST[2] } },
  { { 1, 1, 1 }, { 1, 2, 3 }, { 3, 2, 1 }, { 2, 3, 1 }, { 4, 1, 3 }, { 3, 3, 3 }, { 5, 2, 4 }, { 2, 5, 3 },
    { 1, 1, 4 }, { 6, 1, 1 }, { 1, 4, 1 }, { 2, 3, MOST[3] }, { 2, MOST[3], 3 },
    { MOST[3], 2, 3 } },
}

-- Each two of a list, once: a, b.
local function couples(list)
  local i, k = 1, 1
  return function()
    k = k + 1
    if k > #list then i, k = i + 1, i + 2 end
    if k <= #list then return list[i], list[k] end
  end
end

-- The ends of a domain, or what lies close to one that it leaves out.
local function ends_of(o)
  if o.one_of then return o.one_of[1], o.one_of[#o.one_of] end
  return fits(o, o[1]) and o[1] or o[1] + 1e-3 * (o[2] - o[1]), o[2]
end

-- The largest size up to `most` with which the corner that point(n) makes still fulfils what must hold
-- together; nothing, if none does.
local function largest(least, most, point)
  local q, low, high = point(most), least, most
  while not q and high - low > 1 do
    local middle = math.floor((low + high) / 2)
    if point(middle) then low = middle else high = middle end
    if high - low <= 1 then q = point(low) end
  end
  return q
end

local UNIFORM, MOST_NAMED = 40, 4
local CORNERS = 5 -- inputs of which each is at its one end or its other, in all ways

--- The points for a declaration and a reader's text, the example first; `more` further
-- uniform ones; `most` constants of the text.
function points.draw(d, text, more, most)
  local rng, list, constants = random.uniform(2026 + (more or 0)), {}, points.constants(text or '', most)
  local function add(p, is_sure)
    p.sure_ = is_sure
    if is_sure or not d.where or d.where(p) then list[#list + 1] = p end
  end
  local function fill(p, how)
    for _, a in ipairs(d.inputs) do
      if a.size then
        local n, t = declaration.size(a, p), {}
        local some = how == 'special' and special(a.domain, constants)
        local same = draw(a.domain, rng)
        for k = 1, n do
          t[k] = how == 'zero' and fits(a.domain, 0) and 0 or (how == 'equal' or how == 'one') and same or
            how == 'near' and near(a.domain, rng) or
            some and rng() < 0.7 and some[1 + math.floor(rng(0, #some - 1e-9))] or draw(a.domain, rng)
        end
        if how == 'near' then t[1] = farthest(a.domain) end
        if how == 'one' then t[1 + math.floor(rng(0, n - 1e-9))] = beside(a.domain, same, rng) end
        p[a.name] = t
      else
        p[a.name] = draw(a.domain, rng)
      end
    end
    if d.derive then d.derive(p, rng) end
    return p
  end
  -- A point whose numbers are drawn until what must hold together does.
  local function fresh(p, how)
    for _ = 1, 50 do
      local q = {}
      for k, v in pairs(p or {}) do q[k] = v end
      fill(q, how)
      if not d.where or d.where(q) then return q end
    end
  end
  local function given(one)
    local p = {} -- its own, for what is right there is written into it
    for k, v in pairs(one) do p[k] = v end
    if d.derive and not (p.sure_ or d.property) and #d.letters > 0 then d.derive(p, rng) end
    add(p, true)
  end
  given(d.example)
  if more then
    for _ = 1, more do
      local size = {}
      for _, letter in ipairs(d.letters) do size[letter] = math.floor(rng(d.least[letter] or 1, 7)) end
      local q = fresh(size, rng() < 0.3 and 'special' or nil)
      if q then add(q) end
    end
    return list
  end
  for _, p in ipairs(d.also or {}) do given(p) end
  if #d.letters > 0 then
    for _, combination in ipairs(SIZES[#d.letters]) do
      local size = {}
      for i, letter in ipairs(d.letters) do size[letter] = math.max(combination[i], d.least[letter] or 1) end
      for _, how in ipairs(math.max(unpack(combination)) > LARGE and { 'any', 'any', 'special', 'equal', 'one' } or
        { 'any', 'any', 'special', 'equal', 'zero', 'near' }) do
        local q = fresh(size, how)
        if q then add(q) end
      end
    end
  end
  -- The corners: all entries of an input at one end of its domain or at the other, or by turns, at the
  -- smallest size and at the largest at which that may be. A sum comes near its own ends there alone.
  local function corner(size, which)
    local p = {}
    for letter, n in pairs(size) do p[letter] = n end
    for i, a in ipairs(d.inputs) do
      local low, high = ends_of(a.domain)
      local is_high = math.floor(which / 2 ^ ((i - 1) % CORNERS)) % 2 == 1
      if a.size then
        p[a.name] = {}
        for k = 1, declaration.size(a, p) do
          p[a.name][k] = (which < 0 and (k + which) % 2 == 0 or which >= 0 and is_high) and high or low
        end
      else
        p[a.name] = is_high and high or low
      end
    end
    if d.derive then d.derive(p, rng) end
    return (not d.where or d.where(p)) and p
  end
  local function corners(size, letter)
    for which = -2, 2 ^ math.min(#d.inputs, CORNERS) - 1 do
      local least = d.least[letter] or 1
      local q = largest(least, letter and size[letter] or least, function(n)
        local some = {}
        for each, m in pairs(size) do some[each] = each == letter and n or m end
        return corner(some, which)
      end)
      if q then add(q) end
    end
  end
  if #d.letters > 0 then
    local small = {}
    for _, letter in ipairs(d.letters) do small[letter] = d.least[letter] or 1 end
    corners(small)
    for i, letter in ipairs(d.letters) do
      local size = {}
      for k, other in ipairs(d.letters) do size[other] = math.max(k == i and MOST[#d.letters] or 2, small[other]) end
      corners(size, letter)
    end
  end
  -- Sizes that the text names, and those beside them.
  local named = 0
  for _, c in ipairs(constants) do
    if #d.letters > 0 and c == math.floor(c) and c >= 2 and c <= MOST[#d.letters] and named < MOST_NAMED then
      named = named + 1
      for _, letter in ipairs(d.letters) do
        for _, n in ipairs { c, c + 1 } do
          local size = {}
          for i, other in ipairs(d.letters) do size[other] = math.max(i + 1, d.least[other] or 1) end
          size[letter] = math.min(math.max(n, d.least[letter] or 1), MOST[#d.letters])
          local q = fresh(size)
          if q then add(q) end
        end
      end
    end
  end
  local base = {}
  for i, letter in ipairs(d.letters) do base[letter] = ({ 3, 4, 2 })[i] end
  local function with(...)
    local q = fresh(base)
    local words = { ... }
    for i = 1, #words, 2 do q[words[i]] = words[i + 1] end
    add(q)
    if d.derive then -- and what belongs to it where that is so
      local bound = {}
      for k, v in pairs(q) do bound[k] = v end
      d.derive(bound, rng)
      add(bound)
    end
  end
  local scalars = {}
  for _, a in ipairs(d.inputs) do if not a.size then scalars[#scalars + 1] = a end end
  for _, a in ipairs(scalars) do
    for _, x in ipairs(special(a.domain, constants)) do with(a.name, x) end
  end
  for a, b in couples(scalars) do
    for _ = 1, 2 do
      local x, y = draw(a.domain, rng), draw(b.domain, rng)
      if fits(b.domain, x) then with(a.name, x, b.name, x) end
      if fits(b.domain, -x) then with(a.name, x, b.name, -x) end
      if fits(a.domain, y) and fits(b.domain, x) then
        with(a.name, x, b.name, y)
        with(a.name, y, b.name, x)
      end
    end
  end
  -- Two that are not far apart, at distances in logarithmic steps and those that the text names.
  local apart = { 1e-6, 1e-4, 1e-3, 0.011, 0.03, 0.1, 0.3, 1, 3 }
  for c = 1, math.min(#constants, 6) do apart[#apart + 1] = 0.7 * math.abs(constants[c]) end
  for a, b in couples(#scalars <= 3 and scalars or {}) do
    for n, h in ipairs(apart) do
      local x = draw(a.domain, rng)
      local y = x + (n % 2 == 0 and h or -h)
      if not fits(b.domain, y) then y = 2 * x - y end
      if fits(b.domain, y) then with(a.name, x, b.name, y) end
    end
  end
  -- The simplest numbers: 0, ±1 and the ends.
  for a, b in couples(scalars) do
    for _, x in ipairs { 0, 1, -1, a.domain[2] or 1 } do
      for _, y in ipairs { 0, 1, -1, b.domain[2] or 1 } do
        if fits(a.domain, x) and fits(b.domain, y) then with(a.name, x, b.name, y) end
      end
    end
  end
  for _ = 1, #scalars > 0 and UNIFORM or 0 do
    local q = fresh(base)
    add(q)
    local turned, all_fit = {}, true
    for k, v in pairs(q) do turned[k] = v end
    for _, a in ipairs(scalars) do
      turned[a.name] = -q[a.name]
      all_fit = all_fit and fits(a.domain, -q[a.name])
    end
    if all_fit then add(turned) end
  end
  return list
end

return points
