--- The network of chapter 11 with bfloat16, the number of 8 binary digits that processors for
-- networks keep in memory: how well a slope can be measured there, and which updates are lost.
local differences = require '11-gradcheck.differences'
local range = require 'gw.range'

local bfloat16 = {}

local ALPHA, STEPS = 0.1, 2000

-- Descent with the parameters in a precision and the slopes in double. With a copy, it is the
-- copy, in single precision, that moves, and the parameters are it, rounded. Returns the
-- cost, the share of the entries that the first step left as they were, and the number of
-- the first step that moved none, if one did.
local function descend(net, precision, copied)
  local kept, copy, count, lost_first = differences.rounded(net, precision), {}, 0, nil
  for t = 1, STEPS do
    local lost = 0
    kept:run()
    differences.each_entry(kept, function(entry, name, row, col)
      local w = kept[name]:get(row, col)
      local moved = (copied and copy[entry] or w) - ALPHA * kept['d' .. name]:get(row, col)
      copy[entry], count = differences.SINGLE.round(moved), math.max(count, entry + 1)
      kept[name]:set(row, col, precision.round(moved))
      if kept[name]:get(row, col) == w then lost = lost + 1 end
    end)
    lost_first = lost_first or lost / count
    if lost == count and not copied then return kept:run():cost(), lost_first, t end
  end
  return kept:run():cost(), lost_first
end

--- The V in bfloat16; what the checker says there; and descents. `best` and `noise` are the
-- least error and the noise in single precision. Records checks and facts; returns the curve.
function bfloat16.run(ch, net, best, noise, seed)
  local P = differences.BFLOAT16
  local rounded = differences.rounded(net, P)
  local curve = differences.errors_by_step(rounded, range.linear(0, -2.25, 10), P)
  local here, at = differences.best(curve)
  local own_noise, checked = differences.noise(rounded, P, seed), differences.check_each(rounded, P, seed)
  ch:identity { id = 'bfloat16-foot', formula = 'the least error grows as noise^(2/3), bfloat16', cases = { {
    here.central - best, 2 / 3 * math.log10(own_noise / noise), math.log10(2) } } }
  ch:holds { id = 'bfloat16-silent', formula = 'in bfloat16 nothing is accused', holds = checked.failed == 0 }

  local whole, single = descend(net, differences.DOUBLE), descend(net, differences.SINGLE)
  local stuck, lost, stopped = descend(net, P)
  ch:holds { id = 'updates-lost', formula = 'bfloat16: below half a unit in the last place w − α dw is w',
    holds = stopped ~= nil and stuck > 2 * whole }
  ch:facts(0, { update_alpha = ALPHA, update_steps = STEPS })
  ch:facts(1e-9, { update_lost = lost, update_double = whole })
  ch:facts(1e-6, { update_single = single, update_stuck = stuck, update_copied = (descend(net, P, true)) })
  ch:facts(0.4, { bfloat16_best_log10 = here.central, bfloat16_noise_log10 = math.log10(own_noise) })
  ch:facts(1, { update_stopped = stopped, bfloat16_foot = at.central, bfloat16_undecided = checked.undecided })
  return curve
end

return bfloat16
