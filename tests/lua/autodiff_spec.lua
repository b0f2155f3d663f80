-- The numbers of PyTorch that chapter 13 shows are PyTorch's, where it is installed.
local files = require 'gw.files'
local shell = require 'tests.lua.shell'

describe('the tape of chapter 13', function()
  local function numbers(text)
    local found = {}
    for name, value in text:gmatch '([%w_]+)\t([^\n]+)' do found[name] = tonumber(value) end
    return found
  end

  it('is compared with what PyTorch says today', function()
    if shell.run '/usr/bin/python3 -c "import torch"' ~= 0 then
      assert(not os.getenv 'GW_NO_SKIP', 'python3-torch is missing: scripts/setup --tests installs it')
      return pending 'python3-torch is not installed'
    end
    local status, said = shell.run '/usr/bin/python3 scripts/13-autodiff/by_pytorch.py'
    assert.equal(0, status, said)
    local today, kept, count = numbers(said), numbers(files.read 'chapters/13-autodiff/torch.tsv'), 0
    for name, value in pairs(kept) do
      -- Another version may add up in another order.
      assert.is_true(math.abs(today[name] - value) <= 1e-14, name)
      count = count + 1
    end
    assert.equal(10, count)
  end)
end)
