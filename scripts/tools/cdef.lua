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

-- `Z(n, m), A(n, m)` → {Z = {'n', 'm'}, A = {'n', 'm'}}, as Lua source.
local function shapes_source(spec)
  local parts = {}
  for name, inside in spec:gmatch '([%w_]+)%s*%(([^)]*)%)' do
    local sizes = {}
    for size in inside:gmatch '[%w_]+' do sizes[#sizes + 1] = ('%q'):format(size) end
    parts[#parts + 1] = ('[%q] = {%s}'):format(name, table.concat(sizes, ', '))
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
  local declarations, signatures = {}, {}
  local shapes = '{}'
  -- A shape belongs to the prototype that follows it.
  for chunk, spec in (text .. '@shapes ""'):gmatch '(.-)@shapes "(.-)"' do
    for prototype in chunk:gmatch '[^;{}]+;' do
      local result, name, list = prototype:match '^%s*([%w_ ]-[ *]+)(gw_[%w_]+)%s*(%b())%s*;'
      if result and not result:match 'typedef' then
        signatures[#signatures + 1] = ('  %s = {result = %q, shapes = %s, arguments = %s},'):format(
          name, (result:gsub('%s+$', '')), shapes, arguments_source(list:sub(2, -2), name))
        shapes = '{}'
      end
    end
    declarations[#declarations + 1] = chunk
    shapes = shapes_source(spec)
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
