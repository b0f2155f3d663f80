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

--- The MathML that pandoc wrote, as browsers want it.
function tex.mend_math(html)
  -- A size needs a unit, and only what may stretch has one.
  html = html:gsub('minsize="([%d.]+)" maxsize="([%d.]+)" stretchy="false"',
    'minsize="%1em" maxsize="%2em" stretchy="true"')
  -- A norm is a fence; pandoc writes the sign for parallel lines.
  html = html:gsub('(<mo [^>]*form="%a+fix">)∥', '%1‖')
  -- The lines of a derivation are displayed, not set as in running text.
  html = html:gsub('<mtable>(<mtr><mtd columnalign="right")', '<mtable displaystyle="true">%1')
  return functions(signs(html))
end

return tex
