-- Every driver explains itself and refuses nonsense.
local files = require 'gw.files'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

for _, path in ipairs(shell.lines 'ls scripts/*-*.lua') do
  describe(path, function()
    local function run(words) return shell.run('GW_BUILD=%s luajit %s %s', paths.build, path, words) end
    local status, help = run '--help'

    it('says which options it takes', function()
      assert.equal(0, status)
      assert.matches('^Usage: ' .. path:gsub('%p', '%%%0'), help)
      for _, option in ipairs { '--help', '--seed', '--quiet', '--verbose' } do
        assert.is_truthy(help:find(option, 1, true), option)
      end
    end)

    local function refuses(words, sentence)
      local bad, said = run('--quiet ' .. words)
      assert.not_equal(0, bad, words .. ' was taken')
      assert.is_truthy(said:find(sentence, 1, true), ('«%s» for %s in:\n%s'):format(sentence, words, said))
      assert.is_nil(said:find('traceback', 1, true), said)
    end

    it('refuses nonsense', function()
      refuses('--bogus', "unknown option '--bogus'")
      refuses('stray', 'too many arguments')
      for option in help:gmatch '%-%-(%a+) <' do
        if option == 'seed' or option == 'iterations' or option == 'hidden' then
          for _, value in ipairs { '-1', '1.5', 'x' } do refuses(('--%s %s'):format(option, value), '--' .. option) end
        elseif option == 'alpha' then
          for _, value in ipairs { '0', '-1', 'nan', 'inf', 'x' } do refuses('--alpha ' .. value, '--alpha') end
        elseif option == 'start' then
          refuses('--start x', '--start')
        elseif option == 'data' then
          refuses('--data no/such/file.csv', 'no/such/file.csv')
          refuses('--data /dev/null', '/dev/null')
        end
      end
    end)

    it('knows the workbook only', function()
      for name in files.read(path):gmatch "require%s*%(?'([^']+)'" do
        local room = name:match '^[^.]+'
        local is_own = path == ('scripts/%s.lua'):format(room)
        assert.is_true(room == 'gw' or room == 'models' or is_own, path .. ' requires ' .. name)
      end
    end)
  end)
end
