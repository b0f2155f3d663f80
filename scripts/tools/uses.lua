-- Which objects each function of the library needs, its own and those that it calls into:
-- a Lua table by the name of the function.
--
--   nm --print-file-name OBJECT.o … | luajit scripts/tools/uses.lua FILE
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local files = require 'gw.files'
local program = require 'gw.program'

program.run('scripts/tools/uses.lua', function()
  local home, calls = {}, {} -- the object of a function; what an object calls
  for line in io.lines() do
    local object, kind, name = line:match '^(.-):%x*%s+(%a) ([%w_]+)$'
    if kind == 'U' then
      calls[object] = calls[object] or {}
      calls[object][name] = true
    elseif kind then
      home[name] = object
    end
  end
  local function gather(object, into)
    if into[object] then return into end
    into[object] = true
    for name in pairs(calls[object] or {}) do
      if home[name] then gather(home[name], into) end
    end
    return into
  end
  local lines = {}
  for name, object in pairs(home) do
    if name:match '^gw_' then
      local list = {}
      for each in pairs(gather(object, {})) do list[#list + 1] = ('%q'):format(each) end
      table.sort(list)
      lines[#lines + 1] = ('  %s = { %s },'):format(name, table.concat(list, ', '))
    end
  end
  table.sort(lines)
  files.write(arg[1], 'return {\n' .. table.concat(lines, '\n') .. '\n}\n')
end)
