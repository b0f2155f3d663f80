--- The workbook's C library, from Lua. gw.sigmoid_value(0) calls the C function
-- gw_sigmoid_value; gw.TANH is the C constant GW_TANH; gw.matrix makes
-- matrices. A function is bound when it is first named.
local ffi = require 'ffi'
local library = require('gw.program').need 'gw.ffi'
local matrix = require 'gw.matrix'
local bind = require 'gw.bind'

local gw = { matrix = matrix }

--- A source of random numbers for a seed.
function gw.random(seed)
  local rng = ffi.new 'gw_random'
  gw.random_seed(rng, seed)
  return rng
end

return setmetatable(gw, {
  __index = function(self, name)
    local signature = library.signatures['gw_' .. name]
    local value
    if signature then
      value = bind.make(name, signature)
    else
      local known, constant = pcall(function() return tonumber(library.C['GW_' .. name]) end)
      if not known then error(('gw.%s: the library has no such function or constant'):format(name), 2) end
      value = constant
    end
    rawset(self, name, value)
    return value
  end,
})
