--- What gradcheck prints: a table that a person reads in ten seconds, or JSON.
local json = require 'dkjson'
local term = require 'gw.term'

local report = {}

local function finite(x)
  return x and x == x and math.abs(x) ~= math.huge and x or json.null
end

local function for_json(result)
  local blocks = {}
  for i, b in ipairs(result.blocks) do
    local diagnosis = setmetatable({}, { __jsontype = 'array' })
    for k, d in ipairs(b.diagnosis or {}) do diagnosis[k] = { key = d.key, text = d.text } end
    blocks[i] = { name = b.name, verdict = b.verdict, cause = b.cause ~= '' and b.cause or nil,
      digits = math.floor((b.digits or 0) * 10 + 0.5) / 10, entries = b.entries, diagnosis = diagnosis,
      worst = b.worst and { where = b.worst.where, analytic = finite(b.worst.analytic),
        numeric = finite(b.worst.numeric), bound = finite(b.worst.bound) } }
  end
  local purity = setmetatable({}, { __jsontype = 'array' })
  for i, p in ipairs(result.purity) do purity[i] = { key = p.key, text = p.text } end
  return json.encode({ verdict = result.verdict, digits = math.floor(result.digits * 10 + 0.5) / 10,
    evaluations = result.evaluations, points = result.points, purity = purity,
    blocks = setmetatable(blocks, { __jsontype = 'array' }) }, { indent = true, keyorder = { 'verdict', 'digits',
    'evaluations', 'points', 'purity', 'blocks', 'name', 'cause', 'entries', 'worst', 'where', 'analytic', 'numeric',
    'bound', 'diagnosis', 'key', 'text' } })
end

-- Text in lines of at most `width` characters, each after `indent`.
local function wrapped(text, indent, width)
  local lines, line = {}, ''
  for word in text:gmatch '%S+' do
    if line ~= '' and term.width(line) + 1 + term.width(word) > width then
      lines[#lines + 1] = indent .. line
      line = word
    else
      line = line == '' and word or line .. ' ' .. word
    end
  end
  lines[#lines + 1] = indent .. line
  return table.concat(lines, '\n')
end

-- Error against h on logarithmic axes, one row a step, and who is to blame.
local function print_curve(result)
  local points, least = {}, math.huge
  for _, p in ipairs(result.curve or {}) do
    if p[2] > 0 then
      points[#points + 1] = { math.log10(p[1]), math.log10(p[2]) }
      least = math.min(least, math.log10(p[2]))
    end
  end
  if #points < 3 then return end
  print '\nDistance between the analytic slope and a central difference, by step h:'
  for _, p in ipairs(points) do
    print(('  h = 1e%+06.2f  %s 1e%+.1f'):format(p[1], ('#'):rep(math.floor((p[2] + 17) * 2.5 + 0.5)), p[2]))
  end
  -- A flat floor over three decades or more is the gradient's own error.
  local flat = 0
  for _, p in ipairs(points) do
    if p[2] - least < 0.5 then flat = flat + 1 end
  end
  if result.verdict == 'fail' and flat >= 8 then
    print(wrapped('The floor is flat: neither longer nor shorter steps bring the difference nearer. It is the '
      .. 'gradient that is wrong, not the difference.', '', 78))
  else
    print(wrapped('The distance falls with h, until rounding turns it up again: left of the lowest point truncation '
      .. 'is to blame, right of it noise. The gradient is not.', '', 78))
  end
end

function report.print(result, options)
  if options.json then
    print(for_json(result))
    return
  end
  print(term.bold(result.title))
  print()
  print(('  %-12s %-9s %6s %8s   %s'):format('block', 'verdict', 'digits', 'entries', 'worst entry'))
  for _, b in ipairs(result.blocks) do
    local digits = b.verdict == 'pass' and ('%.1f'):format(b.digits) or '-'
    print(('  %-12s %s %6s %8d   %s'):format(b.name, term.verdict(b.verdict), digits, b.entries, b.worst.where))
    if b.verdict ~= 'pass' then
      print(('      analytic %.10g, numeric %.10g +- %.2g'):format(b.worst.analytic, b.worst.numeric, b.worst.bound))
      if b.cause ~= '' then print(wrapped('Why: ' .. b.cause .. '.', '      ', 72)) end
      for _, d in ipairs(b.diagnosis or {}) do
        print(wrapped(('[%s] %s'):format(d.key, d.text), '      ', 72))
      end
    end
  end
  for _, p in ipairs(result.purity) do
    print(wrapped(('[%s] %s'):format(p.key, p.text), '  ', 76))
  end
  if options.explain then print_curve(result) end
  print()
  local at = ('%d point%s, %d evaluations'):format(result.points, result.points == 1 and '' or 's', result.evaluations)
  if result.verdict == 'pass' then
    print(('%s: right to at least %.1f digits (%s)'):format(term.verdict('pass'):gsub(' +', '', 1), result.digits, at))
  elseif result.verdict == 'fail' then
    print(('%s: wrong by more than noise and truncation explain (%s)'):format(
      term.verdict('fail'):gsub(' +', '', 1), at))
  else
    print(('%s: the numbers cannot tell here; try another point or seed (%s)'):format(
      term.verdict('undecided'):gsub(' +', '', 1), at))
  end
end

--- Every key, with what it means.
function report.list_mistakes()
  local gw = require 'gw'
  local seen = {}
  print 'Of any function:'
  for _, line in ipairs {
    { 'sign', 'the right size, the wrong sign' },
    { 'scale', 'a constant factor' },
    { 'missing-mean', 'm times too large' },
    { 'double-mean', 'm times too small' },
    { 'mean-over-m-minus-1', 'm/(m - 1) times too large' },
    { 'zero', 'zero where the cost has a slope' },
    { 'unwritten', 'entries that the function never writes' },
    { 'transposed', 'stored column by column, read row by row' },
    { 'shifted', 'the right numbers, one row or column on' },
    { 'single-entry', 'only one entry, row or column is wrong' },
    { 'regulariser-missing', 'off by a multiple of the parameters' },
    { 'regulariser-on-bias', 'the same, in biases' },
    { 'accumulated', 'added to what was in the buffer' },
    { 'not-a-function', 'another answer to the same question' },
    { 'theta-modified', 'the parameters are changed' },
    { 'out-of-bounds', 'written outside of the buffer' },
    { 'nan', 'not finite' },
    { 'unknown', 'none of these' },
  } do
    seen[line[1]] = true
    print(('  %-30s %s'):format(line[1], line[2]))
  end
  print '\nOf the network of chapter 10, besides:'
  for k = 1, gw.MISTAKES - 1 do
    local key = gw.mistake_key(k)
    if not seen[key] then
      seen[key] = true
      print(wrapped(gw.mistake_text(k), (' '):rep(33), 46):gsub('^ +', ('  %-30s '):format(key), 1))
    end
  end
end

return report
