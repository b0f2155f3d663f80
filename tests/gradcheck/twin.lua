-- A model in C as one in Lua: the same compiled functions, called through LuaJIT, so
-- that every adapter of the checker can be asked about the very same numbers.
--
--   GRADCHECK_TWIN=model.so gradcheck twin.lua
local ffi = require 'ffi'
ffi.cdef [[
int gradcheck_size(void);
double gradcheck_cost(const double *theta);
void gradcheck_gradient(const double *theta, double *gradient);
void gradcheck_point(double *theta);
const char *gradcheck_blocks(void);
int gradcheck_examples(void);
unsigned long gradcheck_pattern(const double *theta);
double gradcheck_alpha(void);
const char *gradcheck_equations(void);
double gradcheck_cost_from(int equation, const double *theta, const double *intermediate);
void gradcheck_equation(int equation, const double *theta, double *value, double *gradient);
]]
local C = ffi.load(os.getenv 'GRADCHECK_TWIN')

-- Does the model define it?
local function has(name)
  return pcall(function() return C['gradcheck_' .. name] end)
end

local function numbers(list) return ffi.new('double[?]', #list, list) end

-- Calls f with lists as arrays, and writes what is in them after the call back.
local function on_lists(f, ...)
  local lists, arrays = { ... }, {}
  for k, list in ipairs(lists) do arrays[k] = numbers(list) end
  local value = f(unpack(arrays))
  for k, list in ipairs(lists) do
    for i = 1, #list do list[i] = arrays[k][i - 1] end
  end
  return value
end

local function of_lists(name)
  return has(name) and function(...) return on_lists(C['gradcheck_' .. name], ...) end or nil
end

local function text(name) return has(name) and ffi.string(C['gradcheck_' .. name]()) or nil end

local equations = {}
for name in (text 'equations' or ''):gmatch '([^%s,]+)%s+%d+x%d+' do
  equations[#equations + 1] = name
  equations[name] = #equations - 1
end

return {
  size = C.gradcheck_size(), blocks = text 'blocks', equations = text 'equations',
  examples = has 'examples' and C.gradcheck_examples() or nil,
  alpha = has 'alpha' and C.gradcheck_alpha() or nil,
  cost = of_lists 'cost', gradient = of_lists 'gradient', point = of_lists 'point',
  pattern = has 'pattern' and function(theta) return tonumber(C.gradcheck_pattern(numbers(theta))) end or nil,
  cost_from = has 'cost_from' and function(name, theta, values)
    return C.gradcheck_cost_from(equations[name], numbers(theta), numbers(values))
  end or nil,
  equation = has 'equation' and function(name, theta, value, gradient)
    on_lists(function(...) C.gradcheck_equation(equations[name], ...) end, theta, value, gradient)
  end or nil,
}
