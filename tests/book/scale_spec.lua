-- A picture is the same in every format, and SCALE= makes all of it larger: its letters,
-- its dashes. Measured in the pixels of what gnuplot drew.
local figure = require 'figures.figure'
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local HERE = paths.build .. '/tmp/scale'
-- Twenty letters above a dashed line, and nothing else.
local DRAWING = [[
unset border; unset tics; unset key
set margins 0, 0, 0, 0
set xrange [0:1]; set yrange [0:1]
set label "HHHHHHHHHHHHHHHHHHHH" at 0.1,0.75 textcolor rgb "black"
plot 0.25 linecolor rgb "black" linewidth 2.4 dashtype (12,5)
]]

local function drawn(format, scale)
  local path = ('%s/it-%g.%s'):format(HERE, scale, format)
  files.write(HERE .. '/it.gp', ('set terminal %s\nset output "%s"\n%s'):format(figure.terminal {
    format = format, theme = 'light', width = 720, height = 440, scale = scale, id = 'it' }, path, DRAWING))
  shell.lines(('gnuplot -d %s/it.gp'):format(HERE))
  return path
end

-- Where a picture's rows are dark: {from, to} by runs, of the letters and of the line.
local function runs(png, width, height)
  files.write(HERE .. '/read.gp', ('set table "%s/pixels"\nplot "%s" binary filetype=png using 1 with image\n'):format(
    HERE, png))
  shell.lines(('gnuplot -d %s/read.gp'):format(HERE))
  local dark = { letters = {}, line = {} }
  for x, y, red in files.read(HERE .. '/pixels'):gmatch '\n%s*(%d+)%s+(%d+)%s+(%d+)' do
    if tonumber(red) < 128 then
      dark[tonumber(y) > height / 2 and 'letters' or 'line'][tonumber(x)] = true
    end
  end
  local found = {}
  for part, columns in pairs(dark) do
    local list = {}
    for x = 0, width do
      if columns[x] and not columns[x - 1] then list[#list + 1] = { x, x } end
      if columns[x] then list[#list][2] = x end
    end
    found[part] = list
  end
  return found
end

-- The pixels of a page at 96 to the inch.
local function from_pdf(path)
  local stem = path:gsub('%.pdf$', '')
  shell.lines(('pdftoppm -r 96 -png -singlefile %s %s'):format(path, stem))
  return stem .. '.png'
end

describe('a drawing of 720 by 440 pixels', function()
  local has_poppler = os.execute 'command -v pdftoppm >/dev/null' == 0
  local svg = files.read(drawn('svg', 1))
  local dash, gap = svg:match 'stroke%-dasharray=\'([%d.]+),([%d.]+)\''
  local period = dash + gap
  assert.is_truthy(svg:find('font-size="15.00"', 1, true))
  local LETTERS = 20 * 15 * 0.752 -- DejaVu's H is 0.752 of its size wide

  for _, case in ipairs { { 'png', 1 }, { 'png', 2 }, { 'pdf', 1.5 } } do
    local format, scale = case[1], case[2]
    if format == 'pdf' and not has_poppler then
      if os.getenv 'GW_NO_SKIP' then error 'pdftoppm is missing' end
    else
      it(('has letters and dashes of the SVG as %s, %g times as large'):format(format, scale), function()
        local path = drawn(format, scale)
        local found = runs(format == 'pdf' and from_pdf(path) or path, 720 * scale, 440 * scale)
        local letters, line = found.letters, found.line
        local width = letters[#letters][2] - letters[1][1]
        -- The first H starts and the last ends a tenth of a letter within; in a PNG the way from
        -- letter to letter is whole pixels.
        local off = format == 'png' and 20 * 0.5 or 0.02 * LETTERS * scale
        assert.is_true(math.abs(width - 0.99 * LETTERS * scale) < off, ('letters are %d wide'):format(width))
        -- Dashes: the ends of the line are whatever the edge leaves of them.
        assert.is_true(#line > 20, 'the dashes are gone')
        local every = (line[#line - 1][1] - line[2][1]) / (#line - 3)
        assert.is_true(math.abs(every / scale / period - 1) < 0.03, ('a dash every %.2f pixels'):format(every))
        local long = 0
        for k = 2, #line - 1 do long = long + (line[k][2] - line[k][1] + 1) / (#line - 2) end
        assert.is_true(long < 0.92 * every, 'the dashes have run together')
      end)
    end
  end

  it('scaled as an SVG is the same drawing, said to be larger', function()
    local with = { theme = 'light', format = 'svg', language = 'en', data = 'plots' }
    local plain = figure.draw('07-one-example/forward', with)
    with.scale = 2.5
    local large, count = figure.draw('07-one-example/forward', with):gsub(' width="1800" height="750"\n', '')
    assert.equal(1, count)
    assert.equal(plain, large)
  end)
end)
