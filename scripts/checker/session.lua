--- Runs the session of csrc/gradcheck/session.h with a model that answers as a process of
-- its own.
local ffi = require 'ffi'
local C = require('gw.ffi').C
local protocol = require 'checker.protocol'

ffi.cdef 'void *malloc(size_t); void free(void *);'

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
  return ffi.new('gw_session_model', { size = says.size, points = options.points, examples = examples,
    has_pattern = says.has_pattern, explain = options.explain, mode = mode, alpha = alpha,
    seed = options.seed, blocks = kept.blocks, equations = kept.equations, prefix = kept.prefix })
end

-- One check of one cost: its questions answered, each line that is said given to `add`.
local function check(says, prefix, whom, memory, add)
  local handle, ask = ffi.new 'gw_session *[1]', ffi.new 'gw_session_ask'
  local function must(status)
    if status ~= C.GW_OK then error(ffi.string(C.gw_status_text(status)), 0) end
  end
  must(C.gw_session_start(whom, memory, handle))
  local function next_question() return C.gw_session_next(handle[0], ask) == 1 end
  local function tell(id, answer) must(C.gw_session_tell(handle[0], id, answer)) end
  while next_question() do
    if ask.what == C.GW_ASK_NOTHING then
      add(ffi.string(ask.text))
    else
      says:answer(ask, next_question, tell)
    end
  end
  -- The session asks a cost for a number alone; one of many outputs may be written elsewhere.
  if says.cost_outside then add(('purity\tout-of-bounds\tcost\t%scost %s'):format(prefix, says.cost_outside)) end
end

--- Runs the session with a model behind a talk (see sandbox.child), whose functions are
-- called so with this prefix: once for its cost, or for each output of what it gives
-- instead. `start(what, number)` returns a function that is called with each line that is said.
function session.run(talk, prefix, options, start)
  local kept = {}
  local says = protocol.open(talk)
  local whom = describe(says, prefix, options, kept)
  local memory = ffi.gc(ffi.C.malloc(C.gw_session_bytes(whom)), ffi.C.free)
  if memory == nil then error('there is not enough memory for so many parameters', 0) end
  local parts = says:outputs()
  if parts and whom.mode > C.GW_SESSION_DIRECTIONS then
    error(('--mode %s is for a cost alone'):format(options.mode), 0)
  end
  if whom.size <= C.GW_SESSION_MOST then
    says.own_point = says:point(says.size)
    whom.has_point = says.own_point and 1 or 0
  end
  for _, part in ipairs(parts or { { what = 'cost', count = 1 } }) do
    for number = 1, part.count do
      if parts then says:choose(part.what, number) end
      check(says, prefix, whom, memory, start(part.what, number))
    end
  end
end

return session
