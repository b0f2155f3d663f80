-- Draws a chapter's figures into build/figures, and a page there that shows each
-- beside the accepted one. Shows the one that its script calls a sketch in the
-- terminal: in sixels where that says that it can, else in characters; not where a
-- check failed, so that what failed stays on the screen.
--
--   luajit scripts/figures/preview.lua SLUG [--verbose]
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local json = require 'dkjson'
local realpath = require('posix.stdlib').realpath
local unistd = require 'posix.unistd'
local account = require 'gw.account'
local figure = require 'figures.figure'
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'

-- A terminal answers «send device attributes» with a list that holds 4 if it
-- draws sixels. Asking needs a terminal on both ends.
local function draws_sixels()
  if unistd.isatty(0) ~= 1 or unistd.isatty(1) ~= 1 then return false end
  local asked = io.popen([[
    old=$(stty -g </dev/tty) && stty raw -echo min 0 time 2 </dev/tty &&
    printf '\033[c' >/dev/tty && dd bs=64 count=1 2>/dev/null </dev/tty; stty "$old" </dev/tty]])
  local answer = asked:read '*a'
  asked:close()
  return (answer:match '%[%?([%d;]+)c' or ''):gsub('^', ';'):gsub('$', ';'):match ';4;' ~= nil
end

local slug = arg[1]
local verbose = arg[2] == '--verbose'
local beside, sketched = {}, false

local function failed()
  for _, check in ipairs(json.decode(files.read(('%s/reports/%s.json'):format(paths.build, slug))).checks) do
    if check.verdict == 'fail' then return true end
  end
  return false
end

-- Draws one figure of the last run: into its file, and onto the terminal.
local function show(name)
  local options = { theme = 'light', format = figure.format_of(name), language = 'en', data = paths.build .. '/data' }
  local path = ('%s/figures/%s.%s'):format(paths.build, name, options.format)
  local kept = ('%s/plots/%s.%s'):format(paths.root, name, options.format)
  files.write(path, figure.draw(name, options))
  if figure.sketch_of(name) and not sketched and not failed() then
    sketched = true
    options.format = draws_sixels() and 'sixel' or 'dumb'
    local sketch = figure.draw(name, options):gsub('^\f', '')
    if options.format == 'dumb' then sketch = sketch:gsub(' +\n', '\n'):gsub('^\n+', ''):gsub('\n+$', '') end
    print('\n' .. sketch .. '\n')
  end
  if verbose then
    print('  this run  ' .. path)
    if files.read(kept) then print('  accepted  ' .. kept:gsub('^%./', '')) end
  end
  beside[#beside + 1] = ('<h2>%s</h2>\n<img alt="this run" src="%s"> <img alt="accepted" src="%s">'):format(name,
    path:match '[^/]+$', realpath(kept) or '')
end

program.run(slug, function()
  for _, name in ipairs(figure.list()) do
    -- A run on a reader's own data may have nothing for some of them.
    local has_data = files.read(('%s/data/%s.tsv'):format(paths.build, name)) ~= nil
    if name:match '^[^/]+' == slug and has_data then show(name) end
  end
  if #beside > 0 then
    local page = ('%s/figures/%s/beside.html'):format(paths.build, slug)
    files.write(page, ([[
<!doctype html>
<meta charset="utf-8">
<title>%s: this run beside the accepted one</title>
<style>img { width: 48%% }</style>
<h1>%s: this run, and the accepted one beside it</h1>
%s
]]):format(slug, slug, table.concat(beside, '\n')))
    print(account.labelled('figures', ('%d, beside the accepted ones: %s'):format(#beside, page)))
  end
end)
