-- The installed checker from other languages, outside of the checkout: Python with and
-- without NumPy and PyTorch, C++, and what the manual page shows, copied from it, each with
-- right and wrong gradients.
local files = require 'gw.files'
local shell = require 'tests.lua.shell'

-- What says that a language is not here, or what it printed.
local function or_pending(missing, said)
  if not said:find(missing, 1, true) then return false end
  assert(not os.getenv 'GW_NO_SKIP', missing)
  pending(missing)
  return true
end

-- Is a program here, or a line true? Where the tests are to run all, it must.
local function has(program)
  local line = program:find ';' and program:match '^(.-);' or 'command -v ' .. program
  if shell.run('%s >/dev/null', line) == 0 then return true end
  assert(not os.getenv 'GW_NO_SKIP', program .. ' is missing: scripts/setup --tests installs it')
  pending(program .. ' is not here')
  return false
end

describe('the installed checker', function()
  local here
  setup(function()
    here = shell.lines 'mktemp -d'[1]
    local status, said = shell.run('mkdir %s/new && make install PREFIX=%s/usr', here, here)
    assert(status == 0, said)
  end)
  teardown(function() shell.run('rm -rf %s', here) end)

  it('answers Python', function()
    local status, said = shell.run('cp tests/gradcheck/doors/doors.py %s && cd %s && env -i PATH=/usr/bin:/bin ' ..
      'python3 doors.py usr/share/gradcheck/python', here, here)
    assert(status == 0, said)
    if or_pending('no numpy', said) or or_pending('no torch', said) then return end
    assert.matches("numpy {'pass': %d+, 'undecided': %d+, 'fail': 0}", said)
    assert.matches('torch scale', said)
  end)

  it('tells Python which library it cannot speak to', function()
    local status, said = shell.run([[cp %s/usr/share/gradcheck/python/gradcheck.py %s && cd %s &&
      env -i PATH=/usr/bin:/bin python3 -c 'import gradcheck' 2>&1 | tail -1]], here, here, here)
    assert(status == 0, said)
    assert.matches('there is no libgradcheck.so.0: make install', said)
    status, said = shell.run([[cd %s && printf 'const char *gw_gradcheck_version(void) { return "1.9"; }' > old.c &&
      gcc -shared -fPIC -o old.so old.c && env -i PATH=/usr/bin:/bin GRADCHECK_LIBRARY=./old.so \
      python3 -c 'import gradcheck' 2>&1 | tail -1]], here)
    assert(status == 0, said)
    assert.matches('old.so is libgradcheck 1.9; this file speaks 2.x', said)
  end)

  it('answers C++', function()
    local status, said = shell.run([[cp tests/gradcheck/doors/cpp.cpp %s && cd %s &&
      export PKG_CONFIG_PATH=usr/lib/pkgconfig &&
      test "$(pkg-config --modversion gradcheck)" = \
        "$(sed -n 's/.*VERSION "\(.*\)"/\1/p' usr/include/gradcheck/version.h)" &&
      g++ -std=c++17 -Wall -Wextra -Werror -pedantic -Wno-missing-field-initializers -Iusr/include/gradcheck cpp.cpp \
      usr/lib/libgradcheck.a -o cpp && ./cpp]], here, here)
    if or_pending('g++: not found', said) then return end
    assert(status == 0, said)
    assert.matches('C%+%+ agrees', said)
  end)

  -- The examples of a section of the manual, as they stand in it.
  local function examples_of(section)
    local status, page = shell.run('groff -man -Tascii -P -c -P -bou %s/usr/share/man/man1/gradcheck.1 2>/dev/null',
      here)
    assert(status == 0, page)
    local list, lines = {}, nil
    for line in (page:match('\n   ' .. section:gsub('%p', '%%%0') .. '\n(.-)\n%u') .. '\n'):gmatch '(.-)\n' do
      if line:match '^   %S' then break end
      local code = line:match '^           (.*)$'
      if code and not lines then
        lines = {}
        list[#list + 1] = lines
      elseif line:match '^       %S' then
        lines = nil
      end
      if lines then lines[#lines + 1] = code or '' end
    end
    for k, of in ipairs(list) do list[k] = table.concat(of, '\n'):gsub('%s+$', '') .. '\n' end
    return list
  end

  -- Runs lines of the page in a folder with nothing but PATH, the PREFIX put in.
  local function follow(commands)
    files.write(here .. '/new/commands.sh', 'set -e\n' .. commands:gsub('PREFIX', here .. '/usr'))
    return shell.run('cd %s/new && exec env -i PATH=%s/usr/bin:/usr/bin:/bin bash commands.sh', here, here)
  end

  -- {section, the program it needs, the file, which example is the command, what a slip replaces, by what}
  local SHOWN = {
    { 'From C++', 'g++', 'model.cpp', 2, '2 * t[0] * t[1]', '3 * t[0] * t[1]' },
    { 'From Fortran', 'gfortran', 'model.f90', 2, '2 * t(1) * t(2)', '3 * t(1) * t(2)' },
    { 'From Python', 'python3', 'model.py', 2, '2 * t[0] * t[1]', '3 * t[0] * t[1]' },
    { 'From PyTorch', '/usr/bin/python3 -c "import torch"; true', 'model.py', 'From Python', '3 * context',
      '2 * context' },
  }
  for _, case in ipairs(SHOWN) do
    it('takes what the manual shows: ' .. case[1], function()
      if not has(case[2]) then return end
      local examples = examples_of(case[1])
      local command = type(case[4]) == 'string' and examples_of(case[4])[2] or examples[case[4]]
      files.write(here .. '/new/' .. case[3], examples[1])
      local status, said = follow(command)
      assert(status == 0, said)
      assert.matches('pass: right to at least %d', said)
      local at, last = examples[1]:find(case[5], 1, true)
      files.write(here .. '/new/' .. case[3], examples[1]:sub(1, at - 1) .. case[6] .. examples[1]:sub(last + 1))
      status, said = follow(command)
      assert.equal(1, status, said)
      assert.matches('fail: ', said)
      assert.matches('%[[%l-]+%]', said) -- and what is wrong has a name
    end)
  end

  -- {program, the example's ending}
  for _, case in ipairs { { 'Rscript', 'R' }, { 'julia', 'jl' } } do
    it('takes what the manual shows: ' .. case[1], function()
      -- Debian's stable edition has no julia.
      if case[1] == 'julia' and shell.run 'command -v julia' ~= 0 or not has(case[1]) then return end
      local command
      for _, lines in ipairs(examples_of 'A program in any language') do
        command = lines:match('[^\n]*' .. case[1] .. '[^\n]*') or command
      end
      local path = command:match 'PREFIX(%S+)'
      local status, said = follow(command)
      assert(status == 0, said)
      assert.matches('pass: right to at least %d', said)
      local wrong = files.read(here .. '/usr' .. path):gsub('200 %* %(', '201 * (')
      files.write(here .. '/new/model.' .. case[2], wrong)
      status, said = follow((command:gsub('PREFIX%S+', 'model.' .. case[2])))
      assert.equal(1, status, said)
      assert.matches('%[single%-entry%]', said)
    end)
  end

  it('has a schema in the manual that its own answers hold to', function()
    if not has '/usr/bin/python3' then return end
    local page = files.read(here .. '/usr/share/man/man1/gradcheck.1')
    local schema = page:match('Its schema:\n%.PP\n%.nf\n%.RS 4\n(.-)%.RE\n')
    files.write(here .. '/schema.json', schema)
    local CHECK = [[import json, subprocess, sys
schema = json.load(open('schema.json'))
def holds(value, rule):
    if 'oneOf' in rule: return sum(holds(value, r) for r in rule['oneOf']) == 1
    if 'const' in rule: return value == rule['const']
    if 'enum' in rule: return value in rule['enum']
    kinds = {'string': str, 'number': (int, float), 'integer': int, 'null': type(None), 'array': list}
    names = rule.get('type', [])
    if names and not any(isinstance(value, kinds[n]) for n in ([names] if isinstance(names, str) else names)):
        return False
    if 'items' in rule and not all(holds(v, rule['items']) for v in value): return False
    if 'required' in rule and not (isinstance(value, dict) and set(value) == set(rule['properties']) and
        set(rule['required']) == set(value)): return False
    return all(holds(value[k], r) for k, r in rule.get('properties', {}).items())
for words in sys.argv[1:]:
    said = subprocess.run(['usr/bin/gradcheck', '--json'] + words.split(), capture_output=True, text=True).stdout
    assert holds(json.loads(said), schema), said
assert not holds({'verdict': 'pass'}, schema)
print('holds')
]]
    files.write(here .. '/holds.py', CHECK)
    files.write(here .. '/wrong.c', 'int gradcheck_size(void) { return 1; }\n' ..
      'double gradcheck_cost(const double *t) { return *t * *t; }\n' ..
      'void gradcheck_gradient(const double *t, double *g) { *g = *t / 0.0; }\n')
    local status, said = shell.run([[cd %s &&
      /usr/bin/python3 holds.py 'x^2 2*x' 'x^2 3*x' 'x^2 1/0' 'x^2 2*' wrong.c]], here)
    assert(status == 0, said)
    assert.matches('holds', said)
  end)

  it('checks in threads what it checks one after the other', function()
    local status, said = shell.run([[cp tests/gradcheck/doors/threads.c %s && cd %s &&
      gcc -std=c11 -Wall -Wextra -Werror -fsanitize=thread -g -Iusr/include/gradcheck threads.c \
      usr/lib/libgradcheck.a -lm -pthread -o threads && ./threads]], here, here)
    assert(status == 0, said)
    assert.matches('threads agree', said)
  end)
end)
