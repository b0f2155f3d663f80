-- Draws figures.
--
--   luajit scripts/tools/figure.lua [options] CHAPTER/NAME …
--
-- plots/CHAPTER/NAME.gp says how a figure looks, plots/strings/LANGUAGE.tsv what
-- it says, and DATA/CHAPTER/NAME.tsv what it shows. The result is OUT/CHAPTER/
-- NAME.FORMAT, whole or not at all.
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local argparse = require 'argparse'
local unistd = require 'posix.unistd'
local figure = require 'gw.figure'
local files = require 'gw.files'
local paths = require 'gw.paths'

local parser = argparse('figure', 'Draws figures of the workbook.')
parser:argument('names', 'figures, as 04-sigmoid/slope'):args '+'
parser:option('--theme', 'colours'):choices({ 'light', 'dark', 'print' }):default 'light'
parser:option('--format', 'kind of file'):choices(figure.formats):default 'svg'
parser:option('--size', 'WIDTHxHEIGHT in pixels; the figure\'s own if left out')
parser:option('--language', 'of its words'):default 'en'
parser:option('--data', 'folder of the data'):default(paths.build .. '/data')
parser:option('--out', 'folder of the figures'):default(paths.build .. '/figures')
local options = parser:parse()

local function main()
  for _, name in ipairs(options.names) do
    local picture = figure.draw(name, options)
    if options.format == 'dumb' or options.format == 'sixel' then
      io.write(picture)
    else
      local theme = options.theme ~= 'light' and '-' .. options.theme or ''
      local path = ('%s/%s%s.%s'):format(options.out, name, theme, options.format)
      files.write(path, picture)
      if unistd.isatty(1) == 1 then print(path) end
    end
  end
end

local ok, message = pcall(main)
if not ok then
  io.stderr:write('figure: ', tostring(message), '\n')
  os.exit(1)
end
