--- Code in the text: what is quoted says from where, and a program, a command and an
-- output are told apart. Plain Lua, for pandoc.
local folder = PANDOC_SCRIPT_FILE:match '^(.*/)' or ''
local names = dofile(folder .. 'names.lua')
local region = dofile(folder .. '../text/region.lua')

local listing = {}

local KIND = { sh = 'command', text = 'output' }

--- The marker <!-- code: FILE#REGION --> is carried over to the block that follows it.
function listing.marked(blocks)
  for i, block in ipairs(blocks) do
    local marker = block.t == 'RawBlock' and block.text:match '^%s*<!%-%- code: (%S+) %-%->%s*$'
    local code = blocks[i + 1]
    if marker and code and code.t == 'CodeBlock' then code.attributes.from = marker end
  end
end

local function read(path)
  local file = io.open(path)
  if not file then return nil end
  local text = file:read 'a'
  file:close()
  return text
end

-- «csrc/descent.c, lines 12 to 15», and in the site the way there.
local function origin(from, linked)
  local path, name = from:match '^(.-)#(.+)$'
  local text = path and read(path)
  local _, first, last = region(text or '', name or '')
  if not (text and first) then return nil end
  local words = ('<code>%s</code>'):format(path)
  if linked then
    local anchor = name == 'all' and '' or '#L' .. first
    words = ('<a href="%s%s">%s</a>'):format(names.in_site(path), anchor, words)
  end
  if name == 'all' then return words end
  return first == last and ('%s, line %d'):format(words, first) or ('%s, lines %d to %d'):format(words, first, last)
end

--- A block of code in a box of its kind.
function listing.box(block, linked)
  local kind = KIND[block.classes[1]] or 'program'
  local from = block.attributes.from and origin(block.attributes.from, linked)
  block.attributes.from = nil
  local open = ('<div class="listing-box %s">%s'):format(kind, from and ('<p class="from">%s</p>'):format(from) or '')
  return { pandoc.RawBlock('html', open), block, pandoc.RawBlock('html', '</div>') }
end

return listing
