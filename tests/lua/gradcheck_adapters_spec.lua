-- The same compiled models through each adapter of the checker: the same report.
local ffi = require 'ffi'
local check = require 'gw.check'
local child = require 'sandbox.child'
local files = require 'gw.files'
local gw = require 'gw'
local paths = require 'gw.paths'
local session = require 'checker.session'
local shell = require 'tests.lua.shell'

local FOLDER = paths.build .. '/tests/adapters'
-- A model is compiled once for all options.
local KEPT = ('mkdir -p %s/kept; export KEPT=%s/kept CC=$PWD/tests/lua/cc-kept; '):format(FOLDER, FOLDER)

-- A model of tests/gradcheck/models with one part replaced, as C and as a library.
local function built(name, from, to)
  local text = files.read('tests/gradcheck/models/' .. name)
  if from then
    local at, last = text:find(from, 1, true)
    assert(at, from)
    text = text:sub(1, at - 1) .. to .. text:sub(last + 1)
  end
  local path = FOLDER .. '/model.c'
  files.write(path, text)
  local status, said = shell.run('gcc -std=gnu11 -O1 -ffp-contract=off -w -shared -fPIC %s -lm -o %s/model.so', path,
    FOLDER)
  assert(status == 0, said)
  return path
end

-- What the command says of it, in C and through Lua; names of adapters aside.
local function reports(path, options)
  local status, in_c = shell.run(KEPT .. 'scripts/gradcheck %s %s', options, path)
  local again, in_lua = shell.run('GRADCHECK_TWIN=%s/model.so scripts/gradcheck %s tests/gradcheck/twin.lua', FOLDER,
    options)
  local function plain(text)
    return (text:gsub('gradcheck_(%l)', '%1'):gsub('%s+', ' ')
      :gsub('[%w/._-]*model%.c', 'MODEL'):gsub('[%w/._-]*twin%.lua', 'MODEL'))
  end
  assert.equal(plain(in_c), plain(in_lua))
  assert.equal(status, again)
  return in_c, status
end

-- What a session says that asks a model over a pipe.
local function lines_of(words, options)
  local lines = {}
  local talk = child.talk(words, FOLDER .. '/said', 20, 0)
  local function add(line) lines[#lines + 1] = line end
  local ok, problem = pcall(session.run, talk, 'gradcheck_', options, function() return add end)
  talk:close(1)
  assert(ok or lines[#lines]:match '^problem', problem)
  return lines
end

describe('the adapters of the checker', function()
  setup(function() files.make_folder(FOLDER) end)

  local MODELS = {
    { 'rosenbrock.c' }, { 'rosenbrock.c', '200 * (y', '-200 * (y' },
    { 'rosenbrock.c', '    gradient[1] = 200 * (y - x * x);\n', '' },
    { 'rosenbrock.c', 'gradient[0] = -2', 'gradient[0] += -2' },
    { 'rosenbrock.c', 'gradient[0] = -2', '((double *)theta)[0] += 1; gradient[0] = -2' },
    { 'rosenbrock.c', 'return (1 - x)', 'return 0.0 / 0.0 + (1 - x)' },
    { 'convolution.c' }, { 'convolution.c', ' / OUT;\n        for', ';\n        for' },
    { 'relu.c' }, { 'relu.c', 't[W2 + r] * dz2 : 0', 't[W2 + r] * dz2 * 1.01 : 0' },
    { 'network.c' }, { 'network.c', '* (1 - a * a);', '* (1 - a);' },
    { 'network.c', '- Y[i]) / M;\n    for', '- Y[i]);\n    for' },
    { 'network.c', '"Z1 4x6, Z2 1x6"', '"Z1 4x6, W2 1x6"' }, { 'network.c', '"W1 4x3', '"W1 4y3' },
  }
  for i, model in ipairs(MODELS) do
    it(('say the same of %s, %d'):format(model[1], i), function()
      local path = built(unpack(model))
      for _, options in ipairs { '--json', '--explain', '--mode directions --seed 3', '--alpha 0.1' } do
        reports(path, options)
      end
      if model[1] == 'network.c' then
        reports(path, '--mode equations --alpha 0.05 --json')
        reports(path, '--mode equations --points 1 --explain')
      end
    end)

    -- To the last digit, over a pipe or in one process.
    it(('say the same of %s, %d, with no pipe between'):format(model[1], i), function()
      local path = built(unpack(model))
      local flags = '-std=gnu11 -O1 -ffp-contract=off -w'
      local status, said = shell.run([[
        gcc %s -Icsrc/gradcheck -Icsrc/base %s tests/gradcheck/direct.c %s/libgradcheck.a -lm -o %s/direct &&
        gcc %s %s %s/thunk*.o %s/missing.a -lm -o %s/piped]], flags, path, paths.build, FOLDER, flags, path,
        paths.thunk, paths.thunk, FOLDER)
      assert(status == 0, said)
      for _, case in ipairs { { 'entries', 0, false }, { 'entries', 0.1, true }, { 'directions', 0, false } } do
        local _, direct = shell.run('%s/direct %s %g %d', FOLDER, case[1], case[2], case[3] and 1 or 0)
        local piped = lines_of({ FOLDER .. '/piped' }, { mode = case[1], alpha = case[2], explain = case[3], points = 3,
          seed = 1 })
        assert.equal(direct, table.concat(piped, '\n') .. '\n')
      end
    end)
  end

  it('take a model of more blocks than 64', function()
    files.write(FOLDER .. '/blocks.lua', [[
      local blocks = {}
      for i = 1, 65 do blocks[i] = ('p%d 1x1'):format(i) end
      return { size = 65, blocks = table.concat(blocks, ', '),
        cost = function(t) local J = 0 for i = 1, 65 do J = J + t[i]^2 / 2 end return J end,
        gradient = function(t, g) for i = 1, 65 do g[i] = t[i] end end }]])
    files.write(FOLDER .. '/blocks.c', [[
      #include <stdio.h>
      int gradcheck_size(void) { return 65; }
      const char *gradcheck_blocks(void) {
        static char text[2000];
        for (int i = 0, at = 0; i < 65; i++) at += sprintf(text + at, "p%d 1x1, ", i + 1);
        return text;
      }
      double gradcheck_cost(const double *t) {
        double J = 0;
        for (int i = 0; i < 65; i++) J += t[i] * t[i] / 2;
        return J;
      }
      void gradcheck_gradient(const double *t, double *g) { for (int i = 0; i < 65; i++) g[i] = t[i]; }]])
    for _, name in ipairs { 'blocks.c', 'blocks.lua' } do
      local status, said = shell.run('scripts/gradcheck %s/%s', FOLDER, name)
      assert.equal(0, status, said)
      assert.matches('\n  p65 +pass', said)
    end
  end)

  -- What a chapter sees of the same numbers, entry by entry.
  it('measure the same slopes as gw.check', function()
    built('rosenbrock.c', '200 * (y', '-200 * (y')
    ffi.cdef [[
      int model_size(void) __asm__("gradcheck_size");
      double model_cost(const double *theta) __asm__("gradcheck_cost");
      void model_gradient(const double *theta, double *gradient) __asm__("gradcheck_gradient");
    ]]
    local C, rng = ffi.load(FOLDER .. '/model.so'), gw.random(1)
    local n = C.model_size()
    local theta, gradient = gw.matrix.new(n, 1), gw.matrix.new(n, 1)
    for i = 1, n do theta:set(i, 1, gw.random_normal(rng)) end
    C.model_gradient(theta.c.data, gradient.c.data)
    local result = check.gradient { blocks = { { 'theta', theta, gradient } }, seed = 1,
      cost = function() return C.model_cost(theta.c.data) end }
    local _, said = shell.run('scripts/gradcheck --points 1 --explain %s/model.c', FOLDER)
    local place, analytic, numeric = said:match 'At (%S+), where the gradient says (%S+) and the checker (%S+):'
    assert.is_truthy(place, said)
    assert.equal(analytic, ('%.6g'):format(result.worst.analytic))
    assert.equal(numeric, ('%.6g'):format(result.worst.numeric))
  end)
end)
