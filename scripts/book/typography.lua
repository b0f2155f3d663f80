--- What a careful hand does to running text. Plain Lua, for pandoc.
local typography = {}

local NO_BREAK = '\u{a0}'

-- A typewriter's ' after a letter, a function or a bracket is a prime; everywhere else
-- the reader's option smart has made an apostrophe of it.
local FUNCTION = { sin = true, cos = true, tan = true, tanh = true, exp = true, ln = true, log = true, ReLU = true,
  arctan = true, arcsin = true, sinh = true, cosh = true }

local function is_prime(before, after)
  local word = before:match '%a+$' or ''
  local product = word:match '^[fg]+$' and after:match '[fg]' -- f'g, but not f's
  return product or after == '' and (#word == 1 or word:match '^[fg]+$' or FUNCTION[word]
    or before:match '[\206\207][\128-\191]$' or before:match '%)$' or before:match '′$')
end

local function primes(text)
  local out, at = '', 1
  for first, last in text:gmatch '()’()' do
    out = out .. text:sub(at, first - 1)
    out = out .. (is_prime(out, text:match('^%a?', last)) and '′' or '’')
    at = last
  end
  return out .. text:sub(at)
end

local function escaped(text) return (text:gsub('[&<>]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;' })) end

-- Hints are read in a terminal too, where a power is e^x or e^(−x/2).
local function powers(html)
  html = html:gsub('([%w)\128-\255])%^(%b())', function(base, power)
    return ('%s<sup>%s</sup>'):format(base, power:sub(2, -2))
  end)
  return (html:gsub('([%w)\128-\255])%^(%w+)', '%1<sup>%2</sup>'))
end

--- A word of running text. The bars of |x| are those of formulas, since a text face may
-- set them far from the x; f′(x) and n-th are not broken.
function typography.word(str)
  local text = primes(str.text)
  local html = powers(escaped(text)):gsub('|([^|]+)|', '<span class="bar">|</span>%1<span class="bar">|</span>')
  if html ~= escaped(text) or text:match '′[(′]' or text:match '^%W*%a%-th%W*$' then
    return pandoc.RawInline('html', ('<span class="kept">%s</span>'):format(html))
  end
  str.text = text
  return str
end

-- Between what a line must not end.
local OPERATOR, RELATION = {}, {}
for sign in ('− + · × ∘ /'):gmatch '%S+' do OPERATOR[sign] = true end
for sign in ('= ≠ < > ≤ ≥ ≈ := ∈'):gmatch '%S+' do RELATION[sign] = true end
local COUNTED = { chapter = true, chapters = true, Chapter = true, Chapters = true, step = true, line = true,
  lines = true, exercise = true, Exercise = true }

-- A formula in running text that is no longer than this stays on one line.
local SHORT = 20

local function is_sign(inline)
  return inline and inline.t == 'Str' and (OPERATOR[inline.text] or RELATION[inline.text])
end

local function length(inline) return inline.t == 'Str' and utf8.len(inline.text) or 6 end

-- Where the formula ends that the sign at i stands in; with its length.
local function run(inlines, i)
  local size, last = length(inlines[i - 2]), i
  while is_sign(inlines[last]) and inlines[last + 1] and inlines[last + 1].t == 'Space' and inlines[last + 2] do
    size = size + length(inlines[last]) + length(inlines[last + 2]) + 2
    if not (inlines[last + 3] and inlines[last + 3].t == 'Space' and is_sign(inlines[last + 4])) then
      return last + 2, size
    end
    last = last + 4
  end
  return last, size
end

-- «sin» before what it is taken of, «5» before «%», «(2,» before «1)».
local function leans(this, next_one)
  if not (next_one and this.t == 'Str') then return false end
  local name = this.text:gsub('²$', ''):match '%a+$'
  if name and FUNCTION[name] then
    return next_one.t == 'RawInline' or next_one.t == 'Str' and (next_one.text:match '^%d?%a%A*$'
      or next_one.text:match '^%d' or next_one.text:match '^[\206\207][\128-\191]%A*$')
  end
  if this.text:match '^%([^%a]*%a?[^%a]*,$' and next_one.t == 'Str' and next_one.text:match '^[^%a]*%a?[^%a]*%)' then
    return true
  end
  return next_one.t == 'Str' and this.text:match '%d$' and (next_one.text:match '^%%' or next_one.text:match '^°')
end

-- A browser may break a line between a formula and the comma that follows it. What
-- no space parts is put into one piece.
local function keep_together(inlines)
  local out, at = pandoc.List(), 1
  local function whole(inline) return inline and (inline.t == 'Str' or inline.t == 'RawInline') end
  while inlines[at] do
    local last, formulas = at, 0
    while whole(inlines[last]) do
      if inlines[last].t == 'RawInline' and inlines[last].text:match '<math' then formulas = formulas + 1 end
      last = last + 1
    end
    local together = formulas > 0 and last - at > 1
    if together then out:insert(pandoc.RawInline('html', '<span class="kept">')) end
    for i = at, math.max(last - 1, at) do out:insert(inlines[i]) end
    if together then out:insert(pandoc.RawInline('html', '</span>')) end
    at = math.max(last, at + 1)
  end
  return out
end

--- Joins the parts of a short formula, and a number to what it counts.
function typography.bind(inlines)
  local function join(i)
    if inlines[i] and inlines[i].t == 'Space' then inlines[i] = pandoc.Str(NO_BREAK) end
  end
  for i = 1, #inlines do
    local this = inlines[i]
    if this.t == 'Str' and COUNTED[this.text] and inlines[i + 2] and inlines[i + 2].t == 'Str'
      and inlines[i + 2].text:match '^%d' then
      join(i + 1)
    end
    if inlines[i + 1] and inlines[i + 1].t == 'Space' and leans(this, inlines[i + 2]) then join(i + 1) end
    if i > 2 and is_sign(this) and inlines[i - 1].t == 'Space' then
      local last, size = run(inlines, i)
      for k = i - 1, last - 1 do
        if size <= SHORT or OPERATOR[this.text] and k <= i + 1 then join(k) end
      end
    end
  end
  return keep_together(inlines)
end

-- Code within a line is broken at its spaces alone, not at a hyphen or an arrow, but
-- a word that would be wider than a phone; a long path is broken behind a slash.
local WORD, WHOLE = 30, 18

function typography.code(code)
  local function kept(text, limit)
    return utf8.len(text) <= limit and text:match '[^%w_]'
      and ('<span class="kept">%s</span>'):format(escaped(text)) or escaped(text)
  end
  local text = code.text
  local body = utf8.len(text) <= WHOLE and kept(text, WHOLE)
    or text:gsub('%S+', function(word)
      if utf8.len(word) <= WORD or not word:match '%w/%w' then return kept(word, WORD) end
      return (word:gsub('[^/]+/?', function(part) return kept(part, WORD) .. (part:match '/$' and '<wbr/>' or '') end))
    end)
  return pandoc.RawInline('html', '<code>' .. body .. '</code>')
end

return typography
