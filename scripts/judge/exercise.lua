--- The exercises: where each has its stub, its page, its judge and its solution,
-- and where the reader's own copy is.
local glob = require 'posix.glob'
local sysstat = require 'posix.sys.stat'
local files = require 'gw.files'
local paths = require 'gw.paths'

local exercise = {}

-- An exercise's page.md: «# 4.1 Title», text, «## Hint 1» to «## Hint 3», «## Why».
local function read_page(path)
  local text = files.read(path) or error(path .. ' is missing', 0)
  local number, title, rest = text:match '^# ([%w.]+) ([^\n]+)\n(.*)$'
  if not number then error(path .. ': its first line is not «# 4.1 Title»', 0) end
  local page = { number = number, title = title, hints = {}, text = (rest .. '\n## '):match '^%s*(.-)%s*\n## ' }
  for name, body in (rest .. '\n## '):gmatch '## ([^\n]+)\n%s*(.-)%s*\n%f[#]' do
    local hint = tonumber(name:match '^Hint (%d)')
    if hint then page.hints[hint] = body elseif name == 'Why' then page.why = body end
  end
  return page
end

-- 4.10 comes after 4.9, a.1 after 12.2.
local function order(e)
  local chapter, index = e.page.number:match '^(%w+)%.(%d+)$'
  return (tonumber(chapter) or 100) * 1000 + (tonumber(index) or 0)
end

--- Every exercise in the order of reading, or those of one chapter.
function exercise.list(slug)
  local list = {}
  for _, path in ipairs(glob.glob(('%s/chapters/%s/exercises/*/stub.c'):format(paths.root, slug or '*')) or {}) do
    local of, name = path:match 'chapters/([^/]+)/exercises/([%w_]+)/stub%.c$'
    list[#list + 1] = {
      slug = of, name = name, chapter = of:match '^%w+', stub = path,
      page = read_page((path:gsub('stub%.c$', 'page.md'))),
      solution = ('%s/scripts/judge/solutions/%s/%s.c'):format(paths.root, of, name),
      work = ('%s/%s/%s.c'):format(exercise.folder(), of, name),
    }
  end
  table.sort(list, function(a, b) return order(a) < order(b) end)
  return list
end

--- The reader's own folder: work/, or where GW_WORK says.
function exercise.folder()
  return os.getenv 'GW_WORK' or (paths.root == '.' and 'work' or paths.root .. '/work')
end

--- The slug of a chapter by its number: 4, 04 or a.
function exercise.slug(number)
  local wanted = number:lower():match('^%w+$') or 'none'
  wanted = wanted:gsub('^(%d)$', '0%1')
  local path = (glob.glob(('%s/chapters/%s-*'):format(paths.root, wanted)) or {})[1]
  return path and path:match '[^/]+$'
end

-- C without its comments and spaces: what is the same to the compiler.
local function bare(text)
  text = text:gsub('/%*.-%*/', ' '):gsub('//[^\n]*', ' ')
  return (text:gsub('%s+', ''))
end

--- Has the reader begun? False where there is no copy, or one as it was given.
function exercise.is_begun(e)
  local text, why = files.read(e.work)
  if not text and sysstat.lstat(e.work) then error(('%s cannot be read: %s'):format(e.work, why or ''), 0) end
  return text ~= nil and bare(text) ~= bare(files.read(e.stub))
end

--- Copies the stub where there is no copy yet. Never overwrites. Returns whether
-- it copied.
function exercise.copy(e)
  return files.write_new(e.work, files.read(e.stub))
end

return exercise
