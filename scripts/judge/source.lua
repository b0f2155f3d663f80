--- A C text as tokens, and many variants of one text as one translation unit.
local source = {}

--- A source without its comments, each place where it was.
function source.bare(text)
  local function blank(comment) return (comment:gsub('[^\n]', ' ')) end
  return (text:gsub('/%*.-%*/', blank):gsub('//[^\n]*', blank))
end

--- The lines of a text.
function source.lines(text)
  local list = {}
  for line in (text .. '\n'):gmatch '(.-)\n' do list[#list + 1] = line end
  return list
end

--- A text in which each name of a #define that stands for a value has that value.
function source.expanded(text)
  local code, values, any = '\n' .. source.bare(text), {}, false
  for name, value in code:gmatch '\n%s*#%s*define%s+([%a_][%w_]*)[ \t]+([^\n]-)%s*%f[\n]' do
    if not value:find('\\', 1, true) then values[name], any = value, true end
  end
  if not any then return text end
  local out = {}
  for line in (text .. '\n'):gmatch '(.-)\n' do
    out[#out + 1] = line:match '^%s*#' and line or line:gsub('[%a_][%w_]*', values)
  end
  return table.concat(out, '\n')
end

local LONG = { ['<<='] = true, ['>>='] = true }
local TWO = {}
for word in ('-> ++ -- << >> <= >= == != && || += -= *= /= %= &= |= ^= ##'):gmatch '%S+' do TWO[word] = true end

--- The tokens of a text: {text, kind = 'name', 'number', 'string' or 'sign', from, to,
-- line, depth of braces}. Lines of the preprocessor are none.
function source.tokens(text)
  local code, list, at, line, depth = source.bare(text), {}, 1, 1, 0
  while at <= #code do
    local c = code:sub(at, at)
    local kind, to
    if c == '\n' then line, at = line + 1, at + 1
    elseif c:match '%s' then at = at + 1
    elseif c == '#' and code:sub(1, at - 1):match '[^\n]*$':match '^%s*$' then
      local stop = code:find('\n', at, true) or #code + 1
      while code:sub(stop - 1, stop - 1) == '\\' do
        line = line + 1
        stop = code:find('\n', stop + 1, true) or #code + 1
      end
      at = stop
    else
      if c:match '[%a_\128-\255]' then kind, to = 'name', select(2, code:find('^[%w_\128-\255]+', at))
      elseif c:match '%d' or code:match('^%.%d', at) then
        kind, to = 'number', select(2, code:find('^[%w_.]+', at))
        if code:sub(to, to):match '[eE]' and code:match('^[-+]%d', to + 1) and not code:match('^0[xX]', at) then
          to = select(2, code:find('^[-+]%d+[%w_]*', to + 1))
        end
      elseif c:match '["\']' then
        kind, to = 'string', at + 1
        while to <= #code and code:sub(to, to) ~= c and code:sub(to, to) ~= '\n' do
          to = to + (code:sub(to, to) == '\\' and 2 or 1)
        end
      else
        kind = 'sign'
        to = LONG[code:sub(at, at + 2)] and at + 2 or TWO[code:sub(at, at + 1)] and at + 1 or at
      end
      local word = code:sub(at, to)
      if word == '}' then depth = depth - 1 end
      list[#list + 1] = { text = word, kind = kind, from = at, to = to, line = line, depth = depth }
      if word == '{' then depth = depth + 1 end
      at = to + 1
    end
  end
  return list
end

local TYPE = {}
for word in ('void double float int long short unsigned signed char const static inline struct enum union typedef ' ..
  'matrix complex size_t bool return extern register volatile'):gmatch '%S+' do TYPE[word] = true end

-- What a text defines for all of it: functions, constants, its own types and macros.
local function globals(text, tokens)
  local names, is_enum = {}, false
  for i, t in ipairs(tokens) do
    local before, after = tokens[i - 1], tokens[i + 1]
    if t.text == 'enum' then is_enum = true elseif t.text == ';' then is_enum = false end
    if t.kind == 'name' and not TYPE[t.text] and (t.depth == 0 and before and (before.kind == 'name' or before.text ==
      '*' or before.text == '}') and after and after.text:match '^[(=;%[{,]' or is_enum and before and
      before.text:match '^[{,]') then
      names[t.text] = true
    end
  end
  -- Parameters stand at depth 0 as well; to rename them too does no harm.
  local macros = {}
  for name in ('\n' .. text):gmatch '\n%s*#%s*define%s+([%w_]+)' do macros[name] = true end
  return names, macros
end

--- One translation unit of many texts; frame/<harness> asks them. Variant i is texts[i].
function source.unit(texts, f, thunk, harness)
  local out, includes, seen = {}, {}, {}
  local function add(...) out[#out + 1] = (...):format(select(2, ...)) end
  for i, text in ipairs(texts) do
    local code = source.bare(text)
    for line in code:gmatch '[^\n]*' do
      if line:match '^%s*#%s*include' and not seen[line] then
        includes[#includes + 1], seen[line] = line, true
      end
    end
    code = code:gsub('%f[^\n%z]%s*#%s*include[^\n]*', '')
    local names, macros = globals(text, source.tokens(text))
    for name in pairs(names) do add('#define %s %s__%d', name, name, i) end
    if not names[f.name] then add('#define %s %s__%d', f.name, f.name, i) end
    names[f.name] = true
    add('# 1 "variant-%d"', i)
    out[#out + 1] = code
    for name in pairs(names) do add('#undef %s', name) end
    for name in pairs(macros) do add('#undef %s', name) end
  end
  add '# 1 "variants"'
  local list = {}
  for i = 1, #texts do list[i] = ('%s__%d'):format(f.name, i) end
  local types = {}
  for i, a in ipairs(f.arguments) do types[i] = a.type end
  add('static %s (*const variant[])(%s) = {NULL, %s};', f.returns, table.concat(types, ', '), table.concat(list, ', '))
  out[#out + 1] = thunk
  return ('#include "exercise.h"\n%s\n#include "%s"\n'):format(table.concat(includes, '\n'), harness) ..
    table.concat(out, '\n')
end

--- A text with some of its tokens replaced: {[i] = new}.
function source.replaced(text, tokens, new)
  local out, at = {}, 1
  for i, x in ipairs(tokens) do
    if new[i] then
      out[#out + 1] = text:sub(at, x.from - 1) .. new[i]
      at = x.to + 1
    end
  end
  return table.concat(out) .. text:sub(at)
end

return source
