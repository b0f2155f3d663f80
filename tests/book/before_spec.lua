-- Chapter 0 has programs instead of a driver, and other chapters one each: each compiles
-- without a warning and runs clean, and the one with a mistake is refused for that mistake.
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local FOLDER = 'chapters/00-before/code/'

describe('chapter 0', function()
  for _, path in ipairs(shell.lines 'ls chapters/*/code/*.c') do
    local name = path:match '([^/]+)%.c$'
    if name ~= 'mistake' then
      it(name .. '.c compiles without a warning and runs', function()
        local program = ('%s/tmp/before-%s'):format(paths.build, name)
        local status, said = shell.run('mkdir -p $(dirname %s) && gcc -std=c11 -Wall -Wextra -Werror ' ..
          '-fsanitize=address,undefined -fno-sanitize-recover=all %s -o %s -lm', program, path, program)
        assert.equal(0, status, said)
        status, said = shell.run('%s; status=$?; rm -f %s; exit $status', program, program)
        assert.equal(0, status, said)
        assert.equal(said, select(2, shell.run('scripts/tools/run-c %s', path)))
      end)
    end
  end

  it('has one mistake, on purpose, which the compiler names', function()
    local status, said = shell.run('scripts/tools/run-c %smistake.c', FOLDER)
    assert.equal(1, status)
    assert.matches('mistake%.c:4:30: error: expected ‘;’ before', said)
    local _, errors = said:gsub('error:', '')
    assert.equal(1, errors)
    -- With its semicolon it is the program of the section before.
    local mended = paths.build .. '/tmp/mended.c'
    status, said = shell.run("sed 's/+ 32$/+ 32;/' %smistake.c > %s && scripts/tools/run-c %s; status=$?; rm -f %s; " ..
      'exit $status', FOLDER, mended, mended, mended)
    assert.equal(0, status, said)
    assert.equal('41\n', said)
  end)

  it('says so where there is no program to run', function()
    for _, argument in ipairs { '', 'no.c' } do
      local status, said = shell.run('scripts/tools/run-c %s', argument)
      assert.equal(2, status)
      assert.matches('Name one C program, such as chapters/00%-before/code/hello%.c', said)
    end
  end)

  it('leaves nothing behind', function()
    local said = shell.lines('GW_BUILD=%s/tests/before scripts/tools/run-c %shello.c; ls %s/tests/before/tmp',
      paths.build, FOLDER, paths.build)
    assert.same({ 'It works.' }, said)
  end)
end)
