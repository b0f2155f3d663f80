-- The facts and curves are the same on another processor: with OpenBLAS's
-- kernels for it, and with the C library's functions for it. Each chapter is run on one of
-- two; with GW_LONG=1, as `make test-long` has it, on both.
-- Slow: it goes first.
local golden = require 'gw.golden'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local PROCESSORS = {
  { 'with the kernels of a Haswell', 'OPENBLAS_CORETYPE=Haswell' },
  { 'without FMA and AVX2', 'OPENBLAS_CORETYPE=Sandybridge ' ..
    'GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA' },
}

describe('every chapter repeats its facts', function()
  local all = shell.lines "cd scripts && ls *-*.lua | sed 's/.lua$//'"

  for i, processor in ipairs(PROCESSORS) do
    local slugs = {}
    for k, slug in ipairs(all) do
      if k % #PROCESSORS == i - 1 or os.getenv 'GW_LONG' then slugs[#slugs + 1] = slug end
    end

    it(processor[1], function()
      assert.is_true(#slugs > 0)
      local here = ('%s/tests/elsewhere-%d'):format(paths.build, i)
      local status, said = shell.run([[rm -rf %s && mkdir -p %s &&
        cp %s/{libgw.so,cdef.h,signatures.lua,uses.lua} %s/ &&
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
