--- What gradcheck prints: a table that a person reads in ten seconds, or JSON.
local json = require 'dkjson'
local term = require 'gw.term'

local report = {}

local function finite(x)
  return x and x == x and math.abs(x) ~= math.huge and x or json.null
end

local function one_decimal(x) return math.floor((x or 0) * 10 + 0.5) / 10 end

local function list(items) return setmetatable(items, { __jsontype = 'array' }) end

-- What a function did wrong whatever its mathematics is told as a block of the
-- function's name; why a block is undecided, as its diagnosis.
local function for_json(result)
  local blocks = {}
  for _, p in ipairs(result.purity) do
    blocks[#blocks + 1] = { name = p.name, verdict = 'fail', digits = 0,
      diagnosis = list { { key = p.key, text = p.text } },
      worst = { where = p.name, analytic = json.null, numeric = json.null, bound = json.null } }
  end
  for _, b in ipairs(result.blocks) do
    local diagnosis = {}
    for k, d in ipairs(b.diagnosis) do diagnosis[k] = { key = d.key, text = d.text } end
    if b.verdict == 'undecided' and #diagnosis == 0 then
      diagnosis[1] = { key = 'undecided', text = b.cause .. '.' }
    end
    blocks[#blocks + 1] = { name = b.name, verdict = b.verdict,
      digits = b.verdict == 'pass' and one_decimal(b.digits) or 0,
      diagnosis = list(diagnosis),
      worst = { where = b.worst.where, analytic = finite(b.worst.analytic), numeric = finite(b.worst.numeric),
        bound = finite(b.worst.bound) } }
  end
  return json.encode({ verdict = result.verdict, digits = one_decimal(result.digits),
    evaluations = result.evaluations, points = result.points, which = result.which or '', blocks = list(blocks) },
    { indent = true, keyorder = { 'name', 'verdict', 'digits', 'evaluations', 'points', 'which', 'blocks', 'worst',
      'where', 'analytic', 'numeric', 'bound', 'diagnosis', 'key', 'text' } })
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

local CONCLUDES = {
  pass = 'pass: right to at least %.1f digits',
  fail = 'fail: wrong by more than noise and truncation explain',
  impure = 'fail: not a gradient that can be relied on',
  undecided = 'undecided: the numbers cannot tell here; try another point or seed',
  cut_short = 'undecided: the time was over before all was checked; --seconds sets it',
}

local function conclusion(result)
  local key = #result.purity > 0 and 'impure' or result.verdict
  if key == 'undecided' and result.is_cut_short then key = 'cut_short' end
  local text = CONCLUDES[key]:format(result.digits)
  local which = (result.which or '') ~= '' and ': ' .. result.which or ''
  local at = ('(%d point%s%s, %d evaluations)'):format(result.points, result.points == 1 and '' or 's', which,
    result.evaluations)
  text = #text + 1 + #at <= 79 and text .. ' ' .. at or wrapped(text, '', 79) .. '\n' .. at
  return (text:gsub('^%a+', function(verdict) return (term.verdict(verdict):gsub(' +', '', 1)) end))
end

--- For machines: why the check could not be run.
function report.print_problem(sentence)
  print(json.encode({ verdict = 'error', text = sentence, digits = 0, evaluations = 0, points = 0,
    blocks = setmetatable({}, { __jsontype = 'array' }) },
    { indent = true, keyorder = { 'verdict', 'text', 'digits', 'evaluations', 'points', 'blocks' } }))
end

-- Of outputs that do not pass; a person reads no more.
local MOST_ROWS = 8

local function print_block(b, width)
  local digits = b.verdict == 'pass' and ('%.1f'):format(b.digits) or '-'
  print(('  %s %s %6s %8d   %s'):format(term.pad(b.name, width), term.verdict(b.verdict), digits, b.entries,
    b.worst.where))
  if b.verdict == 'pass' then return end
  local known = b.worst.numeric == b.worst.numeric
  print(('      analytic %.10g, numeric %s'):format(b.worst.analytic,
    known and ('%.10g +- %.2g'):format(b.worst.numeric, b.worst.bound) or 'unknown'))
  if b.cause ~= '' then print(wrapped('Why: ' .. b.cause .. '.', '      ', 72)) end
  for _, d in ipairs(b.diagnosis) do print(wrapped(('[%s] %s'):format(d.key, d.text), '      ', 72)) end
end

function report.print(result, options)
  if options.json then
    print(for_json(result))
    return
  end
  print(term.bold(result.title))
  print()
  local width, rows = 12, 0
  for _, b in ipairs(result.blocks) do width = math.max(width, math.min(term.width(b.name), 30)) end
  if #result.blocks > 0 then
    print(('  %s %-9s %6s %8s   %s'):format(term.pad('block', width), 'verdict', 'digits', 'entries', 'worst entry'))
  end
  for _, b in ipairs(result.blocks) do
    rows = rows + (b.row and 1 or 0)
    if not b.row or rows <= MOST_ROWS then print_block(b, width) end
  end
  if rows > MOST_ROWS then print(('  … and %d more, which --json lists'):format(rows - MOST_ROWS)) end
  for _, p in ipairs(result.purity) do
    print(wrapped(('[%s] %s'):format(p.key, p.text), '  ', 76))
  end
  if options.explain then
    io.write(require('checker.explain').text(result, function(text) return wrapped(text, '', 78) end))
  end
  print()
  print(conclusion(result))
end

local function listed(key, text)
  print((wrapped(text, (' '):rep(33), 46):gsub('^ +', ('  %-30s '):format(key), 1)))
end

--- Every key that a check can print, with what it means.
function report.list_mistakes()
  local ffi = require 'ffi'
  local C = require('gw.ffi').C
  local seen = {}
  local function add(key, text)
    if seen[key] then return end
    seen[key] = true
    listed(key, text)
  end
  print 'Of any function:'
  for name = 0, C.GW_NAMES - 1 do
    add(ffi.string(C.gw_diagnose_key(name)), ffi.string(C.gw_diagnose_meaning(name)))
  end
  add('undecided', 'the numbers cannot tell (--json)')
  add('unfinished', 'the time was over before')
  add('not-linear', 'a product with a Jacobian, right for unit vectors alone')
  print '\nOf a model that says that it is a network of chapter 10, besides:'
  for k = 1, C.GW_MISTAKES - 1 do
    add(ffi.string(C.gw_mistake_key(k)), ffi.string(C.gw_mistake_text(k)))
  end
  print '\nOf formulas:'
  for _, line in ipairs(require('checker.formula').mistakes()) do listed(line[1], line[2]) end
  print '\nAnd those that a model names itself, as gradcheck_mistakes.'
end

return report
