--- Does what is said of where an answer is right hold? It is tried at points that the judge did not see.
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local declaration = require 'judge.declaration'
local explain = require 'judge.explain'
local points = require 'judge.points'

local COUNT, MARGIN, MOSTLY = 777, 0.03, 0.2

-- Of a point: does it lie where the sentence says that the answer is right? Nothing beside an end.
local function parse(said, d)
  local function number(word) return tonumber((word:gsub('%.$', ''))) end
  local function ends(name, from, to)
    return function(p)
      for _, x in ipairs { from, to } do
        if math.abs(p[name] - x) <= MARGIN * math.abs(x) + 1e-6 then return nil end
      end
      return p[name] > from and p[name] < to
    end
  end
  local name, a, b = said:match 'right for (%w+) from about (%S+) to (%S+), wrong outside'
  if name then return ends(name, number(a), number(b)) end
  name, a = said:match 'right for (%w+) up to about (%S+), wrong beyond'
  if name then return ends(name, -1 / 0, number(a)) end
  name, a = said:match 'right for (%w+) from about (%S+) on, wrong below'
  if name then return ends(name, number(a), 1 / 0) end
  name, a, b = said:match 'wrong for (%w+) from about (%S+) to (%S+), right elsewhere'
  if name then
    local is_in = ends(name, number(a), number(b))
    return function(p)
      local inside = is_in(p)
      return inside ~= nil and not inside or inside
    end
  end
  local TESTS = { { 'right for (%w+) above 0', function(x) return x > 0 end },
    { 'right for (%w+) from 0 on', function(x) return x >= 0 end },
    { 'right for (%w+) below 0', function(x) return x < 0 end },
    { 'right for (%w+) up to 0', function(x) return x <= 0 end },
    { 'right where (%w+) is 1, ', function(x) return x == 1 end },
    { 'wrong where (%w+) is 1, ', function(x) return x > 1 end } }
  for _, each in ipairs(TESTS) do
    name = said:match(each[1])
    if name and (d.domain[name] or table.concat(d.letters, ' '):find(name, 1, true)) then
      return function(p) return each[2](p[name]) end
    end
  end
end

--- Nothing where nothing is said of it; or whether it holds, and why not. `text` is the answer's.
return function(e, text, said)
  local d = declaration.read(e)
  local is_in = not d.property and not d.constant and parse(said, d)
  if not is_in then return nil end
  local why
  return child.with_scratch('ranges', function(scratch)
    local list = ask.truth(ask.built(e, 'judge'), scratch, d, points.draw(d, text, COUNT))
    if not ask.compile({ text }, d, scratch .. '/one', scratch) then return { true } end
    local questions, out, right = {}, 0, 0
    for i, p in ipairs(list) do questions[i] = { p } end
    local replies = (ask.variants(scratch .. '/one', scratch, d, questions, 1, 1, 4000) or {})[1] or {}
    for i, p in ipairs(list) do
      local ok, tells = replies[i] ~= nil, {}
      for b in ipairs(d.outputs) do
        for k, r in ipairs(p.right_[b]) do
          ok = ok and explain.is_right(replies[i].out[b][k], r, p.bound_[b][k])
          tells[b] = tells[b] or math.abs(r) > 1e3 * p.bound_[b][k]
        end
      end
      local inside = is_in(p)
      -- Of several outputs what is said may be of one.
      if inside and not ok and #d.outputs == 1 then why = 'wrong at ' .. explain.inputs(d, p) end
      if inside == false and tells[1] then out, right = out + 1, right + (ok and 1 or 0) end
    end
    if not why and right > (said:match 'not always' and MOSTLY or MARGIN) * out then
      why = ('right at %d of %d where it is said to be wrong'):format(right, out)
    end
    return { not why }
  end)[1], why
end
