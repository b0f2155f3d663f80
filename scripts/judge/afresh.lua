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
  found = ask.truth(ask.built(answer.e, 'judge'), answer.scratch, d, found)
  local questions = {}
  for i, p in ipairs(found) do questions[i] = { p, ask.BEFORE } end
  local replies, some = trace.replies(answer, questions), {}
  for i, p in ipairs(found) do
    p.yours_ = replies[i] and replies[i].out
    some[i] = p.yours_ and p
  end
  if d.constant and #some > 0 then explain.take_constant(some) end
  return some
end
