--- The pages of the book: the texts in the order of reading, the sources they link to.
local glob = require 'posix.glob'
local stat = require 'posix.sys.stat'
local names = require 'book.names'
local files = require 'gw.files'
local paths = require 'gw.paths'

local pages = {}

local function read(path) return files.read(paths.root .. '/' .. path) end

--- A text without what is not prose: fenced code and formulas become empty lines,
-- inline code and formulas go, so that lines keep their numbers.
function pages.prose(text)
  local out, inside = {}, false
  for line in (text:gsub('\n?$', '\n')):gmatch '(.-)\n' do
    local fence = line:match '^%s*```'
    if fence then inside = not inside end
    out[#out + 1] = (fence or inside) and '' or line:gsub('%$`.-`%$', ''):gsub('`[^`]*`', ''):gsub('<!%-%-.-%-%->', '')
  end
  return out
end

--- The headings of a text, without their #.
function pages.headings(text)
  local list, inside = {}, false
  for line in (text:gsub('\n?$', '\n')):gmatch '(.-)\n' do
    if line:match '^%s*```' then inside = not inside end
    local heading = not inside and line:match '^#+ +(.-)%s*$'
    if heading then list[#list + 1] = heading end
  end
  return list
end

--- The links of a text: { line, target, is_image, words }.
function pages.links(text)
  local list = {}
  for number, line in ipairs(pages.prose(text)) do
    for bang, words, target in line:gmatch '(!?)%[([^%]]*)%]%(([^)%s]+)%)' do
      list[#list + 1] = { line = number, target = target, is_image = bang == '!', words = words }
    end
  end
  return list
end

local function page(path)
  local text = read(path)
  local title = text and text:match '^# ([^\n]+)' or text and text:match '\n# ([^\n]+)' or path
  return { path = path, name = names.page(path), title = (title:gsub('`', '')), text = text }
end

--- The chapters, in the order of reading.
function pages.chapters()
  local list = {}
  for _, path in ipairs(glob.glob(paths.root .. '/chapters/*/README.md') or {}) do
    list[#list + 1] = path:sub(#paths.root + 2)
  end
  table.sort(list)
  for i, path in ipairs(list) do list[i] = page(path) end
  return list
end

--- Every page of prose: the chapters, then what else is there.
function pages.all()
  local list = pages.chapters()
  for _, path in ipairs { 'README.md', 'CONTRIBUTING.md', 'data/README.md' } do
    if read(path) then list[#list + 1] = page(path) end
  end
  return list
end

-- Whether a link leads to something that is shown as source: its path.
local function source_of(from, link)
  local target = link.target:gsub('#.*', '')
  if link.is_image or target == '' or target:match '^%a[%w+.-]*:' then return nil end
  local path = names.resolve(from.path, target)
  if path and names.in_site(path):match '^source/' and stat.stat(paths.root .. '/' .. path) then return path end
end

--- The files that the texts link to or quote and that are no pages or pictures, each
-- with the pages that do: { path = …, from = { page, … } }, sorted. A folder brings its
-- files with it, and has them as `files`.
function pages.sources(all)
  local by_path, list = {}, {}
  local function add(path, from)
    local source = by_path[path]
    if not source then
      source = { path = path, from = {} }
      by_path[path] = source
      list[#list + 1] = source
      if stat.S_ISDIR(stat.stat(paths.root .. '/' .. path).st_mode) == 1 then source.files = {} end
    end
    if source.from[#source.from] ~= from then source.from[#source.from + 1] = from end
    for i, file in ipairs(source.files and glob.glob(('%s/%s/*'):format(paths.root, path)) or {}) do
      source.files[i] = file:sub(#paths.root + 2)
      add(source.files[i], from)
    end
  end
  for _, from in ipairs(all) do
    for _, link in ipairs(pages.links(from.text)) do
      local path = source_of(from, link)
      if path then add(path, from) end
    end
    for path in from.text:gmatch '\n<!%-%- code: ([^#\n]+)#' do
      if stat.stat(paths.root .. '/' .. path) then add(path, from) end
    end
  end
  table.sort(list, function(a, b) return a.path < b.path end)
  return list
end

return pages
