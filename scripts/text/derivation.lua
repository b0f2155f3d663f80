--- Evaluates the derivations of a text: each line of one is a claim that two
-- expressions are the same number, and is tried at random points.
--
--   <!-- derivation: sigmoid -->     from here to <!-- /derivation --> every formula of
--                                    the text is one of sigmoid's in derivations.lua:
--
--   sigmoid = [[
--     z = uniform(-5, 5); e = exp(-z)              draws the points
--
--     slope(sigmoid, z) == e/(1 + e)^2             then a paragraph for each formula,
--     (1/(1 + e)) * (e/(1 + e))                    and in it a line for each of its rows
--   ]]
--
-- A line without == must equal the line before it; one that stands further in goes on
-- with the line before. A value may be a table of values. slope(f, x) is what the
-- gradient checker measures, within its bound.
local check = require 'gw.check'

local derivation = {}

local DRAWS, SLOPES = 100, 20
-- Rounding leaves 1e-15 or so of each line; a wrong line is off by far more.
local SAME = 1e-9

local Slope = {}

local function vector(n, a, b)
  local v = {}
  for i = 1, n do v[i] = a + (b - a) * math.random() end
  return v
end

local function grid(rows, cols, f)
  local M = {}
  for i = 1, rows do
    M[i] = {}
    for j = 1, cols do M[i][j] = f(i, j) end
  end
  return M
end

-- What a line may use beside what its derivation declares.
local FUNCTIONS = {
  exp = math.exp, ln = math.log, log10 = math.log10, sqrt = math.sqrt, sin = math.sin, cos = math.cos,
  tan = math.tan, atan = math.atan, tanh = math.tanh, abs = math.abs, floor = math.floor, max = math.max,
  min = math.min, pi = math.pi, ipairs = ipairs, vector = vector,
  sigmoid = function(z) return 1 / (1 + math.exp(-z)) end,
  uniform = function(a, b) return a + (b - a) * math.random() end,
  normal = function() return math.sqrt(-2 * math.log(1 - math.random())) * math.cos(2 * math.pi * math.random()) end,
  -- Tables of numbers, as matrices: of a size from a function, products, transposes.
  grid = grid,
  each = function(M, f) return grid(#M, #M[1], function(i, j) return f(M[i][j]) end) end,
  transpose = function(M) return grid(#M[1], #M, function(i, j) return M[j][i] end) end,
  product = function(A, B)
    return grid(#A, #B[1], function(i, j)
      local total = 0
      for k = 1, #B do total = total + A[i][k] * B[k][j] end
      return total
    end)
  end,
  sum = function(n, f)
    local total = 0
    for i = 1, n do total = total + f(i) end
    return total
  end,
  matrix = function(rows, cols, a, b)
    local M = {}
    for i = 1, rows do M[i] = vector(cols, a, b) end
    return M
  end,
  slope = function(f, x) return setmetatable({ f = f, x = x }, Slope) end,
}

-- Are two values the same? Returns why not.
local function differ(a, b, draw)
  if getmetatable(b) == Slope then a, b = b, a end
  if getmetatable(a) == Slope then
    if type(b) ~= 'number' then return 'a slope is compared with no number' end
    if draw > SLOPES then return nil end
    local r = check.derivative(a.f, function() return b end, { a.x }, draw)
    return r.verdict ~= 'pass' and ('the slope is %.10g, the line says %.10g'):format(r.worst.numeric, b) or nil
  elseif type(a) == 'table' and type(b) == 'table' then
    if #a ~= #b then return ('%d values against %d'):format(#a, #b) end
    for i = 1, #a do
      local why = differ(a[i], b[i], draw)
      if why then return why end
    end
    return nil
  elseif type(a) ~= 'number' or type(b) ~= 'number' then
    return ('a %s against a %s'):format(type(a), type(b))
  end
  -- The comparison is turned round so that NaN differs from everything.
  if math.abs(a - b) <= SAME * (1 + math.max(math.abs(a), math.abs(b))) then return nil end
  return ('%.10g is not %.10g'):format(a, b)
end

local function compile(code, complain)
  local chunk, message = loadstring(code)
  if not chunk then complain((message:gsub('^.-:1: ', ''))) end
  return chunk
end

-- One line of a derivation: what stands left and right of its ==.
local function parse(text, complain)
  local left, right = text:match '^(.-)%s==%s(.*)$'
  local first = compile('return ' .. (left or text), complain)
  return first and { left = first, right = right and compile('return ' .. right, complain), text = text }
end

-- What stands beside the text as a declaration and formulas, a list of lines each.
local function read(given, complain)
  local formulas = {}
  for i = 2, #given.paragraphs do
    local lines = given.paragraphs[i].lines
    local formula = { wanted = #lines }
    for _, line in ipairs(lines) do
      local parsed = parse(line.text, function(why) complain(line.at, why) end)
      if parsed then
        parsed.at = line.at
        formula[#formula + 1] = parsed
      end
    end
    formulas[i - 1] = formula
  end
  return { declaration = given.paragraphs[1] or { at = given.at, text = '' }, formulas = formulas }
end

-- Tries one derivation; says each line's first disagreement.
local function try(block, complain)
  local function undeclared(why) complain(block.declaration.at, 'derivation: ' .. tostring(why)) end
  local declare, silent = compile(block.declaration.text, undeclared), {}
  for draw = 1, declare and DRAWS or 0 do
    math.randomseed(draw)
    local env = setmetatable({}, { __index = FUNCTIONS })
    local ok, why = pcall(setfenv(declare, env))
    if not ok then return undeclared(why) end
    local before
    for _, formula in ipairs(block.formulas) do
      for _, line in ipairs(formula) do
        local good, left = pcall(setfenv(line.left, env))
        local right
        if good and line.right then good, right = pcall(setfenv(line.right, env)) end
        if not good then
          why = tostring(right or left):gsub('^.-:1: ', '')
        elseif line.right then
          why = differ(left, right, draw)
        else
          why = before ~= nil and differ(before, left, draw) or nil
        end
        if why and not silent[line] then
          silent[line] = true
          complain(line.at, ('the line «%s» does not hold: %s'):format(line.text, why), formula.fence)
        end
        before = right or left
      end
    end
  end
end

-- The rows of a fence of mathematics, from its opening line on.
local function rows(list, first)
  local text, i = {}, first + 1
  while list[i] and list[i].kind == 'math' do
    text[#text + 1] = list[i].text
    i = i + 1
  end
  local all = table.concat(text, '\n')
  -- Within a matrix or cases, \\ ends a row of that, not of the derivation.
  all = all:gsub('\\begin{(%a*matrix)}.-\\end{%1}', ''):gsub('\\begin{cases}.-\\end{cases}', '')
  local _, breaks = all:gsub('\\\\', '')
  return 1 + breaks
end

--- Checks the derivations among the lines of a text, each {text=, kind=, fence=},
-- against those beside it. Says what is wrong by complain(line number, message).
function derivation.check(list, beside, complain)
  local block, begun, count
  for i, line in ipairs(list) do
    local name = line.kind == 'prose' and line.text:match '^<!%-%- derivation: (.-) %-%->$'
    if name then
      local given = beside.derivations[name]
      if block then complain(i, 'a derivation begins within another') end
      if not given then complain(i, ('%s has no derivation «%s»'):format(beside.name, name)) end
      local function there(at, message, fence)
        complain(fence or i, ('%s:%d: %s'):format(beside.name, at, message))
      end
      block, begun, count = given and read(given, there), i, 0
      if block then block.complain = there end
    elseif line.kind == 'prose' and line.text:match '^<!%-%- /derivation %-%->$' then
      if not begun then complain(i, 'no derivation ends here') end
      if block then
        -- One that stands in words alone has no formula.
        if count > 0 and count < #block.formulas then
          complain(i, ('this derivation has %d formula%s, and lines for %d'):format(count, count == 1 and '' or 's',
            #block.formulas))
        end
        try(block, block.complain)
      end
      block, begun = nil, nil
    elseif line.kind == 'fence' and line.fence == 'math' and block then
      count = count + 1
      local formula, wanted = block.formulas[count], rows(list, i)
      local has = formula and formula.wanted or 0
      if formula then formula.fence = i end
      if has ~= wanted then
        complain(i, ('this formula has %d row%s, and %d line%s to check'):format(wanted, wanted == 1 and '' or 's',
          has, has == 1 and '' or 's'))
      end
    end
  end
  if begun then complain(begun, 'this derivation does not end') end
end

return derivation
