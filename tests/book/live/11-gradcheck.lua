-- Planted mistakes, as the checker judges them, and the error of a slope by its step.
local gw = require 'gw'
local bank = require 'models.bank'
local check = require 'gw.check'
local network = require 'models.network'
local compare = require 'tests.book.live.compare'
local apart, accepted = compare.apart, compare.accepted

local EQUATIONS = { 'dZ2', 'dW2', 'db2', 'dZ1', 'dW1', 'db1' }
local SCALE = { order1 = { 1, 0.5 }, start = { 0.01, 0 }, zeros = { 0, 0 } }

-- Every mistake where it belongs, some in each equation, and where they hide.
local PLANTED = {}
for k = 0, gw.MISTAKES - 1 do PLANTED[#PLANTED + 1] = { mistake = ('%d'):format(k), equation = 'all' } end
for i, equation in ipairs(EQUATIONS) do
  PLANTED[#PLANTED + 1] = { mistake = ('%d'):format(gw.MISTAKE_LABELS_FLIPPED), equation = equation,
    g = i % 2 == 0 and 'sigmoid' or 'tanh' }
end
for _, place in ipairs { 'start', 'zeros' } do
  PLANTED[#PLANTED + 1] = { mistake = ('%d'):format(gw.MISTAKE_REGULARISER_ON_BIAS), equation = 'all', place = place }
end
PLANTED[#PLANTED + 1] = { mistake = ('%d'):format(gw.MISTAKE_MISSING_MEAN), equation = 'dZ1', seed = 3, lambda = 2 }

-- A state that is set says all: what it leaves out would stay as it was.
for _, state in ipairs(PLANTED) do
  state.g, state.place = state.g or 'tanh', state.place or 'order1'
  state.lambda, state.seed = state.lambda or 0.5, state.seed or 11
end

-- The same, by the library: the planted gradient, and what the checker finds.
local function native(state)
  local rng, scale = gw.random(state.seed), SCALE[state.place]
  local X, Y, lambda = gw.matrix.new(2, 40), gw.matrix.new(1, 40), state.lambda
  gw.synthetic_flower(rng, X, Y)
  local net = network.new(X, Y, { hidden = 4, activation = state.g == 'sigmoid' and gw.SIGMOID or gw.TANH, rng = rng,
    scale = scale[1], biases = scale[2] })
  local mistaken, model = bank.network(net, { lambda = lambda, alpha = 0.1 }), bank.network(net:copy(),
    { lambda = lambda, alpha = 0.1 })
  mistaken:gradient(tonumber(state.mistake))
  model:gradient(gw.MISTAKE_NONE)
  net:forward()
  local equation = 0
  for i, name in ipairs(EQUATIONS) do equation = name == state.equation and i or equation end
  gw.planted(equation, net.network, net.pass, lambda, mistaken.planted.gradient, model.planted.gradient)
  local blocks, list = {}, {}
  for i, name in ipairs { 'W1', 'b1', 'W2', 'b2' } do
    blocks[i] = { name, model.net[name], model['d' .. name] }
    for _, x in ipairs(model['d' .. name]:values()) do list[#list + 1] = x end
  end
  return list, check.gradient { blocks = blocks, cost = function() return model:cost() end, examples = 40, alpha = 0.1 }
end

return {
  states = {
    ['11-gradcheck/mistakes'] = PLANTED,
    ['11-gradcheck/vcurve'] = { { entry = 'W2[1,3]', h = 0.01 }, { entry = 'b2', h = 1e-9, g = 'sigmoid', seed = 5 } },
  },
  links = {
    { 'mistakes?mistake=77', 'The link asks for what cannot be: mistake cannot be «77».' },
    { 'mistakes?lambda=-1', 'The link asks for what cannot be: regulariser λ must be a number from 0 to 1000.' },
    { 'vcurve?h=0&entry=b9', 'The link asks for what cannot be: slope cannot be «b9».' },
  },
  test = function(shown)
    it('open with the bars of the accepted picture', function()
      local wanted, found = accepted('11-gradcheck/mistakes', 'derivative'), shown['11-gradcheck/mistakes'].opens
      assert.equal(17, #found.errors)
      for i, row in ipairs(wanted) do
        -- What is wrong, to five digits; what is right is noise, of which the size is known.
        local wrong = found.entries[i].verdict == gw.FAIL
        assert.is_true(math.abs(math.log10(found.errors[i][1]) - row[2]) < (wrong and 1e-4 or 1.5), i)
        assert.is_true(math.abs(math.log10(found.errors[i][2]) - row[3]) < 0.5, i)
      end
    end)

    it('plant the gradient of the library, and judge and name it alike', function()
      local wrong, failed, named = {}, 0, 0
      for i, state in ipairs(PLANTED) do
        local found, gradient, result = shown['11-gradcheck/mistakes'].states[i], native(state)
        local where = ('%s in %s'):format(gw.mistake_key(tonumber(state.mistake)), state.equation)
        if apart(found.gradient, gradient) > 1e-11 then wrong[#wrong + 1] = where .. ': other numbers' end
        local keys = {}
        for b, block in ipairs(found.blocks) do
          for _, diagnosis in ipairs(block.diagnoses) do keys[diagnosis.key] = true end
          if gw.verdict_text(block.verdict) ~= result.blocks[b].verdict then
            wrong[#wrong + 1] = ('%s: d%s %s, not %s'):format(where, block.name, block.words, result.blocks[b].verdict)
          end
          -- What the library says without the bank; with it the page may know better.
          for _, diagnosis in ipairs(result.blocks[b].diagnosis) do
            local says = diagnosis.key == 'unknown' and #block.diagnoses > 0
            for _, other in ipairs(block.diagnoses) do says = says or other.key == diagnosis.key end
            if not says then wrong[#wrong + 1] = ('%s: not %s of d%s'):format(where, diagnosis.key, block.name) end
          end
        end
        if result.verdict == 'fail' and state.equation == 'all' then
          failed = failed + 1
          named = named + (keys[gw.mistake_key(tonumber(state.mistake))] and 1 or 0)
        end
      end
      assert.same({}, wrong)
      assert.equal(gw.MISTAKES - 1, failed)
      assert.equal(failed, named)
    end)

    it('say where a mistake hides', function()
      local states = shown['11-gradcheck/mistakes'].states
      assert.equal('The right gradient: nothing is planted.', states[1].words)
      local function words(wanted)
        for i, state in ipairs(PLANTED) do
          local same = true
          for key, value in pairs(wanted) do same = same and state[key] == value end
          if same then return states[i].words end
        end
      end
      assert.matches('^Here this changes no number', words { place = 'start' })
      assert.matches('^Here this changes no number', words { seed = 3 }) -- the mean has no place in dZ1
      assert.equal('Caught: 5 of 17 numbers fail.', words { mistake = ('%d'):format(gw.MISTAKE_REGULARISER_ON_BIAS) })
    end)

    it('open with the accepted V, and measure as the library does', function()
      local figure, wanted = shown['11-gradcheck/vcurve'], accepted '11-gradcheck/vcurve'
      assert.equal(#wanted, #figure.opens.curve)
      for i, point in ipairs(figure.opens.curve) do
        for k = 1, 5 do
          -- From some step on rounding rules, which another tanh rounds otherwise.
          assert.is_true(math.abs(math.log10(point[k]) - wanted[i][k]) < (wanted[i][1] > -2 and 1e-3 or 0.5), i)
        end
      end
      assert.is_true(math.abs(math.log10(figure.opens.bound) - wanted[1][6]) < 0.3)
      assert.equal(gw.PASS, figure.opens.verdict)
      for _, state in ipairs(figure.states) do
        assert.is_true(math.abs(state.numeric - state.truth) <= state.bound)
        assert.is_true(math.abs(state.analytic / state.truth - 1) < 1e-11)
      end
      -- The answers of the text: which is lowest, far from the turn on either side.
      local long, short = figure.states[1].here, figure.states[2].here
      assert.is_true(long[3] < math.min(long[1], long[2], long[4]))
      assert.is_true(short[4] < 1e-6 * math.min(short[1], short[2], short[3]))
    end)
  end,
}
