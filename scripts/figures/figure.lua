--- Runs gnuplot for figures and returns the pictures.
local stdlib = require 'posix.stdlib'
local unistd = require 'posix.unistd'
local wait = require 'posix.sys.wait'
local facts = require 'gw.facts'
local files = require 'gw.files'
local paths = require 'gw.paths'

local figure = { formats = { 'svg', 'png', 'pdf', 'dumb', 'sixel' } }

local FONT = 'DejaVu Sans'
-- What a browser falls back on where that font is missing.
local FONT_STACK = "DejaVu Sans, Verdana, sans-serif"
local DEFAULT_SIZE = '720x440'
local LETTERS = { wide = 15, narrow = 13 }
local PAPER = { light = '#ffffff', dark = '#15181c', print = '#ffffff' }

-- As gnuplot reads it; \n in a word is the end of a line.
local function quoted(text)
  return "'" .. text:gsub("'", "''"):gsub('\\n', "'.\"\\n\".'") .. "'"
end

local strings_of = {}

--- Every word of a language's figures: {figure = {key = text}}.
function figure.strings(language)
  if strings_of[language] then return strings_of[language] end
  local path = ('%s/plots/strings/%s.tsv'):format(paths.root, language)
  -- The name of a language is part of names of files.
  local text = language:match '^%w[%w_-]*$' and files.read(path)
  if not text then error(path .. ' is missing: no words for figures in «' .. language .. '»', 0) end
  local all, line_number = {}, 0
  for line in text:gmatch '[^\n]+' do
    line_number = line_number + 1
    if not line:match '^#' then
      local name, key, words = line:match '^([^\t]+)\t([%w_]+)\t([^\t]+)$'
      if not name then error(('%s:%d: not «figure, key, text»'):format(path, line_number), 0) end
      all[name] = all[name] or {}
      if all[name][key] then error(('%s:%d: «%s» has two texts'):format(path, line_number, key), 0) end
      all[name][key] = words
    end
  end
  strings_of[language] = all
  return all
end

--- Words of a figure, by their key. Their numbers are the accepted facts for the
-- accepted data, which lie in plots/, or else those of the last run. nil where there are
-- none.
function figure.words_of(name, key, language, data)
  local words = figure.strings(language)[name]
  if not (words and words[key]) then return nil end
  local ok, text = pcall(facts.fill, words[key], facts.of(name:match '^[^/]+', not data:match 'plots$'))
  if not ok then error(('plots/strings/%s.tsv: %s: %s'):format(language, name, text), 0) end
  return text
end

--- What a figure shows, in a sentence or more.
function figure.alt(name, language, data) return figure.words_of(name, 'alt', language, data) end

--- The names of all figures, in order: 01-derivative/error, …
function figure.list()
  local names = {}
  for _, path in ipairs(require('posix.glob').glob(paths.root .. '/plots/*/*.gp') or {}) do
    names[#names + 1] = path:match '([^/]+/[^/]+)%.gp$'
  end
  table.sort(names)
  return names
end

-- The first lines of a .gp file say «# narrow 390x330», its size on a narrow page, and may
-- say «# size 720x720» and «# format png».
local function declared(script, key)
  return script:match('# ' .. key .. ' ([^\n]+)')
end

--- The kind of file that a figure is kept as: svg, or png where svg is too heavy.
function figure.format_of(name)
  local script = files.read(('%s/plots/%s.gp'):format(paths.root, name))
  return script and declared(script, 'format') or 'svg'
end

--- Whether a figure reads well in characters too: «# sketch x y sigma» in its script
-- says so, and which of its words stay there; the others would collide.
function figure.sketch_of(name)
  local script = files.read(('%s/plots/%s.gp'):format(paths.root, name))
  return script and declared(script, 'sketch')
end

--- What gnuplot is told to draw with. A pixel of the SVG is the measure: letters are 15 of them high,
-- 13 on a narrow page, and the other formats have the same letters, lines, dashes and dots (seen in
-- tests/book/scale_spec.lua). gnuplot 5.4 measures each of them otherwise in each format.
function figure.terminal(o)
  local s, width, height = o.scale or 1, o.width, o.height
  local letters = ('enhanced rounded font "%s,%d"'):format(FONT, o.letters or 15)
  local paper = (' background "%s"'):format(PAPER[o.theme])
  local kinds = {
    svg = ('svg size %d,%d %s %s name "%s"'):format(width, height, s == 1 and 'dynamic' or 'fixed', letters, o.id),
    png = ('pngcairo size %d,%d %s fontscale %g linewidth %g dashlength 2 pointscale %g'):format(
      math.floor(width * s + 0.5), math.floor(height * s + 0.5), letters, 0.75 * s, s, 1.8 * s),
    pdf = ('pdfcairo size %.3f,%.3f %s fontscale %g linewidth %g dashlength 1.82 pointscale %g'):format(
      width * s / 96, height * s / 96, letters, 0.5625 * s, 1.5 * s, 1.34 * s),
    dumb = 'dumb size 78,16 noenhanced', -- a run's lines beside it, on a screen of 24
    sixel = ('sixelgd size %d,%d enhanced font "%s,15" fontscale 0.73'):format(width, height, FONT),
  }
  return kinds[o.format] .. (o.format == 'dumb' and '' or paper)
end

-- How a whole picture ends: gnuplot and Chromium do not mind a full disk.
local ENDING = { svg = '</svg>%s*$', png = 'IEND\174B`\130$', pdf = '%%%%EOF%s*$', dumb = '.', sixel = '.' }

--- Is a picture of this format whole?
function figure.is_whole(picture, format) return picture:match(ENDING[format]) ~= nil end

local function escaped(text)
  return (text:gsub('[&<>]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;' }))
end

-- gnuplot signs its SVG with its version; a reader who cannot see it wants to
-- be told what it shows.
local function with_words(svg, alt, scale)
  -- A drawing that is scaled keeps its viewBox.
  for _, side in ipairs(scale ~= 1 and { 'width', 'height' } or {}) do
    svg = svg:gsub('%f[%w]' .. side .. '="(%d+)"', function(n) return ('%s="%g"'):format(side, n * scale) end, 1)
  end
  svg = svg:gsub('<title>.-</title>%s*', '', 1)
  svg = svg:gsub('<desc>.-</desc>', function() return '<title>' .. escaped(alt) .. '</title>' end, 1)
  svg = svg:gsub('<svg ', '<svg role="img" ', 1)
  -- A figure that plots again after a table counts its curves again.
  local seen = {}
  svg = svg:gsub(' id="([^"]*)"', function(id)
    if seen[id] then return '' end
    seen[id] = true
  end)
  -- Words in a box are drawn again over it: the box alone is enough the first time.
  if svg:find('url(#textbox)', 1, true) then
    svg = svg:gsub("%s*<feComposite in='SourceGraphic' in2='bgnd' operator='atop'/>", '', 1)
  end
  return (svg:gsub('font%-family="' .. FONT .. '"', 'font-family="' .. FONT_STACK .. '"'))
end

-- A PDF carries the time it was made.
local function without_date(pdf)
  return (pdf:gsub('(CreationDate %(D:)%d%d%d%d%d%d%d%d%d%d%d%d%d%d', '%119700101000000'))
end

-- A size in words, as {width, height}.
local function measured(size)
  local width, height = size:match '^(%d+)x(%d+)$'
  width, height = tonumber(width), tonumber(height)
  if not width or width < 100 or height < 100 or width > 10000 or height > 10000 then
    error(('«%s» is no size: WIDTHxHEIGHT in pixels, from 100x100 to 10000x10000'):format(size), 0)
  end
  return width, height
end

-- What a script is told before it is loaded: where the data lie, and every word it may say.
local function prelude(script, words, o)
  local lines = {
    ('THEME = %q; FORMAT = %q; NARROW = %d'):format(o.theme, o.format, o.narrow and 1 or 0),
    'DATA = ' .. quoted(o.data),
  }
  local keys = {}
  for key in pairs(words) do keys[#keys + 1] = key end
  table.sort(keys)
  local kept = o.format == 'dumb' and declared(script, 'sketch')
  for _, key in ipairs(keys) do
    if not key:match '_narrow$' then
      local shown = not kept or (' %s '):format(kept):find((' %s '):format(key), 1, true)
      local text = o.narrow and words[key .. '_narrow'] or words[key]
      lines[#lines + 1] = ('w_%s = %s'):format(key, quoted(shown and text or ''))
    end
  end
  return lines
end

-- What gnuplot is told to draw a figure into the file `out`.
local function program_of(name, options, out)
  local path = ('%s/plots/%s.gp'):format(paths.root, name)
  local script = files.read(path)
  if not script then error(('%s is missing: there is no figure «%s»'):format(path, name), 0) end
  local data = ('%s/%s.tsv'):format(options.data, name)
  if not files.read(data) then error(('%s is missing: run make first'):format(data), 0) end
  local words = figure.strings(options.language)[name]
  if not words then error(('no words for %s in plots/strings/%s.tsv'):format(name, options.language), 0) end

  local layout, scale = options.narrow and 'narrow' or 'wide', tonumber(options.scale or 1)
  local width, height = measured(options.size or declared(script, layout == 'wide' and 'size' or 'narrow')
    or DEFAULT_SIZE)
  if not (scale and scale >= 0.25 and scale <= 8 and math.max(width, height) * scale <= 10000) then
    error(('«%s» is no scale: a number from 0.25 to 8, and no more than 10000 pixels'):format(options.scale), 0)
  end

  local lines = prelude(script, words, { theme = options.theme, format = options.format, narrow = options.narrow,
    data = data })
  table.insert(lines, 1, 'set terminal ' .. figure.terminal { format = options.format, theme = options.theme,
    width = width, height = height, scale = scale, letters = LETTERS[layout], id = 'gw_' .. name:gsub('%W', '_') })
  table.insert(lines, 2, 'set output ' .. quoted(out))
  table.insert(lines, 3, 'set encoding utf8')
  lines[#lines + 1] = 'load ' .. quoted(paths.root .. '/plots/style.gp')
  lines[#lines + 1] = 'load ' .. quoted(path)
  lines[#lines + 1] = 'unset output'
  return table.concat(lines, '\n') .. '\n'
end

-- Runs gnuplot on a program; returns how it ended.
local function run(program)
  stdlib.setenv('LC_ALL', 'C.UTF-8')
  local process, why = unistd.fork()
  if not process then error('gnuplot cannot be started: ' .. why, 0) end
  if process == 0 then
    unistd.execp('gnuplot', { '-d', program })
    io.stderr:write 'gnuplot cannot be run: make doctor says how to install it\n'
    unistd._exit(127)
  end
  local _, how, status = wait.wait(process)
  return how, status
end

-- The bytes of a picture, after what gnuplot wrote.
local function finished(picture, name, options)
  if options.format == 'svg' then
    local alt = figure.alt(name, options.language, options.data) or name
    return with_words(picture, alt, tonumber(options.scale or 1))
  end
  return options.format == 'pdf' and without_date(picture) or picture
end

-- Nothing of one figure is left for the next: gnuplot forgets what was set; and what its SVG
-- terminal keeps, the last width and colour of a line, is again what it begins with after a
-- line of width 1 and a picture of nothing.
local BETWEEN = [[
reset session
set terminal svg
set output '/dev/null'
unset border
unset tics
unset key
plot [0:1] [0:1] 0.5 linewidth 1
set multiplot
unset multiplot
unset output
reset session
]]

--- Draws pictures in one run of gnuplot, which takes longer to start than to draw, and
-- returns the bytes of each.
-- @param list of {name = chapter/figure, options = {theme, format, size (WxH or nil),
--             scale, narrow, language, data (a folder)}}
function figure.draw_all(list)
  local programs, outs = {}, {}
  for i, wanted in ipairs(list) do
    outs[i] = files.temporary(('%s-%d'):format(wanted.name, i))
    programs[i] = program_of(wanted.name, wanted.options, outs[i])
  end
  local program = files.temporary 'figures' .. '.gp'
  files.write(program, table.concat(programs, BETWEEN))
  local how, status = run(program)
  os.remove(program)
  local failed = how ~= 'exited' or status ~= 0
  local pictures, cut = {}, nil
  for i, wanted in ipairs(list) do
    local picture = files.read(outs[i])
    os.remove(outs[i])
    if not cut and not (picture and figure.is_whole(picture, wanted.options.format)) then cut = wanted end
    pictures[i] = not cut and not failed and finished(picture, wanted.name, wanted.options)
  end
  local path = ('%s/plots/%s.gp'):format(paths.root, (cut or list[#list]).name)
  -- gnuplot stops at the first that it cannot draw.
  if failed then error(('gnuplot could not draw %s (%s %s)'):format(path, how, status), 0) end
  if cut then error(('what gnuplot drew of %s is cut off: is the disk full?'):format(path), 0) end
  return pictures
end

--- Draws one figure and returns the bytes of the picture.
function figure.draw(name, options) return figure.draw_all({ { name = name, options = options } })[1] end

return figure
