-- How the time of an iteration grows with the parameters and the examples:
--   sizes.lua OURS TSV
--
-- Logistic regression and networks with about 10 to 100,000 parameters and 100 to a million
-- examples, with one thread, in processor time: the least of a few turns, in rounds.
package.path = 'scripts/?.lua;' .. package.path
local files = require 'gw.files'
local program = require 'gw.program'
local speaker = require 'tests.fast.bench.speaker'

local ROUNDS, SECONDS, MOST_BYTES, MOST_WORK = 3, 0.04, 4e8, 2e9
local MODELS = { { 9, 0 }, { 99, 0 }, { 999, 0 }, { 9999, 0 }, { 99999, 0 },
  { 3, 2 }, { 8, 10 }, { 30, 31 }, { 98, 100 }, { 314, 316 } }

program.run('tests/fast/bench/sizes.lua', function()
  local own = speaker.start(arg[1], true)
  local lines = { '# one thread; seconds an iteration, the least of ' .. ROUNDS .. ' turns', 'n0\tn1\tm\tseconds' }
  for _, model in ipairs(MODELS) do
    local n0, n1 = unpack(model)
    for _, m in ipairs { 100, 300, 1000, 3000, 10000, 30000, 100000, 300000, 1000000 } do
      local P = n1 > 0 and n1 * (n0 + 2) + 1 or n0 + 1
      if 8 * n0 * m <= MOST_BYTES and P * m <= MOST_WORK then
        own:ask(('load %d %d %d'):format(n0, n1, m))
        local least = math.huge
        for _ = 1, ROUNDS do least = math.min(least, own:ask(('train 0 1 %g'):format(SECONDS))) end
        lines[#lines + 1] = ('%d\t%d\t%d\t%.4g'):format(n0, n1, m, least)
      end
    end
  end
  own:stop()
  files.write(arg[2], table.concat(lines, '\n') .. '\n')
  print(('%d sizes: %s'):format(#lines - 2, arg[2]))
end)
