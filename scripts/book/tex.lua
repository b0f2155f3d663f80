--- Mends formulas on their way through pandoc: the TeX before, the MathML after.
-- Plain Lua, for pandoc.
--
-- texmath lets every pair of round and square brackets stretch. TeX stretches only
-- what \left and \right ask for; a bracket in braces of its own is left alone.
local tex = {}

-- What takes a [ as the start of an option, and what takes a group of plain text.
local OPTION = { ['\\sqrt'] = true, ['\\\\'] = true, ['\\xrightarrow'] = true, ['\\xleftarrow'] = true }
local WORDS = { ['\\text'] = true, ['\\textrm'] = true, ['\\textit'] = true, ['\\textbf'] = true, ['\\mbox'] = true,
  ['\\operatorname'] = true, ['\\begin'] = true, ['\\end'] = true }
-- What sizes the delimiter that follows it.
local function sizes(command)
  return command == '\\left' or command == '\\right' or command == '\\middle' or command:match '^\\[bB]igg?[lrm]?$'
end
local SIDE = { ['('] = '\\mathopen', ['['] = '\\mathopen', [')'] = '\\mathclose', [']'] = '\\mathclose' }

function tex.mend(source)
  local out, at = {}, 1
  local function take(pattern)
    local found = source:match('^' .. pattern, at)
    if found then
      out[#out + 1] = found
      at = at + #found
    end
    return found
  end
  while at <= #source do
    local command = take '\\%a+' or take '\\.'
    if command then
      if sizes(command) then
        take '%s+'
        local _ = take '\\%a+' or take '\\.' or take '.'
      elseif OPTION[command] then
        take '%[[^%]]*%]'
      elseif WORDS[command] then
        take '%*?%b{}'
      end
    else
      local bracket = source:match('^[%(%)%[%]]', at)
      if bracket then
        out[#out + 1] = ('%s{%s}'):format(SIDE[bracket], bracket)
        at = at + 1
      else
        take '[^\\%(%)%[%]]+'
      end
    end
  end
  return table.concat(out)
end

--- The formulas between which a \qquad stands, within neither braces nor an environment.
function tex.side_by_side(source)
  local parts, depth, first, at = {}, 0, 1, 1
  while at <= #source do
    local word = source:match('^\\%a+', at) or source:match('^\\?.', at)
    if word == '{' or word == '\\begin' or word == '\\left' then depth = depth + 1
    elseif word == '}' or word == '\\end' or word == '\\right' then depth = depth - 1
    elseif word == '\\qquad' and depth == 0 then
      parts[#parts + 1] = source:sub(first, at - 1)
      first = at + #word
    end
    at = at + #word
  end
  parts[#parts + 1] = source:sub(first)
  return parts
end

-- A sign that follows an operator or an opening bracket is a sign, not a difference.
local function signs(html)
  local function mark(attributes, before, between)
    if attributes:match 'postfix' or before == '′' or before == '!' then return nil end
    return ('<mo%s>%s</mo>%s<mo form="prefix">'):format(attributes, before, between)
  end
  for _, sign in ipairs { '−', '+', '±', '∓' } do
    html = html:gsub('<mo([^>]*)>([^<]*)</mo>()<mo>(' .. sign .. '</mo>)', function(attributes, before, _, rest)
      local marked = mark(attributes, before, '')
      return marked and marked .. rest
    end)
    html = html:gsub('<mo([^>]*)>([^<]*)</mo>(<mspace[^>]*></mspace>)<mo>(' .. sign .. '</mo>)',
      function(attributes, before, space, rest)
        local marked = mark(attributes, before, space)
        return marked and marked .. rest
      end)
  end
  return html
end

-- Beside the name of a function, ln or sin, stands as much space as TeX would set: a
-- thin one, and none at a bracket or a sign. Unless told, browsers set wide ones.
local function functions(html)
  local function is_bound(text) -- a letter, a number, a fraction, a closing bracket
    return text:match '</m[infsr]%a*>$' or text:match 'postfix">[^<]*</mo>$'
  end
  return (html:gsub('()<mo>(%a%a[%a ]*)</mo>()', function(first, name, after)
    local before, rest = html:sub(1, first - 1), html:sub(after)
    local script = before:match '<(m%a+)>$'
    if script and script:match '^m[su]' then
      before = before:gsub('<m%a+>$', '')
      rest = rest:match('^<m%a+>[^<]*</m%a+></' .. script .. '>(.*)$')
        or rest:match('^<mrow>.-</mrow></' .. script .. '>(.*)$') or rest
    end
    local at_bracket = rest:match '^<mo[ >]' or rest:match '^<mrow><mo [^>]*prefix' or rest:match '^</'
    return ('<mo lspace="%s" rspace="%s">%s</mo>'):format(is_bound(before) and '0.167em' or '0',
      at_bracket and not rest:match '^<mo>%a' and '0' or '0.167em', name)
  end))
end

-- Whose children from the second on are set small, and what TeX sets closely there.
local SCRIPTS = { msup = true, msub = true, msubsup = true, munder = true, mover = true, munderover = true }
local CLOSE = {}
for sign in ('− + = ≠ < > ≤ ≥ → ∈ ⋅ × /'):gmatch '%S+' do CLOSE[sign] = true end
-- What sets its children side by side.
local ROW = { mrow = true, mtd = true, mstyle = true, msqrt = true }

local function space(width) return ('<mspace width="%sem"></mspace>'):format(width) end

-- Signs in scripts stand close, and the letter f, which hangs over to both sides, gets
-- the room that TeX knows it to need: before it, a prime or a bracket after it.
local function fitted(html)
  local stack, small = {}, 0
  return (html:gsub('<(/?)(%a+)([^<>]*)>([^<]*)()', function(close, name, attributes, text, at)
    if close == '/' then
      local this = table.remove(stack)
      if this.small then small = small - 1 end
      return nil
    end
    local parent = stack[#stack] or { count = 0 }
    parent.count = parent.count + 1
    local overhangs = parent.last == 'f'
    local after_f = overhangs and ROW[parent.name]
    parent.last = name == 'mi' and text or nil
    local this = { name = name, count = 0, small = SCRIPTS[parent.name] and parent.count > 1 }
    if this.small then small = small + 1 end
    stack[#stack + 1] = this
    if name == 'mo' and attributes == '' and small > 0 and (CLOSE[text] or text == '&lt;' or text == '&gt;') then
      return ('<mo lspace="0" rspace="0">%s'):format(text)
    elseif name == 'mi' and text == 'f' and ROW[parent.name] and small == 0 then
      return ('%s<mi>f'):format(space(0.07))
    elseif name:match '^msu' and ROW[parent.name] and small == 0 and html:match('^<mi>f</mi>', at) then
      return ('%s<%s>'):format(space(0.07), name)
    elseif parent.name == 'msup' and overhangs and name == 'mrow' then
      return '<mrow>' .. space(0.1)
    elseif after_f and text:match '^[′″‴]' then
      return ('%s<%s%s>%s'):format(space(0.13), name, attributes, text)
    elseif after_f and (name == 'mi' or name == 'mo' and text:match '^[()]') then
      return ('%s<%s%s>%s'):format(space(0.05), name, attributes, text)
    end
  end))
end

--- The MathML that pandoc wrote, as browsers want it.
function tex.mend_math(html)
  -- A size needs a unit, and only what may stretch has one.
  html = html:gsub('minsize="([%d.]+)" maxsize="([%d.]+)" stretchy="false"',
    'minsize="%1em" maxsize="%2em" stretchy="true"')
  -- A norm is a fence; pandoc writes the sign for parallel lines.
  html = html:gsub('(<mo [^>]*form="%a+fix">)∥', '%1‖')
  -- The lines of a derivation are displayed, not set as in running text.
  html = html:gsub('<mtable>(<mtr><mtd columnalign="right")', '<mtable displaystyle="true">%1')
  -- Browsers know upright letters only where they stand, not from an element around.
  html = html:gsub('<mstyle mathvariant="normal">(.-)</mstyle>', function(inner)
    local letters = inner:gsub('<mi>([^<]*)</mi>', '%1')
    return not letters:match '<' and ('<mi mathvariant="normal">%s</mi>'):format(letters) or nil
  end)
  -- A capital Greek letter is upright, as in TeX and in the text.
  html = html:gsub('<mi>(\206[\145-\169])</mi>', '<mi mathvariant="normal">%1</mi>')
  html = html:gsub('<semantics>(<m[^r].-)(<annotation)', '<semantics><mrow>%1</mrow>%2')
  return fitted(functions(signs(html)))
end

return tex
