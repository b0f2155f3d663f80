--- Is an answer nearly right because it is measured, or added up, in steps?
local ask = require 'judge.ask'
local source = require 'judge.source'

-- Numbers of a text that may be a step, or how many there are.
local function steps_of(text)
  local list, seen = {}, {}
  for _, t in ipairs(source.tokens(text)) do
    local x = t.kind == 'number' and tonumber(t.text)
    if x and (x > 0 and x <= 0.05 or x >= 50) and not seen[t.text] then list[#list + 1] = { t, x } end
    seen[t.text] = true
  end
  return list
end

-- A text with another number wherever one stands: x + H and x - H have the same.
local function with(text, number, new)
  local out, at = {}, 1
  for _, t in ipairs(source.tokens(text)) do
    if t.kind == 'number' and t.text == number then
      out[#out + 1] = text:sub(at, t.from - 1) .. new
      at = t.to + 1
    end
  end
  return table.concat(out) .. text:sub(at)
end

local NEARLY, MOVES, FEW_FAR, HALF = 0.05, 0.2, 0.3, 0.5

--- A number of a text on which it depends how nearly right an answer is, where it is nearly
-- right at most places, and stays so with four times the number, and with a quarter: {line, number}.
return function(d, text, list, scratch)
  if d.f.returns == 'int' or d.property then return nil end
  local far, all = 0, 0
  for b in ipairs(d.outputs) do
    for _, p in ipairs(list) do
      for k, r in ipairs(p.right_[b]) do
        local y = p.yours_[b][k]
        all = all + 1
        local is_near = math.abs(y - r) <= NEARLY * math.max(math.abs(r), d.unit, 1e-9)
        far = far + (is_near and 0 or 1) -- a number that is none is far, too
      end
    end
  end
  if far > FEW_FAR * all then return nil end
  text = source.expanded(text)
  for _, each in ipairs(steps_of(text)) do
    local t, texts, program = each[1], {}, scratch .. '/edits'
    for i, factor in ipairs { 4, 0.25 } do
      local x = each[2] >= 50 and math.floor(each[2] * factor) or each[2] * factor
      texts[i] = with(text, t.text, ('%.17g'):format(x))
    end
    local questions = {}
    for i, p in ipairs(list) do questions[i] = { p } end
    local place, count = ask.compile(texts, d, program, scratch)
    local by = place and count == 2 and ask.variants(program, scratch, d, questions, 1, 2) or {}
    local wrong, moved = 0, 0
    for i, p in ipairs(list) do
      for b in ipairs(d.outputs) do
        for k, r in ipairs(p.right_[b]) do
          local off = math.abs(p.yours_[b][k] - r)
          if off > p.bound_[b][k] then
            wrong = wrong + 1
            local moves = true
            for v = 1, 2 do
              local y = by[v] and by[v][i] and by[v][i].out[b][k]
              if d.constant then y = y and y - by[v][list.base_].out[1][1] end
              moves = moves and y and math.abs(y - p.yours_[b][k]) > MOVES * off and
                math.abs(y - r) <= NEARLY * math.max(math.abs(r), d.unit, 1e-9)
            end
            if moves then moved = moved + 1 end
          end
        end
      end
    end
    if wrong >= 3 and moved > HALF * wrong then return { line = t.line, number = t.text } end
  end
end
