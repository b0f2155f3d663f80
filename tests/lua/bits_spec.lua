-- The hash of numbers by their bits.
local bits = require 'gw.bits'

local function hash(...)
  local h = bits.new()
  for _, x in ipairs { ... } do h:add(x) end
  return h:text()
end

describe('the hash of bits', function()
  it('sees the last bit, the sign of 0, the order and the count', function()
    local seen = {}
    for _, list in ipairs { {}, { 0 }, { -0.0 * 1 }, { 1 }, { 1 + 2 ^ -52 }, { 1, 2 }, { 2, 1 }, { 1, 0 }, { 1, 2, 0 },
      { math.huge }, { -math.huge } } do
      local text = hash(unpack(list))
      assert.matches('^' .. ('%x'):rep(16) .. '$', text)
      assert.is_nil(seen[text])
      seen[text] = true
    end
  end)

  it('takes every NaN for the same', function()
    assert.equal(hash(0 / 0), hash(-(0 / 0)))
    assert.not_equal(hash(0 / 0), hash(0))
  end)

  it('never meets itself in a hundred thousand neighbours', function()
    local seen = {}
    for i = 1, 100000 do
      local text = hash(1 + i * 2 ^ -52)
      assert.is_nil(seen[text])
      seen[text] = true
    end
  end)
end)
