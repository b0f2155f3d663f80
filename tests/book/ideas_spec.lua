-- One idea has one colour: the table in plots/style.gp is the only place where a number of
-- a colour stands, and what means the same is given the same name everywhere.
local html = require 'book.html'
local figure = require 'figures.figure'
local files = require 'gw.files'
local shell = require 'tests.lua.shell'

-- {idea = number of its colour}
local table_of_ideas = files.read 'plots/style.gp':match '# %[ideas%]\n(.-)# %[/ideas%]'
local ideas = {}
for line in table_of_ideas:gmatch '[^\n]+' do
  local name, number = line:match '^([A-Z][A-Z_0-9]*) = (%d)%f[%D]'
  assert(name, 'plots/style.gp: not an idea: ' .. line)
  assert(not ideas[name], 'plots/style.gp: two colours for ' .. name)
  ideas[name] = tonumber(number)
end

-- What a block of data, or a word of the table of words, means by its name, wherever it is shown.
local MEANS = {
  ONE = { 'ones', 'one', 'malignant', 'some', 'more' }, ZERO = { 'zeros', 'zero', 'benign', 'none', 'less' },
  FORWARD = { 'forward' }, CENTRAL = { 'central' }, EXTRAPOLATED = { 'extrapolated' }, COMPLEX = { 'complex' },
  DOUBLE = { 'double' }, SINGLE = { 'single' },
  BFLOAT16 = { 'bfloat16' }, TRAIN = { 'train', 'learned' }, TEST = { 'test', 'others' },
  VALIDATION = { 'validation' },
  MOMENTUM = { 'momentum' }, RMSPROP = { 'rmsprop' }, ADAM = { 'adam' }, DESCENT = { 'plain' },
  SIGMOID = { 'sigmoid' }, TANH = { 'tanh' }, RELU = { 'relu' }, LEAKY = { 'leaky_relu' },
  LOG_LOSS = { 'log' }, SQUARED = { 'squared' }, OTHER = { 'other' },
}
-- The same words for something else, and a colour that is grey on purpose.
local ELSEWHERE = {
  ['08-logistic-regression/cost'] = { others = true }, ['09-network/neuron'] = { one = true },
  ['09-network/shapes'] = { one = true }, ['09-network/symmetry'] = { zeros = true },
  ['02-rules/areas'] = { one = true }, ['02-rules/circle'] = { one = true }, ['02-rules/turned'] = { one = true },
  ['10-backprop/flow'] = { forward = true }, ['02-rules/elementary'] = { log = true, tanh = true },
  ['06-cost-surface/convex'] = { log = true, squared = true }, ['10-backprop/sizes'] = { one = true },
  ['11-gradcheck/mistakes'] = { single = true }, ['09-network/linear'] = { tanh = true },
}
local meaning = {}
for idea, names in pairs(MEANS) do
  for _, name in ipairs(names) do meaning[name] = idea end
end

-- A script without comments, each command on one line.
local function script_of(name)
  local text = files.read(('plots/%s.gp'):format(name)):gsub('\\\n%s*', ' ')
  return (('\n' .. text):gsub('\n%s*#[^\n]*', '\n'))
end

-- The ideas whose colours a piece of a script takes.
local function taken(text)
  local found = {}
  for name in text:gmatch '%f[%w_][A-Z][A-Z_0-9]*%f[^%w_]' do
    if ideas[name] then found[name] = true end
  end
  return found
end

describe('the table of ideas', function()
  it('is used, all of it', function()
    local all = {}
    for _, name in ipairs(figure.list()) do
      for idea in pairs(taken(script_of(name))) do all[idea] = true end
    end
    for idea in pairs(ideas) do assert.is_true(all[idea] or false, 'no figure shows ' .. idea) end
    for idea in pairs(MEANS) do assert.is_truthy(ideas[idea], 'there is no idea ' .. idea) end
  end)
end)

for _, name in ipairs(figure.list()) do
  describe('the colours of ' .. name, function()
    local script = script_of(name)

    it('are those of ideas', function()
      for _, bare in ipairs { '%f[%w]linetype%s+[1-69]', '%f[%w]lt%s+%d', '%f[%w]C[1-6]%f[%W]', 'COLOUR%[%d' } do
        assert.is_nil(script:match(bare), ('plots/%s.gp: «%s» is a colour without an idea'):format(name,
          tostring(script:match(bare))))
      end
    end)

    it('are not changed', function()
      for idea in pairs(ideas) do
        for _, assigned in ipairs { '%f[%w_]' .. idea .. '%s*=[^=]', 'array%s+' .. idea .. '%f[%W]' } do
          assert.is_nil(script:match(assigned), ('plots/%s.gp: %s is an idea of plots/style.gp'):format(name, idea))
        end
      end
    end)

    it('are two for two ideas', function()
      local by_colour = {}
      for idea in pairs(taken(script)) do
        local before = by_colour[ideas[idea]]
        assert.is_nil(before, ('plots/%s.gp: %s and %s have one colour'):format(name, idea, tostring(before)))
        by_colour[ideas[idea]] = idea
      end
    end)

    it('come with one mark, open for y = 0 and filled for y = 1', function()
      for curve in (script:gsub('COLOUR', ''):gsub('%f[%w]DATA%f[%W]', '\1')):gmatch '\1([^\1\n]*)' do
        local idea, mark = curve:match '%f[%w]points%f[%W].-%f[%u](%u+)', curve:match '%f[%w]pointtype (%d+)'
        if mark and (idea == 'ZERO' or idea == 'ONE') and not curve:match '^ index "night"' then
          assert.is_true(idea == 'ZERO' and mark == '6' or idea == 'ONE' and (mark == '5' or mark == '7'),
            ('plots/%s.gp: «%s» is no mark for %s'):format(name, mark, idea))
        end
      end
    end)

    it('mean the same as in other figures', function()
      for command in script:gmatch '[^\n]+' do
        -- One curve after the other: each begins at its data.
        for curve in (command:gsub('%f[%w]DATA%f[%W]', '\1')):gmatch '\1([^\1]*)' do
          local block = curve:match '^ index ["\']([%w_]+)["\']'
          local idea = block and meaning[block]
          if idea and not (ELSEWHERE[name] or {})[block] then
            local colours = taken(curve)
            if next(colours) then
              assert.is_true(colours[idea] or false, ('plots/%s.gp: %s is no %s'):format(name, block, idea))
            end
          end
        end
        -- A label that has a colour has that of what it names.
        local word = command:match '^%s*set label.-%f[%w_]w_([%w_]+)'
        local idea, colour = word and meaning[word], command:match 'textcolor rgb COLOUR%[([A-Z_0-9]+)%]'
        if idea and colour and not (ELSEWHERE[name] or {})[word] then
          assert.equal(idea, colour, ('plots/%s.gp: w_%s'):format(name, word))
        end
      end
    end)
  end)
end

-- The live form of a figure names its colours c1 to c6, in its legend and where it draws.
describe('a live figure', function()
  local LEGEND = {
    ['y = 1'] = 'ONE', malignant = 'ONE', distress = 'ONE',
    ['another start'] = 'OTHER', ['one start'] = 'DESCENT', ['left ends'] = 'LEFT_ENDS', middles = 'MIDDLES',
    momentum = 'MOMENTUM', RMSProp = 'RMSPROP', Adam = 'ADAM', plain = 'DESCENT',
    ['right, of those learned'] = 'TRAIN', ['right, of new points'] = 'TEST', forward = 'FORWARD',
    central = 'CENTRAL', extrapolated = 'EXTRAPOLATED', J = 'VALUE', f = 'VALUE', ["f'"] = 'SLOPE',
    ['steps of the descent'] = 'DESCENT', ['their product'] = 'SLOPE', ['σ(z)'] = 'VALUE',
    ["its slope σ'(z)"] = 'SLOPE', ['digits of the stable form'] = 'STABLE', ['of a(1 − a)'] = 'NAIVE',
    ['within the bound'] = 'CORRECT', fails = 'WRONG', ['inputs n0'] = 'LAYER_0', ['hidden units n1'] = 'LAYER_1',
    ['outputs n2'] = 'LAYER_2', ['examples m'] = 'EXAMPLES',
  }
  it('has the colours of ideas in its legend', function()
    local seen, open = {}, { ['y = 0'] = false, benign = false, none = false }
    for _, path in ipairs(shell.lines 'ls scripts/live/*.js') do
      local text, colour = files.read(path), ", ['\"][%a ]-c(%d)%f[%D]"
      -- Words in one kind of quotes may have the other kind within.
      local function legend(said, number)
        if LEGEND[said] then
          seen[said] = true
          assert.equal(ideas[LEGEND[said]], tonumber(number), ('%s: «%s»'):format(path, said))
        end
      end
      for said, number in text:gmatch("'([^']+)'" .. colour) do legend(said, number) end
      for said, number in text:gmatch('"([^"]+)"' .. colour) do legend(said, number) end
      -- y = 0 is an open circle, whatever its colour.
      for said, mark in text:gmatch "'([^']+)', '(%a[^']* point)'" do
        if open[said] ~= nil then
          open[said] = true
          assert.matches('^hollow ', mark, path)
        end
      end
    end
    for said, is_there in pairs(open) do assert.is_true(is_there, 'no legend says ' .. said) end
    for said in pairs(LEGEND) do assert.is_true(seen[said] or false, 'no legend says ' .. said) end
    -- A tangent is a slope, and the links of a chain are said with their formulas.
    local tangent = files.read 'scripts/live/live.css':match '%.line%.tangent { stroke: var%(%-%-c(%d)%)'
    assert.equal(ideas.SLOPE, tonumber(tangent))
    local inner, outer = files.read 'scripts/live/03-chain-rule.js'
      :match "k === 0 %? 'c(%d)' : k === count %- 1 %? 'c(%d)'"
    assert.same({ ideas.INNER, ideas.OUTER }, { tonumber(inner), tonumber(outer) })
  end)
end)

-- What the text calls a slope has its colour too, without a marker.
describe('in prose, formulas and code', function()
  local slopes = require 'book.slopes'

  it('the names of slopes are told, and nothing else', function()
    local function seen(body)
      local list = {}
      local marked = slopes.coloured(body)
      for name in marked:gmatch 'class="of%-slope">(.-)</' do list[#list + 1] = html.text(name) end
      assert.equal(body, (marked:gsub('<span class="of%-slope">(.-)</span>', '%1'):gsub(' class="of%-slope"', '')))
      return list
    end
    assert.same({ 'dw', 'dZ1', 'dθ' }, seen '<p>So dw, then dZ1; then dθ.</p>')
    assert.same({}, seen '<p>dad dwell add_dw dx d w σdw</p><h2>dw</h2><a href="dw">dw</a><figure>dw</figure>')
    assert.same({ 'db' }, seen '<pre><code><span>db</span> = dot(dbx);</code></pre>')
    assert.same({ 'd', 'w' }, seen '<p><math><mi>d</mi><mi>w</mi><annotation>dw</annotation></math></p>')
    local count = 0
    for _, page in ipairs(require('book.pages').chapters()) do
      count = count + #seen(files.read(require('book.fragments').path(page.path)))
    end
    assert.is_true(count > 500, count)
  end)

  -- In degrees, of a colour as #rrggbb.
  local function hue(colour)
    local r, g, b = colour:match '#(%x%x)(%x%x)(%x%x)'
    r, g, b = tonumber(r, 16), tonumber(g, 16), tonumber(b, 16)
    return math.deg(math.atan2(math.sqrt(3) * (g - b), 2 * r - g - b)) % 360
  end

  it('nothing else in code has their colour', function()
    local css = files.read 'scripts/book/book.css'
    local slope, classes = { css:match '%-%-slope: light%-dark%((#%x+), (#%x+)%)' }, 0
    for _, light, dark in css:gmatch '\n(%.%l%l[, .%l]*) { color: light%-dark%((#%x+), (#%x+)%)' do
      classes = classes + 1
      for i, colour in ipairs { light, dark } do
        local apart = math.abs(hue(colour) - hue(slope[i]))
        assert.is_true(math.min(apart, 360 - apart) > 15, colour .. ' is as ' .. slope[i])
      end
    end
    assert.is_true(classes >= 5, classes)
  end)

  it('they have the colour that a slope has in a figure, by dark; by light a darker one', function()
    local css, style = files.read 'scripts/book/book.css', files.read 'plots/style.gp'
    local light, dark = css:match '%-%-slope: light%-dark%((#%x+), (#%x+)%)'
    local wanted = {}
    for colour in style:gmatch('C' .. ideas.SLOPE .. ' = "(#%x+)"') do wanted[#wanted + 1] = colour end
    assert.equal(wanted[1], dark)
    -- The same hue: red, green and blue in the same proportion to one another.
    local function parts(colour) return tonumber(colour:sub(2, 3), 16), tonumber(colour:sub(4, 5), 16) end
    local red, green = parts(light)
    local other_red, other_green = parts(wanted[3])
    assert.is_true(red < other_red and math.abs(green / red - other_green / other_red) < 0.02)
  end)
end)
