--- What a reader sees of a file, line by line: { { path, line, words, … }, … }. A formula
-- reads F, a piece of code K; of programs it is the strings that are sentences.
local glob = require 'posix.glob'
local files = require 'gw.files'
local known_mistakes = require 'judge.known_mistakes'
local paths = require 'gw.paths'

local visible = {}

-- Of a text in Markdown: `kind` is 'paragraph', 'item', 'table', 'heading', 'caption' or
-- 'other'; `exercise` if it belongs to one.
local function markdown(path, text, out)
  local fence, exercise, number = nil, false, 0
  for line in (text .. '\n'):gmatch '(.-)\n' do
    number = number + 1
    if line:find('<!-- exercises', 1, true) then exercise = true end
    if line:find('<!-- /exercises', 1, true) then exercise = false end
    local mark = line:match '^%s*>? ?```(%w*)'
    if mark then
      fence = not fence and (mark ~= '' and mark or 'text') or nil
    elseif fence == 'math' then
      for words in line:gmatch '\\text{([^}]*)}' do
        out[#out + 1] = { path = path, line = number, words = words, kind = 'other' }
      end
    elseif not fence then
      local words = line:gsub('<!%-%-.-%-%->', ''):gsub('%$`.-`%$', 'F'):gsub('`[^`]*`', 'K')
      local first = words:match '^%s*(.)'
      local kind = not first and 'blank' or first == '#' and 'heading' or first == '|' and 'table'
        or words:match '^%s*!%[' and 'caption' or words:match '^[-*] ' and 'item' or words:match '^%d+%. ' and 'item'
        or (first == '<' or words:match '^%-%-%-' or words:match '→%]%(' or words:match '^%[←') and 'other'
        or number < 6 and words:match '^%*You need' and 'other' or 'paragraph'
      out[#out + 1] = { path = path, line = number, words = words, kind = kind, exercise = exercise }
    end
  end
end

-- The strings of a program with a blank in them, line by line; comments are not.
local function program(path, text, out)
  local number = 0
  for line in (text .. '\n'):gmatch '(.-)\n' do
    number = number + 1
    local at = line:match '^%s*/?%*' and #line + 1 or 1
    while at <= #line do
      local first, _, quote = line:find("([-/'\"])", at)
      if not first then break end
      if quote == '-' or quote == '/' then
        if line:match('^%-%-', first) or line:match('^/[/*]', first) then break end
        at = first + 1
      else
        local last = first
        repeat last = line:find(quote, last + 1, true) until not last or line:sub(last - 1, last - 1) ~= '\\'
        if not last then break end
        local words = line:sub(first + 1, last - 1)
        if words:find(' ', 1, true) then
          out[#out + 1] = { path = path, line = number, words = words, kind = 'other' }
        end
        at = last + 1
      end
    end
  end
end

-- The comment that a C text begins with: a stub's task.
local function comment(path, text, out)
  local words = text:match '^/%*(.-)%*/'
  if words then out[#out + 1] = { path = path, line = 1, words = words:gsub('%s*\n *%*?%s*', ' '), kind = 'other' } end
end

-- A known mistake's sentence.
local function mistake(path, text, out)
  out[#out + 1] = { path = path, line = 1, words = (known_mistakes.split(path, text)), kind = 'other' }
end

-- Why the answer of an exercise is right: the part of its page that no chapter has.
local function why(path, text, out)
  local before, after = text:match '^(.-)\n(## Why.*)$'
  if before then markdown(path, before:gsub('[^\n]', '') .. '\n' .. after, out) end
end

local function read(out, reader, ...)
  for _, pattern in ipairs { ... } do
    local list = glob.glob(paths.root .. '/' .. pattern)
    table.sort(list)
    for _, path in ipairs(list) do reader(path:sub(#paths.root + 2), files.read(path), out) end
  end
  return out
end

--- Of the chapters.
function visible.chapters() return read({}, markdown, 'chapters/*/README.md') end

--- Of everything that speaks to a reader.
function visible.all()
  local out = read(visible.chapters(), markdown, 'README.md', 'scripts/tools/help.txt')
  read(out, program, 'scripts/judge/*.lua', 'scripts/checker/*.lua', 'csrc/gradcheck/*.c',
    'chapters/*/exercises/*/judge.lua')
  read(out, comment, 'chapters/*/exercises/*/stub.c')
  read(out, mistake, 'chapters/*/exercises/*/mistakes/*')
  return read(out, why, 'chapters/*/exercises/*/page.md')
end

return visible
