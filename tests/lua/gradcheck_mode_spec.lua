-- gradcheck --mode directions: cheap, and it finds the entry.
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local MODEL = [[
#include <math.h>
int gradcheck_size(void) { return 500; }
double gradcheck_cost(const double *t) {
    double sum = 0;
    for (int i = 0; i < 500; i++) sum += sin(t[i]) * (1 + i * 0.01);
    return sum;
}
void gradcheck_gradient(const double *t, double *g) {
    for (int i = 0; i < 500; i++) g[i] = cos(t[i]) * (1 + i * 0.01) * (i == %d ? 1.01 : 1);
}
]]

local function check(wrong)
  local path = paths.build .. '/tests/directions.c'
  files.write(path, MODEL:format(wrong))
  return shell.run('scripts/gradcheck --mode directions --points 1 %s', path)
end

describe('random directions', function()
  it('pass a right gradient of 500 entries for fewer than 60 evaluations', function()
    local status, said = check(-1)
    assert.equal(0, status)
    assert.is_true(tonumber(said:match '(%d+)%s+evaluations') < 60)
  end)

  it('lead to the one entry that is wrong', function()
    local status, said = check(77)
    assert.equal(1, status)
    assert.matches('theta[78]', said, 1, true)
    assert.is_true(tonumber(said:match '(%d+)%s+evaluations') < 1000)
  end)

  it('are a mode by name', function()
    local status, said = shell.run('scripts/gradcheck --mode sideways x 1')
    assert.equal(2, status)
    assert.matches('mode', said)
  end)
end)
