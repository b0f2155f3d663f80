-- scripts/gradcheck on models in Lua: right ones, mistakes, and whatever else people give it.
local files = require 'gw.files'
local gradcheck = require 'tests.lua.gradcheck'

local contains, one_line = gradcheck.contains, gradcheck.one_line
local on = gradcheck.within 'lua'

describe('gradcheck of a model in Lua', function()
  -- {what is replaced in softmax.lua, by what, the key}
  local MISTAKES = {
    { '(Y[i] == k and 1 or 0)) / M', '(Y[i] == k and 1 or 0))', 'missing-mean' },
    { 'do gradient[i] = 0 end', 'do gradient[i] = gradient[i] end', 'accumulated' },
    { 'dz * x[j]', '-dz * x[j]', 'sign' },
    { '1 or 0)) / M', '1 or 0)) / (M - 1)', 'mean-over-m-minus-1' },
    { '1 or 0)) / M', '1 or 0)) / M / M', 'double-mean' },
    { 'local at = (k - 1) * FEATURES + j\n', 'local at = (j - 1) * CLASSES + k\n', 'transposed' },
    { 'local p = prob', 'theta[1] = theta[1] + 1 local p = prob', 'theta-modified' },
    { 'local J = 0', 'local J = math.random() * 1e-3', 'not-a-function' },
    { 'CLASSES do gradient[i] = 0', 'CLASSES do gradient[i + 1] = 0', 'out-of-bounds' },
    { 'dz * x[j]', 'dz * x[j] * (0 / 0)', 'nan' },
  }
  it('passes softmax.lua', function() on.passes 'softmax.lua' end)
  for i, case in ipairs(MISTAKES) do
    it(('fails softmax.lua: %d, %s'):format(i, case[3]), function()
      on.fails(on.planted('softmax.lua', case[1], case[2]), case[3])
    end)
  end

  local GOOD = { size = '2', cost = 'function(t) return t[1]^2 + t[1] * t[2] end',
    gradient = 'function(t, g) g[1] = 2 * t[1] + t[2] g[2] = t[1] end' }
  local function lua(parts)
    if type(parts) == 'string' then return on.write('model.lua', parts) end
    local lines = {}
    for _, key in ipairs { 'size', 'cost', 'gradient', 'point', 'blocks', 'examples', 'pattern' } do
      local part = parts[key] or GOOD[key]
      if part then lines[#lines + 1] = ('  %s = %s,'):format(key, part) end
    end
    return on.write('model.lua', 'return {\n' .. table.concat(lines, '\n') .. '\n}\n')
  end
  local BAD_LUA = {
    ['is right'] = { {}, 0, 'pass' },
    ['is no Lua'] = { 'return {\n  size = = 2\n}', 2, "model.lua: it is not Lua; line 2: unexpected symbol near '='" },
    ['fails while it is read'] = { 'local x = nil\nreturn x.y', 2, 'model.lua: line 2: attempt to index' },
    ['fails with a table'] = { 'error({})', 2, 'model.lua: ' },
    ['fails with nothing'] = { 'error()', 2, 'model.lua: ' },
    ['returns nothing'] = { 'local x = 1', 2, 'model.lua: it returns no table {size=, cost=, gradient=}' },
    ['returns a number'] = { 'return 7', 2, 'it returns no table' },
    ['has no size'] = { { size = 'nil' }, 2, 'size is nil: there must be at least one parameter' },
    ['has size 0'] = { { size = '0' }, 2, 'size is 0: there must be' },
    ['has half a size'] = { { size = '1.5' }, 2, 'size is 1.5' },
    ['has size NaN'] = { { size = '0/0' }, 2, 'size is' },
    ['has a huge size'] = { { size = '2^40' }, 2, 'memory' },
    ['has no cost'] = { { cost = 'nil' }, 2, 'its table has no function «cost»' },
    ['has no gradient'] = { { gradient = '3' }, 2, 'its table has no function «gradient»' },
    ['has a cost that returns nothing'] = { { cost = 'function() end' }, 2, 'cost returns a nil, not a number' },
    ['has a cost that fails'] = { { cost = 'function(t)\n return t.x.y end' }, 2, 'cost: line 4: attempt to index' },
    ['has a gradient that fails'] = { { gradient = 'function()\n error "no" end' }, 2, 'gradient: line 5: no' },
    ['has a cost that is NaN'] = { { cost = 'function() return 0/0 end' }, 2,
      'cost is NaN at each of 100 random points' },
    ['has a point that is NaN'] = { { point = 'function() return {0/0, 1} end' }, 2,
      'point gives no finite number for theta[1]' },
    ['has a point of the wrong kind'] = { { point = '{1, 2}' }, 2, 'point is a table, not a function' },
    ['has a pattern of the wrong kind'] = { { pattern = '{}' }, 2, 'pattern is a table, not a function' },
    ['has a pattern that is NaN'] = { { pattern = 'function() return 0/0 end' }, 2,
      'pattern returns NaN, not a number' },
    ['has a pattern that is no number'] = { { pattern = 'function() return "on" end' }, 2,
      'pattern returns a string, not a number' },
    ['has a pattern that changes theta'] = { { pattern = 'function(t) t[1] = 0 return 0 end' }, 1,
      '[theta-modified] pattern changes theta.' },
    ['has blocks that disagree'] = { { blocks = '"W 2x2"' }, 2, 'blocks covers more than the 2 parameters of size' },
    ['has blocks that cannot be read'] = { { blocks = '"W 2"' }, 2, 'blocks: cannot read «W 2»' },
    ['has blocks of the wrong kind'] = { { blocks = '{}' }, 2, 'blocks is a table, not a string' },
    ['has two blocks of one name'] = { { blocks = '"W 1x1, W 1x1"' }, 2, 'names two blocks W' },
    ['writes past its end'] = { { gradient = 'function(t, g) g[1] = 2 * t[1] + t[2] g[2] = t[1] g[3] = 0 end' }, 1,
      '[out-of-bounds] gradient writes gradient[3], outside of 1 to 2.' },
    ['counts from 0'] = { { gradient = 'function(t, g) g[0] = 2 * t[1] + t[2] g[1] = t[1] end' }, 1,
      '[out-of-bounds]' },
    ['returns its gradient'] = { { gradient = 'function(t) return {2 * t[1] + t[2], t[1]} end' }, 1,
      '[unwritten] gradient writes nothing' },
    ['writes words'] = { { gradient = 'function(t, g) g[1] = "a" end' }, 2, 'gradient[1] is a string, not a number' },
    ['never returns'] = { { cost = 'function() while true do end end' }, 2, 'model.lua did not end within 1 second',
      '--seconds 1' },
    ['never ends being read'] = { 'while true do end', 2, 'model.lua did not end within 1 second', '--seconds 1' },
    ['ends the program'] = { { cost = 'function() os.exit(0) end' }, 2,
      'model.lua ended before the check did, with status 0' },
    ['prints'] = { { cost = 'function(t) print "end" io.write "x" return t[1]^2 + t[1] * t[2] end' }, 0,
      'pass: right to at least' },
    ['calls itself without end'] =
      { { cost = 'function(t) local function f(x) return 1 + f(x) end return f(1) end' }, 2, 'stack overflow' },
    ['takes too much memory'] =
      { { cost = 'function(t) local all = {} while true do all[#all + 1] = ("x"):rep(2^20) .. #all end end' },
      2, 'memory' },
    ['crashes'] = { { cost = 'function(t) return require("ffi").cast("double *", 64)[0] end' }, 2,
      'model.lua: it reads or writes memory that is not its own' },
    ['is flat nowhere and kinked at its point'] = { { cost = 'function(t) return math.abs(t[1]) + t[2] end',
      gradient = 'function(t, g) g[1] = 0 g[2] = 1 end', point = 'function() return {0, 1} end' }, nil, '',
        '--points 1' },
    ['requires what lies beside it'] = { 'return require "beside"', 0, 'pass' },
  }
  for what, case in pairs(BAD_LUA) do
    it('takes a Lua model that ' .. what, function()
      on.write('beside.lua', files.read(lua {}))
      local status, said = on.run(('%s %s'):format(case[4] or '', lua(case[1])))
      if case[2] then
        assert(status == case[2], ('status %d: %s'):format(status, said))
      else
        assert(status == 0 or status == 3, said)
      end
      contains(said, case[3])
      if status == 2 then one_line(said) end
    end)
  end
end)
