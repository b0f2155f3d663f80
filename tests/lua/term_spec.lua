local shell = require 'tests.lua.shell'
local term = require 'gw.term'

describe('words on a terminal', function()
  local function verdict(environment)
    local _, said = shell.run([[env -u NO_COLOR %s luajit -e "package.path = 'scripts/?.lua;' .. package.path
      io.write(require('gw.term').verdict 'pass')"]], environment)
    return said
  end

  it('have colour on a terminal only, and not where NO_COLOR says something', function()
    assert.equal('pass     ', verdict 'TERM=xterm')
    assert.equal('\27[32mpass     \27[0m', verdict 'TERM=xterm MAKE_TERMOUT=/dev/tty')
    assert.equal('\27[32mpass     \27[0m', verdict 'TERM=xterm MAKE_TERMOUT=/dev/tty NO_COLOR=')
    assert.equal('pass     ', verdict 'TERM=xterm MAKE_TERMOUT=/dev/tty NO_COLOR=1')
    assert.equal('pass     ', verdict 'TERM=dumb MAKE_TERMOUT=/dev/tty')
  end)

  it('are counted in characters', function()
    assert.equal(4, term.width 'σ(z)')
    assert.equal(4, term.width '\27[1;31mσ(z)\27[0m')
    assert.equal('σ  ', term.pad('σ', 3))
    assert.equal('σσσ', term.pad('σσσ', 2))
  end)
end)
