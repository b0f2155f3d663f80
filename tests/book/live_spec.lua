-- The live figures: what they show are the numbers of the book and of the library, they
-- stand whatever is done to them, and without a script the page is whole.
local fragments = require 'book.fragments'
local needs = require 'book.needs'
local pages = require 'book.pages'
local gw = require 'gw'
local examples = require 'gw.examples'
local files = require 'gw.files'
local paths = require 'gw.paths'
local tsv = require 'gw.tsv'
local logistic = require 'models.logistic'
local network = require 'models.network'
local look = dofile 'tests/book/browser/look.lua'
local shell = require 'tests.lua.shell'

local DARK, LIGHT = 0, 1
local BOOK = paths.build .. '/book/'
local SITE = 'file://' .. fragments.absolute(BOOK)

-- The figures that the texts mark, and those that scripts draw: { name = true }.
local function marked()
  local set = {}
  for _, page in ipairs(pages.chapters()) do
    for name in page.text:gmatch '%(%.%./%.%./plots/([%w/_-]+)%.%a+%) <!%-%- live %-%->' do set[name] = true end
  end
  return set
end

local function scripted()
  local set = {}
  for path in io.popen('ls scripts/live/*-*.js'):lines() do
    for name in files.read(path):gmatch "live%.figure%('([^']+)'" do
      assert.equal(path:match '([^/]+)%.js$', name:match '^[^/]+')
      set[name] = true
    end
  end
  return set
end

describe('live figures', function()
  it('are those that the texts mark, and every one of these', function()
    assert.same(marked(), scripted())
    assert.is_true(next(marked()) ~= nil)
  end)

  it('have the colours of the pictures', function()
    local style, css = files.read 'plots/style.gp', files.read 'scripts/live/live.css'
    local dark, light = style:match 'dark.-{(.-)}.-print.-{.-}.-{(.-)}'
    for i = 1, 6 do
      local function of(part) return part:match('C' .. i .. ' = "(#%x+)"') end
      assert.is_truthy(css:find(('--c%d: light-dark(%s, %s);'):format(i, of(light), of(dark)), 1, true), 'C' .. i)
    end
  end)

  -- What the generator says of a script.
  local function bound(script)
    local folder = paths.build .. '/tests/live'
    files.write(folder .. '/planted.js', script)
    return shell.run('GW_BUILD=%s luajit scripts/live/bindings.lua %s %s/planted.js', paths.build, folder, folder)
  end

  it('bind no pointer whose shape no header states', function()
    local status, said = bound 'gw.better_descent_saddle(P, dP)'
    assert.equal(1, status)
    assert.matches('gw_better_descent_saddle: J %(double %*%) may be one number or many: GW_SHAPES must say so', said)
    status, said = bound 'gw.no_such_function(1)'
    assert.equal(1, status)
    assert.matches('planted%.js: gw%.no_such_function is in no header', said)
    assert.equal(0, (bound 'gw.derivative_secant(0, 0, 1, 1) + gw.RISES'))
  end)

  it('have the layouts that the compiler has', function()
    local static = needs.missing 'clang for wasm32'
    if static then pending(static) return end
    assert.equal(0, (bound "gw.struct('gw_gradcheck_ask')"))
    local path = paths.build .. '/tests/live/layouts.c'
    local layouts = files.read(path)
    local function compiles(text)
      files.write(path, text)
      return shell.run('clang --target=wasm32-wasi -std=c11 -fsyntax-only $(printf -- "-I%%s " csrc csrc/*/) %s', path)
    end
    assert.equal(0, (compiles(layouts)))
    local count = 0
    for name in files.read(paths.build .. '/cdef.h'):gmatch 'typedef struct%s*%b{}%s*([%w_]+);' do
      assert.is_truthy(layouts:find(('sizeof(%s) =='):format(name), 1, true), name)
      count = count + 1
    end
    assert.is_true(count > 15)
    local status, said = compiles((layouts:gsub('offsetof%(gw_gradcheck_ask, value%) == 8', '%0 + 4')))
    assert.equal(1, status)
    assert.matches('gw_gradcheck_ask%.value', said)
  end)
end)

local missing = needs.missing('chromium', 'axe-core', 'clang for wasm32')
if missing then
  it('live figures in a browser', function() pending(missing) end)
  return
end

-- The largest difference of two lists of numbers, relative to the largest of them.
local function apart(a, b)
  local size, worst = 0, 0
  assert.equal(#b, #a)
  for i = 1, #a do
    size = math.max(size, math.abs(b[i]))
    worst = math.max(worst, math.abs(a[i] - b[i]))
  end
  return worst / math.max(size, 1e-300)
end

local function flat(rows)
  local list = {}
  for _, row in ipairs(rows) do for _, x in ipairs(row) do list[#list + 1] = x end end
  return list
end

-- The rows of a block of a figure's accepted data, as numbers.
local function accepted(figure, block)
  local data = tsv.read_data(files.read(('plots/%s.tsv'):format(figure)))
  local rows, inside = {}, block == nil
  for _, row in ipairs(data.rows) do
    local name = row[1]:match '^# (.*)'
    if name then inside = name == block
    elseif inside and #row > 1 then
      local numbers = {}
      for i, cell in ipairs(row) do numbers[i] = tonumber(cell) end
      rows[#rows + 1] = numbers
    end
  end
  return rows
end

describe('in a browser, live figures', function()
  local seen, by_name = {}, {}
  local BOWL = { J = 'w^2 + 12', starts = { 3.25 }, alphas = { 0.037 }, epsilon = 0, most = 100, k = 100 }
  local HILLS = { J = 'w^2/5 + 2*sin(2*w) + 3', starts = { -4.4, 1.25, 6.1 }, alphas = { 0.031 }, epsilon = 0,
    most = 100, k = 100, run = 1 }
  -- One flight colder, and the coldest of the others without distress.
  local MOVED, OUTCOMES = {}, {}
  for i, flight in ipairs(accepted('08-logistic-regression/oring', 'flights')) do
    MOVED[i], OUTCOMES[i] = unpack(flight)
  end
  MOVED[3], OUTCOMES[14] = 49, 0
  local STATES = { ['05-descent/steps'] = { BOWL }, ['05-descent/nonconvex'] = { HILLS },
    ['01-derivative/secants'] = { { f = 'sin(x)', x = 0.7, h = 1e-3 } }, ['04-sigmoid/sigmoid'] = { { z = 40 } },
    ['10-backprop/four'] = { { k = 100 }, { k = 60 }, { hidden = 7, seed = 3, alpha = 0.5, g = 'sigmoid', k = 100 },
      { k = 3000, alpha = 1e5 } },
    ['07-one-example/reverse'] = { { a = -1.5, b = 0.25, c = 8, k = 2 } },
    ['07-one-example/logistic'] = { { w1 = 1.25, y = 0 } },
    ['a-antiderivative/riemann'] = { { f = 'sin(3*x + 1)', place = 'middle', cuts = { 0.5, 0.75, 1, 1.9 } } },
    ['02-rules/product'] = { { f = 'x', g = 'x^3', x = 2, h = 0.5 } },
    ['06-cost-surface/contours'] = { { w = -1.5, b = 3, alpha = 0.5, loss = 'squared', k = 100 },
      { loss = 'log', scaling = 'none', alpha = 1, k = 100 } },
    ['08-logistic-regression/oring'] = { { t = MOVED, y = OUTCOMES } },
    ['08-logistic-regression/boundary'] = { { x = { 8, 9.5 }, texture = { 40, 38 }, y = { 1, 1 } } } }

  setup(function()
    local chapters = {}
    for name in pairs(marked()) do chapters[name:match '^[^/]+'] = true end
    local light, dark = {}, {}
    for name in pairs(chapters) do
      local url = ('%s%s.html'):format(SITE, name)
      local function add(list, part, case)
        case.url, case.part, case.ask, case.width = url, part, part ~= 'still' and 'live' or nil, case.width or 1280
        list[#list + 1] = case
      end
      add(light, 'numbers', { axe = true, states = STATES })
      add(light, 'acts', { axe = true, acts = 100, width = 360 })
      add(light, 'still', { still = true })
      add(light, 'without', { without = 'WebAssembly' })
      add(light, 'small', { width = 200 })
      add(dark, 'acts', { axe = true, acts = 30 })
      add(dark, 'opens', { axe = true, width = 360 })
    end
    for _, fragment in ipairs { 'steps?alphas=-3', 'steps?foo=1', 'steps?J=%E0%A4', 'steps?J=w^&k=2',
      'steps?starts=-3&J=ln(w)', 'steps?k=1e99' } do
      light[#light + 1] = { url = SITE .. '05-descent.html#live:05-descent/' .. fragment, width = 360, ask = 'live' }
    end
    local wait_light, wait_dark = look('live-light', LIGHT, light), look('live-dark', DARK, dark)
    seen.light, seen.dark = wait_light(), wait_dark()
    for _, case in ipairs(seen.light) do
      for name, figure in pairs(case.part == 'numbers' and case.live.seen or {}) do
        by_name[name] = figure
      end
    end
  end)

  local function suffering(what)
    local list = {}
    for _, theme in ipairs { 'light', 'dark' } do
      for _, case in ipairs(seen[theme]) do
        for _, message in ipairs(what(case)) do
          list[#list + 1] = ('%s, %d wide, %s: %s'):format(case.url:match '/book/(.*)$', case.width, theme, message)
        end
      end
    end
    return list
  end

  it('come to life, and stand a hundred clicks, drags and keys without an error', function()
    assert.same({}, suffering(function(case) return { case.error } end))
    assert.same({}, suffering(function(case) return case.live and case.live.errors or {} end))
    local names = {}
    for name, figure in pairs(by_name) do
      names[name] = true
      assert.equal('', figure.problem)
    end
    assert.same(marked(), names)
  end)

  it('pass axe-core, and make no page scroll sideways', function()
    assert.same({}, suffering(function(case) return case.violations end))
    assert.same({}, suffering(function(case)
      -- 200 pixels are too few for some words of the page; for no figure.
      local wide = case.sideways > 0 and case.part ~= 'small'
      return { wide and ('by %d pixels: %s'):format(case.sideways, case.culprit) or nil }
    end))
  end)

  it('ask nothing of any other place', function()
    assert.same({}, suffering(function(case)
      local list = {}
      for _, name in ipairs(case.requests) do
        if name:sub(1, #SITE) ~= SITE and not name:match 'axe%.min%.js$' then list[#list + 1] = name end
      end
      return list
    end))
  end)

  it('leave the page whole where no script runs', function()
    local count = 0
    for _, case in ipairs(seen.light) do
      if case.part == 'still' or case.part == 'without' then
        for _, figure in ipairs(case.figures) do
          assert.same({ alive = false, shows = true }, figure)
          count = count + 1
        end
        assert.same({}, case.broken)
      end
    end
    assert.is_true(count > 0)
  end)

  it('say so where there is no WebAssembly', function()
    local count = 0
    for _, case in ipairs(seen.light) do
      for _, figure in pairs(case.part == 'without' and case.live.seen or {}) do
        assert.equal('This browser has no WebAssembly, so the figure stays still.', figure.problem)
        count = count + 1
      end
    end
    assert.is_true(count > 0)
  end)

  it('say what a link asks for in vain', function()
    local said = {}
    for _, case in ipairs(seen.light) do
      if case.url:match '#' then said[#said + 1] = case.live.seen['05-descent/steps'].problem end
    end
    assert.same({
      'The link asks for what cannot be: Each rate α must be a number above 0 and at most 1000000.',
      'The link asks for what cannot be: this figure has no «foo».',
      'The link asks for what cannot be: «%E0%A4» cannot be read.',
      'The link cannot be shown: J(w) cannot be read: the formula ends too early, at its end.',
      'The link cannot be shown: J has no value at the start w = −3.',
      'The link asks for what cannot be: step must be a whole number from 0 to 500.',
    }, said)
  end)

  it('05: open with the accepted data', function()
    local function close(figure, rows, wanted)
      assert.is_true(#wanted > 0, figure)
      assert.is_true(apart(flat(rows), flat(wanted)) < 2e-5, figure)
    end
    close('steps', by_name['05-descent/steps'].opens.curve, accepted('05-descent/steps', 'curve'))
    close('steps', by_name['05-descent/steps'].opens.runs[1].path, accepted('05-descent/steps', 'path'))
    close('nonconvex', by_name['05-descent/nonconvex'].opens.curve, accepted('05-descent/nonconvex', 'curve'))
    for i = 1, 5 do
      close('nonconvex', by_name['05-descent/nonconvex'].opens.runs[i].path,
        accepted('05-descent/nonconvex', 'path' .. i))
    end
    for i, name in ipairs { 'small', 'chosen', 'large', 'too_large' } do
      local run, rows = by_name['05-descent/rates'].opens.runs[i], {}
      for k, point in ipairs(run.path) do rows[k] = { k - 1, point[1], run.alpha, point[2] } end
      close('rates', rows, accepted('05-descent/rates', name))
    end
  end)

  it('05: are the facts of the chapter', function()
    local facts = tsv.read_facts(files.read 'chapters/05-descent/facts.tsv')
    local run = by_name['05-descent/steps'].opens.runs[1]
    assert.equal(facts.steps[1], #run.path - 1)
    assert.equal(facts.ending[1], run.ending)
    -- Facts are written with eight digits.
    for i, name in ipairs { 'last_w', 'last_cost' } do
      assert.is_true(math.abs(run.path[#run.path][i] / facts[name][1] - 1) < 1e-8)
    end
  end)

  it('05: walk as the library does, a hundred steps', function()
    local function walked(terrain, start, alpha)
      local path = gw.matrix.new(2, 101)
      local steps = gw.descent_run(terrain, start, alpha, 0, path)
      local rows = {}
      for i = 1, steps + 1 do rows[i] = { path:get(1, i), path:get(2, i) } end
      return rows
    end
    local bowl = by_name['05-descent/steps'].states[1]
    assert.is_true(apart(flat(bowl.runs[1].path), flat(walked(gw.BOWL, 3.25, 0.037))) < 1e-11)
    for i, start in ipairs(HILLS.starts) do
      local run = by_name['05-descent/nonconvex'].states[1].runs[i]
      assert.is_true(#run.path > 50)
      assert.is_true(apart(flat(run.path), flat(walked(gw.HILLS, start, 0.031))) < 1e-11)
    end
    assert.is_true(math.abs(bowl.dw - bowl.numeric) <= bowl.bound)
    assert.equal(gw.PASS, bowl.verdict)
  end)

  it('01: open with the accepted secants, and measure as the library does', function()
    local figure = by_name['01-derivative/secants']
    local rows = {}
    for i, point in ipairs(figure.opens.curve) do rows[i] = { point[1], point[2], 0, 0, 0 } end
    assert.is_true(apart(flat(rows), flat(accepted('01-derivative/secants', 'curve'))) < 2e-5)
    local wanted = accepted('01-derivative/secants', 'secants')
    assert.is_true(apart(flat(figure.opens.secants), flat { wanted[1], wanted[2], wanted[3] }) < 2e-5)
    assert.is_true(math.abs(figure.opens.slope - wanted[4][5]) < 2e-5)
    local facts = tsv.read_facts(files.read 'chapters/01-derivative/facts.tsv')
    for i = 1, 3 do
      assert.is_true(math.abs(figure.opens.secants[i][5] / facts['secant_slope_' .. i][1] - 1) < 1e-9)
    end
    -- A quotient with 1e-3 below it has lost three digits.
    local state = figure.states[1]
    local slope = gw.derivative_secant(0.7, math.sin(0.7), 0.701, math.sin(0.701))
    assert.is_true(math.abs(state.secants[1][5] - slope) < 1e-11)
    assert.is_true(math.abs(state.slope - math.cos(0.7)) <= state.bound + math.abs(state.slope - state.numeric))
    assert.equal(gw.PASS, state.verdict)
  end)

  it('04: open with the accepted curves, and have the slope far out', function()
    local figure, rows = by_name['04-sigmoid/sigmoid'], {}
    for i, point in ipairs(figure.opens.curve) do rows[i] = { point[1], point[2], figure.opens.slopes[i][2] } end
    assert.is_true(apart(flat(rows), flat(accepted '04-sigmoid/sigmoid')) < 2e-5)
    local facts = tsv.read_facts(files.read 'chapters/04-sigmoid/facts.tsv')
    assert.is_true(math.abs(figure.opens.a / facts.at_2[1] - 1) < 1e-9)
    assert.is_true(math.abs(figure.opens.slope / facts.slope_at_2[1] - 1) < 1e-9)
    local far = figure.states[1]
    assert.is_true(math.abs(far.slope / gw.sigmoid_slope(40) - 1) < 1e-11)
    assert.equal(0, far.plain)
  end)

  it('10: learn as the library does, a hundred iterations, and come to the accepted end', function()
    local SIZES = { 1, 2, 3, 4, 5, 20, 50 }
    local function native(seed, hidden, alpha, g, steps)
      local rng = gw.random(seed)
      local set, net = examples.flower(400, rng), nil
      for _, n in ipairs(SIZES) do
        net = network.new(set.X, set.Y, { hidden = n, rng = rng, activation = g })
        if n == hidden then break end
      end
      if net.W1.rows ~= hidden then
        net = network.new(set.X, set.Y, { hidden = hidden, rng = rng, activation = g })
      end
      local costs, theta = {}, {}
      for i = 1, steps do costs[i] = net:step(alpha) end
      for _, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do
        for _, x in ipairs(net[name]:values()) do theta[#theta + 1] = x end
      end
      return set, costs, theta
    end
    local figure = by_name['10-backprop/four']
    local set, costs, theta = native(10, 4, 1.2, gw.TANH, 100)
    assert.is_true(apart(figure.states[1].costs, costs) < 1e-11)
    assert.is_true(apart(figure.states[1].theta, theta) < 1e-11)
    assert.is_true(apart(figure.opens.points, set.X:values()) < 1e-11)
    assert.same(set.Y:values(), figure.opens.labels)
    -- Step back: the very same numbers as on the way there.
    local _, _, before = native(10, 4, 1.2, gw.TANH, 60)
    assert.equal(60, figure.states[2].at)
    assert.is_true(apart(figure.states[2].theta, before) < 1e-11)
    _, costs, theta = native(3, 7, 0.5, gw.SIGMOID, 100)
    assert.is_true(apart(figure.states[3].costs, costs) < 1e-11)
    assert.is_true(apart(figure.states[3].theta, theta) < 1e-11)

    local facts = tsv.read_facts(files.read 'chapters/10-backprop/facts.tsv')
    assert.is_true(math.abs(figure.opens.learned.cost / facts.cost_4[1] - 1) < 1e-6)
    assert.equal(facts.accuracy_4[1], figure.opens.learned.right)
    assert.equal(facts.test_accuracy_4[1], figure.opens.tested.right)
    local map, z = accepted('10-backprop/four', 'map'), {}
    for i, row in ipairs(map) do z[i] = row[3] end
    local page = {}
    for i, x in ipairs(figure.opens.map) do page[i] = math.max(-10, math.min(10, x)) end
    assert.is_true(apart(page, z) < 2e-3)
  end)

  it('10: the checker passes every gradient, and its buffers are its own', function()
    local figure = by_name['10-backprop/four']
    for _, state in ipairs { figure.opens, figure.states[1], figure.states[3] } do
      assert.equal(state.at, state.checkedFor)
      for _, block in ipairs(state.verdicts) do
        assert.equal(gw.PASS, block.verdict, block.name)
        assert.is_true(block.digits > 2)
      end
    end
    local own = {}
    for _, address in ipairs(figure.opens.buffers.steps) do own[address] = true end
    assert.is_true(#figure.opens.buffers.steps >= 5 and #figure.opens.buffers.full >= 4)
    for _, address in ipairs(figure.opens.buffers.full) do assert.is_nil(own[address]) end
  end)

  it('07: have the values and slopes of the graph, and each slope is measured', function()
    for _, name in ipairs { 'reverse', 'logistic' } do
      local figure, rows = by_name['07-one-example/' .. name], {}
      -- The label, which is drawn as well, is no node.
      local nodes = { unpack(accepted('07-one-example/' .. name), 1, #figure.opens.values) }
      assert.is_true(apart(flat(figure.opens.values), flat(nodes)) < 1e-5)
      for _, node in ipairs(figure.opens.measured) do
        rows[#rows + 1] = node
        assert.equal(gw.PASS, node.verdict)
        assert.is_true(math.abs(node.numeric - node.derivative) <= node.bound)
      end
      assert.is_true(#rows >= 6)
    end
    local by_hand = { { 0, -1.5, 3 }, { 1, 0.25, 24 }, { 2, 8, 0.75 }, { 3, 2, 3 }, { 4, 0.5, 3 }, { 5, 1.5, 1 } }
    assert.same(by_hand, by_name['07-one-example/reverse'].states[1].values)
    local one, z = by_name['07-one-example/logistic'].states[1].values, 1.25 * 2 - 0.4 * 3 + 0.2
    local da, dz, dw1, dw2, db = gw.one_example_gradient(2, 1.25, 3, -0.4, 0.2, 0)
    local wanted = { z, gw.sigmoid_value(z), da, dz, dw1, dw2, db }
    local found = { one[9][2], one[10][2], one[10][3], one[9][3], one[2][3], one[4][3], one[5][3] }
    assert.is_true(apart(found, wanted) < 1e-11)
  end)

  -- The chapter's own fit of these examples: its coefficients and their errors.
  local function fitted(rows, labels)
    local model = logistic.new(gw.matrix.from(rows), gw.matrix.from { labels })
    local mean, scale = logistic.standardise(model.X)
    while model:distance(mean, scale) > 1e-13 and model:descend_newton() do end
    return model:coefficients(mean, scale), model:standard_errors(mean, scale), model:cost()
  end

  it('08: the O-rings open with the accepted curve and follow a flight as the library does', function()
    local figure = by_name['08-logistic-regression/oring']
    local function three(rows) for _, row in ipairs(rows) do row[3] = row[3] or 0 end return rows end
    local name = '08-logistic-regression/oring'
    assert.is_true(apart(flat(three(figure.opens.curve)), flat(accepted(name, 'curve'))) < 1e-5)
    assert.is_true(apart(flat(figure.opens.band), flat(accepted(name, 'band'))) < 1e-5)
    local facts = tsv.read_facts(files.read 'chapters/08-logistic-regression/facts.tsv')
    local found = figure.opens.found
    for i, pair in ipairs { { found.b, 'oring_intercept' }, { found.w[1], 'oring_slope' }, { found.cost, 'oring_cost' },
      { found.errors[1], 'oring_intercept_error' }, { found.errors[2], 'oring_slope_error' } } do
      -- The chapter's descent stops within 5e-7 of the maximum.
      assert.is_true(math.abs(pair[1] / facts[pair[2]][1] - 1) < (i <= 2 and 5e-7 or 1e-9), pair[2])
    end
    local coefficients, errors, cost = fitted({ MOVED }, OUTCOMES)
    local moved = figure.states[1].found
    assert.is_true(apart({ moved.b, moved.w[1] }, coefficients) < 1e-11)
    assert.is_true(apart(moved.errors, errors) < 1e-10)
    assert.is_true(math.abs(moved.cost / cost - 1) < 1e-12)
  end)

  it('08: the boundary opens with the accepted line and turns as the library says', function()
    local figure = by_name['08-logistic-regression/boundary']
    assert.is_true(apart(flat(figure.opens.line), flat(accepted('08-logistic-regression/boundary', 'line'))) < 2e-5)
    local facts = tsv.read_facts(files.read 'chapters/08-logistic-regression/facts.tsv')
    assert.equal(facts.two_features_mistakes[1], figure.opens.found.mistakes)
    local radius, texture, labels = {}, {}, {}
    local function add(x, t, y) radius[#radius + 1], texture[#texture + 1], labels[#labels + 1] = x, t, y end
    for y, block in pairs { [0] = 'benign', 'malignant' } do
      for _, row in ipairs(accepted('08-logistic-regression/boundary', block)) do add(row[1], row[2], y) end
    end
    add(8, 40, 1)
    add(9.5, 38, 1)
    local coefficients = fitted({ radius, texture }, labels)
    local found = figure.states[1].found
    assert.is_true(apart({ found.b, unpack(found.w) }, coefficients) < 1e-11)
  end)

  it('02: have the areas of the picture, and the product rule', function()
    local opens = by_name['02-rules/product'].opens
    local wanted = accepted('02-rules/product')[1]
    assert.is_true(apart({ opens.F, opens.G, opens.DF, opens.DG }, wanted) < 1e-5)
    assert.is_true(math.abs(opens.rule / (3 * math.exp(1)) - 1) < 1e-14)
    local state = by_name['02-rules/product'].states[1]
    assert.same({ 2, 8, 0.5, 7.625, 32 }, { state.F, state.G, state.DF, state.DG, state.rule })
    for _, each in ipairs { opens, state } do
      assert.equal(gw.PASS, each.verdict)
      assert.is_true(math.abs(each.rule - each.numeric) <= each.bound)
    end
  end)

  it('06: open with the accepted paths, and walk as the library does', function()
    local figure, name = by_name['06-cost-surface/contours'], '06-cost-surface/contours'
    assert.is_true(apart(flat(figure.opens.paths[1]), flat(accepted(name, 'path'))) < 1e-5)
    assert.is_true(apart(flat(figure.opens.paths[2]), flat(accepted(name, 'other'))) < 1e-5)
    local x, y = {}, {}
    for i, flight in ipairs(accepted('08-logistic-regression/oring', 'flights')) do x[i], y[i] = unpack(flight) end
    local X, Y, path = gw.matrix.from { x }, gw.matrix.from { y }, gw.matrix.new(3, 101)
    logistic.standardise(X)
    gw.cost_surface_descend(gw.SQUARED_ERROR, X, Y, -1.5, 3, 0.5, path)
    local rows = {}
    for i = 1, 101 do rows[i] = { path:get(1, i), path:get(2, i), path:get(3, i) } end
    assert.is_true(apart(flat(figure.states[1].paths[1]), flat(rows)) < 1e-11)
    -- As measured, the same α throws it about.
    assert.same({ 0, 0 }, figure.opens.rises)
    assert.is_true(figure.states[2].rises[1] > 10)
  end)

  it('A: open with the accepted rectangles, and sum as the library does', function()
    local figure, name = by_name['a-antiderivative/riemann'], 'a-antiderivative/riemann'
    assert.is_true(apart(flat(figure.opens.pieces), flat(accepted(name, 'pieces_1'))) < 1e-5)
    local facts = tsv.read_facts(files.read 'chapters/a-antiderivative/facts.tsv')
    assert.is_true(math.abs(figure.opens.sum / facts.figure_left_4[1] - 1) < 1e-5) -- the ends have six digits
    assert.is_true(math.abs(figure.opens.area / facts.area[1] - 1) < 1e-6)
    local x = gw.matrix.from { { 0, 0.5, 0.75, 1, 1.9, 2 } }
    local t, y = gw.matrix.new(1, 5), gw.matrix.new(1, 5)
    gw.antiderivative_places(gw.RIEMANN_MIDDLE, x, t)
    for i = 1, 5 do y:set(1, i, math.sin(3 * t:get(1, i) + 1)) end
    local sum, widest = gw.antiderivative_sum(x, y)
    assert.is_true(math.abs(figure.states[1].sum / sum - 1) < 1e-11)
    assert.equal(widest, figure.states[1].widest)
  end)
end)
