--- What is said of the reader's lines beside the verdict: the compiler's warnings, without
-- its false alarms, and what it does not see.
local files = require 'gw.files'
local source = require 'judge.source'

local warnings = {}

-- Is the function that a line stands in one that returns an int?
local function returns_int(lines, line)
  for i = line, 1, -1 do
    local type_ = lines[i]:match '^(%a[%w_ ]-)[ *]+[%a_][%w_]*%s*%('
    if type_ then return type_:match '%f[%w_]int$' end
  end
end

-- The name that a line sets, and the line above that declares it as an int.
local function int_of(lines, line)
  local name = lines[line]:match '^%s*([%a_][%w_]*)%s*[-+*/]?='
  for i = line, name and 1 or line + 1, -1 do
    local declared = lines[i]:match '%f[%w_]int%s+([^;(]*)'
    if declared and declared:match('%f[%w_]' .. name .. '%f[^%w_]') then return name, i end
  end
end

-- «if (z > 0) return z; return 0;» on one line means what it says.
function warnings.drop_false_alarms(path, result)
  local lines = source.lines(source.bare(files.read(path)))
  for i = #result.warnings, 1, -1 do
    local warning = result.warnings[i]
    local is_said = result.key == 'float' and warning.message:match "to .-float"
    local is_cut = warning.message:match "from 'double' to 'int'" or warning.message:match 'from ‘double’ to ‘int’'
    if is_cut and (lines[warning.line] or ''):match '%f[%w]return%f[%W]' and returns_int(lines, warning.line) then
      warning.plain = 'the answer is a whole number here, an int, and what is returned is none: C drops what comes ' ..
        'after the point'
    elseif is_cut and lines[warning.line] then
      local name, declared = int_of(lines, warning.line)
      warning.plain = name and ('«%s» is an int, by line %d: that keeps whole numbers only, and drops what comes ' ..
        'after the point. Declare it as double'):format(name, declared) or warning.plain
    end
    local first = result.mistakes[1]
    is_said = is_said or is_cut and first and (first.key == 'slip-type' or first.text:match 'line ' and
      first.text:match('%f[%d]' .. warning.line .. '%f[%D]'))
    for _, other in ipairs(is_cut and result.warnings or {}) do -- what abs has dropped
      is_said = is_said or other.line == warning.line and other.message:match 'absolute value'
    end
    if is_said or warning.message:match 'clause does not guard' and (lines[warning.line] or ''):match 'return' then
      table.remove(result.warnings, i)
    end
  end
end

-- What a variable holds that is given no value is another thing in each run, and no range is sure.
function warnings.drop_ranges(result)
  for _, warning in ipairs(result.warnings) do
    if warning.message:match 'used uninitialized' then result.agrees = nil end
  end
end

-- A fraction of two whole numbers is what nobody means, whatever else is wrong.
function warnings.look_for_whole_fractions(path, result)
  local t = source.tokens(files.read(path))
  for i, x in ipairs(t) do
    local a, b = t[i - 1], t[i + 1]
    if x.text == '/' and a and b and a.text:match '^%d+$' and b.text:match '^%d+$' and tonumber(b.text) > 0 and
      tonumber(a.text) % tonumber(b.text) ~= 0 and not t[i - 2].text:match '^[*/]$' then
      table.insert(result.warnings, 1, { line = x.line, kind = 'warning', plain =
        ('%s / %s divides two whole numbers: C drops what comes after the point, and answers %d. ' ..
        'Write %s.0 / %s'):format(
        a.text, b.text, math.floor(a.text / b.text), a.text, b.text) })
      return
    end
  end
end

-- «sum =+ x» is C, and sets sum to +x.
function warnings.look_for_turned_operators(path, result)
  local code = source.bare(files.read(path))
  local at, name, sign = code:match '()([%w_]+)[%]%)]?%s*=([+-])%s'
  if not at then return end
  local _, lines = code:sub(1, at - 1):gsub('\n', '')
  table.insert(result.warnings, 1, { line = lines + 1, kind = 'warning', plain =
    ('=%s sets %s, where %s= changes it'):format(sign, name, sign) })
end

return warnings
