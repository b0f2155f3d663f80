-- What the figures of chapter 8 show.
local files = require 'gw.files'
local gw = require 'gw'
local again = require '08-logistic-regression.again'
local paths = require 'gw.paths'
local range = require 'gw.range'

-- Flights at the same temperature with the same outcome stand side by side.
local function flights(model, mean, scale)
  local rows, before = {}, {}
  for i = 1, model.X.cols do
    local t = math.floor(model.X:get(1, i) * scale:get(1, 1) + mean:get(1, 1) + 0.5)
    local y = model.Y:get(1, i)
    local key = t + 1000 * y
    before[key] = (before[key] or 0) + 1
    rows[i] = { t, y, before[key] - 1 }
  end
  return rows
end

-- The matrices of the text: row i of A meets column j of B.
local function product(ch, A, B, i, j)
  local C, cells, terms = gw.matrix.new(A.rows, B.cols), {}, {}
  gw.matrix_multiply(A, B, C)
  for which, M in ipairs { A, B, C } do
    for row = 1, M.rows do
      for column = 1, M.cols do cells[#cells + 1] = { which - 1, row, column, M:get(row, column) } end
    end
  end
  for k = 1, A.cols do terms[k] = { A:get(i, k), B:get(k, j), 0, 0 } end
  ch:data('product', { columns = { 'matrix', 'row', 'column', 'value' }, blocks = {
    { name = 'sizes', rows = { { A.rows, A.cols, B.cols, 0 } } },
    { name = 'meet', rows = { { i, j, C:get(i, j), 0 } } },
    { name = 'cells', rows = cells }, { name = 'terms', rows = terms } } })
end

-- Where each entry of the text's table lies in memory.
local function memory(ch)
  local text = files.read(paths.root .. '/chapters/08-logistic-regression/code/table.c')
  local rows, list = {}, {}
  for line in text:match 'numbers%[8%] = {(.-)};':gsub('/%*.-%*/', ''):gmatch '[^\n]+' do
    rows[#rows + 1] = {}
    for number in line:gmatch '%d+' do table.insert(rows[#rows], tonumber(number)) end
  end
  local M = gw.matrix.from(rows)
  for i = 1, M.rows do
    for j = 1, M.cols do list[#list + 1] = { i - 1, j - 1, M:place(i, j), M:get(i, j) } end
  end
  ch:data('memory', { columns = { 'row', 'column', 'place', 'value' }, rows = list })
end

return function(ch, r)
  memory(ch)
  product(ch, gw.matrix.from { { 1, 2, 0 }, { 3, 1, -1 } }, gw.matrix.from { { 2, 1 }, { 0, 3 }, { 5, -2 } }, 1, 2)

  -- The chance of distress by temperature, two standard errors to either side.
  local degrees = range.linear(28, 84, 113)
  local z, errors, chances = r.oring:predictions(r.mean, r.scale, degrees)
  local curve, band, night = {}, {}, nil
  for i, t in ipairs(degrees) do
    curve[i] = { t, chances[i], 0 }
    band[i] = { t, gw.sigmoid_value(z[i] - 2 * errors[i]), gw.sigmoid_value(z[i] + 2 * errors[i]) }
    if t == 31 then night = { t, chances[i], 0 } end
  end
  ch:data('oring', { columns = { 'temperature', 'chance', 'among' }, blocks = {
    { name = 'curve', rows = curve }, { name = 'band', rows = band },
    { name = 'flights', rows = flights(r.oring, r.mean, r.scale) }, { name = 'night', rows = { night } },
  } })
  ch:facts(1e-12, { oring_mean = r.mean:get(1, 1), oring_scale = r.scale:get(1, 1) })

  -- Both costs at fifty iterations, and the test costs of other shuffles.
  local marks = {}
  for _, x in ipairs(range.logarithmic(1, #r.train, 50)) do
    local i = math.floor(x + 0.5)
    if i ~= marks[#marks] then marks[#marks + 1] = i end
  end
  local function by_mark(name, costs)
    return { name = name, rows = range.map(marks, function(i) return { i, costs[i] } end) }
  end
  local blocks, shown = { by_mark('train', r.train), by_mark('test', r.test),
    { name = 'best', rows = { { r.best.iteration, r.best.cost } } } }, 0
  for seed, costs in ipairs(r.others) do
    if seed ~= r.seed and shown < again.SHOWN then
      shown = shown + 1
      blocks[#blocks + 1] = by_mark('shuffle' .. shown, costs)
    end
  end
  ch:data('cost', { columns = { 'iteration', 'cost' }, blocks = blocks })

  -- The costs by λ, and what the test set said of the one that was chosen.
  ch:data('ridge', { columns = { 'lambda', 'train', 'validation' }, blocks = {
    { name = 'costs', rows = r.priced.rows },
    { name = 'test', rows = { { r.priced.lambda, r.priced.found, r.priced.validation } } },
    { name = 'lowest', rows = { { r.priced.lambda, 0, r.priced.validation } } } } })

  -- Two features, and the line where a = ½.
  local X, mean, scale = r.two.X, r.two.mean, r.two.scale
  local points = { { name = 'benign', rows = {} }, { name = 'malignant', rows = {} } }
  for i = 1, X.cols do
    local rows = points[r.two.Y:get(1, i) + 1].rows
    rows[#rows + 1] = range.times(2, function(k) return X:get(k, i) * scale:get(k, 1) + mean:get(k, 1) end)
  end
  local c = r.flat:coefficients(mean, scale)
  points[3] = { name = 'line', rows = range.map({ 8, 42 }, function(texture)
    return { -(c[1] + c[3] * texture) / c[2], texture }
  end) }
  ch:fact('two_features_distance', range.log10(r.flat:distance(mean, scale)), 1)
  ch:data('boundary', { columns = { 'mean_radius', 'mean_texture' }, blocks = points })
end
