-- A figure of a run with parameters of one's own: it shows that run, and nothing that is
-- committed changes, then or by the next make accept.
local files = require 'gw.files'
local shell = require 'tests.lua.shell'

describe('make figures with ARGS', function()
  local here
  setup(function()
    here = shell.scratch('own', { '05-descent' })
    files.write(here .. '/plots/99-other/one.gp', '# narrow 390x330\n')
    local status, said = shell.run('cd %s && git init -q && printf "build/\\n" > .gitignore && git add .', here)
    assert(status == 0, said)
  end)

  local function make(words) return shell.run('cd %s && make %s', here, words) end
  local function picture(name) return files.read(here .. '/build/figures/05-descent/' .. name) end
  local function untouched()
    return shell.lines('cd %s && git diff --name-only && git ls-files --others --exclude-standard', here)
  end

  it('draws that run, beside the picture of the ordinary one, and accepts nothing', function()
    local status, said = make 'figures ONLY=05-descent/rates'
    assert.equal(0, status, said)
    local ordinary = picture 'rates.svg'
    status, said = make [[figures ONLY=05-descent/rates ARGS='--alpha 0.9']]
    assert.equal(0, status, said)
    assert.is_truthy(said:find('build/figures/05-descent/rates-alpha-0.9.svg', 1, true), said)
    assert.is_truthy(ordinary:find('α = 0.2,', 1, true))
    assert.is_truthy(picture 'rates-alpha-0.9.svg':find('α = 0.9,', 1, true))
    assert.equal(ordinary, picture 'rates.svg')
    assert.same({}, untouched())
    status, said = make 'accept' -- which first runs the chapter as it is
    assert.equal(0, status, said)
    assert.is_truthy(said:find('running 05-descent', 1, true), said)
    assert.same({}, untouched())
    make 'figures ONLY=05-descent/rates'
    assert.equal(ordinary, picture 'rates.svg')
  end)

  it('knows theme, format and size with them', function()
    local status, said = make [[figures ONLY=05-descent/rates ARGS='--alpha 0.9' THEME=print FORMAT=png SCALE=2]]
    assert.equal(0, status, said)
    assert.matches('^\137PNG', picture 'rates-alpha-0.9-print-x2.png')
  end)

  local BAD = {
    [ [[ONLY=05-descent/rates ARGS='--alpha x']] ] = '--alpha must be a positive number, not «x»',
    [ [[ONLY=05-descent/rates ARGS='--alpha "0.9']] ] = 'has a quote that never ends',
    [ [[ONLY='05-descent/rates 99-other/one' ARGS='--alpha 0.9']] ] = 'are words for one chapter',
    [ [[ONLY=05-descent/rate ARGS='--alpha 0.9']] ] = 'there is no figure «05-descent/rate»',
  }
  for words, sentence in pairs(BAD) do
    it('refuses ' .. words, function()
      local status, said = make('figures ' .. words)
      assert.not_equal(0, status)
      assert.is_truthy(said:find(sentence, 1, true), said)
      assert.same({}, untouched())
    end)
  end
end)
