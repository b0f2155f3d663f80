-- scripts/gradcheck: a model on standard input, what machines read, options that mean
-- nothing, and what is left when the time is over.
local json = require 'dkjson'
local files = require 'gw.files'
local gradcheck = require 'tests.lua.gradcheck'
local shell = require 'tests.lua.shell'

local contains, one_line = gradcheck.contains, gradcheck.one_line
local on = gradcheck.within 'front'

local function refuses(words, sentence)
  local status, said = on.run(words)
  assert(status == 2, said)
  one_line(said)
  contains(said, sentence)
end

describe('gradcheck', function()
  it('reads a model from standard input, whose language it sees', function()
    local CPP = 'extern "C" int gradcheck_size(void) { return 1; }\n' ..
      'double gradcheck_cost(const double *t) { auto x = *t; return x * x; }\n' ..
      'void gradcheck_gradient(const double *t, double *g) { *g = 2 * *t; }\n'
    on.write('model.cpp', CPP)
    for _, path in ipairs { 'tests/gradcheck/models/rosenbrock.c', 'tests/gradcheck/models/softmax.lua',
      '$HERE/model.cpp' } do
      local status, said = on.run('- < ' .. path)
      assert(status == 0, said)
      contains(said, 'standard input\n')
    end
    local status, said = on.run('--lang c++ $HERE/model.txt < /dev/null')
    assert.equal(2, status)
    contains(said, 'there is no file')
    on.write('model.txt', CPP)
    assert.equal(0, (on.run '--lang c++ $HERE/model.txt'))
    refuses('--lang c - < $HERE/model.cpp', 'stdin.c does not compile; line 1: expected')
    refuses('--lang lua - < $HERE/model.cpp', 'stdin.lua: it is not Lua')
    refuses('- < /dev/null', 'there is no model on standard input')
    refuses('$HERE/model.txt', 'is not a file in .c')
  end)

  it('says its version', function()
    local status, said = on.run '--version'
    assert.equal(0, status)
    assert.equal(('gradcheck %s\n'):format(files.read 'csrc/gradcheck/version.h':match 'VERSION "(.-)"'), said)
  end)

  it('refuses options that mean nothing', function()
    for _, option in ipairs { '--points 3', '--seconds 60', '--mode entries', '--alpha 1', '--lang c',
      '--no-sanitize' } do
      refuses(option .. ' x 1', option:match '^%S+' .. ' is for models: a formula')
    end
    refuses('--lang lua -- cat', '--lang is for models in a file')
  end)

  it('gives machines an object though it cannot check', function()
    for words, sentence in pairs { ['nowhere.c'] = 'there is no file nowhere.c', ['--bogus'] = 'unknown option',
      ["'x^' 1"] = 'the formula ends too early', ['--seed x x 1'] = '--seed must be' } do
      local status, said = shell.run('scripts/gradcheck --json %s 2>/dev/null', words)
      assert.equal(2, status)
      local object = json.decode(said)
      assert.equal('error', object.verdict)
      assert.same({}, object.blocks)
      contains(object.text, sentence)
      one_line((select(2, shell.run('scripts/gradcheck --json %s 2>&1 >/dev/null | head -1', words))))
    end
    local status = shell.run 'scripts/gradcheck --json x 1 > /dev/full'
    assert.equal(2, status)
  end)

  -- A slow model of 40 parameters; where its gradient is wrong is a case's.
  local function slow(wrong)
    return on.write('slow.c', ([[
      #include <unistd.h>
      int gradcheck_size(void) { return 40; }
      const char *gradcheck_blocks(void) { return "A 2x10, b 20x1"; }
      void gradcheck_point(double *t) { for (int i = 0; i < 40; i++) t[i] = 7 + i; }
      double gradcheck_cost(const double *t) {
        usleep(1000);
        double J = 0;
        for (int i = 0; i < 40; i++) J += t[i] * t[i];
        return J; }
      void gradcheck_gradient(const double *t, double *g) {
        for (int i = 0; i < 40; i++) g[i] = 2 * t[i];
        %s }]]):format(wrong))
  end

  it('keeps what was found when the time is over', function()
    local result = on.result_of('--points 1000 --seconds 2 ' .. slow '')
    assert.equal('undecided', result.verdict)
    assert.matches('entries were checked at point %d+, and they pass', gradcheck.keys_of(result).unfinished)
    result = on.result_of('--points 1000 --seconds 2 ' .. slow 'g[11] *= 1.01;')
    assert.equal('fail', result.verdict)
    assert.equal('A[2,2]', result.blocks[1].worst.where)
    -- right at every point but the first, which is past when it ends
    result = on.result_of('--points 1000 --seconds 4 ' .. slow 'if (t[1] == 8) g[3] *= 1.01;')
    assert.equal('fail', result.verdict)
    assert.equal('A[1,4]', result.blocks[1].worst.where)
    refuses('--seconds 1 ' .. on.write('endless.c', [[
      int gradcheck_size(void) { return 1; }
      double gradcheck_cost(const double *t) { for (volatile int i = 0;; i = !i) { } return *t; }
      void gradcheck_gradient(const double *t, double *g) { *g = *t; }]]), 'endless.c did not end within 1 second')
  end)

  it('says on a terminal how far it is, and leaves no trace', function()
    if shell.run 'command -v script' ~= 0 then return end
    local said = {}
    slow ''
    -- On a terminal, on one that can do little, and on none, at once.
    shell.run([[cd %s && command="$OLDPWD/scripts/gradcheck --points 1000 --seconds 3 slow.c"
      TERM=xterm script -qec "$command" /dev/null >said.1 2>&1 &
      TERM=dumb script -qec "$command" /dev/null >said.2 2>&1 &
      $command >said.3 2>&1; wait]], on.folder)
    for k = 1, 3 do said[k] = files.read(('%s/said.%d'):format(on.folder, k)) end
    assert.matches('\r\27%[Kpoint %d+ of 1000, %d+ questions, %d of 3 seconds', said[1])
    assert.matches('seconds\r\27%[K\27%[1m', said[1])
    for k = 2, 3 do
      assert.is_nil(said[k]:find 'questions')
      assert.matches('the time was over', said[k])
    end
  end)

  it('reads a long line that a model says last in no time', function()
    local path = on.write('longline.c', [[
      #include <stdio.h>
      #include <stdlib.h>
      int gradcheck_size(void) { return 2; }
      double gradcheck_cost(const double *t) {
        for (int i = 0; i < 2000000; i++) fputc('1', stderr);
        fputs(*t > 1e9 ? "" : "\nsolver failed\n", stderr);
        exit(1); }
      void gradcheck_gradient(const double *t, double *g) { g[0] = g[1] = *t; }]])
    local began = os.time()
    refuses(path, 'longline.c ended before the check did, with status 1: solver failed')
    assert.is_true(os.time() - began < 20)
  end)
end)
