--- The processes that mpirun has started together, or this one alone: who is which, and
-- what they hand to each other. Everything of MPI that Lua knows is here.
local ffi = require 'ffi'
local gw = require 'gw'
local library = require 'gw.ffi'

local Ranks = {}
Ranks.__index = Ranks

local ranks = {}

--- Joins the others: rank, from 0, of count.
function ranks.begin()
  local self = setmetatable({ rank = 0, count = 1 }, Ranks)
  if os.getenv 'OMPI_COMM_WORLD_SIZE' or os.getenv 'PMIX_RANK' then
    self.mpi = library.load_mpi()
    local rank, count = ffi.new 'int32_t[1]', ffi.new 'int32_t[1]'
    self.mpi.gw_ranks_begin(rank, count)
    self.rank, self.count = rank[0], count[0]
  end
  return self
end

--- A function that hands on this rank's rows of `cols` numbers, and returns the rows of all
-- ranks in order; rows[r + 1] says how many rank r has. A rank without rows gives nil.
function Ranks:gathering(rows, cols)
  local counts, starts, total = ffi.new('int32_t[?]', self.count), ffi.new('int32_t[?]', self.count), 0
  for r = 0, self.count - 1 do
    counts[r], starts[r] = rows[r + 1] * cols, total * cols
    total = total + rows[r + 1]
  end
  local all = gw.matrix.new(total, cols)
  return function(mine)
    if self.mpi then
      self.mpi.gw_ranks_gather(mine and mine.c.data, counts[self.rank], all.c.data, counts, starts)
    else
      gw.matrix_copy(mine, all)
    end
    return all
  end
end

--- A number of each rank, as a list.
function Ranks:numbers(x)
  local ones = {}
  for r = 1, self.count do ones[r] = 1 end
  return self:gathering(ones, 1)(gw.matrix.from { { x } }):values()
end

-- What all ranks agree to end with; one of them has the sentence.
local Stop = {}

--- f() on every rank. If it fails on some, it has failed on all, and the first one's
-- sentence is the one that is said.
function Ranks:together(f)
  local ok, result = pcall(f)
  for r, failed in ipairs(self:numbers(ok and 0 or 1)) do
    if failed == 1 then error(setmetatable({ sentence = r == self.rank + 1 and result }, Stop), 0) end
  end
  return result
end

--- Runs main(self), and leaves together with the others. An error that is one rank's alone,
-- outside of `together`, ends them all at once: they would wait for it for ever.
function Ranks:run(name, main)
  local ok, why = pcall(main, self)
  local agreed = getmetatable(why) == Stop
  local sentence = agreed and why.sentence or not agreed and why
  if not ok and sentence then io.stderr:write(('%s: %s\n'):format(name, sentence)) end
  if self.mpi and (ok or agreed) then self.mpi.gw_ranks_end()
  elseif self.mpi then self.mpi.gw_ranks_abort(1) end
  return ok and 0 or 1
end

return ranks
