-- Prints the table of a bench: table.lua [JSON]; without a file, of what was accepted.
package.path = (arg[0]:match '^(.*/)14%-many%-machines/' or './') .. '?.lua;' .. package.path
local bench = require '14-many-machines.bench'
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'

program.run('scripts/14-many-machines/table.lua', function()
  local path = arg[1] or paths.root .. '/chapters/14-many-machines/bench.json'
  print(bench.of(assert(files.read(path))))
end)
