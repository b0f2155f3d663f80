--- The four optimisers on one bowl, upright and turned by 45°, as the figures draw them:
-- plain descent with the α of the best guarantee. Momentum's α and β of the best
-- guarantee first swing far out of the bowl; with α = 1/κ and β = (1 − 1/√κ)² it stays
-- in, and both axes shrink by √β. RMSProp and Adam have the usual β and an α of no merit.
local landscape = require '12-better-descent.landscape'
local optimiser = require 'models.optimiser'

local KAPPA, TURN, START, ALPHA = 50, math.pi / 4, { -9, 1.5 }, 0.25
local HEIGHT = (START[1] ^ 2 + KAPPA * START[2] ^ 2) / 2
local four = { kappa = KAPPA, turn = TURN, start = START, height = HEIGHT, target = 1e-4 * HEIGHT }

local CHOSEN = { plain = { landscape.best_plain(KAPPA) }, rmsprop = { ALPHA }, adam = { ALPHA },
  momentum = { 1 / KAPPA, (1 - 1 / math.sqrt(KAPPA)) ^ 2 } }

local function arrived(p) return p[3] <= four.target end

local function path(name, tilt, ...)
  return landscape.walk(landscape.bowl(KAPPA, tilt), landscape.turned(START[1], START[2], tilt), 600, name, ...)
end

--- The upright walks by name, the steps until each has arrived upright and turned, the
-- costs where RMSProp ends upright and turned, and facts by their tolerance.
function four.paths()
  local walks, soon, late, floors = {}, {}, {}, {}
  local counts = { drawn_alpha = ALPHA, start_u = START[1], start_v = START[2], start_cost = HEIGHT, kappa = KAPPA }
  local settings, highest, rebound = {}, {}, {}
  for _, name in ipairs(optimiser.names) do
    local upright, tilted = path(name, 0, unpack(CHOSEN[name])), path(name, TURN, unpack(CHOSEN[name]))
    walks[name] = upright
    soon[name], late[name] = landscape.first(upright, arrived), landscape.first(tilted, arrived)
    counts['upright_iterations_' .. name] = soon[name]
    if name == 'rmsprop' then -- whether it ever passes by, turned, is a matter of rounding; where it ends is not
      floors = { upright[#upright][3], tilted[#tilted][3] }
    else
      counts['tilted_iterations_' .. name] = late[name]
    end
  end
  highest.upright_floor_rmsprop, highest.tilted_floor_rmsprop = floors[1], floors[2]
  highest.momentum_highest_cost = landscape.highest(walks.momentum)
  -- Momentum with the α and β of the best guarantee, with a pair that happens to pass
  -- close by the lowest point, and with the usual β added to plain descent's best α.
  local best, beta = landscape.best_momentum(KAPPA)
  for _, pair in ipairs { { 'best', best, beta }, { 'lucky', 0.055, 0.78 },
    { 'added', landscape.best_plain(KAPPA), optimiser.beta } } do
    local key, points = pair[1] .. '_momentum', path('momentum', 0, pair[2], pair[3])
    local steps = landscape.first(points, arrived)
    counts['upright_iterations_' .. key] = steps
    settings[key .. '_alpha'], settings[key .. '_beta'] = pair[2], pair[3]
    highest[key .. '_highest_cost'] = landscape.highest(points)
    rebound[key .. '_rebound'] = landscape.highest { unpack(points, steps + 1) } / HEIGHT
  end
  return walks, soon, late, floors, { [0] = counts, [1e-15] = settings, [1e-6] = highest, [1e-9] = rebound }
end

return four
