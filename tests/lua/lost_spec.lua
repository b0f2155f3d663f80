-- A short form of `make lost`: what make leaves when it is killed, and on a full disk.
-- Slow: it goes first.
local lost = require 'tests.lost.lost'

describe('a make that is cut off', function()
  local self
  setup(function() self = lost.new(8) end)

  it('is mended by a plain make, and has lost nothing: killed', function()
    local found = lost.run(self, 2, 0)
    assert.equal('', table.concat(found, '\n'))
  end)

  it('is mended by a plain make, and has lost nothing: a full disk', function()
    if not lost.can_mount() then
      assert(not os.getenv 'GW_NO_SKIP', 'a small disk cannot be mounted here')
      pending 'a small disk cannot be mounted here'
    end
    local found, full = lost.run(self, 0, 1)
    assert.equal('', table.concat(found, '\n'))
    assert.equal(1, full)
  end)
end)
