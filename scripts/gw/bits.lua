--- A hash of numbers by their bits: FNV-1a, 64 bits at a time, as sixteen hexadecimal
-- digits. Every NaN counts as the same one.
local bit = require 'bit'
local ffi = require 'ffi'

local PRIME, NAN = 0x100000001b3ULL, 0x7ff8000000000000ULL

local bits = {}
bits.__index = bits

function bits.new()
  return setmetatable({ hash = 0xcbf29ce484222325ULL, double = ffi.new 'double[1]' }, bits)
end

--- Adds a number, or what another hash has come to.
function bits:add(x)
  self.double[0] = type(x) == 'number' and x or 0
  local word = type(x) ~= 'number' and x.hash or x ~= x and NAN or ffi.cast('uint64_t *', self.double)[0]
  local hash = bit.bxor(self.hash, word) * PRIME
  self.hash = bit.bxor(hash, bit.rshift(hash, 32)) -- high bits reach the low ones
end

function bits:text() return bit.tohex(self.hash, 16) end

return bits
