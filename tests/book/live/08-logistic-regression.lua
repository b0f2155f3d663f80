-- Flights, tumours, and the fits that follow them.
local gw = require 'gw'
local logistic = require 'models.logistic'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted, facts_of = compare.apart, compare.flat, compare.accepted, compare.facts

-- One flight colder, and the coldest of the others without distress.
local MOVED, OUTCOMES = {}, {}
for i, flight in ipairs(accepted('08-logistic-regression/oring', 'flights')) do
  MOVED[i], OUTCOMES[i] = unpack(flight)
end
MOVED[3], OUTCOMES[14] = 49, 0

-- The chapter's own fit of these examples: its coefficients and their errors.
local function fitted(rows, labels)
  local model = logistic.new(gw.matrix.from(rows), gw.matrix.from { labels })
  local mean, scale = logistic.standardise(model.X)
  while model:distance(mean, scale) > 1e-13 and model:descend_newton() do end
  return model:coefficients(mean, scale), model:standard_errors(mean, scale), model:cost()
end

return {
  states = {
    ['08-logistic-regression/oring'] = { { t = MOVED, y = OUTCOMES } },
    ['08-logistic-regression/boundary'] = { { x = { 8, 9.5 }, texture = { 40, 38 }, y = { 1, 1 } } },
  },
  links = {
    { 'oring?t=60,61',
      'The link cannot be shown: There are 23 flights, each with a temperature and an outcome.' },
    { 'boundary?x=8',
      'The link cannot be shown: Each tumour added has a radius, a texture and a label.' },
  },
  test = function(shown)
    it('the O-rings open with the accepted curve and follow a flight as the library does', function()
      local figure = shown['08-logistic-regression/oring']
      local function three(rows) for _, row in ipairs(rows) do row[3] = row[3] or 0 end return rows end
      local name = '08-logistic-regression/oring'
      assert.is_true(apart(flat(three(figure.opens.curve)), flat(accepted(name, 'curve'))) < 1e-5)
      assert.is_true(apart(flat(figure.opens.band), flat(accepted(name, 'band'))) < 1e-5)
      local facts = facts_of '08-logistic-regression'
      local found = figure.opens.found
      for i, pair in ipairs { { found.b, 'oring_intercept' }, { found.w[1], 'oring_slope' },
        { found.cost, 'oring_cost' },
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

    it('the boundary opens with the accepted line and turns as the library says', function()
      local figure = shown['08-logistic-regression/boundary']
      assert.is_true(apart(flat(figure.opens.line), flat(accepted('08-logistic-regression/boundary', 'line'))) < 2e-5)
      local facts = facts_of '08-logistic-regression'
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
  end,
}
