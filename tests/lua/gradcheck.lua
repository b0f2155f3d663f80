--- Runs scripts/gradcheck for tests, on models in a folder of their own.
--
--   local on = require('tests.lua.gradcheck').within 'c'
--   on.run(on.write('model.c', TEXT))   -- status, words
local assert = require 'luassert'
local json = require 'dkjson'
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local gradcheck = {}

--- Lines may be broken anywhere.
function gradcheck.contains(text, part)
  local function joined(t) return (t:gsub('\n +', ' ')) end
  assert.is_truthy(text:find(part, 1, true) or joined(text):find(joined(part), 1, true),
    ('«%s» in:\n%s'):format(part, text))
end

--- One sentence, and no place in a source.
function gradcheck.one_line(said)
  assert.matches('^gradcheck: [^\n]+\n$', said)
  assert.is_nil(said:find 'traceback', said)
  assert.is_nil(said:find '%.lua:%d', said)
end

--- The texts of a result's diagnoses by their keys.
function gradcheck.keys_of(result)
  local keys = {}
  for _, block in ipairs(result.blocks) do
    for _, d in ipairs(block.diagnosis) do keys[d.key] = d.text end
  end
  return keys
end

function gradcheck.within(name)
  local folder = ('%s/tests/gradcheck-%s'):format(paths.build, name)
  local on = { folder = folder }
  -- A model is compiled once, however often it is checked.
  assert(shell.run('rm -rf %s && mkdir -p %s/kept', folder, folder) == 0)

  --- Status and words of the command; $HERE is the folder of scratch files.
  function on.run(words)
    return shell.run('HERE=%s KEPT=%s/kept CC="${CC:-$PWD/tests/lua/cc-kept}"; export KEPT CC; '
      .. 'timeout 60 scripts/gradcheck %s', folder, folder, words)
  end

  function on.write(file, text)
    files.write(folder .. '/' .. file, text)
    return folder .. '/' .. file
  end

  --- The result for machines, and whether it has the shape that was promised.
  function on.result_of(words)
    local status, said = on.run('--json ' .. words)
    local result, _, why = json.decode(said)
    assert(result, ('%s\n%s'):format(why, said))
    local function has_just(t, keys)
      local wanted = {}
      for key in keys:gmatch '%a+' do wanted[key] = true end
      for key in pairs(t) do assert.is_true(wanted[key], 'there is a key ' .. tostring(key)) end
      return wanted
    end
    local function has_all(t, keys)
      for key in pairs(has_just(t, keys)) do assert.is_not_nil(t[key], key .. ' is missing') end
    end
    has_all(result, 'verdict digits evaluations points which blocks')
    assert.is_true(#result.blocks > 0)
    for _, block in ipairs(result.blocks) do
      has_all(block, 'name verdict digits worst diagnosis')
      has_just(block.worst, 'where analytic numeric bound') -- null is nil here
      assert.is_string(block.worst.where)
      gradcheck.contains(said, '"where"')
      for _, key in ipairs { 'analytic', 'numeric', 'bound' } do
        assert.is_true(block.worst[key] == nil or type(block.worst[key]) == 'number')
        gradcheck.contains(said, ('"%s"'):format(key))
      end
      for _, d in ipairs(block.diagnosis) do has_all(d, 'key text') end
      assert.equal('array', getmetatable(block.diagnosis).__jsontype)
      assert.is_true(block.verdict == 'pass' or #block.diagnosis > 0)
    end
    assert.equal(({ pass = 0, fail = 1, undecided = 3 })[result.verdict], status)
    return result
  end

  --- A model of tests/gradcheck/models with one part replaced, exactly once.
  function on.planted(model, from, to)
    local text = files.read('tests/gradcheck/models/' .. model)
    local at, last = text:find(from, 1, true)
    assert(at, ('%s has no «%s»'):format(model, from))
    return on.write('planted_' .. model, text:sub(1, at - 1) .. to .. text:sub(last + 1))
  end

  --- A parabola in C with parts of its own: J = (t1² + … + tn²)/2.
  function on.parabola(parts)
    local text = '#include <math.h>\n#include <stdio.h>\n#include <stdlib.h>\n'
    local SAYS = {
      size = 'int gradcheck_size(void) { return 3; }',
      cost = [[double gradcheck_cost(const double *t) {
        double J = 0;
        for (int i = 0; i < 3; i++) J += t[i] * t[i] / 2;
        return J;
      }]],
      gradient = [[void gradcheck_gradient(const double *t, double *g) {
        for (int i = 0; i < 3; i++) g[i] = t[i];
      }]],
    }
    for _, key in ipairs { 'size', 'cost', 'gradient', 'more' } do
      local part = parts[key] or SAYS[key]
      if part then text = text .. part .. '\n' end
    end
    return on.write('model.c', text)
  end

  --- That a model of tests/gradcheck/models passes; and that it fails with a mistake.
  function on.passes(model)
    local result = on.result_of('tests/gradcheck/models/' .. model)
    assert.equal('pass', result.verdict)
    assert.is_true(result.digits >= 6, 'only ' .. result.digits .. ' digits')
    assert.is_true(result.evaluations >= 20)
  end

  function on.fails(path, key)
    local result = on.result_of(path)
    assert.equal('fail', result.verdict)
    assert.equal(0, result.digits)
    local keys = gradcheck.keys_of(result)
    assert.is_not_nil(keys[key], json.encode(keys))
    local status, said = on.run(path)
    assert.equal(1, status)
    gradcheck.contains(said, '[' .. key .. ']')
    gradcheck.contains(said, 'fail: ')
    gradcheck.contains(select(2, on.run '--list-mistakes'), '  ' .. key .. ' ')
  end

  return on
end

return gradcheck
