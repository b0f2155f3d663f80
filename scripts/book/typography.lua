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

-- A word of running text as it is set; nil if that is as it was typed. The bars of |x| are
-- those of formulas, since a text face may set them far from the x; f′(x) and n-th are not
-- broken.
local function set(typed)
  -- Most words are plain: no quotation mark, power, bar or hyphen.
  if not typed:find '[\226^|&<>-]' then return nil end
  local text = primes(typed)
  local html = powers(escaped(text)):gsub('|([^|]+)|', '<span class="bar">|</span>%1<span class="bar">|</span>')
  if html ~= escaped(text) or text:match '′[(′]' or text:match '^%W*%a%-th%W*$' then
    return pandoc.RawInline('html', ('<span class="kept">%s</span>'):format(html))
  end
  return text ~= typed and pandoc.Str(text) or nil
end

-- Between what a line must not end.
local OPERATOR, RELATION = {}, {}
for sign in ('− + · × ∘ /'):gmatch '%S+' do OPERATOR[sign] = true end
for sign in ('= ≠ < > ≤ ≥ ≈ := ∈'):gmatch '%S+' do RELATION[sign] = true end
local COUNTED = { chapter = true, chapters = true, Chapter = true, Chapters = true, step = true, line = true,
  lines = true, exercise = true, Exercise = true }

-- A formula in running text that is no longer than this stays on one line.
local SHORT = 20

local function is_sign(word) return OPERATOR[word] or RELATION[word] end

-- A formula counts as six letters.
local function length(word) return word and utf8.len(word) or 6 end

-- Where the formula ends that the sign at i stands in; with its length.
local function run(words, i)
  local size, last = length(words[i - 2]), i
  while is_sign(words[last]) and words[last + 1] == ' ' and words[last + 2] ~= nil do
    size = size + length(words[last]) + length(words[last + 2]) + 2
    if not (words[last + 3] == ' ' and is_sign(words[last + 4])) then return last + 2, size end
    last = last + 4
  end
  return last, size
end

-- «sin» before what it is taken of, «5» before «%», «(2,» before «1)».
local function leans(word, next_one, after)
  if not (word and next_one) then return false end
  local name = word:gsub('²$', ''):match '%a+$'
  if FUNCTION[name] then
    return next_one.t == 'RawInline' or after and (after:match '^%d?%a%A*$' or after:match '^%d'
      or after:match '^[\206\207][\128-\191]%A*$')
  end
  return after and (word:match '^%([^%a]*%a?[^%a]*,$' and after:match '^[^%a]*%a?[^%a]*%)'
    or word:match '%d$' and (after:match '^%%' or after:match '^°'))
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

--- Sets running text: its words, and joins the parts of a short formula, and a number to
-- what it counts. To ask pandoc's elements, and to give them back, is slow: nil is for text
-- that stays as it is.
function typography.text(inlines)
  -- words[i] is the text of a word, ' ', or false.
  local words, formulas, changed = {}, false, false
  for i, inline in ipairs(inlines) do
    local kind = inline.t
    words[i] = kind == 'Str' and inline.text or kind == 'Space' and ' '
    local other = kind == 'Str' and set(words[i])
    if other then
      inlines[i], words[i], changed = other, other.t == 'Str' and other.text, true
    end
    formulas = formulas or kind == 'RawInline' and inline.text:match '<math'
  end
  local function join(i)
    if words[i] ~= ' ' then return end
    inlines[i], words[i], changed = pandoc.Str(NO_BREAK), NO_BREAK, true
  end
  for i, word in ipairs(words) do
    local after = words[i + 2]
    if COUNTED[word] and after and after:match '^%d' then join(i + 1) end
    if words[i + 1] == ' ' and leans(word, inlines[i + 2], after) then join(i + 1) end
    if i > 2 and is_sign(word) and words[i - 1] == ' ' then
      local last, size = run(words, i)
      for k = i - 1, last - 1 do
        if size <= SHORT or OPERATOR[word] and k <= i + 1 then join(k) end
      end
    end
  end
  return formulas and keep_together(inlines) or changed and inlines or nil
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
