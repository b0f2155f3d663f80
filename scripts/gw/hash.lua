--- FNV-1a of 32 bits, in 16-bit halves, as eight hexadecimal digits: enough to notice
-- that a text has changed.
local bit = require 'bit'

return function(text)
  local h = 0x811c9dc5
  for i = 1, #text do
    h = bit.bxor(h, text:byte(i))
    local low, high = bit.band(h, 0xffff), bit.rshift(h, 16)
    h = bit.tobit(low * 0x01000193 + bit.lshift(bit.band(high * 0x01000193, 0xffff), 16))
  end
  return bit.tohex(h)
end
