--- Of a model with several outputs each is checked as a cost of its own; here the results
-- become one, with names that say which output that was.
local outputs = {}

-- What an output is called, and the functions that are asked instead of cost and gradient.
local CALLED = {
  jacobian = { name = 'f[%d] by %s', all = 'f by %s', cost = 'values' },
  vjp = { name = 'vjp: f[%d] by %s', all = 'vjp: f by %s', cost = 'values' },
  jvp = { name = 'jvp: f[%d] by %s', all = 'jvp: f by %s', cost = 'values' },
  hessian = { name = 'gradient[%d] by %s', all = 'gradient by %s', cost = 'gradient' },
}

--- A text of the session's, as `cost` and `gradient` are called here behind this prefix.
function outputs.renamed(text, what, number, prefix)
  local called = CALLED[what]
  if not called then return text end
  local from = prefix == '' and '^' or '%f[%w_]'
  local of = number and ('[%d]'):format(number) or ''
  text = text:gsub(from .. prefix .. 'gradient%f[^%w_]', prefix .. what .. of)
  return (text:gsub(from .. prefix .. 'cost%f[^%w_]', prefix .. called.cost .. of))
end

local RANK = { pass = 0, undecided = 1, fail = 2 }

local function is_worse(a, b)
  if not b or RANK[a.verdict] ~= RANK[b.verdict] then return not b or RANK[a.verdict] > RANK[b.verdict] end
  return a.verdict == 'pass' and a.digits < b.digits
end

-- Of an output that does not depend on a block: an ordinary thing, unless none does.
local function is_zero(block) return block.verdict == 'undecided' and block.zeros == block.entries end

-- Outputs that pass in a block share a line, and so do those that are zero; each other has
-- its own.
local function add_blocks(blocks, result, shared)
  local what, number = result.what, result.number
  local called = CALLED[what]
  for _, block in ipairs(result.blocks) do
    local theta = block.name
    block.worst.where = called.name:format(number, block.worst.where)
    local key = called.all:format(theta)
    local whole = shared[key]
    if block.verdict ~= 'pass' and not is_zero(block) then
      block.name, block.row = called.name:format(number, theta), true
      blocks[#blocks + 1] = block
    elseif not whole then
      shared[key], block.name = block, key
      blocks[#blocks + 1] = block
    else
      whole.entries, whole.zeros = whole.entries + block.entries, whole.zeros + block.zeros
      if block.verdict == 'pass' and (whole.verdict ~= 'pass' or block.digits < whole.digits) then
        whole.verdict, whole.digits, whole.cause, whole.worst = 'pass', block.digits, block.cause, block.worst
        whole.diagnosis = block.diagnosis
      end
    end
  end
end

--- One result of many, each with `what` and `number`.
function outputs.merged(results)
  if #results == 1 and results[1].what == 'cost' then
    if #results[1].purity > 0 then results[1].verdict = 'fail' end
    return results[1]
  end
  local whole = { blocks = {}, purity = {}, evaluations = 0, points = 0 }
  local shared, seen, worst = {}, {}, nil
  for _, result in ipairs(results) do
    if result.what == 'cost' then
      for _, block in ipairs(result.blocks) do whole.blocks[#whole.blocks + 1] = block end
    else
      add_blocks(whole.blocks, result, shared)
    end
    for _, p in ipairs(result.purity) do
      if not seen[p.text] then whole.purity[#whole.purity + 1] = p end
      seen[p.text] = true
    end
    whole.evaluations = whole.evaluations + result.evaluations
    if result.points > whole.points then whole.points, whole.which = result.points, result.which end
    if is_worse(result, worst) then worst = result end
  end
  local decides
  for _, block in ipairs(whole.blocks) do
    if is_worse(block, decides) then decides = block end
  end
  whole.verdict = #whole.purity > 0 and 'fail' or decides.verdict
  whole.digits = whole.verdict == 'pass' and decides.digits or 0
  whole.cause, whole.explain = decides.cause, worst.explain
  if whole.explain and CALLED[worst.what] then
    whole.explain.where = CALLED[worst.what].name:format(worst.number, whole.explain.where)
  end
  return whole
end

return outputs
