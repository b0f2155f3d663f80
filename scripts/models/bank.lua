--- The bank of mistakes around a network: its gradient with each of them planted,
-- checked, and told apart.
local bit = require 'bit'
local ffi = require 'ffi'
local check = require 'gw.check'
local equations = require 'models.equations'
local gw = require 'gw'
local record = require 'gw.record'

local Model = {}
Model.__index = Model

local PARAMETERS = { 'W1', 'b1', 'W2', 'b2' }
local POINTS = 8 -- tried for one that tells
local SENTENCE = 2000
local network -- below

--- @param net a gw.network
-- @param o.lambda weight of the regulariser (λ/2m) (‖W1‖² + ‖W2‖²)
-- @param o.alpha  learning rate of the update that some mistakes have seen
function network(net, o)
  local self = setmetatable({ net = net, lambda = o.lambda or 0, alpha = o.alpha or 0.1 }, Model)
  self.work = gw.matrix.new(1, gw.mistakes_names_work(net.network, net.X.cols))
  self.planted = net:on(net.X, net.Y) -- its gradient is the mistaken one
  for _, id in ipairs(equations.ids) do self[id] = self.planted[id] end
  self.right = self:gradient(gw.MISTAKE_NONE)
  return self
end

--- The gradient with a mistake, as a list of numbers in the order of θ; it is
-- left in self.dW1, … too.
function Model:gradient(mistake)
  local net = self.net
  gw.mistakes_network(mistake, net.network, net.X, net.Y, self.lambda, self.alpha, self.work, self.planted.gradient)
  local list = {}
  for _, name in ipairs(PARAMETERS) do
    for _, x in ipairs(self['d' .. name]:values()) do list[#list + 1] = x end
  end
  return list
end

function Model:regulariser()
  return gw.planted_regulariser(self.net.network, self.lambda, self.net.X.cols)
end

--- J with its regulariser.
function Model:cost()
  return self.net:cost() + self:regulariser()
end

-- Are two gradients the same numbers, to rounding?
local function equal(a, b)
  local size = 0
  for _, x in ipairs(a) do size = math.max(size, math.abs(x)) end
  for i, x in ipairs(a) do
    if math.abs(x - b[i]) > 1e-9 * size then return false end
  end
  return true
end

-- The gradient with a mistake, checked at this point alone.
function Model:check_here(mistake, seed)
  self:gradient(mistake)
  local blocks = {}
  for i, name in ipairs(PARAMETERS) do blocks[i] = { name, self.net[name], self['d' .. name] } end
  return check.gradient { blocks = blocks, cost = function() return self:cost() end, seed = seed,
    examples = self.net.X.cols }
end

-- A list in the order of θ as the gradient that C takes. Which dZ it has does not matter.
function Model:as_gradient(list)
  local g, at = record.new 'gw_network_gradient', 0
  for l = 1, 2 do
    g:set('dZ', l, self['dZ' .. l])
    for _, name in ipairs { 'dW', 'db' } do
      local M = gw.matrix.new(self[name .. l].rows, self[name .. l].cols)
      for i = 0, M.rows * M.cols - 1 do M.c.data[i] = list[at + i + 1] end
      g:set(name, l, M)
      at = at + M.rows * M.cols
    end
  end
  return g
end

-- The mistakes that give a gradient within bounds, both lists: as C has them, and as a
-- list, in which 0 is the right gradient.
function Model:that_give(list, bounds)
  local net, names, mistakes = self.net, ffi.new 'uint64_t[1]', {}
  gw.mistakes_names(net.network, net.X, net.Y, self.lambda, self.alpha, self:as_gradient(list),
    self:as_gradient(bounds), self.work, names)
  for k = 0, gw.MISTAKES - 1 do
    if bit.band(bit.rshift(names[0], k), 1) == 1 then mistakes[#mistakes + 1] = k end
  end
  return tonumber(names[0]), mistakes -- a whole number below 2^53
end

--- The mistakes that this point cannot tell from the truth: they move no entry by
-- more than its tolerance, that is the bound of a check of the right gradient.
function Model:hidden(seed)
  local _, mistakes = self:that_give(self.right, self:check_here(gw.MISTAKE_NONE, seed).bounds)
  table.remove(mistakes, 1) -- the right gradient itself
  return mistakes
end

--- Their keys, each once.
function Model.keys(mistakes)
  local seen, keys = {}, {}
  for _, mistake in ipairs(mistakes) do
    local key = gw.mistake_key(mistake)
    if not seen[key] then keys[#keys + 1] = key end
    seen[key] = true
  end
  return keys
end

--- Which mistake gives a gradient, a list in the order of θ: the keys of those that
-- agree with it within the bounds of a check, and a sentence that tells one, a tie or
-- none. No keys and no sentence for the right gradient.
function Model:diagnose(gradient, seed)
  local names, mistakes = self:that_give(gradient, self:check_here(gw.MISTAKE_NONE, seed).bounds)
  if mistakes[1] == gw.MISTAKE_NONE then return {} end
  local text = ffi.new('char[?]', SENTENCE)
  gw.mistakes_say(names, text, SENTENCE)
  return Model.keys(mistakes), ffi.string(text)
end

--- The same model, λ and examples included, at parameters of order 1: of a few
-- random points the one where the fewest mistakes hide.
function Model:telling_point(rng)
  local best, fewest
  for seed = 1, POINTS do
    local net = self.net:copy()
    for _, name in ipairs(PARAMETERS) do gw.random_fill_normal(rng, 1, net[name]) end
    local model = network(net, { lambda = self.lambda, alpha = self.alpha })
    local count = #model:hidden(seed)
    if not fewest or count < fewest then best, fewest = model, count end
    if count == 0 then break end
  end
  return best
end

--- Checks the gradient with a mistake, here and at a telling point; nil where the
-- mistake changes nothing at either. The result says which mistakes are `hidden`
-- here, and has the two checks as `here` and `there`.
function Model:check(mistake, seed)
  if not self.second or self.seed ~= seed then
    self.second, self.seed = self:telling_point(gw.random(seed)), seed
    self.hides = Model.keys(self:hidden(seed))
  end
  local there = self.second
  if mistake ~= gw.MISTAKE_NONE and equal(self:gradient(mistake), self.right) and
    equal(there:gradient(mistake), there.right) then return nil end
  local a, b = self:check_here(mistake, seed), there:check_here(mistake, seed)
  local result = check.merge { a, b }
  result.here, result.there, result.hidden = a, b, self.hides
  return result
end

--- The keys of all mistakes that give the same gradient as this one: a set, empty where
-- it is the right one.
function Model:names(mistake)
  local seen, keys, size = self:gradient(mistake), {}, 0
  for _, x in ipairs(seen) do size = math.max(size, math.abs(x)) end
  local rounding = {}
  for i = 1, #seen do rounding[i] = 1e-9 * size end
  local _, same = self:that_give(seen, rounding)
  if same[1] == gw.MISTAKE_NONE then return keys end
  for _, other in ipairs(same) do keys[gw.mistake_key(other)] = true end
  return keys
end

--- {index, log10 of its distance from the measured slope, log10 of the bound} of every
-- entry of a gradient with a mistake, relative to the largest slope; distances below
-- 1e−13 count as that.
function Model:errors(mistake, seed)
  local analytic, rows, size = self:gradient(mistake), {}, 0
  local result = self:check_here(mistake, seed)
  for _, n in ipairs(result.numerics) do size = math.max(size, math.abs(n)) end
  for i, n in ipairs(result.numerics) do
    rows[i] = { i, math.log10(math.max(math.abs(analytic[i] - n) / size, 1e-13)), math.log10(result.bounds[i] / size) }
  end
  return rows
end

return { network = network }
