-- Every word, file and description of every figure.
local figure = require 'figures.figure'
local links = require 'book.links'
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local strings = figure.strings 'en'

-- A script without its comments, with what follows a backslash on the same line.
local function script_of(name)
  local text = files.read(('plots/%s.gp'):format(name)):gsub('\\\n%s*', ' ')
  local lines = {}
  for line in text:gmatch '[^\n]+' do
    if not line:match '^%s*#' then lines[#lines + 1] = line end
  end
  return table.concat(lines, '\n') .. '\n', lines
end

local function readme_of(name)
  local path = ('chapters/%s/README.md'):format(name:match '^[^/]+')
  return files.read(path) or '', path
end

for _, name in ipairs(figure.list()) do
  describe('the figure ' .. name, function()
    local script, lines = script_of(name)
    local words = strings[name] or {}

    -- Its live form asks a question, which a section of the chapter answers.
    local is_live = readme_of(name):find(('/%s.svg) <!-- live -->'):format(name), 1, true) ~= nil

    if is_live then
      it('asks what the chapter answers', function()
        assert.matches('[.?]$', words.question)
        assert.is_truthy(words.question:find('?', 1, true))
        assert.is_true(links.anchors(readme_of(name))[words.answer] or false, words.answer)
      end)
    end

    it('has a word for every name, and a name for every word', function()
      local used = {}
      for key in script:gmatch '%f[%w_]w_([%w_]+)' do used[key] = true end
      -- word("prefix_".i) and the like: every key with that prefix is used.
      for prefix in script:gmatch "value%(['\"]w_([%w_]*)['\"]" do
        for key in pairs(words) do
          if key:sub(1, #prefix) == prefix then used[key] = true end
        end
      end
      for key in pairs(used) do
        assert.is_truthy(words[key], ('plots/strings/en.tsv has no «%s» for %s'):format(key, name))
      end
      for key in pairs(words) do
        -- On a narrow page KEY_narrow is said for KEY.
        local wide = key:match '^(.+)_narrow$'
        if wide then assert.is_truthy(words[wide], ('%s: there is no «%s»'):format(key, wide)) end
        local of_page = key == 'alt' or is_live and (key == 'caption' or key == 'question' or key == 'answer')
        assert.is_true(of_page or used[wide or key] or false, ('plots/%s.gp does not use w_%s'):format(name, key))
      end
    end)

    it('says how large it is on a narrow page', function()
      local width, height = files.read(('plots/%s.gp'):format(name)):match '\n?# narrow (%d+)x(%d+)\n'
      assert.equal('390', width, 'as wide as a telephone')
      assert.is_true(tonumber(height) <= 900, 'longer than a telephone')
    end)

    it('says nothing of its own', function()
      for _, line in ipairs(lines) do
        for _, command in ipairs { 'title', 'label', 'x2label', 'xlabel', 'ylabel', 'zlabel', 'cblabel' } do
          local said = line:match('%f[%w]' .. command .. "%s+['\"]([^'\"]*)['\"]")
          assert.is_true(said == nil or not said:match '%a%a', ('plots/%s.gp: «%s» is no word of the table'):format(
            name, tostring(said)))
        end
      end
    end)

    it('colours its labels', function()
      for _, line in ipairs(lines) do
        if line:match '%f[%w]set label' then
          assert.matches('textcolor', line, 1, true)
        end
      end
    end)

    it('has no black letters in the dark', function()
      local dark = files.read(('%s/book/figures/%s-dark.svg'):format(paths.build, name))
      if not dark and figure.format_of(name) ~= 'svg' then return end
      assert.is_truthy(dark, 'make has not drawn it')
      -- gnuplot says the colour of a text where its group begins.
      for colour, said in dark:gmatch 'fill="([^"]*)" font%-family[^\n]*\n%s*<text>(.-)</text>' do
        assert.not_equal('black', colour, (said:gsub('<.->', '')))
      end
    end)

    it('is described, and its chapter, or chapter 0, shows it with that description', function()
      assert.is_truthy(words.alt, name .. ' has no alt text')
      assert.is_true(#words.alt > 40, 'too short to be of use')
      assert.matches('%.$', words.alt)
      local prose, path = readme_of(name)
      local link = ('](../../plots/%s.%s)'):format(name, figure.format_of(name))
      -- Chapter 0 has no figures of its own; what it borrows need not be shown twice.
      if not prose:find(link, 1, true) then prose = files.read 'chapters/00-before/README.md' end
      assert.is_truthy(prose:find(link, 1, true), ('%s does not show %s'):format(path, name))
      local alt = figure.alt(name, 'en', 'plots')
      assert.is_truthy(prose:find('![' .. alt .. link, 1, true), ('%s: the alt text of %s is not the table\'s'):format(
        path, name))
      -- A number of the words is a fact or a declared constant: [[peak %.2f]], [[0.01 %.2f]].
      for _, text in pairs(words) do
        assert.falsy(text:gsub('%[%[.-%]%]', ''):match '%d%.%d', text)
      end
    end)

    it('has accepted data and an accepted picture', function()
      assert.is_truthy(files.read(('plots/%s.tsv'):format(name)), 'no accepted data')
      local picture = files.read(('plots/%s.%s'):format(name, figure.format_of(name)))
      assert.is_truthy(picture, 'no accepted picture')
      if figure.format_of(name) == 'svg' then
        assert.matches('role="img"', picture, 1, true)
        assert.is_true(#picture < 500000, 'too heavy for an SVG: say # format png')
      end
    end)
  end)
end

describe('no figure', function()
  it('has words or files without a script', function()
    for name in pairs(strings) do
      assert.is_truthy(files.read(('plots/%s.gp'):format(name)), ('plots/strings/en.tsv: there is no %s'):format(name))
    end
    for _, path in ipairs(shell.lines 'ls plots/*-*/*.tsv plots/*-*/*.svg plots/*-*/*.png 2>/dev/null || true') do
      local name = path:match '^plots/(.+)%.%a+$'
      assert.is_truthy(files.read(('plots/%s.gp'):format(name)), path .. ' has no script')
    end
  end)

  it('is shown that is not there', function()
    for _, path in ipairs(shell.lines 'ls chapters/*/README.md') do
      for name in files.read(path):gmatch '%]%(%.%./%.%./plots/(.-)%.%a+%)' do
        assert.is_truthy(files.read(('plots/%s.gp'):format(name)), ('%s shows %s'):format(path, name))
      end
    end
  end)
end)

-- Whoever changes where a driver samples a curve shall see it: no axis repeats in
-- numbers where the accepted data begin and end.
describe('an axis', function()
  local SAMPLES = 8
  local function spans(name) -- of the first column, block by block
    local list, inside = {}, false
    for line in (files.read(('plots/%s.tsv'):format(name)) .. '\n'):gmatch '(.-)\n' do
      local x = tonumber((line:match '^[^\t]+'))
      if x then
        if not inside then list[#list + 1], inside = { low = x, high = x, count = 0, whole = true }, true end
        local span = list[#list]
        span.low, span.high, span.count = math.min(span.low, x), math.max(span.high, x), span.count + 1
        span.whole = span.whole and x == math.floor(x)
      elseif line == '' then inside = false end
    end
    return list
  end
  for _, name in ipairs(figure.list()) do
    it(('of %s is not fixed to what was sampled'):format(name), function()
      for one, other in script_of(name):gmatch 'set xrange %[(%-?[%d.]+):(%-?[%d.]+)%]' do
        local low, high = math.min(tonumber(one), tonumber(other)), math.max(tonumber(one), tonumber(other))
        for _, span in ipairs(spans(name)) do
          local sampled = span.count >= SAMPLES and not span.whole -- steps are counted
          assert.is_false(sampled and span.low == low and span.high == high,
            ('plots/%s.gp: [%s:%s] is the range of its data: take it from there'):format(name, one, other))
        end
      end
    end)
  end

  it('follows the range that a driver samples', function()
    local name, folder = '04-sigmoid/sigmoid', paths.build .. '/tmp/sampled'
    local with = { theme = 'light', format = 'svg', language = 'en', data = folder }
    local data, count = files.read('plots/' .. name .. '.tsv'):gsub('\n6\t', '\n12\t')
    assert.equal(1, count)
    files.write(('%s/%s.tsv'):format(folder, name), data)
    local tick = '> ?10</tspan>'
    assert.is_truthy(figure.draw(name, with):find(tick))
    with.data = 'plots'
    assert.is_nil(figure.draw(name, with):find(tick))
  end)
end)

-- A sketch is a figure in characters; what make chapter-NN shows.
describe('a sketch', function()
  local of = {}
  for _, name in ipairs(figure.list()) do
    local kept = figure.sketch_of(name)
    if kept then
      local slug = name:match '^[^/]+'
      it('of ' .. name .. ' is the only one of its chapter, and no word in it is broken', function()
        assert.is_nil(of[slug], 'there is another')
        of[slug] = name
        local drawn = figure.draw(name, { format = 'dumb', theme = 'light', language = 'en', data = 'plots' })
        for key in kept:gmatch '%S+' do
          local words = strings[name][key]
          assert.is_truthy(words, ('there is no word «%s»'):format(key))
          local fixed = words:match '^[^%%]*' -- up to a number
          assert.is_truthy(drawn:find(fixed, 1, true), ('«%s» in\n%s'):format(fixed, drawn))
        end
      end)
    end
  end
end)
