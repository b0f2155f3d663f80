-- A process that answers each line with a line.
local Speaker = {}
Speaker.__index = Speaker

local speaker = {}

function speaker.start(command, cpu_time)
  local self = setmetatable({}, Speaker)
  local pipe = os.tmpname()
  os.remove(pipe)
  assert(os.execute('mkfifo ' .. pipe) == 0)
  self.asks = io.popen(('%s%s > %s'):format(command, cpu_time and ' cpu' or '', pipe), 'w')
  self.asks:setvbuf 'no'
  self.answers = io.open(pipe)
  os.remove(pipe)
  return self
end

--- The line that it answers, or nil from one that has ended.
function Speaker:say(line)
  return not self.gone and self.asks:write(line .. '\n') and self.answers:read() or nil
end

--- The number that it answers, or nil for what is missing: a tool, or instructions.
function Speaker:ask(line)
  local answer = self:say(line)
  self.gone = not answer
  return tonumber(answer)
end

function Speaker:stop() self.asks:close() end

return speaker
