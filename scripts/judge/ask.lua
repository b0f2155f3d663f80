--- Questions and replies in files, see frame/ask.h: what the solution, the known mistakes
-- and variants of a text answer.
local ffi = require 'ffi'
local child = require 'sandbox.child'
local declaration = require 'judge.declaration'
local files = require 'gw.files'
local flags = require 'judge.flags'
local paths = require 'gw.paths'
local random = require 'judge.random'
local source = require 'judge.source'

local ask = {}

local BEFORE_AGAIN = 3.0517051705
ask.BEFORE, ask.BEFORE_AGAIN = -7.0303030303, BEFORE_AGAIN

local function reply_size(d, p)
  local n = 1
  for _, a in ipairs(d.outputs) do n = n + declaration.size(a, p) end
  return n
end

--- Writes questions, {{point, before, question}, …}, to a file.
function ask.write(path, d, list)
  local total = 0
  for _, each in ipairs(list) do
    each[3] = each[3] or declaration.question(d, each[1], each[2])
    total = total + 2 + #each[3]
  end
  local all, at = ffi.new('double[?]', math.max(total, 1)), 0
  for _, each in ipairs(list) do
    local q = each[3]
    all[at], all[at + 1] = #q, reply_size(d, each[1])
    for i = 1, #q do all[at + 1 + i] = q[i] end
    at = at + 2 + #q
  end
  files.write(path, ffi.string(all, total * 8))
end

local ALL_ONES = 0x7ff

--- The numbers that a file's bytes are, from place 0 on, and how many. What is no number has
-- many patterns of bits, most of which LuaJIT takes for values of its own: here it is always the same.
function ask.doubles(bytes)
  local n = math.floor(#bytes / 8)
  local all = ffi.new('double[?]', math.max(n, 1))
  ffi.copy(all, bytes, n * 8)
  local words, exponent = ffi.cast('uint32_t *', all), ffi.abi 'le' and 1 or 0
  for i = 0, n - 1 do
    local high, low = words[2 * i + exponent], words[2 * i + 1 - exponent]
    local is_one = bit.band(bit.rshift(high, 20), ALL_ONES) == ALL_ONES and (bit.band(high, 0xfffff) ~= 0 or low ~= 0)
    if is_one then all[i] = 0 / 0 end
  end
  return all, n
end

local function numbers(path) return ask.doubles(files.read(path) or '') end

-- The replies to questions from place `at` on: {{out, changed}, …}, up to `stop`.
local function replies(d, list, all, at, stop)
  local found = {}
  for i, each in ipairs(list) do
    if at + reply_size(d, each[1]) > stop then break end
    local out, changed
    out, changed, at = declaration.reply(d, each[1], all, at)
    found[i] = { out = out, changed = changed }
  end
  return found
end

--- What one program answered: {{out, changed}, …}, as many as there are.
function ask.read(path, d, list)
  local all, n = numbers(path)
  return replies(d, list, all, 0, n)
end

--- What the variants FIRST to LAST of a program that was made with frame/many.h answer:
-- {[variant] = {{out, changed}, …}}. One that takes more than so many milliseconds has no more replies.
-- The same list need not be written again: `is_written`.
function ask.variants(program, scratch, d, list, first, last, milliseconds, is_written)
  local questions, found = scratch .. '/questions', scratch .. '/replies'
  if not is_written then ask.write(questions, d, list) end
  local status = child.run({ program, questions, found, tostring(first), tostring(last),
    tostring(milliseconds or 60) }, scratch .. '/said', 60, 0)
  if status ~= 0 then return nil, files.read(scratch .. '/said') end
  local all, n = numbers(found)
  local width = n / (last - first + 1)
  local by = {}
  for v = first, last do
    local at = (v - first) * width
    by[v] = replies(d, list, all, at + 1, at + 1 + all[at])
  end
  return by
end

ask.MATHEMATICS = { '-std=c11', '-D_DEFAULT_SOURCE', '-w', '-ffp-contract=off', '-ftrivial-auto-var-init=pattern',
  '-I' .. paths.root ..
  '/scripts/judge/frame' }

--- Compiles many texts as one program, at a level of optimisation, or 'strict': under
-- sanitizers, as `try` does. Variants that do not compile are left out, and `place` says which
-- is which: place[i] is the place in the program of texts[i].
function ask.compile(texts, d, program, scratch, level)
  local alive = {}
  for i = 1, #texts do alive[i] = i end
  for _ = 1, 3 do
    local some = {}
    for k, i in ipairs(alive) do some[k] = texts[i] end
    if #some == 0 then return nil end
    local path, said = scratch .. '/variants.c', scratch .. '/variants.said'
    local file = assert(io.open(path, 'wb'))
    file:write(source.unit(some, d.f, declaration.thunk(d), 'many.h'))
    file:close()
    local command = child.compiler('CC', 'gcc')
    local how = level == 'strict' and { flags.SANITIZED, flags.STRICT,
      { '-D_DEFAULT_SOURCE', '-ftrivial-auto-var-init=pattern' } } or { ask.MATHEMATICS, { level or '-O0' } }
    how[#how + 1] = { '-fmax-errors=0', path, '-lm', '-o', program }
    for _, list in ipairs(how) do
      for _, word in ipairs(list) do command[#command + 1] = word end
    end
    if child.compile(command, said) == 0 then
      local place = {}
      for k, i in ipairs(alive) do place[i] = k end
      return place, #some
    end
    local bad, any, words = {}, false, files.read(said) or ''
    -- Of an error within a macro, gcc names the macro's file first, and then where it stands.
    for _, where in ipairs { 'error', 'note: in expansion' } do
      for k in words:gmatch('variant%-(%d+):%d+:%d+: ' .. where) do bad[tonumber(k)], any = true, true end
    end
    if not any then return nil, files.read(said) end
    local left = {}
    for k, i in ipairs(alive) do if not bad[k] then left[#left + 1] = i end end
    alive = left
  end
end

-- A question whose numbers are moved a little, as rounding would.
local function nudged(d, p, rng)
  local q = {}
  for k, v in pairs(p) do q[k] = v end
  for _, a in ipairs(d.inputs) do
    local o = a.domain
    if not o.whole and not o.one_of then
      local function move(x) return x * (1 + (rng() - 0.5) * 8.9e-16) end
      if a.size then
        q[a.name] = {}
        for k, x in ipairs(p[a.name]) do q[a.name][k] = move(x) end
      else
        q[a.name] = move(p[a.name])
      end
    end
  end
  return q
end

local NUDGES = 5

--- What is right at each point: p.right_, the outputs, and p.bound_, how far an answer may
-- be from them. A point that rounding decides is dropped.
function ask.truth(program, scratch, d, points)
  local rng, list = random.uniform(7), {}
  for _, p in ipairs(points) do
    list[#list + 1] = { p }
    for _ = 1, NUDGES do list[#list + 1] = { p, nil, declaration.question(d, nudged(d, p, rng)) } end
  end
  local by, why = ask.variants(program, scratch, d, list, 1, 1)
  local found = by and by[1]
  if not found or #found < #list then error('the solution could not be asked: ' .. (why or 'it ended early'), 0) end
  local kept, whole = {}, d.f.returns == 'int'
  for i, p in ipairs(points) do
    local first = (i - 1) * (NUDGES + 1) + 1
    local is_sure, is_finite = true, true
    p.right_, p.bound_ = found[first].out, {}
    for b, right in ipairs(p.right_) do
      p.bound_[b] = {}
      for k, t in ipairs(right) do
        local spread = 0
        for j = 1, NUDGES do spread = math.max(spread, math.abs(found[first + j].out[b][k] - t)) end
        is_finite = is_finite and t - t == 0
        is_sure = is_sure and not (whole and spread > 0)
        p.bound_[b][k] = whole and 0 or math.max(10 ^ -d.digits * math.max(math.abs(t), d.unit), 64 * spread, 1e-300)
      end
    end
    if is_finite and (is_sure or p.sure_) then kept[#kept + 1] = p end
  end
  return kept
end

--- Where make puts what an exercise is judged with.
function ask.built(e, what) return ('%s/judges/%s/%s/%s'):format(paths.build, e.slug, e.name, what) end

return ask
