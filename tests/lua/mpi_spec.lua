-- Slow: it goes first.
-- Chapter 14's training over several processes: a file read in parts; the same bits with
-- any number of ranks (three here, up to seven in `make test-long`), also after a kill; and
-- what stops it.
local dataset = require 'gw.dataset'
local files = require 'gw.files'
local gw = require 'gw'
local part = require '14-many-machines.part'
local paths = require 'gw.paths'
local shell = require 'tests.lua.shell'

local FOLDER = paths.build .. '/tests/mpi'
local TRAIN = 'luajit scripts/14-many-machines.lua --data '

-- Random examples as text: labels by a line, with noise.
local function examples(m, seed)
  local rng, rows = gw.random(seed), { 'a,b,c,y' }
  for i = 1, m do
    local a, b, c = gw.random_normal(rng), 2 + 3 * gw.random_normal(rng), gw.random_uniform(rng)
    local z = 1.5 * a - b + 2 + c + gw.random_normal(rng)
    rows[i + 1] = ('%.9g,%.9g,%.9g,%d'):format(a, b, c, z > 0 and 1 or 0)
  end
  return rows
end

local function write(name, rows, line_break, last)
  local path = FOLDER .. '/' .. name
  files.write(path, table.concat(rows, line_break or '\n') .. (last or line_break or '\n'))
  return path
end

describe('a file that is read in parts', function()
  -- What all ranks together have read of it.
  local function together(path, ranks)
    local opened, counts, m, X, Y = {}, {}, 0, {}, {}
    for r = 0, ranks - 1 do
      opened[r + 1] = part.open { data = path, positive = '', features = {} }
      counts[r + 1] = part.count(opened[r + 1], r, ranks)
      m = m + counts[r + 1]
    end
    for r = 0, ranks - 1 do
      local first, last = math.floor(m * r / ranks), math.floor(m * (r + 1) / ranks)
      if last > first then
        local x, y = part.read(opened[r + 1], counts, first, last)
        for j = 1, x.cols do
          for k = 1, x.rows do X[#X + 1] = x:get(k, j) end
          Y[#Y + 1] = y:get(1, j)
        end
      end
      opened[r + 1].file:close()
    end
    return m, X, Y
  end

  it('is the whole file, wherever it is cut', function()
    local seen = 0
    for m = 2, 40, 2 do
      for _, form in ipairs { { '\n' }, { '\r\n' }, { '\n', '' }, { '\r\n', '' } } do
        local rows = examples(m, m)
        rows[2], rows[3] = rows[2]:gsub('%d$', '0'), rows[3]:gsub('%d$', '1') -- there are both
        local path = write('small.csv', rows, form[1], form[2])
        local whole = dataset.load { data = path, positive = '1' }
        local X = {}
        for j = 1, m do
          for k = 1, 3 do X[#X + 1] = whole.X:get(k, j) end
        end
        for _, ranks in ipairs { 1, 2, 3, 7, 50 } do
          local count, x, y = together(path, ranks)
          assert.equal(m, count)
          assert.same(X, x)
          assert.same(whole.Y:values(), y)
          seen = seen + 1
        end
      end
    end
    assert.equal(400, seen)
  end)
end)

describe('libgw.so', function()
  it('knows nothing of MPI', function()
    local status, said = shell.run([[grep -lE 'ranks\.h|mpi\.h' csrc/*.[ch] csrc/[!m]*/*.[ch] csrc/fast/*;
      ldd %s/libgw.so | grep -i mpi]], paths.build)
    assert.equal('', said)
    assert.equal(1, status)
  end)
end)

local missing = shell.run('command -v mpicc && command -v mpirun') ~= 0

describe('ranks that mpirun starts', function()
  if missing then
    it('train together', function()
      assert(not os.getenv 'GW_NO_SKIP', 'Open MPI is missing: scripts/setup --mpi installs it')
      pending 'Open MPI is not installed'
    end)
    return
  end

  -- 6 leaves, so that of seven ranks one has none.
  local BIG = write('big.csv', examples(5003, 14))
  local MPIRUN = 'mpirun --allow-run-as-root --oversubscribe -n %d '
  local function mpirun(ranks, words, ...)
    return shell.run((MPIRUN):format(ranks) .. TRAIN .. words, ...)
  end
  local function trained(ranks, name, iterations, model)
    local path = FOLDER .. '/' .. name
    local status, said = mpirun(ranks, '%s --checkpoint %s --iterations %d %s', BIG, path, iterations, model)
    assert.equal(0, status, said)
    return files.read(path), said
  end

  local RANKS = os.getenv 'GW_RANKS' or '1 2 3'

  -- Where each process has all examples, and is held against csrc/fast on its own.
  it('have what one machine has in every iteration: of both models, in every shape', function()
    for ranks in RANKS:gmatch '%d+' do
      local status, said = shell.run(MPIRUN:format(ranks) .. 'luajit tests/mpi/alike.lua %s 12 %s/alike', ranks, FOLDER)
      assert.equal(0, status, said)
      local logistic, networks = said:match 'alike: (%d+) of logistic regression, (%d+) networks'
      assert.equal(12, logistic + networks)
      assert.is_true(math.min(logistic, networks) > 1)
    end
  end)

  -- The models, and how many numbers θ has.
  local MODELS = { { 'weights', '', 4 }, { 'network', '--hidden 3', 16 } }

  it('leave the same bits, however many they are, as one process without MPI', function()
    os.execute('rm -f ' .. FOLDER .. '/kept*')
    local alone = FOLDER .. '/kept'
    for _, model in ipairs(MODELS) do
      local kept_as = 'kept_' .. model[1]
      local status, said = shell.run(TRAIN .. '%s --checkpoint %s --iterations 60 %s', BIG, alone .. model[1], model[2])
      assert.equal(0, status, said)
      local kept = files.read(alone .. model[1])
      assert.matches('\niteration\t60\ntheta\t%-?0x1%.%x+p', kept)
      for ranks in RANKS:gmatch '%d+' do
        local bits, words = trained(tonumber(ranks), kept_as .. ranks, 60, model[2])
        assert.equal(kept, bits, ranks .. ' ranks')
        assert.matches('ranks: ' .. ranks .. ';', words, 1, true)
        assert.matches(('the gradient at a random point: pass, %d of %d entries'):format(model[3], model[3]), words, 1,
          true)
        assert.equal(said:match 'J is.*', words:match 'J is.*')
      end
    end
  end)

  it('go on from the checkpoint of a job that was killed, in another number', function()
    for _, model in ipairs(MODELS) do
      local path = FOLDER .. '/killed'
      os.remove(path)
      local status, said = shell.run([[
        %s %s %s --checkpoint %s --iterations 10000000 --every 20 --quiet %s & job=$!
        for _ in {1..300}; do [ -e %s ] && break; sleep 0.05; done
        for rank in $(ps -o pid= --ppid $job); do
          tr '\0' '\n' < /proc/$rank/environ | grep -qx OMPI_COMM_WORLD_RANK=2 && kill -9 $rank
        done
        wait $job]], MPIRUN:format(4), TRAIN, BIG, path, model[2], path)
      assert.equal(137, status, said)
      assert.matches('process rank 2 .* exited on signal 9', said)
      local sentences = 0
      for line in said:gmatch '[^\n]+' do
        if not line:match '^%-+$' and not line:match 'Primary job' and not line:match 'a non%-zero exit code' then
          sentences = sentences + 1
        end
      end
      assert.equal(1, sentences, said)
      local iteration = tonumber(files.read(path):match '\niteration\t(%d+)')
      assert.equal(0, iteration % 20)
      local resumed, words = trained(3, 'killed', iteration + 30, model[2])
      assert.matches(('going on behind iteration %d, from'):format(iteration), words, 1, true)
      os.remove(FOLDER .. '/unbroken')
      assert.equal(trained(2, 'unbroken', iteration + 30, model[2]), resumed)
    end
  end)

  -- However many ranks find something wrong, the first one's sentence is all that we say.
  local function refuses(sentence, words, ...)
    local status, said = mpirun(3, words, ...)
    assert.equal(1, status, said)
    local ours = {}
    for line in said:gmatch '[^\n]+' do
      if line:match '^scripts/' then ours[#ours + 1] = line end
    end
    assert.same({ 'scripts/14-many-machines.lua: ' .. sentence }, ours)
  end

  it('stop together, with one sentence', function()
    local rows = examples(5003, 14)
    rows[1200], rows[4990] = '1,2,3', '1,nothing,3,1'
    local bad = write('bad.csv', rows)
    refuses(bad .. ':1200: 3 cells, but the header names 4 columns', '%s', bad)
    rows[1200] = '1,2,3,1'
    write('bad.csv', rows)
    refuses(bad .. ':4990: column b: «nothing» is not a number', '%s', bad)
    refuses(('cannot read %s/none.csv: No such file or directory'):format(FOLDER), '%s/none.csv', FOLDER)
    local kept = FOLDER .. '/other'
    files.write(kept, 'a letter\n')
    refuses(kept .. ' is no checkpoint of chapter 14; it is left as it is', '%s --checkpoint %s', BIG, kept)
    assert.equal('a letter\n', files.read(kept))
    os.remove(kept)
    trained(2, 'other', 20, '')
    refuses(kept .. ' keeps another training, with other rates; it is left as it is',
      '%s --checkpoint %s --alpha 0.5', BIG, kept)
    refuses(kept .. ' keeps another training, with other hidden units; it is left as it is',
      '%s --checkpoint %s --hidden 2', BIG, kept)
  end)

  it('say that the library of MPI is missing', function()
    local copy = FOLDER .. '/build'
    shell.run('rm -rf %s && mkdir -p %s && cp %s/{libgw.so,cdef.h,signatures.lua,uses.lua} %s/', copy, copy,
      paths.build, copy)
    local status, said = shell.run('GW_BUILD=%s ' .. MPIRUN:format(1) .. TRAIN .. '%s', copy, BIG)
    assert.equal(1, status, said)
    assert.matches(copy .. '/libgwmpi.so is missing: run scripts/setup --mpi, then make', said, 1, true)
  end)
end)
