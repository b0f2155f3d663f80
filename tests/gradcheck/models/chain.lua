-- J = sum of (v tanh(w x) - y)^2 / 2 over three examples, with its intermediates.
local X, Y = { 0.3, -1.1, 0.8 }, { 0.2, 0.5, -0.4 }
local function cost_of(z2)
  local J = 0
  for i = 1, 3 do J = J + (z2[i] - Y[i]) ^ 2 / 2 end
  return J
end
local function z2_of(t, z1)
  local z2 = {}
  for i = 1, 3 do z2[i] = t[2] * math.tanh(z1[i]) end
  return z2
end
local function z1_of(t)
  local z1 = {}
  for i = 1, 3 do z1[i] = t[1] * X[i] end
  return z1
end
local function backward(t)
  local z1 = z1_of(t)
  local z2, dz1, dz2 = z2_of(t, z1), {}, {}
  for i = 1, 3 do
    local a = math.tanh(z1[i])
    dz2[i] = z2[i] - Y[i]
    dz1[i] = dz2[i] * t[2] * (1 - a * a)
  end
  return z1, z2, dz1, dz2
end
return {
  size = 2, blocks = 'w 1x1, v 1x1',
  cost = function(t) return cost_of(z2_of(t, z1_of(t))) end,
  gradient = function(t, g)
    local z1, _, dz1, dz2 = backward(t)
    g[1], g[2] = 0, 0
    for i = 1, 3 do
      g[1] = g[1] + dz1[i] * X[i]
      g[2] = g[2] + dz2[i] * math.tanh(z1[i])
    end
  end,
  equations = 'z1 1x3, z2 1x3',
  equation = function(name, t, value, gradient)
    local z1, z2, dz1, dz2 = backward(t)
    for i = 1, 3 do
      value[i] = name == 'z1' and z1[i] or z2[i]
      gradient[i] = name == 'z1' and dz1[i] or dz2[i]
    end
  end,
  cost_from = function(name, t, values) return cost_of(name == 'z1' and z2_of(t, values) or values) end,
}
