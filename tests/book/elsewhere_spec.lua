-- The facts and curves are the same on another processor: with OpenBLAS's
-- kernels for it, and with the C library's functions for it.
local golden = require 'gw.golden'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local PROCESSORS = {
  { 'with the kernels of a Haswell', 'OPENBLAS_CORETYPE=Haswell' },
  { 'without FMA and AVX2', 'OPENBLAS_CORETYPE=Sandybridge ' ..
    'GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA' },
}

describe('every chapter repeats its facts', function()
  local slugs = {}
  for i, path in ipairs(shell.lines 'ls scripts/*-*.lua') do slugs[i] = path:match '^scripts/(.+)%.lua$' end

  for i, processor in ipairs(PROCESSORS) do
    it(processor[1], function()
      local here = ('%s/tests/elsewhere-%d'):format(paths.build, i)
      local status, said = shell.run([[
        rm -rf %s && mkdir -p %s && cp %s/{libgw.so,cdef.h,signatures.lua,uses.lua} %s/ &&
        printf '%%s\n' %s | env %s OPENBLAS_NUM_THREADS=1 GW_BUILD=%s \
          xargs -P "$(nproc)" -I{} luajit scripts/{}.lua --quiet]],
        here, here, paths.build, here, table.concat(slugs, ' '), processor[2], here)
      assert.equal(0, status, said)
      local build, moved = paths.build, {}
      paths.build = here
      for _, slug in ipairs(slugs) do
        for _, m in ipairs(golden.compare(slug)) do moved[#moved + 1] = m.text end
      end
      paths.build = build
      assert.same({}, moved)
    end)
  end
end)
