-- The facts and curves are the same on another processor, and those that promise it to the
-- last bit: with other instructions and threads, and with the C library's functions for it.
-- Each chapter is run on one of two; with GW_LONG=1, as `make test-long` has it, on both, and
-- with libraries that other compilers made.
-- Slow: it goes first.
local golden = require 'gw.golden'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local PROCESSORS = {
  { 'with AVX2 and three threads', 'GW_INSTRUCTIONS=avx2 OMP_NUM_THREADS=3' },
  { 'without FMA and AVX2', 'GW_INSTRUCTIONS=plain OMP_NUM_THREADS=1 ' ..
    'GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA' },
}
local COMPILERS = { "CC=gcc CFLAGS='-O0'", "CC=gcc CFLAGS='-O3 -march=native'", "CC=clang CFLAGS='-O3'" }

local all = shell.lines "cd scripts && ls *-*.lua | sed 's/.lua$//'"

-- What moved in these chapters, run with an environment and the library of a folder.
local function moved(here, library, slugs, environment)
  assert.is_true(#slugs > 0)
  local status, said = shell.run([[rm -rf %s && mkdir -p %s &&
    cp %s/{libgw.so,cdef.h,signatures.lua,uses.lua} %s/ &&
    printf '%%s\n' %s | env %s GW_BUILD=%s xargs -P "$(nproc)" -I{} luajit scripts/{}.lua --quiet]],
    here, here, library, here, table.concat(slugs, ' '), environment, here)
  assert.equal(0, status, said)
  local build, list = paths.build, {}
  paths.build = here
  for _, slug in ipairs(slugs) do
    for _, m in ipairs(golden.compare(slug)) do list[#list + 1] = m.text end
  end
  paths.build = build
  return list
end

describe('every chapter repeats its facts', function()
  for i, processor in ipairs(PROCESSORS) do
    local slugs = {}
    for k, slug in ipairs(all) do
      if k % #PROCESSORS == i - 1 or os.getenv 'GW_LONG' then slugs[#slugs + 1] = slug end
    end

    it(processor[1], function()
      assert.same({}, moved(('%s/tests/elsewhere-%d'):format(paths.build, i), paths.build, slugs, processor[2]))
    end)
  end

  for i, compiler in ipairs(os.getenv 'GW_LONG' and COMPILERS or {}) do
    it('made by ' .. compiler, function()
      local library = ('%s/tests/elsewhere-made-%d'):format(paths.build, i)
      local status, said = shell.run('env GW_BUILD=%s make %s %s/{libgw.so,uses.lua}', library, compiler, library)
      assert.equal(0, status, said)
      local promised = {}
      for _, slug in ipairs(all) do
        if golden.identical(slug) ~= nil then promised[#promised + 1] = slug end
      end
      assert.same({}, moved(library .. '-run', library, promised, 'GW_LONG=1'))
    end)
  end
end)
