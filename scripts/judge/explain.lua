--- What may be said of an answer that is wrong: only what a test of it confirms.
local declaration = require 'judge.declaration'
local mutants = require 'judge.mutants'

local explain = {}

-- Calls body with each number of output b: the point, its place, yours, the right one, its bound.
local function each(points, b, body)
  for _, p in ipairs(points) do
    for k, right in ipairs(p.right_[b]) do
      if body(p, k, p.yours_[b][k], right, p.bound_[b][k]) == false then return false end
    end
  end
  return true
end

local function is_right(yours, right, bound) return math.abs(yours - right) <= bound end

-- Two answers to the same, as far as rounding lets one tell.
local function is_same(a, b, bound)
  return a == b or a ~= a and b ~= b or math.abs(a - b) <= math.max(1e-7 * math.abs(b), bound)
end

--- The outputs that are wrong at any point.
function explain.failed(d, points)
  local failed, any = {}, false
  for b in ipairs(d.outputs) do
    failed[b] = not each(points, b, function(_, _, yours, right, bound) return is_right(yours, right, bound) end)
    any = any or failed[b]
  end
  return any and failed
end

local function number(x, digits)
  if x ~= x then return 'not a number' end
  if x == 1 / 0 then return 'infinite' elseif x == -1 / 0 then return '−infinite' end
  return (('%.' .. digits .. 'g'):format(x + 0))
end

-- An input, so that 2 + 2e-09 does not read as 2.
local function input(x)
  local short = number(x, 8)
  local rest = x - (tonumber(short) or x)
  if rest == 0 or #short > 5 or x - x ~= 0 then return short end
  return ('%s %s %s'):format(short, rest > 0 and '+' or '−', number(math.abs(rest), 2))
end

--- «z = 0.5, x = (1, 2)»: what is short enough to be read.
function explain.inputs(d, p)
  local parts = {}
  for _, letter in ipairs(d.letters) do parts[#parts + 1] = ('%s = %d'):format(letter, p[letter]) end
  for _, a in ipairs(d.inputs) do
    local text
    if a.size then
      local some = {}
      for k = 1, math.min(4, #p[a.name]) do some[k] = number(p[a.name][k], 4) end
      text = ('(%s%s)'):format(table.concat(some, ', '), #p[a.name] > 4 and ', …' or '')
    else
      text = input(p[a.name])
    end
    parts[#parts + 1] = a.name .. ' = ' .. text
  end
  return table.concat(parts, ', ')
end

-- How much there is to read at a point: numbers, and their digits.
local function weight(d, p)
  local n = 0
  for _, a in ipairs(d.inputs) do
    for _, x in ipairs(a.size and p[a.name] or { p[a.name] }) do n = n + #('%.8g'):format(x) + 2 end
  end
  return n
end

local function entry(a, p, k)
  if not a.size then return a.name end
  if #a.size == 1 then return ('%s[%d]'):format(a.name, k - 1) end
  local cols = declaration.extent(p, a.size[2])
  return ('%s[%d,%d]'):format(a.name, math.floor((k - 1) / cols), (k - 1) % cols)
end
explain.entry = entry

--- Where a wrong answer is seen best: where it is a number, if it is one; in the worked example if
-- there, or else where there is least to read.
function explain.evidence(d, points, b, measured)
  local best, place, is_best_number
  each(points, b, function(p, k, yours, right, bound)
    if is_right(yours, right, bound) then return end
    local is_number = yours - yours == 0
    if not best or is_number and not is_best_number or is_number == is_best_number and best ~= points[1] and
      best ~= p and weight(d, p) < weight(d, best) then best, place, is_best_number = p, k, is_number end
  end)
  local yours, right = best.yours_[b][place], best.right_[b][place]
  local what = #d.outputs == 1 and not d.outputs[1].size and 'yours' or 'your ' .. entry(d.outputs[b], best, place)
  local is_long = weight(d, best) > 60
  local where = best == points[1] and is_long and 'in the worked example' or 'at ' .. explain.inputs(d, best)
  local digits = math.abs(yours - right) > 1e-5 * math.abs(right) and 6 or 15
  local slope = measured and measured(best, b, place)
  return ('%s, %s is %s; %s %s'):format(where, what, number(yours, digits), slope and 'the slope measured there is' or
    'it should be', number(slope or right, digits)), best
end

-- Is output b everywhere what is right, times a factor (a number, or a function of the point)?
local function is_times(points, b, factor)
  local is_sure = false
  local same = each(points, b, function(p, _, yours, right, bound)
    local f = type(factor) == 'function' and factor(p) or factor
    if math.abs(right) > 1e3 * bound then is_sure = true end
    return math.abs(yours - f * right) <= math.abs(f) * bound * 4 + 1e-9 * math.abs(yours)
  end)
  return same and is_sure
end

-- A factor between what is answered and what is right.
local function factor(d, points, b)
  local dot, square, largest, moves, first, m = 0, 0, 0, false, nil, false
  local name = d.outputs[b].name
  for _, p in ipairs(points) do m = m or (p.m or 0) > 1 end
  each(points, b, function(p, _, yours, right)
    first = first or yours
    local near = first - first == 0 and math.abs(yours - first) <= 1e-12 * math.abs(first)
    moves = moves or yours ~= first and not near
    largest = math.max(largest, math.abs(yours))
    local scale = 0
    for _, x in ipairs(p.right_[b]) do scale = math.max(scale, math.abs(x)) end
    if right ~= 0 and yours - yours == 0 and scale > 0 then
      dot, square = dot + yours * right / scale / scale, square + right * right / scale / scale
    end
  end)
  if largest == 0 then return 'zero', ('%s is always 0'):format(name) end
  if not moves then return 'constant', ('%s is the same, whatever your function is given'):format(name) end
  local f = square > 0 and dot / square or 0
  if f - f ~= 0 then f = 0 end -- beyond what a double holds it is no factor
  if is_times(points, b, -1) then return 'sign', ('%s has the wrong sign everywhere'):format(name) end
  if m and is_times(points, b, function(p) return p.m end) then
    return 'missing-mean', ('%s is m times too large everywhere: the mean over the examples is missing'):format(name)
  elseif m and is_times(points, b, function(p) return 1 / p.m end) then
    return 'double-mean', ('%s is m times too small everywhere: it is divided by m twice'):format(name)
  elseif math.abs(f - 1) > 1e-5 and math.abs(f - 1) < 0.05 and is_times(points, b, f) then
    return 'inexact', ('%s is %.6g times what it should be, everywhere: a number in it is not exact'):format(name, f)
  elseif math.abs(f) > 1e-9 and math.abs(f - 1) > 1e-5 and is_times(points, b, f) then
    return 'scale', ('%s is %.6g times what it should be, everywhere: a factor is %s'):format(name, f,
      math.abs(f) > 1 and 'extra, or missing in the denominator' or 'missing, or extra in the denominator')
  end
  -- The right size, and in places the wrong sign; whole numbers are no such case.
  local right_, turned, whole = false, false, true
  local mixed = each(points, b, function(_, _, yours, right, bound)
    local as_is, as_minus = is_right(yours, right, 4 * bound), is_right(yours, -right, 4 * bound)
    right_, turned = right_ or not as_minus, turned or not as_is
    whole = whole and right == math.floor(right)
    return as_is or as_minus
  end)
  if mixed and right_ and turned and not whole then
    return 'sign', ('%s has the right size everywhere, but at some points the wrong sign'):format(name)
  end
end

--- Another output that holds what belongs into this one, and the other way round.
function explain.exchanged(d, points, b)
  for o = 1, #d.outputs do
    if o ~= b then
      local same, differ = true, false
      for _, p in ipairs(points) do
        same = same and #p.right_[o] == #p.right_[b]
        for k = 1, same and #p.right_[b] or 0 do
          same = same and is_right(p.yours_[o][k], p.right_[b][k], p.bound_[b][k]) and
            is_right(p.yours_[b][k], p.right_[o][k], p.bound_[o][k])
          differ = differ or math.abs(p.right_[b][k] - p.right_[o][k]) > p.bound_[b][k]
        end
      end
      if same and differ then
        return 'exchanged', ('%s holds what belongs into %s, and the other way round'):format(d.outputs[b].name,
          d.outputs[o].name)
      end
    end
  end
end

local EXCUSED = 0.2 -- part of the numbers at which a known mistake is wrong

-- Does a mistake answer what is answered here, in output b? What is no number is as good as
-- another that is none. Numbers that are both small beside what is right say nothing, unless all
-- are so: then they are compared as they are. Where it is to be the cause, it must be wrong itself,
-- and places may be excused: those few where the answer is right, in a case of its own, and those where
-- it is no number, if it is one at as many.
local function matches(points, replies, b, is_cause)
  if #replies < #points then return false end
  local told, same, differ, wrong, excused, none = 0, 0, 0, 0, 0, 0
  for i, p in ipairs(points) do
    for k, yours in ipairs(p.yours_[b]) do
      local theirs, bound = replies[i].out[b][k], p.bound_[b][k]
      local is_wrong = not is_right(theirs, p.right_[b][k], bound)
      wrong = wrong + (is_wrong and 1 or 0)
      local is_number = yours - yours == 0
      if is_cause and yours ~= yours and theirs - theirs == 0 then none = none + 1
      elseif is_number ~= (theirs - theirs == 0) or is_number and not is_same(yours, theirs, bound) then
        if not (is_cause and is_wrong and is_right(yours, p.right_[b][k], bound)) then return false end
        excused = excused + 1
      else
        if is_number and math.max(math.abs(yours), math.abs(theirs)) > bound then told = told + 1 end
        local is_near = is_number and math.abs(yours - theirs) <= 1e-7 * math.abs(yours)
        same, differ = same + (is_near and 1 or 0), differ + (is_near and 0 or 1)
      end
    end
  end
  if is_cause and (wrong == 0 or excused > EXCUSED * wrong or none > same) then return false end
  return told > 0 or same >= differ
end

local MOST_CAUSES = 2

--- The known mistakes that would answer exactly this: in all outputs; or in this one and
-- what is right of the others; or in this one alone.
function explain.mistakes(d, points, known, replies, failed, b)
  for _, how in ipairs { 'whole', 'wrong ones', 'this' } do
    local list = {}
    for i, mistake in ipairs(known) do
      local theirs = replies[i + 1] or {}
      local same = matches(points, theirs, b, true)
      for o = 1, #d.outputs do
        if same and o ~= b and (how == 'whole' or how == 'wrong ones' and not failed[o]) then
          same = matches(points, theirs, o)
        end
      end
      -- What is said of all is said of what it was tried with.
      local where = how ~= 'whole' and not mistake.text:find(d.outputs[b].name, 1, true) and 'in ' ..
        d.outputs[b].name .. ': ' or ''
      if same then list[#list + 1] = { key = mistake.key, text = where .. mistake.text, of = mistake.text } end
    end
    if #list > MOST_CAUSES then return nil end -- they contradict each other
    if #list > 0 then return list end
    if how == 'wrong ones' then
      local key, text = factor(d, points, b)
      if key then return { { key = key, text = text } } end
    end
  end
end

--- Is it right in its first digits everywhere? A float is named only if there is one;
-- otherwise to how many digits it is right where it is worst, and how many are asked.
function explain.lost_digits(d, points, b, text)
  local worst, off, is_small = nil, 0, false
  if d.f.returns == 'int' or not each(points, b, function(p, _, yours, right, bound)
    local scale = math.max(math.abs(right), d.unit, 1e-300)
    local by = math.abs(yours - right)
    if by > bound and by / scale > off then
      worst, off, is_small = p, by / scale, math.abs(right) < d.unit
    end
    return is_right(yours, right, math.max(bound, 3e-6 * scale))
  end) then return nil end
  return { { key = 'lost-digits', text = mutants.has_float(text) and
    'it is right in its first digits but not in its last: a float keeps 7 of them, a double 16' or
    ('it is nearly right, and that is not yet the formula: of the %d %s asked, %d are right %s'):format(d.digits,
      is_small and 'decimals' or 'digits', math.floor(-math.log10(off)), weight(d, worst) > 60 and
      'where it is worst' or 'at ' .. explain.inputs(d, worst)) } }
end

--- A sentence on the whole of an output.
function explain.whole(d, points, b)
  local a = d.outputs[b]
  if d.inout[a.name] and each(points, b, function(p, _, yours) return yours == p[a.name] end) then
    return { { key = 'untouched', text = ('%s stays as it was: nothing is put into *%s'):format(a.name, a.name) } }
  end
  local key, text = factor(d, points, b)
  return key and { { key = key, text = text } }
end

--- Takes the constant off an antiderivative: what is judged is how far it has come since
-- the worked example, or since the first place where the answer is a number: points.base_.
function explain.take_constant(points)
  local base = 1
  for i, p in ipairs(points) do
    if p.yours_[1][1] - p.yours_[1][1] == 0 then
      base = i
      break
    end
  end
  local right, yours, bound = points[base].right_[1][1], points[base].yours_[1][1], points[base].bound_[1][1]
  for _, p in ipairs(points) do
    p.right_[1][1], p.yours_[1][1] = p.right_[1][1] - right, p.yours_[1][1] - yours
    p.bound_[1][1] = p.bound_[1][1] + 2 * bound -- the difference is rounded, too
  end
  points.base_ = base
end

--- Is output b the same everywhere, or nowhere a number?
function explain.is_the_same(points, b)
  local first
  return each(points, b, function(_, _, yours)
    first = first or yours
    return yours == first or yours - yours ~= 0 and first - first ~= 0
  end)
end

explain.is_right, explain.number = is_right, number
explain.size = declaration.size
return explain
