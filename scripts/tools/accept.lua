-- Replaces accepted facts, data and figures with those of the last run, where
-- they moved; the one command that does.
--
--   luajit scripts/tools/accept.lua SLUG …
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local json = require 'dkjson'
local figure = require 'figures.figure'
local files = require 'gw.files'
local golden = require 'gw.golden'
local paths = require 'gw.paths'
local program = require 'gw.program'

local count = 0
local function accept(path, text)
  if files.read(path) == text then return end
  if text then files.write(path, text) else os.remove(path) end
  print((text and 'accepted ' or 'removed ') .. path)
  count = count + 1
end

program.run('accept', function()
  for _, slug in ipairs(arg) do
    local report = json.decode(files.read(('%s/reports/%s.json'):format(paths.build, slug)) or '') or {}
    if report.changed then error(slug .. ' ran with parameters of its own: run make first', 0) end
    for _, check in ipairs(report.checks or {}) do
      if check.verdict == 'fail' then error(('%s: %s fails, and is not accepted'):format(slug, check.formula), 0) end
    end
    for _, m in ipairs(golden.compare(slug)) do accept(m.accepted, files.read(m.fresh)) end
  end
  -- A picture is drawn from its accepted data, so that it is the same everywhere.
  for _, name in ipairs(figure.list()) do
    if files.read(('%s/plots/%s.tsv'):format(paths.root, name)) then
      local format = figure.format_of(name)
      local path = ('%s/plots/%s.%s'):format(paths.root, name, format)
      accept(path, figure.draw(name,
        { theme = 'light', format = format, language = 'en', data = paths.root .. '/plots' }))
    end
  end
  print(count == 0 and 'nothing moved' or ('%d files accepted'):format(count))
end)
