--- A hash of numbers by their bits: FNV-1a, 64 bits at a time, as sixteen hexadecimal
-- digits. Every NaN counts as the same one.
local bit = require 'bit'
local ffi = require 'ffi'

local PRIME = 0x100000001b3ULL

local bits = {}
bits.__index = bits

function bits.new()
  return setmetatable({ hash = 0xcbf29ce484222325ULL, double = ffi.new 'double[1]' }, bits)
end

function bits:add(x)
  self.double[0] = x
  local word = x == x and ffi.cast('uint64_t *', self.double)[0] or 0x7ff8000000000000ULL
  local hash = bit.bxor(self.hash, word) * PRIME
  self.hash = bit.bxor(hash, bit.rshift(hash, 32)) -- high bits reach the low ones
end

function bits:text() return bit.tohex(self.hash, 16) end

return bits
