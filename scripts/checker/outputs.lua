--- Of a model with several outputs each is checked as a cost of its own; here the results
-- become one, with names that say which output that was.
local outputs = {}

-- What an output is called, r being its number and @ a block or entry, and the functions that
-- are asked instead of cost and gradient.
local CALLED = {
  jacobian = { name = 'f[r] by @', all = 'f by @', cost = 'values' },
  vjp = { name = 'vjp: f[r] by @', all = 'vjp: f by @', cost = 'values' },
  jvp = { name = 'jvp: f[r] by @', all = 'jvp: f by @', cost = 'values' },
  hessian = { name = 'gradient[r] by @', all = 'gradient by @', cost = 'gradient' },
  ['vjp-mixed'] = { name = 'vjp: u*f by @', cost = 'values', gradient = 'vjp', units = 'vjp', vector = 'u' },
  ['jvp-mixed'] = { name = 'jvp: f[r] along v', cost = 'values', gradient = 'jvp', units = 'jvp', vector = 'v' },
}

local function name_of(called, number, where)
  return (called.name:gsub('r%]', number .. ']'):gsub('@', (where:gsub('%%', '%%%%'))))
end

--- A text of the session's, as `cost` and `gradient` are called here behind this prefix.
function outputs.renamed(text, what, number, prefix)
  local called = CALLED[what]
  if not called then return text end
  local from = prefix == '' and '^' or '%f[%w_]'
  local of = number and ('[%d]'):format(number) or ''
  text = text:gsub(from .. prefix .. 'gradient%f[^%w_]', prefix .. (called.gradient or what) .. of)
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
    block.worst.where = name_of(called, number, block.worst.where)
    local key = called.all:gsub('@', (theta:gsub('%%', '%%%%')))
    local whole = shared[key]
    if block.verdict ~= 'pass' and not is_zero(block) then
      block.name, block.row = name_of(called, number, theta), true
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

-- A product with a mixed vector tells only of one that is right with each unit vector, and
-- wrong with that: of others the rows tell more.
local function add_mixed(blocks, result)
  local called = CALLED[result.what]
  for _, block in ipairs(result.blocks) do
    if block.verdict == 'fail' then
      block.worst.where = name_of(called, result.number, block.worst.where)
      block.name, block.row = name_of(called, result.number, block.name), true
      block.diagnosis = { { key = 'not-linear', text = ('It is right for each unit vector, and wrong for a %s whose '
        .. 'entries are all other than 0: it is not linear in %s.'):format(called.vector, called.vector) } }
      blocks[#blocks + 1] = block
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
  local shared, seen, worst, fails = {}, {}, nil, {}
  for _, result in ipairs(results) do
    local units = CALLED[result.what] and CALLED[result.what].units
    if not units and result.verdict == 'fail' then fails[result.what] = true end
    if result.what == 'cost' then
      for _, block in ipairs(result.blocks) do whole.blocks[#whole.blocks + 1] = block end
    elseif not units then
      add_blocks(whole.blocks, result, shared)
    elseif not fails[units] then
      add_mixed(whole.blocks, result)
    end
    for _, p in ipairs(result.purity) do
      if not seen[p.text] then whole.purity[#whole.purity + 1] = p end
      seen[p.text] = true
    end
    whole.evaluations = whole.evaluations + result.evaluations
    if result.points > whole.points then whole.points, whole.which = result.points, result.which end
    if is_worse(result, worst) and (not units or result.verdict == 'fail' and not fails[units]) then worst = result end
  end
  local decides
  for _, block in ipairs(whole.blocks) do
    if is_worse(block, decides) then decides = block end
  end
  whole.verdict = #whole.purity > 0 and 'fail' or decides.verdict
  whole.digits = whole.verdict == 'pass' and decides.digits or 0
  whole.cause, whole.explain = decides.cause, worst.explain
  if whole.explain and CALLED[worst.what] then
    whole.explain.where = name_of(CALLED[worst.what], worst.number, whole.explain.where)
  end
  return whole
end

return outputs
