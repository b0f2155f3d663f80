--- Runs pandoc: the body of each page and of each source, below build/parts.
local stat = require 'posix.sys.stat'
local files = require 'gw.files'
local paths = require 'gw.paths'

local fragments = {}

local quoted = files.quoted

--- Runs pandoc in the root of the repository on a text; returns what it writes.
-- A warning of pandoc's is an error. `environment` is more of it: NAME=VALUE.
function fragments.pandoc(source, text, arguments, environment)
  local input, output = files.temporary(source .. '-in'), files.temporary(source .. '-out')
  local said = output .. '-said'
  files.write(input, text)
  local function at(path) return quoted(fragments.absolute(path)) end
  local command = ('pandoc --fail-if-warnings --wrap=none %s -o %s %s 2>%s'):format(arguments, at(output), at(input),
    at(said))
  local status = os.execute(('cd %s && BOOK_SOURCE=%s %s %s'):format(quoted(paths.root), quoted(source),
    environment or '', command))
  local result, words = files.read(output), files.read(said) or ''
  for _, path in ipairs { input, output, said } do os.remove(path) end
  if status ~= 0 or not result then
    if words == '' then words = 'it says nothing: is the disk full?' end
    error(('%s: pandoc refuses it:\n%s'):format(source, words:gsub('stack traceback:.*', '')), 0)
  end
  io.stderr:write(words)
  return result
end

function fragments.absolute(path)
  return path:match '^/' and path or require('posix.unistd').getcwd() .. '/' .. path
end

--- Where the body of a file is kept.
function fragments.path(path) return ('%s/parts/%s.html'):format(paths.build, path) end

fragments.FROM = '--from gfm+tex_math_dollars+smart --lua-filter scripts/book/filter.lua'

--- Runs pandoc once on pages, see bodies.lua. Where it refuses, each is tried alone, so that the one
-- at fault is named.
function fragments.at_once(list, arguments, environment)
  local ok, result = pcall(fragments.pandoc, #list == 1 and list[1] or 'pages', '',
    '--from markdown --lua-filter scripts/book/bodies.lua ' .. arguments,
    ('%s BOOK_PAGES=%s'):format(environment or '', quoted(table.concat(list, ' '))))
  for i = 1, not ok and #list > 1 and #list or 0 do fragments.at_once({ list[i] }, arguments, environment) end
  return ok and result or error(result, 0)
end

--- Renders the bodies of pages.
function fragments.bodies(list)
  local all, count = fragments.at_once(list, '--to html5'), 0
  for path, body in all:gmatch '<!%-%- page (%S+) %-%->\n(.-\n)<!%-%- /page %-%->' do
    count = count + 1
    -- Lines of code need no anchors here.
    body = body:gsub('<span id="cb%d+%-%d+"><a href="#cb%d+%-%d+"[^>]*></a>', '<span>'):gsub(' id="cb%d+"', '')
    files.write(fragments.path(path), body)
  end
  if count ~= #list then error(('%d pages became %d bodies'):format(#list, count), 0) end
end

local LANGUAGE = { c = 'c', h = 'c', lua = 'lua', sh = 'bash', py = 'python', md = 'markdown' }

local function language_of(path, text)
  return LANGUAGE[path:match '%.(%a+)$'] or path:match 'Makefile$' and 'makefile'
    or text:match '^#![^\n]*lua' and 'lua' or text:match '^#![^\n]*sh\n' and 'bash' or 'default'
end

local function newer(path, than)
  local a, b = stat.stat(path), stat.stat(than)
  return not b or a.st_mtime > b.st_mtime
end

--- Renders those of the sources that are newer than what was rendered; in one run,
-- for pandoc takes longer to start than to colour a file.
function fragments.sources(list)
  local stale, text = {}, {}
  for _, source in ipairs(list) do
    local path = paths.root .. '/' .. source.path
    if not source.files and newer(path, fragments.path(source.path)) then
      local body = files.read(path)
      local fence = ('~'):rep(40)
      stale[#stale + 1] = source.path
      text[#text + 1] = ('%s {.%s .numberSource .numberLines}\n%s\n%s\n'):format(fence, language_of(source.path, body),
        body:gsub('\n$', ''), fence)
    end
  end
  if #stale == 0 then return end
  local all = fragments.pandoc('sources', table.concat(text, '\n'), '--from markdown --to html5')
  local count = 0
  for body in all:gmatch '<pre[^>]*>(.-)</pre>' do
    count = count + 1
    -- Plain text comes without a line's element.
    if not body:find('<span id="cb', 1, true) then
      local lines = {}
      for line in (body:gsub('^<code>', ''):gsub('</code>$', '') .. '\n'):gmatch '(.-)\n' do
        lines[#lines + 1] = ('<span id="L%d">%s</span>'):format(#lines + 1, line)
      end
      body = '<code>' .. table.concat(lines, '\n') .. '</code>'
    end
    body = body:gsub('<span id="cb%d+%-(%d+)"><a[^>]*></a>', '<span id="L%1">')
    files.write(fragments.path(stale[count]), ('<pre class="listing">%s</pre>\n'):format(body))
    -- Unchanged, it would be rendered again every time.
    require('posix.utime').utime(fragments.path(stale[count]))
  end
  if count ~= #stale then error(('%d sources became %d listings'):format(#stale, count), 0) end
end

return fragments
