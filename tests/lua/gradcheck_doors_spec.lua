-- The installed checker from other languages: Python with and without NumPy and PyTorch,
-- and C++, each with right and wrong gradients, outside of the checkout.
local shell = require 'tests.lua.shell'

-- What says that a language is not here, or what it printed.
local function or_pending(missing, said)
  if not said:find(missing, 1, true) then return false end
  assert(not os.getenv 'GW_NO_SKIP', missing)
  pending(missing)
  return true
end

describe('the installed checker', function()
  local here
  setup(function()
    here = shell.lines 'mktemp -d'[1]
    local status, said = shell.run('make install PREFIX=%s/usr', here)
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
end)
