-- The page «Check a derivative» and the command gradcheck say the same of formulas that
-- nobody chose: verdict, the names of mistakes, and digits. Both ask csrc/bank/claim.h,
-- one as WebAssembly with another C library, whose exp and tanh round some last bits
-- otherwise, as glibc's own do on a processor without FMA. The checker measures the noise of
-- f from just these bits: a formula of arithmetic and square roots, whose rounding IEEE 754
-- prescribes, has all its numbers equal; for any other the two slopes lie within the sum of
-- the two bounds, and the digits are equal for nearly all.
local derivative = require 'checker.derivative'
local formulas = require 'tests.lua.formulas'
local fragments = require 'book.fragments'
local gw = require 'gw'
local needs = require 'book.needs'
local paths = require 'gw.paths'

local missing = needs.missing('chromium', 'clang for wasm32', 'axe-core')
if missing then
  it('the page and the command', function() pending(missing) end)
  return
end

local COUNT, LONGEST = 200, 2000
local NAME = 'check/check'
local SAME = 0.95 -- of so many the digits are equal to a tenth

-- Right ones and wrong ones, with what the command says; those that it refuses apart.
local function asked()
  local list, seed = {}, 0
  while #list < COUNT do
    seed = seed + 1
    local rng = gw.random(seed)
    local _, _, _, nodes = formulas.generate(gw.random(seed), -1)
    local text, slope = formulas.generate(rng, seed % 4 == 0 and -1 or 1 + seed % math.max(nodes, 1))
    if #text < LONGEST and #slope < LONGEST then
      local ok, said = pcall(derivative.run, text, slope, { seed = 1 })
      if ok then list[#list + 1] = { f = text, claim = slope, said = said } end
    end
  end
  return list
end

describe('the page and the command', function()
  local cases, shown, errors, seen

  setup(function()
    cases = asked()
    local states = {}
    for i, case in ipairs(cases) do states[i] = { f = case.f, claim = case.claim } end
    local look = dofile('tests/book/browser/look.lua').chromium
    local url = 'file://' .. fragments.absolute(paths.build) .. '/book/'
    seen = look('claims', { light = {
      { url = url .. 'check.html', width = 1280, ask = 'live', states = { [NAME] = states }, acts = 60, axe = true },
      { url = url .. '02-rules.html', width = 360, ask = 'live', axe = true, settle = true },
      { url = url .. 'check.html', width = 360, ask = 'live', axe = true, without = 'WebAssembly' },
      { url = url .. 'index.html', width = 1280, ask = 'live', axe = true, settle = true },
    } }).light
    for _, each in ipairs(seen) do assert(not each.error, each.error) end
    shown, errors = seen[1].live.seen[NAME], seen[1].live.errors
  end)

  it('say the same verdict and names, and nearly always the same digits', function()
    local counts, names, wrong, equal = {}, {}, {}, 0
    assert.equal(COUNT, #shown.states)
    for i, case in ipairs(cases) do
      local page, command = shown.states[i], case.said
      local keys = {}
      for k, mistake in ipairs(command.blocks[1].diagnosis) do
        keys[k] = mistake.key .. ': ' .. mistake.text
        names[mistake.key] = true
      end
      local told = {}
      for k, mistake in ipairs(page.mistakes) do told[k] = mistake.key .. ': ' .. mistake.text end
      counts[command.verdict] = (counts[command.verdict] or 0) + 1
      local one = ('%s %s'):format(page.verdict, table.concat(told, '; '))
      local other = ('%s %s'):format(command.verdict, table.concat(keys, '; '))
      if one ~= other then
        wrong[#wrong + 1] = ('%s and %s: %s %.2f, but %s %.2f'):format(case.f, case.claim, one, page.digits, other,
          command.digits)
      end
      if ('%.1f'):format(page.digits) == ('%.1f'):format(command.digits) then equal = equal + 1 end
    end
    assert.same({}, wrong)
    assert.is_true(equal >= SAME * COUNT, equal)
    assert.is_true(counts.pass > 20 and counts.fail > 50 and counts.undecided > 0, require('dkjson').encode(counts))
    local different = 0
    for _ in pairs(names) do different = different + 1 end
    assert.is_true(different > 10)
  end)

  it('have the same numbers where arithmetic is all, and slopes within both bounds elsewhere', function()
    local exact, compared, wrong = 0, 0, {}
    for i, case in ipairs(cases) do
      local page, command = shown.states[i], case.said
      local worst = command.blocks[1].worst
      local rest = case.f:gsub('sqrt%(', ''):gsub('abs%(', '')
      -- The digits themselves are a logarithm, of either library.
      local alike = math.abs(page.digits - command.digits) < 1e-12 and page.evaluations == command.evaluations
        and page.numeric == worst.numeric and page.bound == worst.bound
      -- JSON has no word for what is not finite.
      local finite = type(page.bound) == 'number' and type(page.numeric) == 'number'
      if not rest:find '%a%(' and not rest:find('^', 1, true) then
        exact = exact + 1
        if finite and not alike then wrong[#wrong + 1] = case.f end
      elseif finite and ('x = %.4g'):format(page.x) == worst.where then
        compared = compared + 1
        if math.abs(page.numeric - worst.numeric) > page.bound + worst.bound then
          wrong[#wrong + 1] = ('%s: %.17g and %.17g'):format(case.f, page.numeric, worst.numeric)
        end
      end
    end
    assert.same({}, wrong)
    assert.is_true(exact >= 10 and compared >= 0.8 * COUNT, exact .. ' and ' .. compared)
  end)

  it('nothing goes wrong in the page, whatever one does', function()
    assert.same({}, errors)
    assert.equal(60, shown.acts)
    for _, each in ipairs(seen) do
      assert.same({}, each.violations)
      assert.equal(0, each.sideways)
    end
  end)

  it('the cover is alive, and sends to the chapter for the answer', function()
    assert.same({}, seen[4].live.errors)
    assert.is_truthy(seen[4].live.seen['05-descent/steps'].opens)
  end)

  it('a chapter has the box, opened with its own example', function()
    local box = seen[2].live.seen['check/02-rules'].opens
    assert.equal('fail', box.verdict)
    assert.equal('product-of-slopes', box.mistakes[1].key)
  end)

  it('a browser without WebAssembly is told so', function()
    assert.matches('no WebAssembly', seen[3].live.seen[NAME].problem)
  end)
end)
