--- What the gradient checker measures of an exercise's cost: it is shown beside a wrong
-- answer, and holds the solution to the cost.
local paths = require 'gw.paths'
local trace = require 'judge.trace'

local slopes = {}

-- The input whose slope output b is, and place k of it, as {get, f}: what moves, and the
-- cost when it does.
local function moved(d, p, b, k)
  local name = type(d.slopes) == 'string' and d.slopes or d.slopes[d.outputs[b].name]
  local is_table = type(p[name]) == 'table'
  return is_table and p[name][k] or p[name], function(t)
    local q = setmetatable({}, { __index = p })
    q[name] = t
    if is_table then
      q[name] = { unpack(p[name]) }
      q[name][k] = t
    end
    return d.cost(q)
  end
end

--- The checker on a number that is said to be the slope: {verdict, numeric, bound}.
function slopes.check(d, p, b, k, number)
  paths.library = paths.command -- what it needs is there, and built sooner
  local check = require 'gw.check'
  local x, f = moved(d, p, b, k)
  return check.derivative(f, function() return number end, { x }, 1).worst
end

--- The slope measured where an answer is wrong, or nothing where none could be.
function slopes.measured(d, p, b, k)
  if not d.cost or d.constant then return nil end
  if type(d.slopes) == 'table' and not d.slopes[d.outputs[b].name] then return nil end
  local ok, found = pcall(slopes.check, d, p, b, k, p.yours_[b][k])
  return ok and found.verdict == 'fail' and math.abs(found.numeric - p.right_[b][k]) <= found.bound +
    p.bound_[b][k] and found.numeric or nil
end

-- The slope of the slope of the cost, roughly.
local function bend(d, p, name)
  local h = 1e-3 * math.max(1, math.abs(p[name]))
  local function at(t) return d.cost(setmetatable({ [name] = t }, { __index = p })) end
  return (at(p[name] + h) - 2 * at(p[name]) + at(p[name] - h)) / h ^ 2
end

local FEWEST = 8

-- Is an answer the average slope between 0, or 1, and the point? From where.
local function average_from(d, points, name)
  for _, from in ipairs { 0, 1 } do
    local told, is_it = 0, true
    for _, p in ipairs(points) do
      local width = p[name] - from
      local average = (d.cost(p) - d.cost(setmetatable({ [name] = from }, { __index = p }))) / width
      if average - average == 0 and math.abs(width) > 1e-2 then
        is_it = is_it and math.abs(p.yours_[1][1] - average) <= 1e-9 * math.max(1, math.abs(average))
        told = told + (math.abs(average - p.right_[1][1]) > 100 * p.bound_[1][1] and 1 or 0)
      end
    end
    if is_it and told >= FEWEST then return from end
  end
end

-- Is the slope of what is answered the cost itself? The answer is asked beside some of the points.
local function is_way_back(answer, points, name)
  local d, questions, of = answer.d, {}, {}
  for _, p in ipairs(points) do
    local h, c = 1e-3 * math.max(1, math.abs(p[name])), d.cost(p)
    local is_within = p[name] - h >= d.domain[name][1] and p[name] + h <= d.domain[name][2]
    if is_within and math.abs(p[name]) > 0.1 and math.abs(c) > 1e-2 and #of < 20 then
      of[#of + 1] = { c, h }
      for _, step in ipairs { h, -h } do
        questions[#questions + 1] = { setmetatable({ [name] = p[name] + step }, { __index = p }) }
      end
    end
  end
  local replies = #of >= FEWEST and trace.replies(answer, questions) or {}
  if #replies < #questions or #of < FEWEST then return false end
  for i, each in ipairs(of) do
    local slope = (replies[2 * i - 1].out[1][1] - replies[2 * i].out[1][1]) / (2 * each[2])
    local is_near = math.abs(slope - each[1]) <= 1e-4 * math.max(1, math.abs(each[1]))
    if not is_near then return false end -- nor is what is no number
  end
  return true
end

--- What stands instead of a slope, or of an antiderivative: key and sentence, if it is
-- the function itself, or its slope, taken once too often; the average slope from a fixed
-- place, or an antiderivative.
function slopes.instead(answer, points)
  local d = answer.d
  if not d.cost or not (d.constant or type(d.slopes) == 'string') then return nil end
  local name = d.constant and d.inputs[1].name or d.slopes
  local base = d.constant and d.cost(points[points.base_]) or 0
  local is_itself, is_bent, told = true, not d.constant, 0
  for _, p in ipairs(points) do
    local yours, itself = p.yours_[1][1], d.cost(p) - base
    if itself - itself == 0 then
      is_itself = is_itself and math.abs(yours - itself) <= 1e-9 * math.max(math.abs(itself), 1e-3)
    end
    local bent = is_bent and bend(d, p, name) or 0
    if bent - bent == 0 and math.abs(p[name]) > 0.1 and math.abs(bent) > 1e-2 then
      is_bent = is_bent and math.abs(yours - bent) <= 1e-3 * math.max(1, math.abs(bent))
      told = told + 1
    end
  end
  if is_itself then
    return 'value-not-slope', d.constant and 'this is f itself: a function is asked for whose slope is f' or
      'this is the function itself, not its slope'
  end
  if is_bent and told >= 10 then return 'differentiated-twice', 'this is the slope of the slope: once is enough' end
  if d.constant then return nil end
  local from = average_from(d, points, name)
  if from then
    return 'average', ('its numbers are those of the average slope between %s = %g and %s, not of the slope at %s')
      :format(name, from, name, name)
  end
  if is_way_back(answer, points, name) then
    return 'antiderivative', 'the slope of this is the function itself: it is the way back, an antiderivative'
  end
end

-- The integral of the cost between two places, by Simpson's rule.
local function integral(d, name, from, to)
  local n, sum = 2000, 0
  for i = 0, n do
    local weight = (i == 0 or i == n) and 1 or i % 2 == 1 and 4 or 2
    sum = sum + weight * d.cost { [name] = from + (to - from) * i / n }
  end
  return sum * (to - from) / n / 3
end

--- Is the solution what its declaration says? How many of its numbers the checker passes,
-- fails and leaves undecided, at some of the points.
function slopes.proof(d, list)
  local count = { pass = 0, fail = 0, undecided = 0 }
  if not d.cost then return nil end
  for i = 1, #list, math.max(1, math.floor(#list / 30)) do
    local p = list[i]
    for b, output in ipairs(d.outputs) do
      local has_slope = type(d.slopes) ~= 'table' or d.slopes[output.name]
      for k = 1, has_slope and math.min(4, #p.right_[b]) or 0 do
        local verdict
        if d.constant then
          local name = d.inputs[1].name
          local area = integral(d, name, list[1][name], p[name])
          local right = p.right_[1][1] - list[1].right_[1][1]
          verdict = math.abs(area - right) <= 1e-6 * math.max(1, math.abs(area)) and 'pass' or 'fail'
        else
          verdict = slopes.check(d, p, b, k, p.right_[b][k]).verdict
        end
        count[verdict] = count[verdict] + 1
      end
    end
  end
  return count
end

return slopes
