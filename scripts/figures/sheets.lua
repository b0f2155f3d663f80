-- Every figure in every look on one page, to be looked at: for those who draw one, and for
-- those who choose one for a lecture.
--
--   luajit scripts/figures/sheets.lua FOLDER CHAPTER/NAME …
--
-- The figures are drawn from the accepted data, into FOLDER/; the page is FOLDER/index.html.
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local figure = require 'figures.figure'
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'

local LOOKS = {
  { name = 'light', theme = 'light' }, { name = 'dark', theme = 'dark' }, { name = 'print', theme = 'print' },
  { name = 'narrow', theme = 'light', narrow = true }, { name = 'narrow-dark', theme = 'dark', narrow = true },
}

local HEAD = [[
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The figures, in every look</title>
<style>
body { font: 15px sans-serif; margin: 1em; background: #888; }
h2 { font-size: 1em; margin: 2em 0 0.3em; }
img { vertical-align: top; margin: 0 4px 4px 0; }
</style>
]]

-- The figures in every look, as what figure.draw_all takes, each with its file.
local function looks_of(names)
  local list = {}
  for _, name in ipairs(names) do
    for _, look in ipairs(LOOKS) do
      local format = figure.format_of(name) or error('there is no figure «' .. name .. '»', 0)
      list[#list + 1] = { name = name, look = look.name, file = ('%s-%s.%s'):format(name, look.name, format),
        options = { theme = look.theme, narrow = look.narrow, format = format, language = 'en',
          data = paths.root .. '/plots' } }
    end
  end
  return list
end

program.run('sheets', function()
  local folder = arg[1]
  local list, page = looks_of { unpack(arg, 2) }, { HEAD }
  for i, picture in ipairs(figure.draw_all(list)) do
    local it = list[i]
    files.write(('%s/%s'):format(folder, it.file), picture)
    if it.look == LOOKS[1].name then page[#page + 1] = ('<h2>%s</h2>'):format(it.name) end
    -- An SVG is as wide as there is room.
    page[#page + 1] = ('<img src="%s" alt="%s, %s" loading="lazy" width="%s">'):format(it.file, it.name, it.look,
      picture:match 'viewBox="0 0 (%d+)' or '')
  end
  files.write(folder .. '/index.html', table.concat(page, '\n') .. '\n')
  print('To look at: ' .. folder .. '/index.html')
end)
