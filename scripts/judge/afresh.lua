--- Points at which an answer was not judged, and what it answers there: what is said of a range
-- must hold at these, too.
local ask = require 'judge.ask'
local explain = require 'judge.explain'
local points = require 'judge.points'
local trace = require 'judge.trace'

local COUNT = 240

-- The inputs of a point, without what was found out about it.
local function bare(d, p)
  local q = {}
  for _, letter in ipairs(d.letters) do q[letter] = p[letter] end
  for _, a in ipairs(d.inputs) do q[a.name] = p[a.name] end
  return q
end

-- What is right at some points, and what is answered there.
local function answered(answer, found)
  if #found == 0 then return found end
  found = ask.truth(ask.built(answer.e, 'judge'), answer.scratch, answer.d, found)
  local questions, some = {}, {}
  for i, p in ipairs(found) do questions[i] = { p, ask.BEFORE } end
  local replies = trace.replies(answer, questions)
  for i, p in ipairs(found) do
    p.yours_ = replies[i] and replies[i].out
    some[#some + 1] = p.yours_ and p
  end
  return some
end

-- Where one number is all that is given: numbers between each two neighbours of which one is answered
-- rightly and the other is not, so that the end of a range is where it is said to be.
local BETWEEN, MOST_ENDS, ROUNDS = 24, 6, 2

local function ends(d, list)
  local name, sorted, found = d.inputs[1].name, {}, {}
  for _, p in ipairs(list) do if p.yours_ then sorted[#sorted + 1] = p end end
  table.sort(sorted, function(p, q) return p[name] < q[name] end)
  local function is_right(p) return not explain.failed(d, { p }) end
  for i = 2, #sorted do
    local a, b = sorted[i - 1][name], sorted[i][name]
    if #found < BETWEEN * MOST_ENDS and is_right(sorted[i - 1]) ~= is_right(sorted[i]) then
      for k = 1, BETWEEN do found[#found + 1] = { [name] = a + (b - a) * k / (BETWEEN + 1) } end
    end
  end
  return found
end

--- Some drawn anew; and of the worked example and of the point that is shown, each number across its
-- domain, while the others stay.
return function(answer, list, shown)
  local d, found = answer.d, {}
  if d.constant then found[1] = bare(d, list[list.base_]) end
  for _, p in ipairs(points.draw(d, answer.text, COUNT)) do found[#found + 1] = bare(d, p) end
  for _, p in ipairs(d.derive and {} or { list[1], shown }) do
    for _, a in ipairs(d.inputs) do
      for _, x in ipairs(a.size and {} or points.across(a.domain)) do
        local q = bare(d, p)
        q[a.name] = x
        if not d.where or d.where(q) then found[#found + 1] = q end
      end
    end
  end
  local is_one = #d.inputs == 1 and not d.inputs[1].size and not d.inputs[1].domain.whole and
    not d.constant and not d.derive
  local all = {}
  for _, p in ipairs(list) do all[#all + 1] = p end
  local some = answered(answer, found)
  for _ = 1, is_one and ROUNDS or 0 do
    for i = 1, #some do all[#list + i] = some[i] end
    for _, p in ipairs(answered(answer, ends(d, all))) do some[#some + 1] = p end
  end
  if d.constant and #some > 0 then explain.take_constant(some) end
  return some
end
