-- scripts/gradcheck of functions with several outputs: Jacobians, products with them, and
-- Hessians, in C, in Lua and behind a pipe.
local gradcheck = require 'tests.lua.gradcheck'

local contains, one_line = gradcheck.contains, gradcheck.one_line
local on = gradcheck.within 'outputs'

-- f = (a sin b, a + b², b²), with what a case replaces.
local SOURCE = { c = [[
  #include <math.h>
  int gradcheck_size(void) { return 2; }
  int gradcheck_outputs(void) { return 3; }
  const char *gradcheck_blocks(void) { return "a 1x1, b 1x1"; }
  void gradcheck_point(double *t) { t[0] = 0.5; t[1] = 1.5; }
  void gradcheck_values(const double *t, double *f) {
    f[0] = t[0] * sin(t[1]); f[1] = t[0] + t[1] * t[1]; f[2] = t[1] * t[1]; }
  static double J(const double *t, int r, int i) {
    const double j[3][2] = {{sin(t[1]), t[0] * cos(t[1])}, {1, 2 * t[1]}, {0, 2 * t[1]}};
    return j[r][i]; }
  void gradcheck_jacobian(const double *t, double *j) {
    for (int r = 0; r < 3; r++) for (int i = 0; i < 2; i++) j[2 * r + i] = J(t, r, i); }
  void gradcheck_vjp(const double *t, const double *u, double *g) {
    for (int i = 0; i < 2; i++) { g[i] = 0; for (int r = 0; r < 3; r++) g[i] += u[r] * J(t, r, i); } }
  void gradcheck_jvp(const double *t, const double *v, double *p) {
    for (int r = 0; r < 3; r++) { p[r] = 0; for (int i = 0; i < 2; i++) p[r] += v[i] * J(t, r, i); } }]],
  lua = [[
  local function J(t, r, i)
    return ({ { math.sin(t[2]), t[1] * math.cos(t[2]) }, { 1, 2 * t[2] }, { 0, 2 * t[2] } })[r][i]
  end
  return {
    size = 2, outputs = 3, blocks = 'a 1x1, b 1x1', point = function() return { 0.5, 1.5 } end,
    values = function(t, f) f[1], f[2], f[3] = t[1] * math.sin(t[2]), t[1] + t[2]^2, t[2]^2 end,
    jacobian = function(t, j) for r = 1, 3 do for i = 1, 2 do j[r][i] = J(t, r, i) end end end,
    vjp = function(t, u, g) for i = 1, 2 do g[i] = 0 for r = 1, 3 do g[i] = g[i] + u[r] * J(t, r, i) end end end,
    jvp = function(t, v, p) for r = 1, 3 do p[r] = 0 for i = 1, 2 do p[r] = p[r] + v[i] * J(t, r, i) end end end,
  }]] }

local function planted(language, from, to)
  local text = SOURCE[language]
  local at, last = text:find(from, 1, true)
  assert(at, from)
  return on.write('model.' .. language, text:sub(1, at - 1) .. to .. text:sub(last + 1))
end

local function names_of(result)
  local found = {}
  for _, block in ipairs(result.blocks) do found[block.name] = block end
  return found
end

describe('gradcheck of several outputs', function()
  it('passes a Jacobian and both products', function()
    for language, text in pairs(SOURCE) do
      local result = on.result_of(on.write('model.' .. language, text))
      assert.equal('pass', result.verdict)
      assert.is_true(result.digits > 7)
      local found = names_of(result)
      for _, name in ipairs { 'f by a', 'f by b', 'vjp: f by a', 'jvp: f by b' } do
        assert.equal('pass', found[name].verdict, name)
      end
      assert.equal(6, #result.blocks)
      local _, said = on.run(on.folder .. '/model.' .. language)
      assert.matches('\n  f by b +pass +%d+%.%d +3   f%[%d%] by b\n', said)
      assert.equal('pass', on.result_of('--mode directions ' .. on.folder .. '/model.' .. language).verdict)
    end
  end)

  -- {language, what, by what, the block, its worst entry, the key}
  local MISTAKES = {
    { 'c', '{1, 2 * t[1]}', '{1, -2 * t[1]}', 'f[2] by b', 'sign' },
    { 'c', '{1, 2 * t[1]}', '{1, -2 * t[1]}', 'vjp: f[2] by b', 'sign' },
    { 'c', '{1, 2 * t[1]}', '{1, -2 * t[1]}', 'jvp: f[2] by b', 'sign' },
    { 'lua', '{ 1, 2 * t[2] }', '{ 1, -2 * t[2] }', 'f[2] by b', 'sign' },
    { 'lua', '{ 1, 2 * t[2] }', '{ 1, -2 * t[2] }', 'vjp: f[2] by b', 'sign' },
    { 'lua', '{ 1, 2 * t[2] }', '{ 1, -2 * t[2] }', 'jvp: f[2] by b', 'sign' },
    { 'c', '{{sin(t[1])', '{{3 * sin(t[1])', 'f[1] by a', 'scale' },
    -- Not linear in their vectors, though right for unit ones.
    { 'c', 'u[r] * J', 'u[r] * u[r] * J', 'vjp: f[3] by b', 'scale' },
    { 'c', 'v[i] * J', 'fabs(v[i]) * J', 'jvp: f[3] by b', 'sign' },
    { 'lua', 'u[r] * J', 'u[r]^2 * J', 'vjp: f[3] by b', 'scale' },
    { 'lua', 'v[i] * J', 'math.abs(v[i]) * J', 'jvp: f[3] by b', 'sign' },
    -- Right for every unit vector, times whatever, and wrong for what is no multiple of one.
    { 'c', 'g[i] += u[r] * J(t, r, i);', 'g[i] += u[r] * J(t, r, i); g[1] += u[0] * u[2];', 'vjp: u*f by b',
      'not-linear' },
    { 'c', 'p[r] += v[i] * J(t, r, i);', 'p[r] += v[i] * J(t, r, i); p[1] *= v[0] && v[1] ? 0 : 1;',
      'jvp: f[2] along v', 'not-linear' },
    { 'lua', 'g[i] + u[r] * J(t, r, i) end', 'g[i] + u[r] * J(t, r, i) end g[2] = g[2] + u[1] * u[3]',
      'vjp: u*f by b', 'not-linear' },
    { 'lua', 'p[r] + v[i] * J(t, r, i) end', 'p[r] + v[i] * J(t, r, i) end p[2] = v[1] * v[2] == 0 and p[2] or 0',
      'jvp: f[2] along v', 'not-linear' },
    -- What ignores its vector, or a part of it.
    { 'c', 'u[r] * J', 'u[0] * J', 'vjp: f[2] by b', 'zero' },
    { 'c', 'v[i] * J', 'v[0] * J', 'jvp: f[2] by b', 'zero' },
    { 'lua', 'v[i] * J', 'J', 'jvp: f[2] by b', 'unknown' },
    -- What a function does wrong whatever its mathematics.
    { 'c', 'j[2 * r + i] = J', 'j[2 * r + i] += J', 'jacobian', 'accumulated' },
    { 'c', 'g[i] = 0;', '', 'vjp', 'accumulated' },
    { 'c', 'p[r] = 0;', '', 'jvp', 'accumulated' },
    { 'c', 'i < 2; i++) j', 'i < 1; i++) j', 'jacobian', 'unwritten' },
    { 'c', 'j[2 * r + i] = J', 'j[6] = j[2 * r + i] = J', 'jacobian', 'out-of-bounds' },
    { 'c', 'f[2] = t[1] * t[1]', 'f[3] = f[2] = t[1] * t[1]', 'values', 'out-of-bounds' },
    { 'c', 'f[2] = t[1]', '((double *)t)[0] = 0; f[2] = t[1]', 'values', 'theta-modified' },
    { 'lua', 'p[r] = 0', 'p[r + 1] = 0', 'jvp', 'out-of-bounds' },
    { 'lua', 'f[3] = t', 'f[3], f[7] = t', 'values', nil },
  }
  for k, case in ipairs(MISTAKES) do
    it(('fails %d: %s'):format(k, case[4]), function()
      local path = planted(case[1], case[2], case[3])
      local result = on.result_of(path)
      assert.equal(case[5] and 'fail' or 'pass', result.verdict)
      if not case[5] then return end
      local keys = {}
      for _, block in ipairs(result.blocks) do
        if block.name == case[4] then
          keys[block.diagnosis[1].key] = true
          if case[4]:find ' by ' or case[4]:find ' along ' then assert.equal(case[4], block.worst.where) end
        end
      end
      assert.is_true(keys[case[5]])
      local status, said = on.run(path)
      assert.equal(1, status)
      contains(said, '[' .. case[5] .. ']')
    end)
  end

  it('knows that a zero in a Jacobian is ordinary, and a column of them is not', function()
    local model = [[
      int gradcheck_size(void) { return 2; }
      int gradcheck_outputs(void) { return 2; }
      const char *gradcheck_blocks(void) { return "a 1x1, b 1x1"; }
      void gradcheck_values(const double *t, double *f) { f[0] = 3 * t[0]; f[1] = %s * t[1]; }
      void gradcheck_jacobian(const double *t, double *j) { j[0] = 3; j[1] = j[2] = 0; j[3] = %s; }]]
    assert.equal('pass', on.result_of(on.write('diagonal.c', model:format(2, 2))).verdict)
    local result = on.result_of(on.write('diagonal.c', model:format(0, 0)))
    assert.equal('undecided', result.verdict)
    assert.equal('undecided', names_of(result)['f by b'].verdict)
    assert.equal('fail', on.result_of(on.write('diagonal.c', model:format(2, 0))).verdict)
    assert.equal('fail', on.result_of(on.write('diagonal.c', model:format(0, 2))).verdict)
  end)

  it('checks a Hessian beside a gradient, and the gradient too where there is a cost', function()
    local C = [[
      int gradcheck_size(void) { return 2; }
      %s
      void gradcheck_gradient(const double *t, double *g) { g[0] = 2 * t[0] * t[1]; g[1] = %s * t[0] * t[0]; }
      void gradcheck_hessian(const double *t, double *h) {
        h[0] = 2 * t[1]; h[1] = h[2] = 2 * t[0]; h[3] = %s; }]]
    local COST = 'double gradcheck_cost(const double *t) { return t[0] * t[0] * t[1]; }'
    local found = names_of(on.result_of(on.write('hessian.c', C:format('', '1', '0'))))
    assert.equal('pass', found['gradient by theta'].verdict)
    assert.is_nil(found.theta)
    found = names_of(on.result_of(on.write('hessian.c', C:format(COST, '1', '0'))))
    assert.equal('pass', found.theta.verdict)
    assert.equal('pass', found['gradient by theta'].verdict)
    found = names_of(on.result_of(on.write('hessian.c', C:format(COST, '2', '0'))))
    assert.equal('fail', found.theta.verdict)
    assert.equal('fail', found['gradient[2] by theta'].verdict)
    found = names_of(on.result_of(on.write('hessian.c', C:format(COST, '1', '7'))))
    assert.equal('pass', found.theta.verdict)
    assert.equal('gradient[2] by theta[2]', found['gradient[2] by theta'].worst.where)
    local LUA = [[return { size = 2,
      gradient = function(t, g) g[1], g[2] = 2 * t[1] * t[2], t[1]^2 end,
      hessian = function(t, h) h[1][1], h[1][2], h[2][1], h[2][2] = 2 * t[2], 2 * t[1], %s * t[1], 0 end }]]
    assert.equal('pass', on.result_of(on.write('hessian.lua', LUA:format '2')).verdict)
    found = names_of(on.result_of(on.write('hessian.lua', LUA:format '3')))
    assert.equal('gradient[2] by theta[1]', found['gradient[2] by theta'].worst.where)
  end)

  it('asks a program for its outputs', function()
    -- f = (x², x y), whose Jacobian has a mistake in row %s
    local path = on.write('program.lua', [[
      io.stdout:setvbuf 'line'
      local wrong, output = tonumber(arg[1]), 1
      local function theta() local x, y = io.read '*l':match '(%S+) (%S+)' return tonumber(x), tonumber(y) end
      for question in io.lines() do
        local word, rest = question:match '^(%S+) ?(.*)$'
        local answer = '?'
        if word == 'gradcheck' then answer = 1 end
        if word == 'size' then answer = 2 end
        if word == 'outputs' then answer = arg[2] or 'jacobian 2' end
        if word == 'output' then output, answer = tonumber(rest:match '^jacobian (%d+)$'), '' end
        if word == 'cost' then
          answer = {}
          for k = 1, rest do
            local x, y = theta()
            answer[k] = ('%.17g'):format(output == 1 and x^2 or x * y)
          end
          answer = table.concat(answer, ' ')
        end
        if word == 'gradient' then
          local x, y = theta()
          if output == 1 then x, y = 2 * x, 0 else x, y = y, x end
          answer = ('%.17g %.17g'):format(output == wrong and x + 1 or x, y)
        end
        print(word .. ' ' .. answer)
      end]])
    local status, said = on.run('-- luajit ' .. path .. ' 0')
    assert.equal(0, status, said)
    for row = 1, 2 do
      local result = on.result_of(('-- luajit %s %d'):format(path, row))
      assert.equal(('f[%d] by theta[1]'):format(row), names_of(result)[('f[%d] by theta'):format(row)].worst.where)
    end
    for answer, sentence in pairs { ['"jacobian two"'] = 'which is not a list like jacobian 3 hessian 2',
      ['"curl 3"'] = 'which is not a list', ['"jacobian 0"'] = 'which is not a list' } do
      status, said = on.run(('-- luajit %s 0 %s'):format(path, answer))
      assert.equal(2, status)
      one_line(said)
      contains(said, sentence)
    end
  end)

  it('shows some of many outputs that are wrong, and lists them all for machines', function()
    local path = on.write('many.lua', [[return { size = 1, outputs = 30,
      values = function(t, f) for r = 1, 30 do f[r] = r * t[1]^2 end end,
      jacobian = function(t, j) for r = 1, 30 do j[r][1] = r * t[1] end end }]])
    local status, said = on.run('--points 1 ' .. path)
    assert.equal(1, status)
    assert.equal(8, select(2, said:gsub('%[scale%]', '')))
    contains(said, '… and 22 more, which --json lists')
    assert.equal(30, #on.result_of('--points 1 ' .. path).blocks)
    assert.equal(1, (on.run('--explain --points 1 ' .. path)))
  end)

  local BAD = {
    { 'c', 'int gradcheck_outputs(void) { return 3; }', '', 'gradcheck_values needs a function gradcheck_outputs' },
    { 'c', 'return 3; }', 'return 0; }', 'gradcheck_outputs gives no number from 1 up' },
    { 'c', 'return 3; }', 'return 2147483647; }', 'memory' },
    { 'c', 'void gradcheck_values', 'void gradcheck_others', 'a Jacobian needs a function gradcheck_values' },
    { 'c', 'f[1] = t[0]', 'f[1] = NAN * t[0]', 'gradcheck_values[2] is NaN at the point of gradcheck_point' },
    { 'c', 'f[1] = t[0]', 'double x = t[0]', 'gradcheck_values[2] is NaN at the point' },
    { 'lua', 'outputs = 3,', '', 'outputs is not a number from 1 up' },
    { 'lua', 'values =', 'others =', 'its table has no function «values»' },
    { 'lua', 'jacobian = function', "jacobian = 'no' or function", 'jacobian is a string, not a function' },
    { 'lua', 'j[r][i] = J', 'j[r] = J', 'jacobian' },
    { 'c', 'int', 'int', '--mode equations is for a cost alone', '--mode complex' },
  }
  for k, case in ipairs(BAD) do
    it('says what is wrong with a model: ' .. k, function()
      local status, said = on.run(('%s %s'):format(case[5] or '', planted(case[1], case[2], case[3])))
      assert.equal(2, status, said)
      one_line(said)
      if not case[5] then contains(said, case[4]) end
    end)
  end
end)
