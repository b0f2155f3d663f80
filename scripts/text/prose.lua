--- Keeps the text of a chapter true. Markers that a reader does not see tie it to
-- the source, to accepted facts, and to claims over facts:
--
--   <!-- code: csrc/sigmoid.c#slope -->    above a fence: it holds that region
--   0.25<!--peak-->                        the accepted fact, with as many decimals as
--                                          stand there; a Lua expression over facts may
--                                          stand for the key: 42<!--100*(1-a/b)-->; minutes,
--                                          practice: see text.reading
--   ![…](../../plots/04-sigmoid/slope.svg) with that figure's alt text
--   <!-- claim: peak == 0.25 -->           an expression over facts that holds, or the
--                                          name of claims beside the text
--   <!-- const: 0.5 2.718 -->              decimals of this line that are
--                                          constants of mathematics
--   <!-- out: COMMAND -->                  above a fence: what it prints
--   <!-- check: 'F' 'DERIVATIVE' -->       a box of the site that opens with these
--   <!-- derivation: NAME -->              see text.derivation
--   <!-- nav -->, <!-- exercises -->,      up to <!-- /nav --> and so on: written by
--   <!-- glossary -->, <!-- languages -->, <!-- signs -->, <!-- statements -->    text.generated
--
-- What is too long for a marker has a name in derivations.lua: see text.beside.
-- text.region says what a region is.
local beside = require 'text.beside'
local derivation = require 'text.derivation'
local facts = require 'gw.facts'
local figure = require 'figures.figure'
local files = require 'gw.files'
local generated = require 'text.generated'
local paths = require 'gw.paths'
local reading = require 'text.reading'
local region = require 'text.region'
local term = require 'gw.term'

local prose = {}

--- The lines of a named region of a file, unindented.
function prose.region(path, name)
  local text = files.read(paths.root .. '/' .. path)
  if not text then return nil, path .. ' does not exist' end
  local body = region(text, name)
  if not body then return nil, ('%s has no region [%s]'):format(path, name) end
  if name == 'all' then return body end
  local indent
  for spaces in ('\n' .. body):gmatch '\n([ ]*)[^ \n#]' do
    if not indent or #spaces < #indent then indent = spaces end
  end
  return (('\n' .. body):gsub('\n' .. (indent or ''), '\n'):sub(2))
end

local LANGUAGE = { c = 'c', h = 'c', lua = 'lua', gp = 'gnuplot' }

-- Splits text into lines, each with what it is: 'prose', 'code', 'math' or 'fence'.
local function lines_of(text)
  local list, inside = {}, nil
  for line in (text .. '\n'):gmatch '(.-)\n' do
    local fence = line:match '^%s*```(.*)$'
    list[#list + 1] = { text = line, fence = fence, kind = fence and 'fence' or inside or 'prose' }
    if fence then
      if inside then inside = nil else inside = fence == 'math' and 'math' or 'code' end
    end
  end
  if list[#list].text == '' then list[#list] = nil end
  return list
end

-- What an author has to look past.
local LONGEST = 120

local function markers(line, complain)
  for marker in line:gmatch '<!%-%-.-%-%->' do
    if term.width(marker) > LONGEST then
      complain(('a marker of more than %d characters: give it a name in derivations.lua'):format(LONGEST))
    end
  end
  if line:gsub('<!%-%-.-%-%->', ''):find('<!--', 1, true) then complain 'a marker does not end in its line' end
end

-- A number as it stands in a text, and the format that shows it so.
local function shape(number)
  local decimals, exponent = number:match '^%d+%.?(%d*)(e?)'
  return ('%%.%d%s'):format(#decimals, exponent == 'e' and 'e' or 'f')
end

-- The number at the end of some words, with its sign.
local function number_at_end(words)
  local number = words:match '%d%.?%d*e[+-]%d+$' or words:match '%d+%.%d+$' or words:match '%d+$'
  if not number then return nil end
  local sign = words:sub(1, -#number - 1):match '−$' or ''
  return sign .. number, shape(number)
end

-- Numbers of a line; returns the line as it should be.
local function numbers(line, env, complain)
  return (line:gsub('([^<>]*)<!%-%-(%S.-)%-%->', function(words, expression)
    local shown, format = number_at_end(words)
    if not shown then
      complain(('no number stands before <!--%s-->'):format(expression))
      return nil
    end
    local value, why = facts.evaluate(expression, env)
    if type(value) ~= 'number' then
      complain(('<!--%s--> is no number: %s'):format(expression, why or type(value)))
      return nil
    end
    local wanted = facts.format(format, value)
    if words:sub(1, -#shown - 1):match '%d[,.]$' then
      complain(('digits stand before «%s» that <!--%s--> does not cover'):format(shown, expression))
      return nil
    end
    if shown ~= wanted then
      complain(('the text says «%s», the fact %s is «%s»'):format(shown, expression, wanted))
    end
    return ('%s%s<!--%s-->'):format(words:sub(1, -#shown - 1), wanted, expression)
  end))
end

-- The claims that a marker makes, itself or by a name.
local function claims(marker, given)
  local named, list = given.claims[marker], {}
  if not named then return { marker } end
  for _, paragraph in ipairs(named.paragraphs) do
    for _, line in ipairs(paragraph.lines) do list[#list + 1] = line.text end
  end
  return list
end

-- Figures of a line; returns it with the alt text that the table of strings has.
local function alts(line, complain)
  return (line:gsub('!%[(.-)%](%(%.%./%.%./plots/([%w-]+/[%w_]+)%.%a+%))', function(alt, link, name)
    local wanted = figure.alt(name, 'en', 'plots')
    if not wanted then
      complain(('there is no figure %s'):format(name))
      return nil
    end
    if alt ~= wanted then complain(('the alt text of %s is not its words in plots/strings/en.tsv'):format(name)) end
    return ('![%s]%s'):format(wanted, link)
  end))
end

-- What a command prints, run where the project's files are.
local function output_of(command)
  local pipe = io.popen(('cd %s && { %s; } 2>&1'):format(files.quoted(paths.root), command))
  local text = pipe:read('*a'):gsub('%s+$', '')
  pipe:close()
  return text
end

-- Decimals that no marker covers. (Alt text comes from the table of strings.)
local function loose_decimals(line, complain)
  local allowed = {}
  for list in line:gmatch '<!%-%- const: (.-) %-%->' do
    for word in list:gmatch '%S+' do allowed[word] = true end
  end
  local bare = line:gsub('^#+ %w+%.%d+ ', '') -- the number of an exercise
  for _, covered in ipairs { '!%[.-%]%(.-%)', '[%d.e+-]+<!%-%-%S.-%-%->', '<!%-%-.-%-%->', '%$`.-`%$', '`[^`]*`',
    '%]%([^)]*%)' } do
    bare = bare:gsub(covered, '')
  end
  for decimal in bare:gmatch '%d+%.%d+' do
    if not allowed[decimal] then complain(('the decimal %s is tied to no fact'):format(decimal)) end
  end
end

-- Copies the fence below line i to `out`, with `body` in it; returns its last line.
local function snippet(list, i, out, body, fence, message, complain)
  local first = list[i + 1]
  if not (first and first.fence and first.fence ~= '') then
    complain 'no fence follows the marker of a snippet'
    return i
  end
  local last, shown = i + 2, {}
  while list[last] and list[last].kind ~= 'fence' do
    shown[#shown + 1] = list[last].text
    last = last + 1
  end
  local is = table.concat(shown, '\n')
  if is ~= body or first.text ~= fence then complain(message) end
  out[#out + 1] = body and fence or first.text
  out[#out + 1] = body or is
  out[#out + 1] = '```'
  return last
end

-- Copies what stands between the marker in line i and its end to `out`, as it
-- should be; returns the last line.
local function replace(list, i, out, body, block, complain)
  local close, last, shown = ('<!-- /%s -->'):format(block), i + 1, {}
  while list[last] and list[last].text ~= close do
    shown[#shown + 1] = list[last].text
    last = last + 1
  end
  if not list[last] then
    complain(('«%s» is missing'):format(close))
    return i
  end
  if table.concat(shown, '\n') ~= body then complain(('what stands up to %s is not up to date'):format(close)) end
  out[#out + 1] = body
  out[#out + 1] = close
  return last
end

--- Compares a text with what it is tied to; `source` is the derivations.lua beside it,
-- if not the chapter's own. Returns the text as it should be, and what is wrong:
-- {{line, message}, …}.
function prose.sync(text, slug, source)
  local known, given = pcall(beside.of, slug, source)
  if not known then return text, { { 1, given } } end
  local env, list, wrong, out = beside.facts(slug, given), lines_of(text), {}, {}
  for key, value in pairs(reading.times(text)) do env[key] = value end
  derivation.check(list, given, function(at, message) wrong[#wrong + 1] = { at, message } end)
  local i = 1
  while i <= #list do
    local line = list[i]
    local function complain(message) wrong[#wrong + 1] = { i, message } end
    out[#out + 1] = line.text
    if line.kind == 'prose' then
      local path, name = line.text:match '^<!%-%- code: (%S+)#(%S+) %-%->$'
      local command = line.text:match '^<!%-%- out: (.-) %-%->$'
      local block = line.text:match '^<!%-%- (%l+) %-%->$'
      if block and generated[block] then
        i = replace(list, i, out, generated[block](slug), block, complain)
      elseif path or command then
        local body, why, what
        if path then
          body, why = prose.region(path, name)
          what = ('the snippet is not %s#%s as it stands there'):format(path, name)
        else
          body, what = output_of(command), ('the output is not what «%s» prints'):format(command)
        end
        local fence = '```' .. (path and LANGUAGE[path:match '%a+$'] or 'text')
        i = snippet(list, i, out, body, fence, why or what, complain)
      else
        markers(line.text, complain)
        out[#out] = alts(numbers(line.text, env, complain), complain)
        for marker in line.text:gmatch '<!%-%- claim: (.-) %-%->' do
          for _, claim in ipairs(claims(marker, given)) do
            local holds, why = facts.evaluate(claim, env)
            if holds ~= true then
              complain(('the claim «%s» does not hold%s'):format(claim, why and ': ' .. why or ''))
            end
          end
        end
        loose_decimals(line.text, complain)
      end
    elseif line.kind == 'fence' and (line.fence == 'c' or line.fence == 'lua') then
      complain 'this snippet is tied to no source'
    elseif line.kind == 'fence' and line.fence == 'text' then
      complain 'this output is tied to no command'
    end
    i = i + 1
  end
  return table.concat(out, '\n') .. '\n', wrong
end

--- Every text that is kept true: {path, slug}, without a slug those at the root. Exercises
-- come before the chapters that show them.
function prose.texts()
  local list = { { 'README.md' }, { 'CONTRIBUTING.md' } }
  for _, pattern in ipairs { '/chapters/*/exercises/*/page.md', '/chapters/*/README.md' } do
    for _, path in ipairs(require('posix.glob').glob(paths.root .. pattern) or {}) do
      list[#list + 1] = { path:sub(#paths.root + 2), path:match 'chapters/([^/]+)/' }
    end
  end
  return list
end

return prose
