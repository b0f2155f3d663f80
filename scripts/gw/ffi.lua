--- The one place that knows the C declarations: loads them and the library, and
-- refuses a library that is older than a source or a header.
local ffi = require 'ffi'
local stdlib = require 'posix.stdlib'
local stat = require 'posix.sys.stat'
local glob = require 'posix.glob'
local paths = require 'gw.paths'
local root = paths.root
local remedy = paths.library == paths.command and 'run make gradcheck' or 'run make'

local function fail(...)
  error((...):format(select(2, ...)), 0)
end

local function modified(path)
  local found = stat.stat(path)
  return found and found.st_mtime
end

-- Of the library's sources; csrc/mpi is another one's.
local function refuse_older_than_sources(library, patterns, except)
  local built = modified(library)
  for _, pattern in ipairs(patterns) do
    for _, source in ipairs(glob.glob(root .. pattern) or {}) do
      if modified(source) > built and not (except and source:find(except, 1, true)) then
        fail('%s is older than %s: %s', library, source, remedy)
      end
    end
  end
end

local library_path = paths.library
local folder = library_path:match '^(.*)/'
local cdef_path, signatures_path = folder .. '/cdef.h', folder .. '/signatures.lua'
for _, path in ipairs { cdef_path, library_path, signatures_path } do
  if not modified(path) then fail('%s is missing: %s', path, remedy) end
end
local function declare(path)
  local file = assert(io.open(path))
  ffi.cdef(file:read '*a')
  file:close()
end
refuse_older_than_sources(library_path, { '/csrc/*.[ch]', '/csrc/*/*.[ch]' }, '/csrc/mpi/')

-- LuaJIT may read a number from memory only where it is used, and then past a C
-- call that has changed it (load fusion; x86 and x64, 2.1.0-beta3: f(2) − f(1)
-- became 0). Every result of C would be at risk.
require('jit.opt').start '-fuse'

declare(cdef_path)
-- Threads of csrc/fast that wait for each other soon sleep: beside other work
-- those that spin on take many times as long as one thread alone.
if not os.getenv 'GOMP_SPINCOUNT' and not os.getenv 'OMP_WAIT_POLICY' then
  stdlib.setenv('GOMP_SPINCOUNT', '1000')
end

local loaded, clib = pcall(ffi.load, library_path)
if not loaded then fail('%s cannot be loaded: %s', library_path, clib) end

-- What is used of the library is kept here, so that a chapter can say what it depends on.
local C = setmetatable({}, { __index = function(C, name)
  local value = clib[name]
  rawset(C, name, value)
  return value
end })

-- GW_INSTRUCTIONS=plain, avx2 or avx512 has csrc/fast use these, for who wants to see that no
-- number depends on them.
local wanted = os.getenv 'GW_INSTRUCTIONS'
if wanted then
  local set = ({ plain = 'GW_PLAIN_INSTRUCTIONS', avx2 = 'GW_AVX2', avx512 = 'GW_AVX512' })[wanted]
  if not set then fail('GW_INSTRUCTIONS is plain, avx2 or avx512, not «%s»', wanted) end
  if clib.gw_fast_use(clib[set]) ~= clib.GW_OK then fail('this processor has no %s: GW_INSTRUCTIONS', wanted) end
end

-- What joins processes that mpirun started, built where Open MPI is installed.
local function load_mpi()
  local path = folder .. '/libgwmpi.so'
  if not modified(path) then fail('%s is missing: run scripts/setup --mpi, then make', path) end
  refuse_older_than_sources(path, { '/csrc/mpi/*.[ch]' })
  declare(folder .. '/mpi.h')
  local found, mpi = pcall(ffi.load, path)
  if not found then fail('%s cannot be loaded: %s', path, mpi) end
  return mpi
end

return {
  C = C,
  signatures = dofile(signatures_path),
  load_mpi = load_mpi,
}
