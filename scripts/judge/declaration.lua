--- What an exercise declares, chapters/SLUG/exercises/NAME/judge.lua: a table that says
-- for which inputs the answer must be right, and how right. The stub's first line says
-- what is called; the solution says what is right.
--
--   domain   = { z = { -700, 2000 } }    each input lies between two numbers; besides,
--              not0 = true, above = true (the lower end is not reached), one_of = { 0, 1 }
--   sizes    = { X = { 'n', 'm' } }      how large each table is; a letter that is no
--                                        argument is drawn, too
--   least    = { n = 2 }                 the smallest size, if it is not 1
--   where    = function(p) … end, words = '…'   what the inputs must fulfil together
--   example  = { z = 0 }                 the worked number of the stub
--   derive   = function(p, random) … end   changes a point after it is drawn
--   also     = { { z = 1 } }             points that no conditioning excuses
--   digits   = 9, unit = 1               |answer − right| ≤ 10^−digits · max(|right|, unit)
--   inout    = { V = true }              *V is read and written
--   constant = true                      right up to a constant, as an antiderivative is
--   cost     = function(p) … end, slopes = { dw = 'w' } or 'x'   the outputs are its slopes;
--              with constant it is the slope of the output. The solution is held to it
--   property = function(p, out) … end    instead of the solution's numbers: key, sentence
--   random   = true                      it may answer differently each time
--   forbidden = { 'pow', '/', 'x +' }    what it must do without: a function, an operator, one
--              beside an input
local files = require 'gw.files'
local forbidden = require 'judge.forbidden'

local declaration = {}

-- «const double *X» as {name, kind, out}.
local function argument(text)
  local type, name = text:match '^%s*(.-)%s*([%a_][%w_]*)%s*$'
  local pointer = type:match '%*' ~= nil
  local kind = type:match 'matrix' and 'matrix' or pointer and 'array' or type
  return { name = name, kind = kind, type = type, out = pointer and not type:match 'const' }
end

-- The function that a stub leaves open: its last definition.
local function signature(text)
  local head
  for found in ('\n' .. text:gsub('/%*.-%*/', '')):gmatch '\n(%a[%w_ ]-[%w_]+%s*%b())%s*{' do head = found end
  local returns, name, arguments = head:match '^(%a[%w_ ]-)%s+([%w_]+)%s*(%b())$'
  local f = { returns = returns, name = name, head = head:gsub('%s+', ' '), arguments = {} }
  for each in arguments:sub(2, -2):gmatch '[^,]+' do f.arguments[#f.arguments + 1] = argument(each) end
  return f
end

--- Reads the declaration of an exercise.
function declaration.read(e)
  local path = e.stub:gsub('stub%.c$', 'judge.lua')
  local d = dofile(path)
  d.f = signature(files.read(e.stub))
  if d.where and not d.words then error(('%s: what «where» demands needs its words'):format(path), 0) end
  d.domain, d.sizes, d.inout, d.least = d.domain or {}, d.sizes or {}, d.inout or {}, d.least or {}
  d.digits, d.unit = d.digits or 11, d.unit or 0
  d.inputs, d.outputs, d.letters = {}, {}, {}
  local known = {}
  for _, a in ipairs(d.f.arguments) do
    a.size = d.sizes[a.name]
    if a.kind == 'array' and not a.size then a.kind = 'number' end
    for _, letter in ipairs(a.size or {}) do
      if type(letter) == 'string' and not known[letter] then d.letters[#d.letters + 1] = letter end
      known[letter] = true
    end
  end
  if d.f.returns ~= 'void' then d.outputs[1] = { name = 'your answer', kind = d.f.returns } end
  for _, a in ipairs(d.f.arguments) do
    if not a.out or d.inout[a.name] then
      if not known[a.name] then
        a.domain = d.domain[a.name] or error(('%s: no domain for «%s»'):format(path, a.name), 0)
        a.domain.whole = a.domain.whole or a.kind == 'int'
        d.inputs[#d.inputs + 1] = a
      end
    end
    if a.out then d.outputs[#d.outputs + 1] = a end
  end
  return d
end

-- The C that calls a function with one question and writes down its reply, see
-- frame/ask.h. Needs `variant`, a table of pointers to the function.
function declaration.thunk(d)
  local before, call, after, given = {}, {}, {}, {}
  local function put(list, ...) list[#list + 1] = (...):format(select(2, ...)) end
  for _, a in ipairs(d.f.arguments) do
    local n = a.name
    if a.kind == 'double' then put(before, 'double %s = take();', n)
    elseif a.kind == 'int' then put(before, 'int %s = (int)take();', n)
    elseif a.kind == 'number' then
      put(before, 'block b_%s = new_block(1, BESIDE); *b_%s.data = %s;', n, n, d.inout[n] and 'take()' or 'before')
      put(given, 'give_block(b_%s);', n)
    else
      put(before, 'int rows_%s = (int)take(), cols_%s = %s;', n, n, #a.size > 1 and '(int)take()' or '1')
      put(before, 'block b_%s = %s(rows_%s * cols_%s);', n, a.out and 'empty_block' or 'taken_block', n, n)
      if a.kind == 'matrix' then
        put(before, 'matrix m_%s = {rows_%s, cols_%s, b_%s.data};', n, n, n, n)
      end
      put(a.out and given or after, a.out and 'give_block(b_%s);' or 'end_block(b_%s);', n)
    end
    call[#call + 1] = a.kind == 'matrix' and '&m_' .. n or (a.kind == 'array' or a.kind == 'number') and
      ('b_%s.data'):format(n) or n
  end
  local run = ('variant[which](%s);'):format(table.concat(call, ', '))
  if d.f.returns ~= 'void' then run = ('double answer = %s give(answer);'):format(run) end
  for _, line in ipairs(given) do after[#after + 1] = line end
  return ('static void ask(int which) {\n    double before = take();\n    (void)before;\n    %s\n' ..
    '    double *first = give(0);\n    %s\n    %s\n    *first = changed;\n}\n'):format(
    table.concat(before, '\n    '), run, table.concat(after, '\n    '))
end

--- How large a table is in one direction: a letter of the point, or a number.
function declaration.extent(p, letter) return type(letter) == 'number' and letter or p[letter] end

--- A question: what is asked, as the numbers that frame/ask.h takes.
function declaration.question(d, p, before)
  local q = { before or -7.0303030303 }
  local function put(x) q[#q + 1] = x end
  local function sizes(a) for _, letter in ipairs(a.size) do put(declaration.extent(p, letter)) end end
  for _, a in ipairs(d.f.arguments) do
    if a.kind == 'double' or a.kind == 'int' then put(p[a.name])
    elseif a.kind == 'number' then if d.inout[a.name] then put(p[a.name]) end
    else
      sizes(a)
      if not a.out then for _, x in ipairs(p[a.name]) do put(x) end end
    end
  end
  return q
end

--- How many numbers an output has at a point.
function declaration.size(a, p)
  local n = 1
  for _, letter in ipairs(a.size or {}) do n = n * declaration.extent(p, letter) end
  return n
end

--- The reply to a question as {[1] = first output's numbers, …}, and whether inputs
-- were changed.
function declaration.reply(d, p, numbers, at)
  local out = {}
  at = at or 0
  local changed = numbers[at]
  at = at + 1
  for b, a in ipairs(d.outputs) do
    out[b] = {}
    for k = 1, declaration.size(a, p) do
      out[b][k] = numbers[at]
      at = at + 1
    end
  end
  return out, changed ~= 0, at
end

local function number(x)
  local text = x >= 1e5 and x == 10 ^ math.floor(math.log10(x) + 0.5) and ('10^%d'):format(math.log10(x) + 0.5) or
    ('%g'):format(x)
  return (text:gsub('^%-', '−'))
end

local SMALL = { 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve' }

local function both(list)
  local last = table.remove(list)
  return #list > 0 and table.concat(list, ', ') .. ' and ' .. last or last
end

-- What one input may be, in words.
local function range(a)
  local o = a.domain
  if o.one_of then
    local list = {}
    for i, x in ipairs(o.one_of) do list[i] = number(x) end
    return table.concat(list, ' or ')
  end
  return ('%s%s %s%s to %s%s'):format(o.whole and a.kind ~= 'int' and 'whole ' or '', o.above and 'above' or 'from',
    number(o[1]), o.above and ', up' or '', number(o[2]), o.not0 and ', but not 0' or '')
end

--- The largest size that is promised and tried, where there are so many letters: beyond
-- what a guess would make room for.
declaration.MOST = { 300, 110, 110 }

--- For what the answer must be right, in a sentence.
function declaration.sentence(d)
  local parts, groups = {}, {}
  for _, a in ipairs(d.inputs) do
    if not a.domain.derived then
      local text = range(a)
      if not groups[text] then
        groups[text] = {}
        parts[#parts + 1] = text
      end
      table.insert(groups[text], '`' .. a.name .. '`')
    end
  end
  for i, text in ipairs(parts) do parts[i] = both(groups[text]) .. ' ' .. text end
  local least = {}
  for _, letter in ipairs(d.letters) do
    local from = d.least[letter] or 1
    least[from] = least[from] or {}
    table.insert(least[from], letter)
  end
  for from, letters in pairs(least) do
    parts[#parts + 1] = ('any %s from %d to %d'):format(both(letters), from, declaration.MOST[#d.letters])
  end
  parts[#parts + 1] = d.words
  local digits = (' to %s digits'):format(SMALL[d.digits])
  if d.unit > 0 then
    digits = (' to %s decimals (%s digits in all where it is larger than 1)'):format(SMALL[d.digits], SMALL[d.digits])
  end
  if d.constant then digits = ', up to a constant,' .. digits end
  local without = {}
  for i, item in ipairs(d.forbidden or {}) do without[i] = '`' .. forbidden.shown(item) .. '`' end
  return ('It must be right%s for %s.%s'):format(
    not (d.property or d.f.returns == 'int') and digits or '', table.concat(parts, '; '),
    #without > 0 and (' It must do without %s.'):format(both(without)) or '')
end

return declaration
