-- Turns the preprocessed C headers into what scripts/gw/ffi.lua loads.
--
--   cc -DGW_CDEF -E -P … | luajit cdef.lua DIR
--
-- writes DIR/cdef.h (the declarations) and DIR/signatures.lua (names, types and
-- shapes of every function).
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local ffi = require 'ffi'
local files = require 'gw.files'
local program = require 'gw.program'

local directory = assert(arg[1], 'usage: cdef.lua DIR < preprocessed headers')
local text = io.read '*a'

local function write(name, content) files.write(directory .. '/' .. name, content) end

-- `Z(n, m), W[l](n[l], n[l - 1])` → { { 'Z', 'n', 'm' }, { 'W[l]', 'n[l]', 'n[l-1]' } }
local function read_shapes(spec)
  local list = {}
  for name, inside in spec:gmatch '([%w_%[%]]+)%s*%(([^)]*)%)' do
    local shape = { name }
    for size in inside:gsub('%s', ''):gmatch '[^,]+' do shape[#shape + 1] = size end
    list[#list + 1] = shape
  end
  return list
end

local function quoted(list)
  local parts = {}
  for i, word in ipairs(list) do parts[i] = ('%q'):format(word) end
  return '{' .. table.concat(parts, ', ') .. '}'
end

local function shapes_source(shapes)
  local parts = {}
  for i, shape in ipairs(shapes) do
    parts[i] = ('[%q] = %s'):format(shape[1], quoted { unpack(shape, 2) })
  end
  return '{' .. table.concat(parts, ', ') .. '}'
end

-- What is stated of matrices and of rows of numbers Lua and C check. `J()`, one number,
-- and the length of an array of structs are for readers, and for who binds C elsewhere.
local function split(shapes, list)
  local checked, counts = {}, {}
  for _, shape in ipairs(shapes) do
    local kind = (' ' .. list):match('([%w_]+)%s*%*%s*' .. shape[1]:gsub('%p', '%%%0') .. '%s*[,)]')
    local plain = #shape > 1 and (not kind or kind == 'gw_matrix' or not kind:match '^gw_')
    table.insert(plain and checked or counts, shape)
  end
  return checked, counts
end

-- The arguments that are structs of matrices, each with the shapes of its members.
local function members_source(list, structs)
  local parts = {}
  for kind, name in list:gmatch '([%w_]+)%s*%*%s*([%w_]+)' do
    if structs[kind] then
      local members = {}
      for i, shape in ipairs(structs[kind]) do members[i] = quoted(shape) end
      parts[#parts + 1] = ('%s = {kind = %q, %s}'):format(name, kind, table.concat(members, ', '))
    end
  end
  return '{' .. table.concat(parts, ', ') .. '}'
end

local function arguments_source(list, where)
  local parts = {}
  for argument in list:gmatch '[^,]+' do
    local kind, name = argument:match '^%s*(.-)%s*([%a_][%w_]*)%s*$'
    if argument:match '^%s*void%s*$' then break end
    assert(kind and kind ~= '', where .. ': cannot read the argument «' .. argument .. '»')
    parts[#parts + 1] = ('{%q, %q}'):format(name, (kind:gsub('%s*%*', ' *')))
  end
  return '{' .. table.concat(parts, ', ') .. '}'
end

program.run('scripts/tools/cdef.lua', function()
  local declarations, signatures, structs, shapes = {}, {}, {}, {}
  -- Shapes belong to the struct or the prototype that follows them.
  for chunk, spec in (text .. '@shapes ""'):gmatch '(.-)@shapes "(.-)"' do
    local struct, after = chunk:match '^%s*typedef struct%s*%b{}%s*([%w_]+);()'
    if struct and #shapes > 0 then
      structs[struct], shapes = shapes, {}
    end
    for prototype in chunk:sub(after or 1):gmatch '[^;{}]+;' do
      local result, name, list = prototype:match '^%s*([%w_ ]-[ *]+)(gw_[%w_]+)%s*(%b())%s*;'
      if result and not result:match 'typedef' then
        for _, shape in ipairs(shapes) do
          assert((' ' .. list):find('%W' .. shape[1] .. '%s*[,)]'), name .. ': GW_SHAPES names ' .. shape[1]
            .. ', which is no argument')
        end
        local checked, counts = split(shapes, list)
        signatures[#signatures + 1] = ('  %s = {result = %q, shapes = %s, counts = %s, members = %s, arguments = %s},')
          :format(name, (result:gsub('%s+$', '')), shapes_source(checked), shapes_source(counts),
          members_source(list, structs), arguments_source(list:sub(2, -2), name))
        shapes = {}
      end
    end
    declarations[#declarations + 1] = chunk
    shapes = read_shapes(spec)
  end

  local cdef = table.concat(declarations):gsub('\n%s*\n', '\n')
  local ok, message = pcall(ffi.cdef, cdef)
  if not ok then
    error('LuaJIT cannot read the headers: ' .. message, 0)
  end
  write('signatures.lua', 'return {\n' .. table.concat(signatures, '\n') .. '\n}\n')
  -- Last, since make takes it for the sign that both are there.
  write('cdef.h', cdef)
end)
