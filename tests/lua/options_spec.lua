local options = require 'gw.options'
local shell = require 'tests.lua.shell'

local SPEC = { title = 'A title', options = { seed = 4, alpha = 1.2, iterations = 50, hidden = 3, start = -2,
  data = '', label = '', positive = '', features = {} } }

describe('options', function()
  local before = arg
  after_each(function() _G.arg = before end)

  local function parse(...)
    _G.arg = { [0] = 'x', ... }
    return options.parse('04-sigmoid', SPEC)
  end

  it('are the defaults where nothing is given', function()
    local values, changed = parse()
    assert.is_false(changed)
    for name, default in pairs(SPEC.options) do assert.same(default, values[name]) end
    assert.same({ seed = 1 }, { seed = options.parse('x', { title = 'y' }).seed })
  end)

  it('are what is given', function()
    local values, changed = parse('--seed', '9', '--alpha', '1e-3', '--start', '-.5', '--features', 'a b,c',
      '--data=x y.csv', '--drop-missing')
    assert.is_true(changed)
    assert.equal(9, values.seed)
    assert.equal(1e-3, values.alpha)
    assert.equal(-0.5, values.start)
    assert.same({ 'a b', 'c' }, values.features)
    assert.equal('x y.csv', values.data)
    assert.is_true(values.drop_missing)
    assert.equal(50, values.iterations)
  end)

  it('do not count --quiet or --verbose as a change', function()
    local values, changed = parse('--quiet', '--verbose')
    assert.is_true(values.quiet and values.verbose)
    assert.is_false(changed)
  end)

  -- A bad value ends the program, so it gets one of its own.
  local BAD = {
    { '--alpha 0', '--alpha must be a positive number, not «0»' },
    { '--alpha -1', '--alpha must be a positive number, not «-1»' },
    { '--alpha nan', '--alpha must be a positive number, not «nan»' },
    { '--alpha inf', '--alpha must be a positive number, not «inf»' },
    { '--alpha x', '--alpha must be a positive number, not «x»' },
    { '--seed 1.5', '--seed must be a whole number from 0 to 2147483647, not «1.5»' },
    { '--seed -1', '--seed must be a whole number from 0 to 2147483647, not «-1»' },
    { '--seed 4294967296', '--seed must be a whole number from 0 to 2147483647' },
    { '--iterations 0', '--iterations must be a whole number from 1 to 10000000, not «0»' },
    { '--hidden 0', '--hidden must be a whole number from 1 to 1000, not «0»' },
    { '--start x', '--start must be a number, not «x»' },
    { '--start nan', '--start must be a number, not «nan»' },
    { '--seed', "option '--seed' requires an argument" },
    { '--sead 1', "unknown option '--sead'" },
    { 'stray', 'too many arguments' },
  }
  for _, case in ipairs(BAD) do
    it('refuse ' .. case[1], function()
      local status, said = shell.run([[luajit -e "package.path = 'scripts/?.lua;' .. package.path
        local words = '%s'
        arg = {}
        for word in words:gmatch '[^ ]+' do arg[#arg + 1] = word end
        require('gw.program').run('slug', function()
          require('gw.options').parse('slug', { title = 't', options = { seed = 1, alpha = 1, iterations = 1,
            hidden = 1, start = 1 } })
        end)"]], case[1])
      assert.not_equal(0, status)
      assert.matches(case[2], said, 1, true)
      assert.not_matches('traceback', said)
    end)
  end
end)
