--- Answers the session of csrc/gradcheck/session.h where a gradient is known at one
-- point, and what a chapter checks besides. Every function here returns a result:
--
--   {verdict, cause, entries, passed, failed, undecided, zeros, digits, noise,
--    evaluations, worst = {where, analytic, numeric, bound, verdict, cause}, blocks}
--
-- and, of one that fails, `telling`: the failing entry that shows it best.
local ffi = require 'ffi'
local C = require('gw.ffi').C
local matrix = require 'gw.matrix'

local check = {}

local function ensure(status, level)
  if status ~= C.GW_OK then
    error('gradient check: ' .. ffi.string(C.gw_status_text(status)), level + 1)
  end
end

local function verdict_text(v) return ffi.string(C.gw_verdict_text(v)) end

-- θ as one list, and where each block's numbers live in their matrices.
local function gather(blocks)
  local size = 0
  for _, block in ipairs(blocks) do
    local P, dP = block[2], block[3]
    if not (matrix.is(P) and matrix.is(dP)) then error('a block is {name, matrix, gradient}', 4) end
    if P:shape() ~= dP:shape() then
      error(('gradient check: %s is %s but its gradient is %s'):format(block[1], P:shape(), dP:shape()), 4)
    end
    size = size + P.rows * P.cols
  end
  local g = {
    size = size,
    theta = ffi.new('double[?]', size),
    gradient = ffi.new('double[?]', size),
    home = ffi.new('double *[?]', size),
    block = ffi.new('gw_gradcheck_block[?]', #blocks),
    name = {},
  }
  local i = 0
  for b, block in ipairs(blocks) do
    local P, dP = block[2], block[3]
    local c = g.block[b - 1]
    c.name, c.first, c.rows, c.cols = block[1], i, P.rows, P.cols
    for r = 0, P.rows - 1 do
      for k = 0, P.cols - 1 do
        g.home[i] = P.c.data + r * P.c.stride + k
        g.theta[i] = g.home[i][0]
        g.gradient[i] = dP.c.data[r * dP.c.stride + k]
        g.name[i] = b
        i = i + 1
      end
    end
  end
  return g
end

local function place(blocks, g, i)
  local b = g.name[i]
  local k, cols = i - g.block[b - 1].first, blocks[b][2].cols
  return blocks[b][1], math.floor(k / cols) + 1, k % cols + 1
end

local function where(blocks, g, i)
  local name, row, col = place(blocks, g, i)
  local P = blocks[g.name[i]][2]
  if P.cols == 1 then return P.rows == 1 and name or ('%s[%d]'):format(name, row) end
  return ('%s[%d,%d]'):format(name, row, col)
end

local function summary(c, blocks, g, s)
  local e = ffi.new 'gw_gradcheck_entry'
  ensure(C.gw_gradcheck_entry_result(c, s.worst, e), 4)
  return {
    verdict = verdict_text(s.verdict),
    cause = ffi.string(C.gw_cause_text(s.cause)),
    entries = s.entries,
    passed = s.passed,
    failed = s.failed,
    undecided = s.undecided,
    zeros = s.zeros,
    digits = s.digits,
    noise = s.noise,
    evaluations = s.evaluations,
    worst = {
      index = s.worst + 1,
      where = where(blocks, g, s.worst),
      analytic = e.analytic,
      numeric = e.numeric,
      bound = e.bound,
      verdict = verdict_text(e.verdict),
      cause = ffi.string(C.gw_cause_text(e.cause)),
    },
  }
end

-- What may be wrong with a failed block, the likelier first.
local function diagnose(session, block)
  local list, count = ffi.new('gw_diagnosis[?]', C.GW_SESSION_DIAGNOSES), ffi.new 'int32_t[1]'
  ensure(C.gw_session_diagnose(session, block, list, count), 3)
  local found = {}
  for i = 1, count[0] do
    local d = list[i - 1]
    found[i] = { key = ffi.string(d.key), text = ffi.string(d.text), factor = d.factor }
  end
  return found
end

-- Asks and tells until the session about g.theta has ended; returns it. It lives in
-- g.memory.
local function run(p, g)
  local blocks, cost = p.blocks, p.cost
  local problem, whom = ffi.new 'gw_gradcheck_problem', ffi.new 'gw_session_model'
  problem.size, problem.blocks = g.size, #blocks
  problem.theta, problem.gradient, problem.block = g.theta, g.gradient, g.block
  problem.seed = p.seed or 1
  whom.given, whom.examples, whom.alpha = problem, p.examples or 0, p.alpha or 0
  whom.mode = p.mode == 'directions' and C.GW_SESSION_DIRECTIONS or C.GW_SESSION_ENTRIES
  g.memory = ffi.new('double[?]', tonumber(C.gw_session_bytes(whom)) / 8 + 1)
  local handle = ffi.new 'gw_session *[1]'
  ensure(C.gw_session_start(whom, g.memory, handle), 3)
  local session, ask, answer = handle[0], ffi.new 'gw_session_ask', ffi.new 'gw_session_answer'

  local function tell(value, pattern)
    answer.value, answer.has_pattern, answer.pattern = value, pattern and 1 or 0, pattern or 0
    ensure(C.gw_session_tell(session, ask.id, answer), 4)
  end
  while C.gw_session_next(session, ask) == 1 do
    if ask.entry >= 0 then
      local home = g.home[ask.entry]
      home[0] = ask.value
      tell(cost(place(blocks, g, ask.entry)))
      home[0] = ask.at[ask.entry] -- the very bits, not value − step
    else
      for i = 0, g.size - 1 do g.home[i][0] = ask.at[i] end
      tell(cost())
      for i = 0, g.size - 1 do g.home[i][0] = ask.theta[i] end
    end
  end
  for i = 0, g.size - 1 do g.home[i][0] = g.theta[i] end
  return session
end

local RANK = { pass = 0, undecided = 1, fail = 2 }

-- Does entry a show better than b that something is wrong? Half off or more is
-- plain to see, and then the larger difference is.
local function tells_more(a, b)
  if not b then return true end
  local function plainness(e)
    local size, off = math.abs(e.analytic), math.abs(e.analytic - e.numeric)
    if size ~= size or size == math.huge then return 501, 0 end
    if off ~= off or off == math.huge then return -1, 0 end
    return math.floor(1000 * math.min(0.5, off / math.max(size, math.abs(e.numeric))) + 0.5), off
  end
  local of_a, off_a = plainness(a)
  local of_b, off_b = plainness(b)
  return of_a > of_b or (of_a == of_b and off_a > off_b)
end

--- Checks the gradient of a cost.
-- @param p.blocks {{'W1', W1, dW1}, …}: parameters and their gradients
-- @param p.cost   function(name, row, col) that returns J, and a pattern if it
--   has kinks, with the parameters as they then stand; what changed is named, or
--   nil if everything may have
-- @param p.seed   of the checker's directions and steps
-- @param p.mode   'entries', or 'directions' for two random ones through each block
-- @param p.examples m, so that a factor can be read as a mean that is missing
-- @param p.alpha  the step size of an update, so that a factor can be read as it, and
--   a gradient be known as that after or before the update
function check.gradient(p)
  local blocks = p.blocks
  local g = gather(blocks)
  local session = run(p, g)
  local c = C.gw_session_check(session)
  local s, e = ffi.new 'gw_gradcheck_summary', ffi.new 'gw_gradcheck_entry'
  ensure(C.gw_gradcheck_result(c, s), 2)
  local result = summary(c, blocks, g, s)
  result.evaluations = C.gw_session_evaluations(session)
  result.numerics, result.bounds = {}, {} -- of the entries, in the order of θ
  for i = 1, g.size do
    ensure(C.gw_gradcheck_entry_result(c, i - 1, e), 2)
    result.numerics[i], result.bounds[i] = e.numeric, e.bound
    if e.verdict == C.GW_FAIL and tells_more(e, result.telling) then
      result.telling = { where = where(blocks, g, i - 1), analytic = e.analytic, numeric = e.numeric,
        bound = e.bound, cause = ffi.string(C.gw_cause_text(e.cause)) }
    end
  end
  result.blocks = {}
  for b = 1, #blocks do
    ensure(C.gw_gradcheck_block_result(c, b - 1, s), 2)
    result.blocks[b] = summary(c, blocks, g, s)
    result.blocks[b].name = blocks[b][1]
    result.blocks[b].diagnosis = diagnose(session, b - 1)
  end
  return result
end

--- One result of several: fail if any fails, undecided if any is. No results
-- are undecided, never a pass.
function check.merge(results)
  local all = {
    verdict = #results > 0 and 'pass' or 'undecided',
    cause = #results > 0 and '' or ffi.string(C.gw_cause_text(C.GW_CAUSE_EMPTY)),
    entries = 0, passed = 0, failed = 0, undecided = 0, zeros = 0, evaluations = 0,
    digits = math.huge,
  }
  for _, r in ipairs(results) do
    for _, key in ipairs { 'entries', 'passed', 'failed', 'undecided', 'zeros', 'evaluations' } do
      all[key] = all[key] + r[key]
    end
    local worse = RANK[r.verdict] > RANK[all.verdict]
    local counted = r.passed > r.zeros
    local same, told = r.verdict == all.verdict, r.telling or (r.verdict == 'fail' and r.worst)
    if worse or not all.worst or (same and counted and (r.digits < all.digits or
      (r.digits == all.digits and (r.used or 0) > (all.used or 0)))) then
      all.worst = r.worst
    end
    if told and tells_more(told, all.telling) then all.telling = told end
    if r.used then all.used = math.max(all.used or 0, r.used) end
    if worse then all.verdict, all.cause = r.verdict, r.cause end
    if counted then all.digits = math.min(all.digits, r.digits) end
  end
  if all.digits == math.huge then all.digits = 0 end
  if all.verdict == 'pass' and all.passed == all.zeros then
    all.verdict, all.cause = 'undecided', 'everything compared is 0, which proves nothing'
  end
  return all
end

--- Checks the derivative of a function of one variable at every one of the
-- points. Points where function and slope stand still count as zeros; if there
-- are no others, nothing was shown.
function check.derivative(f, slope, points, seed)
  local X, dX = matrix.new(1, 1), matrix.new(1, 1)
  local cost = function() return f(X:get(1, 1)) end
  local results = {}
  for i, x in ipairs(points) do
    X:set(1, 1, x)
    dX:set(1, 1, slope(x))
    local blocks = { { ('at %.6g'):format(x), X, dX } }
    local result = check.gradient { blocks = blocks, cost = cost, seed = seed + i }
    if result.zeros == 1 then result.verdict, result.cause = 'pass', '' end
    results[i] = result
  end
  return check.merge(results)
end

--- Compares pairs of numbers: {left, right, bound, where} each. The bound is
-- the caller's, from the rounding or the theory of the two sides.
function check.identity(cases)
  local results = {}
  for i, case in ipairs(cases) do
    local left, right, bound = case[1], case[2], case[3]
    local holds = math.abs(left - right) <= bound -- false for NaN
    local size = math.max(math.abs(left), math.abs(right))
    local zero = left == 0 and right == 0
    results[i] = {
      verdict = holds and 'pass' or 'fail',
      cause = holds and '' or 'the two sides differ by more than rounding explains',
      entries = 1, passed = holds and 1 or 0, failed = holds and 0 or 1, undecided = 0,
      zeros = zero and 1 or 0, evaluations = 0,
      digits = holds and not zero and bound > 0 and math.max(0, math.log10(size / bound)) or 16,
      used = holds and bound > 0 and math.abs(left - right) / bound or nil,
      worst = { where = case.where or case[4] or ('case %d'):format(i), analytic = left, numeric = right,
        bound = bound, verdict = holds and 'pass' or 'fail' },
    }
  end
  return check.merge(results)
end

return check
