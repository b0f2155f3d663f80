-- What JavaScript knows of the library, from what Lua knows of it.
--
--   luajit scripts/live/bindings.lua DIR SCRIPT.js …
--
-- Only what the scripts name is bound: gw.sigmoid_value is gw_sigmoid_value, gw.RISES the
-- constant GW_RISES, gw.struct('gw_formula') that struct. Written below DIR:
--
--   tables.json   functions, constants, and the layout of each struct in wasm32
--   layouts.c     assertions of these layouts, for the compiler that makes the wasm
--   exports       what the linker is to keep, a flag a line
--   sources       the files of csrc/ that these functions need, for the compiler
--   ROOM.c        those of csrc/ROOM/ as one, which is named in sources instead
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local ffi = require 'ffi'
local glob = require 'posix.glob'
local json = require 'dkjson'
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'

local SCALAR = {
  ['char'] = { size = 1, code = 'char' }, ['int'] = { size = 4, code = 'i32' },
  ['int32_t'] = { size = 4, code = 'i32' },
  ['size_t'] = { size = 4, code = 'i32' }, ['uint64_t'] = { size = 8, code = 'u64' },
  ['double'] = { size = 8, code = 'f64' },
}
local POINTER = { size = 4, code = 'pointer' }

-- The structs of cdef.h, each with its members in order: { kind, name, length }.
local function read_structs(cdef)
  local structs, enums, opaque = {}, {}, {}
  for body, name in cdef:gmatch 'typedef struct%s*(%b{})%s*([%w_]+);' do
    local members = {}
    for line in body:sub(2, -2):gmatch '([^;]+);' do
      local kind, rest = line:gsub('%f[%w]const%f[%W]', ''):match '^%s*([%w_]+)%s+(.*)$'
      for pointer, member, length in (rest .. ','):gmatch '%s*(%*?)%s*([%w_]+)%[?([^%],]*)%]?,' do
        members[#members + 1] = { kind = kind, name = member, pointer = pointer ~= '',
          length = length ~= '' and length }
      end
    end
    structs[name] = members
  end
  for name in cdef:gmatch '}%s*(gw_[%w_]+);' do enums[name] = not structs[name] or nil end
  for name in cdef:gmatch 'typedef struct ([%w_]+) %1;' do opaque[name] = true end
  return structs, enums, opaque
end

-- A number of C's: 24, GW_LAYERS + 1.
local function number_of(text)
  local value = text:gsub('[%a_][%w_]*', function(name) return tostring(tonumber(ffi.C[name])) end)
  return assert(loadstring('return ' .. value))()
end

local function laid_out(structs, enums)
  local layouts = {}
  local function layout(name)
    if layouts[name] then return layouts[name] end
    local at, widest, members = 0, 1, {}
    for i, member in ipairs(structs[name]) do
      local kind = member.pointer and POINTER or SCALAR[member.kind] or enums[member.kind] and SCALAR.int
      local inner = not kind and structs[member.kind] and layout(member.kind)
      if not kind and not inner then error(('%s.%s: a %s has no layout'):format(name, member.name, member.kind), 0) end
      local align = inner and inner.align or kind.size
      local length = member.length and number_of(member.length)
      at = math.ceil(at / align) * align
      members[i] = { member.name, at, inner and member.kind or kind.code, length or nil }
      at = at + (inner or kind).size * (length or 1)
      widest = math.max(widest, align)
    end
    layouts[name] = { size = math.ceil(at / widest) * widest, align = widest, members = members }
    return layouts[name]
  end
  for name in pairs(structs) do layout(name) end
  return layouts
end

-- How an argument is passed: a code, and for rows of numbers how many there must be.
local function passed(name, signature, argument, known)
  local id, kind = argument[1], argument[2]
  local function refuse(why) error(('gw_%s: %s (%s) %s'):format(name, id, kind, why), 0) end
  local pointer = kind:match '^const ([%w_]+) %*$' or kind:match '^([%w_]+) %*$'
  local shape, count = signature.shapes[id], signature.counts[id]
  if kind:match '^[%w_]+ %* ?%*$' then return { 'handles' } end
  if kind == 'const char *' then return { 'text' } end
  if kind == 'void *' then return { 'memory' } end
  if pointer == 'double' or pointer == 'int32_t' then
    if count and #count == 0 then return { pointer == 'double' and 'number out' or 'integer out', id } end
    if not shape then refuse 'may be one number or many: GW_SHAPES must say so in the header' end
    local sizes = {}
    for _, size in ipairs(shape) do
      for at, other in ipairs(signature.arguments) do
        if other[1] == size then sizes[#sizes + 1] = at - 1 end
      end
    end
    return { pointer == 'double' and 'numbers' or 'integers', sizes }
  end
  if pointer then
    if known.opaque[pointer] then return { 'handle' } end
    if not known.structs[pointer] then refuse 'points to what is no struct' end
    local length = count and count[1]
    if not length then return { 'struct', pointer } end
    for at, other in ipairs(signature.arguments) do
      if other[1] == length then return { 'structs', pointer, { at - 1 } } end
    end
    return { 'structs', pointer, {}, number_of(length) }
  end
  if kind == 'double' then return { 'number' } end
  if kind == 'uint64_t' then return { 'long' } end
  if kind == 'int32_t' or kind == 'int' or kind == 'size_t' or known.enums[kind] then return { 'integer' } end
  refuse 'cannot be passed'
end

local RESULT = { gw_status = 'status', double = 'number', int32_t = 'number', int = 'number', size_t = 'number',
  void = 'nothing', ['const char *'] = 'text' }

-- clang takes longer to start than to compile most files. These rooms' files share no name
-- (where they come to, the compiler says so), and each room is compiled as one.
local AT_ONCE = { base = true, gradcheck = true }

-- What the compiler is given for these sources.
local function units(sources, directory, write)
  local paths_of, list, rooms = {}, {}, {}
  for path in pairs(sources) do paths_of[#paths_of + 1] = path end
  table.sort(paths_of)
  for _, path in ipairs(paths_of) do
    local room = path:match '^csrc/(%w+)/'
    if AT_ONCE[room] then
      rooms[room] = (rooms[room] or '') .. ('#include "%s"\n'):format(path)
    else
      list[#list + 1] = path
    end
  end
  for room, includes in pairs(rooms) do
    write(room .. '.c', includes)
    list[#list + 1] = ('%s/%s.c'):format(directory, room)
  end
  table.sort(list)
  return list
end

-- The names after «gw.» in the scripts, each with the script that names it first.
local function named(scripts)
  local names = {}
  for _, path in ipairs(scripts) do
    local text = files.read(path) or error(path .. ' is missing', 0)
    for name in text:gmatch '%f[%w]gw%.([%a_][%w_]*)' do names[name] = names[name] or path end
  end
  return names
end

local OF_RUNTIME = {}
for name in ('matrix struct array memory numbers over text at mark release'):gmatch '%a+' do OF_RUNTIME[name] = true end

program.run('scripts/live/bindings.lua', function()
  local directory = assert(arg[1], 'usage: bindings.lua DIR SCRIPT.js …')
  local cdef = files.read(paths.build .. '/cdef.h')
  local signatures, uses = dofile(paths.build .. '/signatures.lua'), dofile(paths.build .. '/uses.lua')
  ffi.cdef(cdef)
  local structs, enums, opaque = read_structs(cdef)
  local layouts = laid_out(structs, enums)
  local known = { structs = structs, enums = enums, opaque = opaque }
  local functions, constants, exports, sources = {}, {}, {}, {}
  local names = named { unpack(arg, 2) }
  names.status_text = names.status_text or 'scripts/live/runtime.js'
  for name, path in pairs(names) do
    local signature = signatures['gw_' .. name]
    if signature then
      local arguments = {}
      for i, argument in ipairs(signature.arguments) do
        arguments[i] = passed(name, signature, argument, known)
      end
      functions[name] = { RESULT[signature.result] or 'handle', arguments }
      exports[#exports + 1] = '-Wl,--export=gw_' .. name
      for _, object in ipairs(uses['gw_' .. name]) do
        sources[object:gsub('^.*/obj/', 'csrc/'):gsub('o$', 'c')] = true
      end
    elseif name:match '^%u[%u%d_]*$' and pcall(function() return ffi.C['GW_' .. name] end) then
      constants[name] = tonumber(ffi.C['GW_' .. name])
    elseif not OF_RUNTIME[name] then
      error(('%s: gw.%s is in no header'):format(path, name), 0)
    end
  end
  local asserted = { '/* Generated: are structs laid out as the tables say? */' }
  for _, pattern in ipairs { '/csrc/*.h', '/csrc/*/*.h' } do
    for _, header in ipairs(glob.glob(paths.root .. pattern) or {}) do
      asserted[#asserted + 1] = ('#include "%s"'):format(header:match '[^/]+$')
    end
  end
  local sorted = {}
  for name in pairs(layouts) do sorted[#sorted + 1] = name end
  table.sort(sorted)
  for _, name in ipairs(sorted) do
    asserted[#asserted + 1] = ('_Static_assert(sizeof(%s) == %d, "%s");'):format(name, layouts[name].size, name)
    for _, member in ipairs(layouts[name].members) do
      asserted[#asserted + 1] = ('_Static_assert(offsetof(%s, %s) == %d, "%s.%s");'):format(name, member[1], member[2],
        name, member[1])
    end
  end
  table.sort(exports)
  local function write(file, text) files.write(directory .. '/' .. file, text .. '\n') end
  write('sources', table.concat(units(sources, directory, write), '\n'))
  -- The same keys in the same order, so that the same sources make the same file.
  local order = { 'functions', 'constants', 'layouts', 'size', 'align', 'members' }
  for _, table_ in ipairs { functions, constants, layouts } do
    local keys = {}
    for name in pairs(table_) do keys[#keys + 1] = name end
    table.sort(keys)
    for _, name in ipairs(keys) do order[#order + 1] = name end
  end
  write('tables.json', json.encode({ functions = functions, constants = constants, layouts = layouts },
    { keyorder = order }))
  write('layouts.c', table.concat(asserted, '\n'))
  write('exports', table.concat(exports, '\n'))
end)
