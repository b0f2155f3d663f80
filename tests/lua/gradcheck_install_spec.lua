-- make install: the command, the library and the manual without the workbook.
local files = require 'gw.files'
local shell = require 'tests.lua.shell'

describe('an installed gradcheck', function()
  local root, here, models

  setup(function()
    root = shell.lines 'pwd -P'[1]
    here = shell.lines 'mktemp -d'[1]
    models = here .. '/models'
    local status, said = shell.run([[mkdir %s/elsewhere && cp -r tests/gradcheck/models %s &&
      make install PREFIX=%s/usr]], here, models, here)
    assert(status == 0, said)
  end)
  teardown(function() shell.run('rm -rf %s', here) end)

  -- From another folder, with nothing of the workbook on any path.
  local function outside(line, ...)
    files.write(here .. '/line.sh', line:format(...))
    return shell.run('cd %s/elsewhere && exec env -i PATH=/usr/bin:/bin HERE=%s bash ../line.sh', here, here)
  end

  it('checks C, Lua and formulas', function()
    for _, what in ipairs { models .. '/rosenbrock.c', models .. '/softmax.lua', "'x^2' '2*x'",
      '--mode complex ' .. models .. '/network.c', '--mode equations ' .. models .. '/network.c',
      '--mode equations ' .. models .. '/chain.lua' } do
      local status, said = outside('%s/usr/bin/gradcheck %s', here, what)
      assert(status == 0, said)
      assert.matches('\npass: right to at least', said)
    end
    local status, said = outside("%s/usr/bin/gradcheck --explain 'x^2' '3*x'", here)
    assert(status == 1, said)
    assert.matches('%[scale%]', said)
    status, said = outside('%s/usr/bin/gradcheck --list-mistakes', here)
    assert.equal(0, status)
    assert.matches('missing%-activation%-derivative', said)
  end)

  it('does not look at the workbook, nor at the variables for it', function()
    local status, said = outside('GW_BUILD=/nowhere strace -f -e trace=file -o trace %s/usr/bin/gradcheck x 1 2>&1',
      here)
    if status ~= 127 then
      assert(status == 0, said)
      assert.is_nil(files.read(here .. '/elsewhere/trace'):find(root .. '/', 1, true))
    end
    status, said = outside('GW_BUILD=/nowhere %s/usr/bin/gradcheck x 1', here)
    assert(status == 0, said)
  end)

  it('moves to where DESTDIR is put in the end', function()
    local status, said = shell.run('make install DESTDIR=%s/stage PREFIX=/opt/gradcheck && mv %s/stage/opt %s/moved',
      here,
      here, here)
    assert(status == 0, said)
    assert.equal('prefix=/opt/gradcheck',
      files.read(here .. '/moved/gradcheck/lib/pkgconfig/gradcheck.pc'):match '[^\n]+')
    status, said = outside('%s/moved/gradcheck/bin/gradcheck %s/convolution.c', here, models)
    assert(status == 0, said)
  end)

  it('has a library that a program of ten lines can use', function()
    files.write(here .. '/elsewhere/square.c', [[
#include <gradcheck/gradcheck.h>
#include <stdio.h>
#include <stdlib.h>
int main(int count, char **word) {
    double x = 3, dx = count > 1 ? atof(word[1]) : 2 * x;
    gw_gradcheck_block block = {"x", 0, 1, 1};
    gw_gradcheck_problem problem = {.size = 1, .blocks = 1, .theta = &x, .gradient = &dx, .block = &block, .seed = 1};
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary result;
    if (gw_gradcheck_start(&problem, malloc(gw_gradcheck_bytes(1, 1)), &check)) return 2;
    while (gw_gradcheck_next(check, &ask)) {
        double at = ask.value;
        if (ask.entry < 0 && gw_gradcheck_point(check, ask.id, &at)) return 2;
        if (gw_gradcheck_tell(check, ask.id, at * at)) return 2;
    }
    if (gw_gradcheck_result(check, &result)) return 2;
    printf("%s\n", gw_verdict_text(result.verdict));
    return result.verdict != GW_PASS;
}
]])
    for _, static in ipairs { '', '-static' } do
      local status, said = outside([[export PKG_CONFIG_PATH=%s/usr/lib/pkgconfig
        gcc -std=c11 -Wall -Wextra -Werror %s square.c $(pkg-config --cflags --libs %s gradcheck) -o square || exit 9
        export LD_LIBRARY_PATH=%s/usr/lib
        ./square; echo $?; ./square 7; echo $?]], here, static, static == '' and '' or '--static', here)
      assert.equal(0, status, said)
      assert.equal('pass\n0\nfail\n1\n', said)
    end
    assert.matches('libgradcheck%.so%.0',
      select(2, outside 'objdump -p square | grep NEEDED; readelf -d $HERE/usr/lib/libgradcheck.so'))
  end)

  it('exports what its headers declare, and nothing else', function()
    local declared = shell.lines([[cat %s/usr/include/gradcheck/*.h | gcc -fpreprocessed -dD -E -P - 2>/dev/null |
      grep -o 'gw_[a-z_]*(' | tr -d '(' | sort -u]], here)
    local exported = shell.lines("nm -D --defined-only %s/usr/lib/libgradcheck.so | awk '{ print $3 }' | sort -u", here)
    assert.same(declared, exported)
    for _, library in ipairs { 'lib/libgradcheck.so', 'share/gradcheck/libcommand.so' } do
      assert.same({}, shell.lines('ldd %s/usr/%s | grep -i blas || true', here, library))
    end
  end)

  -- What makes checks in several threads safe, and what a program that loads it may rely on.
  it('has a library that keeps nothing of its own, and knows its version and every public struct', function()
    local kept = shell.lines([[objdump -h %s/usr/lib/libgradcheck.a |
      awk '$2 ~ /^\.(t?data|t?bss)$/ { print $2, $3 }']], here)
    assert.is_true(#kept >= 20)
    for _, section in ipairs(kept) do assert.matches(' 0+$', section) end
    local structs = shell.lines([[cat %s/usr/include/gradcheck/*.h | grep -o '^} gw_[a-z_]*;' | tr -d '} ;']], here)
    local lines, enums = {}, shell.lines([[cat %s/usr/include/gradcheck/*.h |
      sed -n '/^typedef enum/,/^}/p' | grep -o '^} gw_[a-z_]*' | tr -d '} ']], here)
    local is_enum = {}
    for _, name in ipairs(enums) do is_enum[name] = true end
    for _, name in ipairs(structs) do
      if not is_enum[name] then
        lines[#lines + 1] = ('    if (gw_gradcheck_size_of("%s") != sizeof(%s)) puts("%s");'):format(name, name, name)
      end
    end
    assert.is_true(#lines >= 8, #lines .. ' structs')
    files.write(here .. '/elsewhere/sizes.c', '#include <gradcheck/session.h>\n#include <gradcheck/version.h>\n' ..
      '#include <stdio.h>\n#include <string.h>\nint main(void) {\n' .. table.concat(lines, '\n') .. [[

        if (strcmp(gw_gradcheck_version(), GW_GRADCHECK_VERSION) || gw_gradcheck_size_of("gw_nothing")) puts("other");
        return 0; }]])
    local status, said = outside('gcc -I%s/usr/include sizes.c %s/usr/lib/libgradcheck.a -lm -o sizes && ./sizes',
      here, here)
    assert.equal('', said)
    assert.equal(0, status)
  end)

  it('brings no module of the workbook that the checker and its bank do not call', function()
    local found = shell.lines("nm -D --defined-only %s/usr/share/gradcheck/libcommand.so | awk '{ print $3 }'", here)
    for _, name in ipairs(found) do
      for _, module in ipairs { 'descent', 'adam', 'chain', 'antiderivative', 'derivative', 'surface',
        'logistic', 'neuron', 'one_example', 'synthetic', 'cholesky', 'scaling', 'twin', 'doubled' } do
        assert.is_nil(name:find('^gw_' .. module), name)
      end
    end
    assert.is_true(#found > 40)
    assert.same({}, shell.lines('find %s/usr -name "adapter*" -o -name "libgw*" -o -path "*share/gradcheck/include*"',
      here))
    local status, said = outside('%s/usr/bin/gradcheck -- python3 %s/usr/share/gradcheck/checker/examples/model.py',
      here, here)
    assert(status == 0 or said:find 'cannot run python3', said)
  end)

  it('has a manual without warnings that knows every option', function()
    local manual = here .. '/usr/share/man/man1/gradcheck.1'
    local status, said = shell.run('groff -man -Tutf8 -ww -P -c -P -bou %s', manual)
    if status ~= 127 then
      assert.equal(0, status)
      assert.is_nil(said:find 'warning', said)
      local _, help = shell.run 'scripts/gradcheck --help'
      local count = 0
      for option in help:gmatch '%f[%S]%-%-[%a-]+' do
        count = count + 1
        assert.is_truthy(said:gsub('‐', '-'):find(option, 1, true), option .. ' is not in the manual')
      end
      assert.is_true(count >= 6)
      for line in said:gmatch '[^\n]+' do assert.is_true(require('gw.term').width(line) <= 80, line) end
    end
    status, said = shell.run('man --warnings -l %s >/dev/null', manual)
    if status ~= 127 then assert.equal('', said) end
  end)

  it('goes again', function()
    local status, said = shell.run('make uninstall PREFIX=%s/usr && find %s/usr ! -type d', here, here)
    assert.equal(0, status)
    assert.equal('', said)
  end)
end)
