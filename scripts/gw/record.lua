--- A C struct of matrices, which keeps their memory alive.
--
--   local net = record.new 'gw_network'
--   net:set('W', 1, W1)   -- net.c.W[1] is a view of the same numbers as the matrix W1
--   net:get('W', 1)       -- W1
--
-- net.c is the struct itself: what is no matrix is written there.
local ffi = require 'ffi'
require 'gw.ffi'

local Record = {}
Record.__index = Record

local function new(kind)
  return setmetatable({ kind = kind, c = ffi.new(kind), matrices = {} }, Record)
end

function Record:set(member, l, M)
  self.c[member][l] = M.c
  self.matrices[member] = self.matrices[member] or {}
  self.matrices[member][l] = M
end

function Record:get(member, l)
  local list = self.matrices[member]
  return list and list[l]
end

return { new = new }
