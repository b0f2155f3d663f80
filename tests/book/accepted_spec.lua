-- The accepted pictures are what the accepted data look like, and the last run
-- agrees with what is accepted.
local json = require 'dkjson'
local figure = require 'figures.figure'
local files = require 'gw.files'
local golden = require 'gw.golden'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

-- The gnuplot that the accepted pictures come from: another draws the same
-- curves in other bytes.
local GNUPLOT = '5.4'

describe('the accepted picture', function()
  local version = shell.lines('gnuplot --version')[1]:match 'gnuplot (%S+)'
  for _, name in ipairs(figure.list()) do
    local format = figure.format_of(name)
    it(name .. ' is its accepted data', function()
      if version ~= GNUPLOT then
        pending(('gnuplot is %s, the pictures are by %s'):format(version, GNUPLOT))
        return
      end
      local ok, drawn = pcall(figure.draw, name, { theme = 'light', format = format, language = 'en', data = 'plots' })
      assert.is_true(ok, tostring(drawn))
      if format == 'svg' then -- a PNG depends on the fonts as well
        assert.is_true(drawn == files.read(('plots/%s.svg'):format(name)), ('plots/%s.svg: make accept'):format(name))
      end
    end)
  end
end)

describe('figures that are drawn in one run of gnuplot', function()
  -- In the other order, so that each follows another than make has it.
  it('are what they are alone', function()
    local list, names = {}, figure.list()
    for i = #names, 1, -1 do
      local format = figure.format_of(names[i])
      list[#list + 1] = { name = names[i], options = { theme = 'light', format = format, language = 'en',
        data = 'plots' } }
    end
    local other = {}
    for i, picture in ipairs(figure.draw_all(list)) do
      local name, options = list[i].name, list[i].options
      if picture ~= figure.draw(name, options) then other[#other + 1] = name end
    end
    assert.same({}, other)
  end)

  it('are refused with the name of the one that cannot be drawn', function()
    local folder = paths.build .. '/tmp/empty'
    files.write(folder .. '/04-sigmoid/saturation.tsv', '# nothing\n')
    local list = {}
    for i, name in ipairs { '04-sigmoid/sigmoid', '04-sigmoid/saturation', '04-sigmoid/derivatives' } do
      list[i] = { name = name, options = { theme = 'light', format = 'svg', language = 'en',
        data = i == 2 and folder or 'plots' } }
    end
    local ok, why = pcall(figure.draw_all, list)
    assert.is_false(ok)
    assert.matches('^gnuplot could not draw .*plots/04%-sigmoid/saturation%.gp %(exited', why)
  end)
end)

describe('a corrupted figure', function()
  it('is not the accepted one', function()
    local name, folder = '04-sigmoid/sigmoid', paths.build .. '/tmp/corrupted'
    local data = files.read('plots/' .. name .. '.tsv')
    local with = { theme = 'light', format = 'svg', language = 'en', data = folder }
    files.write(('%s/%s.tsv'):format(folder, name), data)
    local drawn = figure.draw(name, with)
    local corrupted, count = data:gsub('\n0\t0%.5\t0%.25\n', '\n0\t0.6\t0.25\n')
    assert.equal(1, count)
    files.write(('%s/%s.tsv'):format(folder, name), corrupted)
    assert.is_true(figure.draw(name, with) ~= drawn)
  end)
end)

describe('the last run of', function()
  for _, path in ipairs(shell.lines 'ls scripts/*-*.lua') do
    local slug = path:match '^scripts/(.+)%.lua$'
    it(slug .. ' agrees with what is accepted', function()
      local report = json.decode(assert(files.read(('%s/reports/%s.json'):format(paths.build, slug))))
      assert.is_false(report.changed)
      local moved = {}
      for i, m in ipairs(golden.compare(slug)) do moved[i] = m.text end
      assert.same({}, moved)
    end)
  end
end)
