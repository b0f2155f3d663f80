-- Descents on a curve.
local gw = require 'gw'
local compare = require 'tests.book.live.compare'
local apart, flat, accepted, facts_of = compare.apart, compare.flat, compare.accepted, compare.facts

local BOWL = { J = 'w^2 + 12', starts = { 3.25 }, alphas = { 0.037 }, epsilon = 0, most = 100, k = 100 }
local HILLS = { J = 'w^2/5 + 2*sin(2*w) + 3', starts = { -4.4, 1.25, 6.1 }, alphas = { 0.031 }, epsilon = 0,
  most = 100, k = 100, run = 1 }

return {
  states = { ['05-descent/steps'] = { BOWL }, ['05-descent/nonconvex'] = { HILLS } },
  links = {
    { 'steps?alphas=-3',
      'The link asks for what cannot be: Each rate α must be a number above 0 and at most 1000000.' },
    { 'steps?foo=1', 'The link asks for what cannot be: this figure has no «foo».' },
    { 'steps?J=%E0%A4', 'The link asks for what cannot be: «%E0%A4» cannot be read.' },
    { 'steps?J=w^&k=2', 'The link cannot be shown: J(w) cannot be read: the formula ends too early, at its end.' },
    { 'steps?starts=-3&J=ln(w)', 'The link cannot be shown: J has no value at the start w = −3.' },
    { 'steps?k=1e99', 'The link asks for what cannot be: step must be a whole number from 0 to 500.' },
  },
  test = function(shown)
    it('open with the accepted data', function()
      local function close(figure, rows, wanted)
        assert.is_true(#wanted > 0, figure)
        assert.is_true(apart(flat(rows), flat(wanted)) < 2e-5, figure)
      end
      close('steps', shown['05-descent/steps'].opens.curve, accepted('05-descent/steps', 'curve'))
      close('steps', shown['05-descent/steps'].opens.runs[1].path, accepted('05-descent/steps', 'path'))
      close('nonconvex', shown['05-descent/nonconvex'].opens.curve, accepted('05-descent/nonconvex', 'curve'))
      for i = 1, 5 do
        close('nonconvex', shown['05-descent/nonconvex'].opens.runs[i].path,
          accepted('05-descent/nonconvex', 'path' .. i))
      end
      for i, name in ipairs { 'small', 'chosen', 'large', 'too_large' } do
        local run, rows = shown['05-descent/rates'].opens.runs[i], {}
        for k, point in ipairs(run.path) do rows[k] = { k - 1, point[1], run.alpha, point[2] } end
        close('rates', rows, accepted('05-descent/rates', name))
      end
    end)

    it('are the facts of the chapter', function()
      local facts = facts_of '05-descent'
      local run = shown['05-descent/steps'].opens.runs[1]
      assert.equal(facts.steps[1], #run.path - 1)
      assert.equal(facts.ending[1], run.ending)
      -- Facts are written with eight digits.
      for i, name in ipairs { 'last_w', 'last_cost' } do
        assert.is_true(math.abs(run.path[#run.path][i] / facts[name][1] - 1) < 1e-8)
      end
    end)

    it('walk as the library does, a hundred steps', function()
      local function walked(terrain, start, alpha)
        local path = gw.matrix.new(2, 101)
        local steps = gw.descent_run(terrain, start, alpha, 0, path)
        local rows = {}
        for i = 1, steps + 1 do rows[i] = { path:get(1, i), path:get(2, i) } end
        return rows
      end
      local bowl = shown['05-descent/steps'].states[1]
      assert.is_true(apart(flat(bowl.runs[1].path), flat(walked(gw.BOWL, 3.25, 0.037))) < 1e-11)
      for i, start in ipairs(HILLS.starts) do
        local run = shown['05-descent/nonconvex'].states[1].runs[i]
        assert.is_true(#run.path > 50)
        assert.is_true(apart(flat(run.path), flat(walked(gw.HILLS, start, 0.031))) < 1e-11)
      end
      assert.is_true(math.abs(bowl.dw - bowl.numeric) <= bowl.bound)
      assert.equal(gw.PASS, bowl.verdict)
    end)
  end,
}
