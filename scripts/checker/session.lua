--- Runs the session of csrc/gradcheck/session.h with a model that answers as a process of
-- its own.
local ffi = require 'ffi'
local C = require('gw.ffi').C
local bank = require 'checker.bank'
local protocol = require 'checker.protocol'

ffi.cdef 'void *calloc(size_t, size_t); void free(void *);'

local session = {}

-- What the command calls the functions of a model: how many numbers, and what of it all
-- there is. Text is kept in `kept` as long as the session.
local function describe(says, prefix, options, kept)
  local size = says:says 'size'
  local n = tonumber(size)
  if not (n and n >= 1 and n % 1 == 0) then
    error(('%ssize is %s: there must be at least one parameter'):format(prefix, size or 'not known'), 0)
  end
  says.size = math.min(n, 2 ^ 31 - 1)
  says:find_keeps()
  kept.blocks, kept.prefix = says:says 'blocks', prefix
  local alpha = options.alpha or 0
  local own = alpha == 0 and says:says 'alpha'
  if own then
    alpha = tonumber(own) or 0
    if not (alpha > 0 and alpha < math.huge) then
      error(('%salpha is %s, not a positive number'):format(prefix, tonumber(own) and ('%g'):format(own) or own), 0)
    end
  end
  local examples = tonumber(says:says 'examples') or 0
  if not (examples >= 1 and examples < 2 ^ 31 and examples % 1 == 0) then examples = 0 end
  local mode = C['GW_SESSION_' .. options.mode:upper()]
  kept.equations = options.mode == 'equations' and says:says 'equations' or nil
  if options.mode == 'equations' and not kept.equations or options.mode == 'complex' and not says:knows 'complex' then
    error(('it does not know the question «%s»'):format(options.mode), 0)
  end
  if options.mode == 'complex' and not says.keeps then
    error('--mode complex needs the question «moves», which it does not know', 0)
  end
  says.has_pattern = says:knows 'pattern'
  kept.variants, says.variant = bank.of(says, examples, alpha)
  return ffi.new('gw_session_model', { size = says.size, points = options.points, examples = examples,
    has_pattern = says.has_pattern, variants = kept.variants,
    explain = options.explain, mode = mode, alpha = alpha, seed = options.seed, digits = options.digits or 0,
    noise = options.noise or 0,
    blocks = kept.blocks, equations = kept.equations, prefix = kept.prefix })
end

-- What was found so far at a point, as the lines of a check that was not cut short, if any
-- entry was finished; and whether one fails. The others are as calloc left them.
local function finished_lines(handle, whom, point)
  local found = C.gw_session_check(handle)
  local entry, first, lines, fails = ffi.new 'gw_gradcheck_entry', 0, {}, false
  local blocks = whom.blocks ~= nil and ffi.string(whom.blocks) or ('theta %dx1'):format(whom.size)
  for name, rows, cols in blocks:gmatch '([^%s,]+)%s+(%d+)x(%d+)' do
    local size, finished, zeros, worst = rows * cols, 0, 0, nil
    cols = tonumber(cols)
    for i = 0, size - 1 do
      if C.gw_gradcheck_entry_result(found, first + i, entry) ~= C.GW_OK then return {} end
      local verdict = entry.verdict
      if verdict ~= C.GW_UNDECIDED or entry.cause ~= C.GW_CAUSE_NONE then
        finished = finished + 1
        zeros = zeros + (entry.cause == C.GW_CAUSE_ZERO and 1 or 0)
        local rank = verdict == C.GW_FAIL and 2 or verdict == C.GW_UNDECIDED and 1 or 0
        if not worst or rank > worst.rank or rank == worst.rank and entry.digits < worst.digits then
          worst = { rank = rank, digits = entry.digits, at = i, entry.analytic, entry.numeric, entry.bound }
        end
      end
    end
    if worst then
      fails = fails or worst.rank == 2
      local where = size == 1 and name or cols == 1 and ('%s[%d]'):format(name, worst.at + 1)
        or ('%s[%d,%d]'):format(name, math.floor(worst.at / cols) + 1, worst.at % cols + 1)
      local verdict = worst.rank == 2 and 'fail' or 'undecided'
      lines[#lines + 1] = ('block\t%s\t%s\t\t%.1f\t%d\t%d'):format(name, verdict, worst.digits, finished, zeros)
      lines[#lines + 1] = ('worst\t%s\t%.17g\t%.17g\t%.17g'):format(where, unpack(worst))
      lines[#lines + 1] = ('diagnosis\tunfinished\tBefore the time was over %d of %d entries were checked at '
        .. 'point %d%s.'):format(finished, size, point, worst.rank == 0 and ', and they pass' or '')
    end
    first = first + size
  end
  if #lines > 0 then
    lines[#lines + 1] = ('whole\t%s\t\t0\t%.0f\t%d\t%s'):format(fails and 'fail' or 'undecided',
      C.gw_session_evaluations(handle), point, ffi.string(C.gw_session_points(handle)))
  end
  return lines, fails
end

-- One check of one cost: its questions answered, each line that is said given to `add`.
local function check(says, prefix, whom, memory, add, progress)
  local handle, ask = ffi.new 'gw_session *[1]', ffi.new 'gw_session_ask'
  local function must(status)
    if status ~= C.GW_OK then error(ffi.string(C.gw_status_text(status)), 0) end
  end
  must(C.gw_session_start(whom, memory, handle))
  local function next_question() return C.gw_session_next(handle[0], ask) == 1 end
  local function tell(id, answer) must(C.gw_session_tell(handle[0], id, answer)) end
  local point, failed, before = 0, nil, {} -- what was found at a point that fails, and at the one before
  while next_question() do
    if ask.what == C.GW_ASK_NOTHING then
      local line = ffi.string(ask.text)
      local next_point = tonumber(line:match '^point\t(%d+)')
      if next_point and next_point > 1 then
        local lines, fails = finished_lines(handle[0], whom, point)
        failed, before = fails and lines or failed, lines
      end
      point = next_point or point
      add(line)
    else
      progress(point, whom.points)
      local answered, problem = pcall(says.answer, says, ask, next_question, tell)
      if not answered then
        if problem == protocol.ENDED and C.gw_session_check(handle[0]) ~= nil then
          local lines, fails = finished_lines(handle[0], whom, point)
          local found = not fails and failed or #lines > 0 and lines or before
          for _, line in ipairs(found) do add(line) end
        end
        error(problem, 0)
      end
    end
  end
  -- The session asks a cost for a number alone; one of many outputs may be written elsewhere.
  if says.cost_outside then add(('purity\tout-of-bounds\tcost\t%scost %s'):format(prefix, says.cost_outside)) end
end

-- Whom to check for a product with a mixed vector: at one point, where the others were
-- checked last, from which a product with v has just the one parameter that moves it along v.
local function mixed(whom, what)
  local of = ffi.new('gw_session_model', whom)
  of.points, of.has_point, of.variants, of.alpha = 1, 1, 0, 0
  if what == 'jvp-mixed' then of.size, of.blocks, of.mode = 1, nil, C.GW_SESSION_ENTRIES end
  return of
end

--- Runs the session with a model behind a talk (see sandbox.child), whose functions are
-- called so with this prefix: once for its cost, or for each output of what it gives
-- instead. `start(what, number)` returns a function that is called with each line that is
-- said; `progress(point, points)`, if given, is called with each question. Where the model
-- ends before, what was found until then is said, and protocol.ENDED raised.
function session.run(talk, prefix, options, start, progress)
  local kept = {}
  local says = protocol.open(talk)
  local whom = describe(says, prefix, options, kept)
  local memory = ffi.gc(ffi.C.calloc(C.gw_session_bytes(whom), 1), ffi.C.free)
  if memory == nil then error('there is not enough memory for so many parameters', 0) end
  local parts = says:outputs()
  if parts and whom.mode > C.GW_SESSION_DIRECTIONS then
    error(('--mode %s is for a cost alone'):format(options.mode), 0)
  end
  if whom.size <= C.GW_SESSION_MOST then
    says.own_point = says:point(says.size)
    whom.has_point = says.own_point and 1 or 0
  end
  local checked_at
  for _, part in ipairs(parts or { { what = 'cost', count = 1 } }) do
    local is_mixed = part.what:find '%-mixed$' ~= nil
    local to_check = is_mixed and mixed(whom, part.what) or whom
    for number = 1, part.count do
      if parts then says:choose(part.what, number) end
      if is_mixed then says.own_point = part.what == 'jvp-mixed' and { 1 } or checked_at end
      check(says, prefix, to_check, memory, start(part.what, number), progress or function() end)
      if not is_mixed then checked_at = says.last_point end
    end
  end
end

return session
