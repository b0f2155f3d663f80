--- Makes a Lua function of a C function from its declaration and its shapes.
--
-- gw_blas_multiply(A, B, C) becomes gw.blas_multiply(A, B, C). Every argument's
-- type and shape is checked before C is called; what is wrong is blamed on the
-- caller's line. `double *` without a shape is an output and becomes a result.
-- A status other than GW_OK becomes an error.
--
-- The function is written out as source and compiled, so that LuaJIT sees
-- straight code without loops over arguments.
local ffi = require 'ffi'
local library = require 'gw.ffi'
local matrix = require 'gw.matrix'

local C = library.C
local bind = {}

-- What the written-out functions call. There C is _C: an argument may be called C.
local support = { C = C, ffi = ffi, is_matrix = matrix.is }

local function complain(name, text, ...)
  error(('gw.%s: %s'):format(name, text:format(...)), 4)
end

local function described(x)
  if matrix.is(x) then return 'a ' .. x:shape() .. ' matrix' end
  if type(x) == 'cdata' then return 'a ' .. tostring(ffi.typeof(x)) end
  if type(x) == 'number' or x == nil then return tostring(x) end
  return 'a ' .. type(x)
end

function support.not_a(name, argument, kind, value)
  complain(name, '%s must be %s, but is %s', argument, kind, described(value))
end

function support.failed(name, status)
  complain(name, '%s', ffi.string(C.gw_status_text(status)))
end

local function outer(sizes, known)
  local out = {}
  for i, size in ipairs(sizes) do out[i] = tostring(tonumber(size) or known[size] or size) end
  return table.concat(out, 'x')
end

-- Says which argument has the wrong shape, beside the first that it disagrees
-- with: "Z is 3x2 but A is 2x3".
function support.wrong_shape(name, order, shapes, values)
  local known, source = {}, {}
  for _, argument in ipairs(order) do
    local sizes, value = shapes[argument], values[argument]
    local actual = type(value) == 'number' and { value } or { value.rows, value.cols }
    if #sizes == 1 and matrix.is(value) then actual = { value.rows * value.cols } end
    for i, size in ipairs(sizes) do
      local wanted = tonumber(size) or known[size]
      if wanted and wanted ~= actual[i] then
        local other = source[size]
        if other and matrix.is(values[other]) and matrix.is(value) then
          complain(name, '%s is %s but %s is %s (it must be %s)', other, values[other]:shape(),
            argument, value:shape(), outer(sizes, known))
        end
        complain(name, '%s is %s but must be %s', argument, described(value):gsub('^a ', ''),
          outer(sizes, known))
      end
      if not tonumber(size) and not known[size] then known[size], source[size] = actual[i], argument end
    end
  end
end

local INTEGER = { int32_t = true, uint64_t = true, int = true, size_t = true }

-- The check and the C expression of one argument.
local function argument_source(add, name, argument, kind, shape, enum)
  if kind:match 'gw_matrix %*$' then
    add('if not is_matrix(%s) then not_a(%q, %q, "a matrix", %s) end', argument, name, argument, argument)
    return argument .. '.c'
  elseif kind:match 'double %*$' and shape then
    add('if not is_matrix(%s) then not_a(%q, %q, "a matrix", %s) end', argument, name, argument, argument)
    return argument .. '.c.data'
  elseif kind == 'double' then
    add('if type(%s) ~= "number" then not_a(%q, %q, "a number", %s) end', argument, name, argument, argument)
  elseif INTEGER[kind] or enum then
    local low = (kind == 'int32_t' or kind == 'int') and -2 ^ 31 or 0
    add('if type(%s) ~= "number" or %s %% 1 ~= 0 or %s < %d or %s >= %d then not_a(%q, %q, "a whole number", %s) end',
      argument, argument, argument, low, argument, (kind == 'uint64_t' or kind == 'size_t') and 2 ^ 53 or 2 ^ 31,
      name, argument, argument)
  end
  return argument
end

-- One comparison for the first use of a size, so that the common case is cheap.
local function shape_source(add, name, signature)
  local known, tests, order = {}, {}, {}
  for _, argument in ipairs(signature.arguments) do
    local sizes, kind = signature.shapes[argument[1]], argument[2]
    if not sizes and kind == 'int32_t' then sizes = { argument[1] } end
    if sizes then
      order[#order + 1] = argument[1]
      local actual = #sizes == 2 and { argument[1] .. '.rows', argument[1] .. '.cols' }
        or kind == 'int32_t' and { argument[1] }
        or { ('%s.rows * %s.cols'):format(argument[1], argument[1]) }
      for i, size in ipairs(sizes) do
        if tonumber(size) or known[size] then
          tests[#tests + 1] = ('%s ~= %s'):format(actual[i], known[size] or size)
        else
          known[size] = actual[i]
        end
      end
    end
  end
  if #tests == 0 then return end
  local names, shapes, values = {}, {}, {}
  for i, argument in ipairs(order) do
    names[i] = ('%q'):format(argument)
    local sizes = signature.shapes[argument] or { argument }
    for k, size in ipairs(sizes) do sizes[k] = size end
    shapes[i] = ('[%q] = {"%s"}'):format(argument, table.concat(sizes, '", "'))
    values[i] = ('[%q] = %s'):format(argument, argument)
  end
  add('if %s then wrong_shape(%q, {%s}, {%s}, {%s}) end', table.concat(tests, ' or '), name,
    table.concat(names, ', '), table.concat(shapes, ', '), table.concat(values, ', '))
end

--- The Lua function for C's gw_NAME.
function bind.make(name, signature)
  local lines, parameters, passed, results, static = {}, {}, {}, {}, {}
  local function add(...) lines[#lines + 1] = (...):format(select(2, ...)) end
  for _, argument in ipairs(signature.arguments) do
    local id, kind = argument[1], argument[2]
    local shape = signature.shapes[id]
    local out = not shape and not kind:match '^const' and kind:match '^([%w_]+) %*$'
    if out == 'double' or out == 'int32_t' then
      static[#static + 1] = ('local %s = ffi.new("%s[1]")'):format(id, out)
      passed[#passed + 1] = id
      results[#results + 1] = (out == 'double' and '%s[0]' or 'tonumber(%s[0])'):format(id)
    else
      parameters[#parameters + 1] = id
      local enum = kind:match '^gw_[%w_]+$' ~= nil
      passed[#passed + 1] = argument_source(add, name, id, kind, shape, enum)
    end
  end
  shape_source(add, name, signature)
  local call = ('_C.gw_%s(%s)'):format(name, table.concat(passed, ', '))
  if signature.result == 'gw_status' then
    add('local status = %s', call)
    add('if status ~= 0 then failed(%q, status) end', name)
    add('return %s', table.concat(results, ', '))
  elseif signature.result:match '%*$' then
    add('return ffi.string(%s)', call)
  elseif signature.result == 'void' then
    add('%s', call)
  else
    add('return %s(%s)', signature.result == 'double' and '' or 'tonumber', call)
  end
  local source = ([[
local _C, ffi, is_matrix, not_a, wrong_shape, failed = ...
%s
return function(%s)
%s
end]]):format(table.concat(static, '\n'), table.concat(parameters, ', '), table.concat(lines, '\n'))
  return assert(loadstring(source, '=gw.' .. name))(C, ffi, matrix.is, support.not_a,
    support.wrong_shape, support.failed)
end

return bind
