--- The training of a shard by one machine that has all examples, with csrc/fast: what the
-- ranks must come to.
local gw = require 'gw'
local record = require 'gw.record'

local alone = {}

-- The matrices that lie in θ one behind the other.
local function parts(n, hidden)
  if hidden == 0 then return { gw.matrix.new(n, 1), gw.matrix.new(1, 1) } end
  return { gw.matrix.new(hidden, n), gw.matrix.new(hidden, 1), gw.matrix.new(1, hidden), gw.matrix.new(1, 1) }
end

--- A function of α that makes one iteration, the first from θ, and returns the cost before
-- it, and θ behind it as a list.
function alone.from(X, Y, hidden, theta)
  local P, J, at = parts(X.rows, hidden), gw.matrix.new(1, 1), 0
  for _, M in ipairs(P) do
    for i = 1, M.rows * M.cols do M.buffer[i - 1] = theta:get(1, at + i) end
    at = at + M.rows * M.cols
  end
  local net, room
  if hidden == 0 then
    room = gw.matrix.new(1, gw.fast_logistic_regression_room(X.rows, X.cols, 0))
  else
    net = record.new 'gw_network'
    net.c.layers, net.c.g[1] = 2, gw.TANH
    for i, M in ipairs(P) do net:set(i % 2 == 1 and 'W' or 'b', math.ceil(i / 2), M) end
    room = gw.matrix.new(1, gw.fast_network_room(net, X.cols, 0))
  end
  return function(alpha)
    if net then
      gw.fast_network(net, X, Y, alpha, J, room, 0)
    else
      gw.fast_logistic_regression(X, Y, alpha, P[1], P[2], J, room, 0)
    end
    local list = {}
    for _, M in ipairs(P) do
      for _, x in ipairs(M:values()) do list[#list + 1] = x end
    end
    return J:get(1, 1), list
  end
end

--- Whether θ is that list, number by number.
function alone.same(theta, list)
  for k, x in ipairs(list) do
    if theta:get(1, k) ~= x then return false end
  end
  return theta.cols == #list
end

return alone
