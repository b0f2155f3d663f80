--- What a careful hand does to running text. Plain Lua, for pandoc.
local typography = {}

local NO_BREAK = '\u{a0}'

-- A typewriter's ' after a letter or a function is a prime; everywhere else the
-- reader's option smart has made an apostrophe of it.
local FUNCTION = { sin = true, cos = true, tan = true, tanh = true, exp = true, ln = true, log = true, ReLU = true,
  arctan = true, arcsin = true }

function typography.primes(str)
  str.text = str.text:gsub('([%a\128-\255]*)’(%a?)', function(before, after)
    local letter = before:match '^%a$' or before:match '^[\206\207][\128-\191]$'
    if after == '' and (letter or FUNCTION[before]) then return before .. '′' end
  end)
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
    if i > 2 and is_sign(this) and inlines[i - 1].t == 'Space' then
      local last, size = run(inlines, i)
      for k = i - 1, last - 1 do
        if size <= SHORT or OPERATOR[this.text] and k <= i + 1 then join(k) end
      end
    end
  end
  return inlines
end

-- Code within a line is broken at its spaces alone, not at a hyphen or an arrow, but
-- a word that would be wider than a phone.
local WORD, WHOLE = 30, 18

local function escaped(text) return (text:gsub('[&<>]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;' })) end

function typography.code(code)
  local function kept(text, limit)
    return utf8.len(text) <= limit and text:match '[^%w_]'
      and ('<span class="kept">%s</span>'):format(escaped(text)) or escaped(text)
  end
  local text = code.text
  local body = utf8.len(text) <= WHOLE and kept(text, WHOLE)
    or text:gsub('%S+', function(word) return kept(word, WORD) end)
  return pandoc.RawInline('html', '<code>' .. body .. '</code>')
end

return typography
