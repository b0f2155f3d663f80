--- Makes a Lua function of a C function from its declaration and its shapes.
--
-- gw_fast_multiply(A, B, C) becomes gw.fast_multiply(A, B, C). Every argument's
-- type and shape is checked before C is called; what is wrong is blamed on the
-- caller's line. `double *` without a shape is an output and becomes a result.
-- A status other than GW_OK becomes an error. A struct of matrices is passed as a
-- gw.record; the shapes of its members C alone checks, and if one is refused, what
-- is wrong is found out here.
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
  if type(x) == 'table' and type(x.kind) == 'string' then return 'a ' .. x.kind end
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

local function outer(sizes, known, actual)
  local out = {}
  for i, size in ipairs(sizes) do out[i] = tostring(tonumber(size) or known[size] or actual[i]) end
  return table.concat(out, 'x')
end

--- Everything that has a shape among a function's arguments, in order: its label, 'Z'
-- or 'net.W[1]', its sizes, and of_values(values), which finds it; where an argument is
-- a struct, for a network of so many layers.
function bind.shaped(signature, layers)
  local list = {}
  local function add(label, sizes, of_values)
    for i, size in ipairs(sizes) do sizes[i] = size:gsub('%[L%]', '[' .. layers .. ']') end
    list[#list + 1] = { label = label, sizes = sizes, of_values = of_values }
  end
  for _, argument in ipairs(signature.arguments) do
    local id, kind = argument[1], argument[2]
    local members = signature.members[id]
    for l = 1, members and layers or 0 do
      for _, member in ipairs(members) do
        local name, index, sizes = member[1]:match '^[%w_]+', member[1]:match '%[(.-)%]', {}
        for i = 2, #member do
          sizes[i - 1] = member[i]:gsub('%[l%]', '[' .. l .. ']'):gsub('%[l%-1%]', '[' .. l - 1 .. ']')
        end
        local at = tonumber(index) or l
        if index == 'l' or l == 1 then
          add(('%s.%s[%d]'):format(id, name, at), sizes, function(values) return values[id].c[name][at] end)
        end
      end
    end
    local sizes = signature.shapes[id] or kind == 'int32_t' and { id }
    if sizes then add(id, { unpack(sizes) }, function(values) return values[id] end) end
  end
  return list
end

-- Says which argument has the wrong shape, beside the first that it disagrees
-- with: "Z is 3x2 but A is 2x3".
function support.wrong_shape(name, signature, values)
  local known, source, layers = {}, {}, 0
  local function shape_of(value) return ('%dx%d'):format(value.rows, value.cols) end
  for id, members in pairs(signature.members) do
    if members.kind == 'gw_network' then layers = values[id].c.layers end
  end
  for _, each in ipairs(bind.shaped(signature, layers)) do
    local sizes, value = each.sizes, each.of_values(values)
    local is_number = type(value) == 'number'
    local actual = is_number and { value } or #sizes == 1 and { value.rows * value.cols } or { value.rows, value.cols }
    for i, size in ipairs(sizes) do
      local wanted = tonumber(size) or known[size]
      if wanted and wanted ~= actual[i] then
        local other = source[size]
        if other and other.shape and not is_number then
          complain(name, '%s is %s but %s is %s (it must be %s)', other.label, other.shape,
            each.label, shape_of(value), outer(sizes, known, actual))
        end
        complain(name, '%s is %s but must be %s', each.label, is_number and value or shape_of(value),
          outer(sizes, known, actual))
      end
      if not tonumber(size) and not known[size] then
        known[size], source[size] = actual[i], { label = each.label, shape = not is_number and shape_of(value) }
      end
    end
  end
end

local INTEGER = { int32_t = true, uint64_t = true, int = true, size_t = true }

-- The check and the C expression of one argument.
local function argument_source(add, name, argument, kind, shape, struct, enum)
  if struct then
    add('if type(%s) ~= "table" or %s.kind ~= %q then not_a(%q, %q, "a %s", %s) end', argument, argument, struct.kind,
      name, argument, struct.kind, argument)
    return argument .. '.c'
  elseif kind:match 'gw_matrix %*$' then
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

-- The call of wrong_shape.
local function complaint(name, signature)
  local values = {}
  for i, argument in ipairs(signature.arguments) do values[i] = ('[%q] = %s'):format(argument[1], argument[1]) end
  return ('wrong_shape(%q, signature, {%s})'):format(name, table.concat(values, ', '))
end

-- One comparison for the first use of a size, so that the common case is cheap.
local function shape_source(add, name, signature)
  local known, tests = {}, {}
  for _, each in ipairs(bind.shaped(signature, 0)) do
    local id, sizes = each.label, each.sizes
    local actual = #sizes == 2 and { id .. '.rows', id .. '.cols' } or signature.shapes[id]
      and { ('%s.rows * %s.cols'):format(id, id) } or { id }
    for i, size in ipairs(sizes) do
      if tonumber(size) or known[size] then
        tests[#tests + 1] = ('%s ~= %s'):format(actual[i], known[size] or size)
      else
        known[size] = actual[i]
      end
    end
  end
  if #tests > 0 then add('if %s then %s end', table.concat(tests, ' or '), complaint(name, signature)) end
end

--- The Lua function for C's gw_NAME.
function bind.make(name, signature)
  local lines, parameters, passed, results, static = {}, {}, {}, {}, {}
  local function add(...) lines[#lines + 1] = (...):format(select(2, ...)) end
  for _, argument in ipairs(signature.arguments) do
    local id, kind = argument[1], argument[2]
    local shape = signature.shapes[id]
    local struct = signature.members[id]
    local out = not shape and not kind:match '^const' and kind:match '^([%w_]+) %*$'
    if out == 'double' or out == 'int32_t' then
      static[#static + 1] = ('local %s = ffi.new("%s[1]")'):format(id, out)
      passed[#passed + 1] = id
      results[#results + 1] = (out == 'double' and '%s[0]' or 'tonumber(%s[0])'):format(id)
    else
      parameters[#parameters + 1] = id
      local enum = kind:match '^gw_[%w_]+$' ~= nil
      passed[#passed + 1] = argument_source(add, name, id, kind, shape, struct, enum)
    end
  end
  local of_structs = next(signature.members) ~= nil
  if not of_structs then shape_source(add, name, signature) end
  local call = ('_C.gw_%s(%s)'):format(name, table.concat(passed, ', '))
  if signature.result == 'gw_status' then
    add('local status = %s', call)
    add('if status ~= 0 then')
    if of_structs then add('if status == %d then %s end', tonumber(C.GW_SHAPE), complaint(name, signature)) end
    add('failed(%q, status) end', name)
    add('return %s', table.concat(results, ', '))
  elseif signature.result:match '%*$' then
    add('return ffi.string(%s)', call)
  elseif signature.result == 'void' then
    add('%s', call)
  else
    add('return %s(%s)', signature.result == 'double' and '' or 'tonumber', call)
  end
  local source = ([[
local _C, ffi, is_matrix, not_a, wrong_shape, failed, signature = ...
%s
return function(%s)
%s
end]]):format(table.concat(static, '\n'), table.concat(parameters, ', '), table.concat(lines, '\n'))
  return assert(loadstring(source, '=gw.' .. name))(C, ffi, matrix.is, support.not_a,
    support.wrong_shape, support.failed, signature)
end

return bind
