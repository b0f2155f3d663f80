--- How a reader's file is compiled.
local paths = require 'gw.paths'

local flags = {}

flags.SANITIZED = { '-std=c11', '-g', '-O1', '-fno-omit-frame-pointer', '-fsanitize=address,undefined',
  '-fno-sanitize-recover=undefined', '-ffp-contract=off', '-I' .. paths.root .. '/scripts/judge/frame' }

flags.PLAIN = { '-std=c11', '-w', '-I' .. paths.root .. '/scripts/judge/frame' }

flags.STRICT = { '-fno-diagnostics-color', '-Wall', '-Wextra', '-Wno-unused-parameter', '-Wfloat-conversion',
  '-Werror=implicit-function-declaration', '-Werror=return-type', '-Werror=int-conversion',
  '-Werror=incompatible-pointer-types' }

return flags
