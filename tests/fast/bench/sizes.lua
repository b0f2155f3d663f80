-- How the time of an iteration grows with the parameters and the examples:
--   sizes.lua OURS TSV
--
-- Logistic regression and networks with one thread, in processor time. Prints, for each range of sizes, the
-- slope of the time on log-log paper against n m, or the products n0 n1 m: 1 is a time that
-- grows as the work does.
package.path = 'scripts/?.lua;' .. package.path
local files = require 'gw.files'
local program = require 'gw.program'

local SECONDS, MOST = 0.1, 4e8 -- a turn; bytes of X at most

program.run('tests/fast/bench/sizes.lua', function()
  local rows = {}
  for _, m in ipairs { 100, 1000, 10000, 100000, 1000000 } do
    for _, n in ipairs { 10, 30, 100, 300, 1000, 3000 } do
      rows[#rows + 1] = { n0 = n, n1 = 0, m = m, P = n + 1, work = n * m }
    end
    for _, n in ipairs { { 4, 2 }, { 10, 8 }, { 32, 32 }, { 100, 100 }, { 320, 320 } } do
      local n0, n1 = unpack(n)
      rows[#rows + 1] = { n0 = n0, n1 = n1, m = m, P = n1 * (n0 + 2) + 1, work = n0 * n1 * m }
    end
  end
  local questions = {}
  for i = #rows, 1, -1 do
    if 8 * rows[i].n0 * rows[i].m > MOST then table.remove(rows, i) end
  end
  for i, row in ipairs(rows) do
    questions[i] = ('row %d %d %d %g\n'):format(row.n0, row.n1, row.m, SECONDS)
  end
  local asked = os.tmpname()
  files.write(asked, table.concat(questions))
  local answers = io.popen(('%s 0 1 cpu < %s'):format(arg[1], asked))
  local lines = { 'n0\tn1\tm\tP\tseconds' }
  for _, row in ipairs(rows) do
    row.time = tonumber((answers:read() or ''):match '%S+')
    if not row.time then error('the bench ended early', 0) end
    lines[#lines + 1] = ('%d\t%d\t%d\t%d\t%.6g'):format(row.n0, row.n1, row.m, row.P, row.time)
  end
  answers:close()
  os.remove(asked)
  files.write(arg[2], table.concat(lines, '\n') .. '\n')

  local function slope(list)
    local x, y, xx, xy, n = 0, 0, 0, 0, #list
    for _, row in ipairs(list) do
      local a, b = math.log(row.work), math.log(row.time)
      x, y, xx, xy = x + a, y + b, xx + a * a, xy + a * b
    end
    return (n * xy - x * y) / (n * xx - x * x)
  end
  local function told(name, wanted)
    local list = {}
    for _, row in ipairs(rows) do
      if wanted(row) then list[#list + 1] = row end
    end
    if #list > 1 then print(('%-58s %5.2f of %d sizes'):format(name, slope(list), #list)) end
  end
  local function bytes(row) return 8 * row.n0 * row.m end
  print 'Slope of the time against the work, on log-log paper; one thread'
  told('logistic regression, X up to 1 MB, n 30 and more', function(r)
    return r.n1 == 0 and r.n0 >= 30 and bytes(r) <= 1e6
  end)
  told('logistic regression, X above 32 MB', function(r) return r.n1 == 0 and bytes(r) > 32e6 end)
  told('logistic regression, all', function(r) return r.n1 == 0 end)
  told('networks 32-32-1 and more, X up to 1 MB', function(r) return r.n1 >= 32 and bytes(r) <= 1e6 end)
  told('networks 32-32-1 and more, X above 32 MB', function(r) return r.n1 >= 32 and bytes(r) > 32e6 end)
  told('networks, all', function(r) return r.n1 > 0 end)
end)
