--- Where an answer is right, in a few words.
local declaration = require 'judge.declaration'
local explain = require 'judge.explain'
local source = require 'judge.source'

local is_right, number = explain.is_right, explain.number
local FEW = 0.1 -- part of a half, which may be right by chance
local NARROW = 1e-3 -- part of what was tried, which is no range but a place
local MANY = 2 -- above which a whole number may stand for its multiples
local FEWEST_ALIKE = 4 -- wrong numbers that are all the same, to be called so

local COMPARES = {}
for word in ('< > <= >= == !='):gmatch '%S+' do COMPARES[word] = true end

-- Does the number at token i bound something: is it compared, or an end that is kept to?
local function is_bound(t, i)
  local before, after = t[i - 1], t[i + 1]
  if before and before.text == '-' then before = t[i - 2] end
  if before and COMPARES[before.text] or after and COMPARES[after.text] then return true end
  for k = i - 1, 1, -1 do
    if t[k].text:match '^[;{}]$' then return false end
    if t[k].text == 'fmin' or t[k].text == 'fmax' then return true end
  end
end

-- «; line 13 has the number 700», where the code compares with one there.
local function number_between(code, from, to)
  local low, high = math.min(from, to), math.max(from, to)
  low, high = low - 1e-3 * math.abs(low), high + 1e-3 * math.abs(high)
  local tokens = source.tokens(source.expanded(code))
  for i, t in ipairs(tokens) do
    local x = t.kind == 'number' and is_bound(tokens, i) and tonumber(t.text)
    for _, y in ipairs(x and x ~= 0 and { x, -x } or {}) do
      if y >= low and y <= high then
        return ('; line %d has the number %s'):format(t.line, t.text)
      end
    end
  end
  return ''
end

-- Ways to part the points in two: «right for x above 0, wrong below».
local function halves(d, points, code)
  local list = {}
  local function add(text, is_in, is_beside, is_range)
    list[#list + 1] = { text = text, is_in = is_in, is_beside = is_beside, is_range = is_range }
  end
  for _, letter in ipairs(d.letters) do
    add(('right where %s is 1, wrong where it is more'):format(letter), function(p) return p[letter] == 1 end)
    add(('wrong where %s is 1, right where it is more'):format(letter), function(p) return p[letter] > 1 end)
  end
  for i, x in ipairs(d.letters) do
    for k, y in ipairs(d.letters) do
      if i < k then
        add(('right where %s and %s are equal, wrong elsewhere'):format(x, y), function(p) return p[x] == p[y] end)
      end
    end
  end
  local scalars = {}
  for _, a in ipairs(d.inputs) do if not a.size then scalars[#scalars + 1] = a end end
  for _, a in ipairs(scalars) do
    local n = a.name
    if a.domain.one_of or a.domain[1] < 0 then
      add(('right for %s above 0, wrong elsewhere'):format(n), function(p) return p[n] > 0 end)
      add(('right for %s from 0 on, wrong below'):format(n), function(p) return p[n] >= 0 end)
      add(('right for %s below 0, wrong elsewhere'):format(n), function(p) return p[n] < 0 end)
      add(('right for %s up to 0, wrong above'):format(n), function(p) return p[n] <= 0 end)
    end
    for _, x in ipairs(a.domain.one_of or { 0, 1, -1 }) do
      add(('right but where %s is %g'):format(n, x), function(p) return p[n] ~= x end)
      add(('right where %s is %g alone'):format(n, x), function(p) return p[n] == x end, function(p)
        return math.abs(p[n] - x) <= 1e-5 * math.max(1, math.abs(x))
      end)
    end
    local whole, count = {}, 0
    for _, p in ipairs(points) do
      if p.is_right_ and p[n] == math.floor(p[n]) and not whole[p[n]] then whole[p[n]], count = true, count + 1 end
    end
    if not a.domain.whole and not a.domain.one_of and count >= 4 then
      add(('right where %s is a whole number, wrong between'):format(n), function(p)
        return p[n] == math.floor(p[n])
      end)
      add(('right where %s is a whole number above 0, wrong elsewhere'):format(n), function(p)
        return p[n] > 0 and p[n] == math.floor(p[n])
      end)
    end
  end
  for i, a in ipairs(scalars) do
    for k = i + 1, #scalars do
      local x, y = a.name, scalars[k].name
      if a.kind == scalars[k].kind then -- a number of rounds is not above a length
        add(('right but where %s and %s are equal'):format(x, y), function(p) return p[x] ~= p[y] end)
        add(('right where %s is above %s, wrong elsewhere'):format(x, y), function(p) return p[x] > p[y] end)
        add(('right where %s is below %s, wrong elsewhere'):format(x, y), function(p) return p[x] < p[y] end)
        add(('right but where %s and %s are both 0'):format(x, y), function(p) return p[x] ~= 0 or p[y] ~= 0 end)
      end
    end
  end
  -- A number that is the same wherever it is wrong.
  local wrong = {}
  for _, p in ipairs(points) do if not p.is_right_ then wrong[#wrong + 1] = p end end
  local names, is_whole = {}, {}
  for _, letter in ipairs(d.letters) do names[#names + 1], is_whole[letter] = letter, true end
  for _, a in ipairs(scalars) do names[#names + 1], is_whole[a.name] = a.name, a.domain.whole end
  -- Where it may as well be each multiple of it that is wrong, some that are right must have been tried.
  local function may_be_alone(name, x)
    if math.abs(x) <= MANY then return true end
    for _, p in ipairs(points) do
      if p.is_right_ and p[name] ~= 0 and p[name] % x == 0 then return true end
    end
    return false
  end
  for _, name in ipairs(names) do
    local x = wrong[2] and wrong[1][name]
    for _, p in ipairs(wrong) do x = p[name] == x and x end
    if x and (not is_whole[name] or may_be_alone(name, x)) then
      add(('right but where %s is %s'):format(name, number(x, 6)), function(p) return p[name] ~= x end)
    end
  end
  -- Up to where it is right, if it is so on one side.
  for _, a in ipairs(scalars) do
    local sorted = {}
    for _, p in ipairs(points) do sorted[#sorted + 1] = p end
    table.sort(sorted, function(p, q) return p[a.name] < q[a.name] end)
    for _, side in ipairs { 1, -1 } do
      local from, last, beyond = side == 1 and 1 or #sorted, nil, nil
      for i = from, side == 1 and #sorted or 1, side do
        beyond = sorted[i][a.name]
        if not sorted[i].is_right_ then break end
        last = beyond
      end
      if last then
        add((side == 1 and ('right for %s up to about %s, wrong beyond'):format(a.name, number(last, 3)) or
          ('right for %s from about %s on, wrong below'):format(a.name, number(last, 3))) ..
          number_between(code, last, beyond), function(p) return side * (p[a.name] - last) <= 0 end, nil, true)
      end
    end
    local low, high -- where it is wrong
    for i, p in ipairs(sorted) do
      if not p.is_right_ then low, high = low or i, i end
    end
    local function between(i) return i and sorted[i] and sorted[i][a.name] end
    if low and high > low + 1 and between(low - 1) and between(high + 1) then
      local from, to = sorted[low][a.name], sorted[high][a.name]
      add(('wrong for %s from about %s to %s, right elsewhere'):format(a.name, number(from, 3), number(to, 3)),
        function(p) return p[a.name] < from or p[a.name] > to end, nil, true)
    end
    local best, first = 0, nil -- the longest row of right ones
    for i = 1, #sorted + 1 do
      if sorted[i] and sorted[i].is_right_ then first = first or i else
        if first and i - first > best then best, low, high = i - first, first, i - 1 end
        first = nil
      end
    end
    local from, to = best > 2 and sorted[low][a.name], best > 2 and sorted[high][a.name]
    local is_wide = best > 2 and to - from > NARROW * (sorted[#sorted][a.name] - sorted[1][a.name])
    if is_wide and low > 1 and high < #sorted and number(from, 2) ~= number(to, 2) then
      add(('right for %s from about %s to %s, wrong outside'):format(a.name, number(from, 3), number(to, 3)),
        function(p) return p[a.name] >= from and p[a.name] <= to end, nil, true)
    end
  end
  return list
end

-- «; there yours is always 700», of the points where it is wrong.
local function what_there(points, b)
  local first, count = nil, 0
  for _, p in ipairs(points) do
    if not p.is_right_ then
      local y = p.yours_[b][1]
      if #p.right_[b] ~= 1 or y - y ~= 0 then return '' end
      first, count = first or y, count + 1
      if math.abs(y - first) > 1e-9 * math.abs(first) then return '' end
    end
  end
  return count >= FEWEST_ALIKE and ('; there yours is always %s'):format(number(first, 6)) or ''
end

--- Where an answer is right and where it is not, if that can be said in a few words: it holds at all
-- of the points, those at which it was judged and `fresh` ones.
return function(d, judged, b, text, fresh)
  local right_count, points, all, seen, is_plain = 0, {}, {}, {}, #d.letters == 0
  for _, some in ipairs { judged, fresh or {} } do
    for _, p in ipairs(some) do
      local place = is_plain and explain.inputs(d, p)
      if not place or not seen[place] then all[#all + 1] = p end
      if place then seen[place] = true end
    end
  end
  for _, p in ipairs(all) do
    p.is_right_ = true
    local tells = false -- nearly 0 is right by chance
    for k, right in ipairs(p.right_[b]) do
      tells = tells or math.abs(right) > 1e3 * p.bound_[b][k] or right == 0 and d.unit == 0
      p.is_right_ = p.is_right_ and is_right(p.yours_[b][k], right, p.bound_[b][k])
    end
    if tells or not p.is_right_ then
      points[#points + 1] = p
      right_count = right_count + (p.is_right_ and 1 or 0)
    end
  end
  if right_count >= 3 then
    -- In the half that is called right none is wrong. In the other none is right, but for those close
    -- beside one place; or a few by chance, where no end of a range depends on them, and that is said.
    for _, half in ipairs(halves(d, points, text)) do
      local in_, out, lucky = 0, 0, 0
      for _, p in ipairs(points) do
        local inside = half.is_in(p)
        if inside and not p.is_right_ then
          in_ = -1
          break
        end
        if inside then in_ = in_ + 1 else
          out = out + 1
          lucky = lucky + (p.is_right_ and not (half.is_beside and half.is_beside(p)) and 1 or 0)
        end
      end
      local few = (half.is_beside or half.is_range) and 0 or FEW * out
      if in_ >= 2 and out >= 1 and lucky <= few then
        return (lucky > 0 and half.text:gsub('wrong', 'not always right') or half.text) .. what_there(points, b)
      end
    end
  end
  -- Rows and columns of a table: which are right everywhere.
  local a = d.outputs[b]
  if not a.size then return nil end
  local right_one
  for axis = 1, #a.size do
    for _, side in ipairs { 'first', 'last' } do
      local same, wrong_elsewhere, is_there, wrong_here = true, false, false, false
      for _, p in ipairs(points) do
        local n, cols = declaration.extent(p, a.size[axis]), #a.size > 1 and declaration.extent(p, a.size[2]) or 1
        if n > 1 then
          for k, right in ipairs(p.right_[b]) do
            local at = #a.size > 1 and (axis == 1 and math.floor((k - 1) / cols) or (k - 1) % cols) or k - 1
            local ok = is_right(p.yours_[b][k], right, p.bound_[b][k])
            local is_this = at == (side == 'first' and 0 or n - 1)
            if is_this then
              same, is_there, wrong_here = same and ok, true, wrong_here or not ok
            else
              wrong_elsewhere = wrong_elsewhere or not ok
            end
          end
        end
      end
      local what = #a.size == 1 and 'entry' or axis == 1 and 'row' or 'column'
      if is_there and wrong_here and not wrong_elsewhere then
        return ('of %s, the %s %s is wrong, and all others are right'):format(a.name, side, what)
      end
      if is_there and same and wrong_elsewhere then
        right_one = right_one or ('of %s, the %s %s is right, some of the others are wrong'):format(a.name, side, what)
      end
    end
  end
  return right_one
end
