-- What a run says of its checks.
local account = require 'gw.account'
local check = require 'gw.check'
local term = require 'gw.term'

describe('the account of a run', function()
  local function as(result, formula, unit)
    result.id, result.formula, result.unit = formula, formula, unit
    if result.verdict == 'fail' then result.worst = result.telling end
    return result
  end
  local function said(...) return table.concat(account.lines({ ... }, 'sine'), '\n') end
  local function contains(text, part) assert.is_truthy(text:find(part, 1, true), text) end

  it('shows two numbers with as many digits as tell them apart', function()
    assert.same({ '1.96', '0.246' }, { account.apart(1.96123, 0.2461) })
    assert.same({ '7.645568e-08', '7.645567e-08' }, { account.apart(7.645567913e-08, 7.645566743e-08) })
    assert.same({ '−0.29999999999999999', '−0.30000000000000004' }, { account.apart(-0.3, -0.1 - 0.2) })
    assert.same({ '0.5', '0.5' }, { account.apart(0.5, 0.5) })
    assert.equal('inf', (account.apart(1 / 0, 2)))
  end)

  it('is what was claimed, at how many points, and the worst of them', function()
    local sine = as(check.derivative(math.sin, math.cos, { 0.1, 1, 2 }, 1), 'sine', 'points')
    local rough = as(check.identity { { 1, 1.02, 0.04, 'z = 1' }, { -3, -3.09, 0.1, 'z = -3' } }, 'rough', 'cases')
    assert.same({ '  claimed   sine, and 1 more', '  checked   at 5 points: all hold',
      '  worst     rough, at z = 1:', '            the two sides are 1.96% apart where 3.92% is allowed' },
      account.lines({ rough, sine }, 'sine'))
    assert.matches('worst     sine, at [%d.]+: formula and measured slope agree to %d+ digits', said(sine))
    -- A bound that theory gives for an error has no digits.
    contains(said(as(check.identity { { 0.4, 0, 0.5, 'h = 1' } }, 'error', 'cases')),
      'error, at h = 1: the two sides are 0.4 apart where 0.5 is allowed')
  end)

  -- The slope of the sigmoid with a minus where a plus should be: far out nothing
  -- shows, near 0 everything does.
  it('of a failure is the entry that tells most', function()
    local function value(z) return 1 / (1 + math.exp(-z)) end
    local function spoilt(z)
      local e = math.exp(-math.abs(z))
      return e / ((1 - e) * (1 + e))
    end
    local points = { -16.4, -3, 0.25, 5 }
    local text = said(as(check.derivative(value, spoilt, points, 1), 'sine', 'points'))
    contains(text, 'checked   at 4 points: 1 of 1 statement FAIL')
    contains(text, 'look at   sine, at 0.25: the formula gives 1.98, the measured slope is 0.246')
    contains(text, '  fail      sine')
    local cases = {}
    for i, z in ipairs(points) do
      cases[i] = { spoilt(z), value(z) * value(-z), 1e-15, ('z = %g'):format(z) }
    end
    contains(said(as(check.identity(cases), 'lines', 'cases')), 'lines, at z = 0.25: the two sides are 1.98 and 0.246')
  end)

  it('puts a slope that is no number first, and shows the larger of two wrong signs', function()
    local function wrong(x) return x == 2 and 1 / 0 or -math.cos(x) end
    contains(said(as(check.derivative(math.sin, wrong, { 0.1, 1, 2 }, 1), 'sine', 'points')),
      'at 2: the formula gives inf, which is no slope')
    contains(said(as(check.derivative(math.sin, function(x) return -math.cos(x) end, { 1.5, 0.1, 1 }, 1), 'sine',
      'points')), 'at 0.1: the formula gives −0.995, the measured slope is 0.995')
  end)

  it('names the cause of a claim that does not hold, and lists what fails', function()
    local list = {}
    for i = 1, 11 do
      list[i] = { id = i, formula = 'claim ' .. i, unit = 'claims', verdict = i > 1 and 'fail' or 'pass', entries = 1,
        failed = i > 1 and 1 or 0, digits = 0, cause = 'it does not hold' }
    end
    local text = table.concat(account.lines(list), '\n')
    contains(text, 'checked   at 11 points: 10 of 11 statements FAIL\n  look at   claim 2: it does not hold\n')
    contains(text, '  fail      claim 9\n            and 2 more (ARGS=--verbose lists them)')
  end)

  it('has an undecided check say why', function()
    local kink = as(check.derivative(math.abs, function() return 0 end, { 0 }, 1), 'sine', 'points')
    contains(said(kink), 'at 1 point: 1 undecided')
    contains(said(kink), 'look at   sine, at 0: the slopes left and right differ: a kink')
  end)

  it('fits in 80 columns', function()
    local long = { formula = ('σ'):rep(43), unit = 'entries', verdict = 'fail', entries = 17100, failed = 15459,
      digits = 0, cause = 'it does not hold' }
    local longer = setmetatable({ formula = long.formula .. 'σ' }, { __index = long })
    local lines = account.lines { long, longer }
    assert.equal('  fail      ' .. long.formula .. ' 15,459 of 17,100 entries', lines[#lines - 2])
    assert.equal('  fail      ' .. longer.formula, lines[#lines - 1])
    assert.equal((' '):rep(56) .. '15,459 of 17,100 entries', lines[#lines])
    for _, line in ipairs(lines) do assert.equal(line, account.wrap(line)) end
    local text = account.wrap('  ' .. ('ваги '):rep(40)) .. '\n' .. account.labelled('differs', ('word '):rep(40))
    for line in text:gmatch '[^\n]+' do assert.is_true(term.width(line) <= 80, line) end
    assert.equal('  as  it   is', account.wrap '  as  it   is')
  end)
end)
