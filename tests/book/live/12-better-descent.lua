-- Four optimisers on a bowl, a saddle, and a function that is typed.
local gw = require 'gw'
local landscape = require '12-better-descent.landscape'
local optimiser = require 'models.optimiser'
local range = require 'gw.range'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted = compare.apart, compare.flat, compare.accepted

local facts = compare.facts '12-better-descent'
optimiser.set(require '12-better-descent.betas')

-- The settings that the race has tuned for a bowl, as the figure names them.
local function tuned(bowl)
  local function of(key, name) return facts[('%s_%s_%s'):format(key, bowl, name)][1] end
  return { plain = of('alpha', 'plain'), momentum = of('alpha', 'momentum'), beta = of('beta', 'momentum'),
    rmsprop = of('alpha', 'rmsprop'), forget = of('beta', 'rmsprop'), adam = of('alpha', 'adam'),
    beta1 = of('beta', 'adam'), beta2 = of('beta2', 'adam') }
end

local function state(settings, changes)
  local one = { k = 100 }
  for _, part in ipairs { settings, changes } do for key, value in pairs(part) do one[key] = value end end
  return one
end

local USUAL = { plain = 0.1, momentum = 0.1, beta = 0.9, rmsprop = 0.1, forget = 0.9, adam = 0.1, beta1 = 0.9,
  beta2 = 0.999 }
local SLOW = { plain = 0.01, momentum = 0.002, beta = 0.8, rmsprop = 0.05, forget = 0.7, adam = 0.2, beta1 = 0.6,
  beta2 = 0.9 }
-- In twelve digits, as a link has it.
local TURNED = range.map(landscape.turned(facts.start_u[1], facts.start_v[1], math.pi / 4), function(x)
  return tonumber(('%.12g'):format(x))
end)
local STATES = {
  state(tuned 'turned', { surface = 'turned', x = TURNED[1], y = TURNED[2], k = 120 }),
  state(tuned 'upright', { surface = 'turned', x = TURNED[1], y = TURNED[2] }),
  state(USUAL, { surface = 'saddle', x = 1, y = 1e-6, k = 160 }),
  state(USUAL, { surface = 'saddle', x = 1, y = 0, k = 160 }),
  state(SLOW, { surface = 'own', f = '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', x = -1.5, y = 3 }),
  state(SLOW, { surface = 'own', f = 'x^2 + ln(y)', x = 1, y = 0.4, plain = 3 }),
}

local function himmelblau(P, dP)
  local x, y = P:get(1, 1), P:get(2, 1)
  local a, b = x * x + y - 11, x + y * y - 7
  dP:set(1, 1, 4 * a * x + 2 * b)
  dP:set(2, 1, 2 * a + 4 * b * y)
  return a * a + b * b
end

-- The four walks of a state, by the library.
local function walks(surface, s)
  local settings = { plain = { s.plain }, momentum = { s.momentum, s.beta }, rmsprop = { s.rmsprop, s.forget },
    adam = { s.adam, s.beta1, s.beta2 } }
  return range.map(optimiser.names, function(name)
    return landscape.walk(surface, { s.x, s.y }, s.k, name, unpack(settings[name]))
  end)
end

return {
  states = { ['12-better-descent/race'] = STATES },
  links = {
    { 'race?beta=1', 'The link asks for what cannot be: momentum: β must be a number from 0 to 0.999999.' },
    { 'race?surface=own&f=x%2Bz',
      'The link cannot be shown: J(x, y) cannot be read: «z» is no name known here; the variables are x and y, '
        .. 'at «z».' },
    { 'race?surface=own&f=ln(x)&x=-1&y=2', 'The link cannot be shown: J has no value and slope at the start (−1, 2).' },
  },
  test = function(shown)
    local figure

    it('open with the race of the picture', function()
      figure = shown['12-better-descent/race']
      for i, name in ipairs(optimiser.names) do
        for j, bowl in ipairs { 'upright', 'turned' } do
          local wanted, found = accepted('12-better-descent/race', name .. '_' .. bowl),
            j == 1 and figure.opens or figure.states[1]
          local rows = range.map(wanted, function(_, t) return { t - 1, found.paths[i][t][3] } end)
          -- Settings are facts of ten digits.
          assert.is_true(apart(flat(rows), flat(wanted)) < 1e-5, name .. ' ' .. bowl)
          assert.equal(facts[('tuned_%s_%s'):format(bowl, name)][1], found.arrived[i])
        end
      end
    end)

    it('walk as the library does, a hundred steps', function()
      local bowl = landscape.bowl(facts.kappa[1], math.pi / 4)
      for i, surface in pairs { [1] = bowl, [3] = gw.better_descent_saddle, [5] = himmelblau } do
        for m, walk in ipairs(walks(surface, STATES[i])) do
          local found = figure.states[i].paths[m]
          assert.equal(#walk, #found)
          -- RMSProp and Adam cross the turned bowl on the edge of instability, where an error
          -- of rounding grows; until they have arrived, it has not grown far.
          local last = i == 1 and m > 2 and figure.states[1].arrived[m] + 1 or #walk
          assert.is_true(apart(flat { unpack(found, 1, last) }, flat { unpack(walk, 1, last) }) < 1e-11,
            optimiser.names[m] .. i)
        end
      end
      for i, name in ipairs(optimiser.names) do
        local wanted, walk = accepted('12-better-descent/saddle', name), figure.states[3].paths[i]
        local rows = range.map({ unpack(wanted, 1, 161) }, function(_, t) return { t - 1, math.abs(walk[t][2]) } end)
        assert.is_true(apart(flat(rows), flat { unpack(wanted, 1, 161) }) < 1e-5, name)
      end
    end)

    it('answer as the text does: who feels a turn, and who leaves the ridge', function()
      local upright, turned = figure.opens.arrived, figure.states[2].arrived
      for i = 1, 2 do assert.equal(upright[i], turned[i]) end
      for i = 3, 4 do assert.is_true(turned[i] == -1 or turned[i] > upright[i]) end
      for _, path in ipairs(figure.states[4].paths) do assert.equal(0, path[#path][2]) end
    end)

    it('stop where the function has no value', function()
      assert.is_true(#figure.states[6].paths[1] < 100)
    end)
  end,
}
