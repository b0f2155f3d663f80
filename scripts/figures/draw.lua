-- Draws figures.
--
--   luajit scripts/figures/draw.lua [options] CHAPTER/NAME …
--
-- plots/CHAPTER/NAME.gp says how a figure looks, plots/strings/LANGUAGE.tsv what
-- it says, and DATA/CHAPTER/NAME.tsv what it shows. The result is OUT/CHAPTER/
-- NAME.FORMAT, whole or not at all; another layout, theme, language, size
-- or scale than the figure's own is part of the name: slope-narrow-dark-1600x1000-x2.svg.
-- All are drawn in one run of gnuplot.
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local argparse = require 'argparse'
local figure = require 'figures.figure'
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'

local parser = argparse('figure', 'Draws figures of the workbook.')
parser:argument('names', 'figures, as 04-sigmoid/slope'):args '+'
parser:option('--theme', 'colours'):choices({ 'light', 'dark', 'print' }):default 'light'
parser:option('--format', 'kind of file; that in which the figure is kept if left out'):choices(figure.formats)
parser:option('--size', 'WIDTHxHEIGHT in pixels; the figure\'s own if left out')
parser:option('--scale', 'draws everything that many times as large, letters too'):default '1'
parser:flag('--narrow', 'as for a narrow page')
parser:flag('--twins', 'dark, for a narrow page, and both')
parser:option('--own', 'which parameters its run had; they are part of its name')
parser:option('--language', 'of its words'):default 'en'
parser:option('--data', 'folder of the data'):default(paths.build .. '/data')
parser:option('--out', 'folder of the figures'):default(paths.build .. '/figures')
parser:flag('--quiet', 'do not say which files were written')

local function variant(options)
  local words = {}
  -- Words of a driver, as far as a file's name may have them: alpha-0.9.
  local own = (options.own or ''):gsub('[^%w._=+-]+', '-'):gsub('^%-+', ''):gsub('%-%-+', '-'):sub(1, 80)
  if own ~= '' then words[#words + 1] = '-' .. own end
  if options.narrow then words[#words + 1] = '-narrow' end
  if options.theme ~= 'light' then words[#words + 1] = '-' .. options.theme end
  if options.language ~= 'en' then words[#words + 1] = '-' .. options.language end
  if options.size then words[#words + 1] = '-' .. options.size end
  if options.scale ~= '1' then words[#words + 1] = '-x' .. options.scale end
  return table.concat(words)
end

function parser:error(message) error(message, 0) end -- luacheck: no self

local TWINS = { { theme = 'dark' }, { narrow = true }, { narrow = true, theme = 'dark' } }

-- The options of one picture: those of the command, but for what is its own.
local function options_of(name, options, own)
  local format = options.format or figure.format_of(name)
  return setmetatable({ format = format, theme = own.theme, narrow = own.narrow }, { __index = options })
end

program.run('figure', function()
  local options, list = parser:parse(), {}
  for _, name in ipairs(options.names) do
    for _, own in ipairs(options.twins and TWINS or { {} }) do
      list[#list + 1] = { name = name, options = options_of(name, options, own) }
    end
  end
  for i, picture in ipairs(figure.draw_all(list)) do
    local name, o = list[i].name, list[i].options
    if o.format == 'dumb' or o.format == 'sixel' then
      io.write(picture)
    else
      local path = ('%s/%s%s.%s'):format(o.out, name, variant(o), o.format)
      files.write(path, picture)
      if not o.quiet then print(path) end
    end
  end
end)
