--- Speaks with Chromium by its DevTools protocol, over a pair of pipes, in real time. (With
-- a virtual time, --dump-dom leaves a page that waits for something that no timer stands for.)
local json = require 'dkjson'
local fcntl = require 'posix.fcntl'
local stat = require 'posix.sys.stat'
local unistd = require 'posix.unistd'
local chromium = require 'book.chromium'
local files = require 'gw.files'

local devtools = {}
devtools.__index = devtools

-- A tab that nobody sees goes on as if it were seen.
local FLAGS = '--remote-debugging-pipe --allow-file-access-from-files --window-size=1300,1000 '
  .. '--disable-background-timer-throttling --disable-renderer-backgrounding --disable-backgrounding-occluded-windows'

--- Starts a browser that ends by itself after so many seconds.
function devtools.open(seconds)
  local profile = files.temporary 'devtools'
  local asks, tells = profile .. '.asks', profile .. '.tells'
  for _, pipe in ipairs { asks, tells } do assert(stat.mkfifo(pipe, 384)) end
  os.execute(('timeout %d %s %s about:blank 3<%s 4>%s 2>/dev/null &'):format(seconds, chromium.required(profile),
    FLAGS, files.quoted(asks), files.quoted(tells)))
  return setmetatable({ profile = profile, asks_at = asks, tells_at = tells, rest = '', id = 0, answers = {},
    asks = assert(fcntl.open(asks, fcntl.O_WRONLY)), tells = assert(fcntl.open(tells, fcntl.O_RDONLY)),
    seconds = seconds }, devtools)
end

-- The next message.
function devtools:hear()
  local parts = { self.rest }
  while not parts[#parts]:find('\0', 1, true) do
    local more = unistd.read(self.tells, 65536)
    if not more or more == '' then
      error(('Chromium has ended before it had answered; it has %d seconds'):format(self.seconds), 0)
    end
    parts[#parts + 1] = more
  end
  local message
  message, self.rest = table.concat(parts):match '^(%Z*)%z(.*)$'
  return json.decode(message)
end

--- Asks, and returns a function that waits for the answer; events that come before it are
-- told to on(event).
function devtools:asked(method, parameters, on)
  self.id = self.id + 1
  local given = setmetatable(parameters or {}, { __jsontype = 'object' })
  local text = json.encode { id = self.id, method = method, params = given, sessionId = self.session } .. '\0'
  for at = 1, #text, 4096 do assert(unistd.write(self.asks, text:sub(at, at + 4095))) end
  local id = self.id
  return function()
    while not self.answers[id] do
      local message = self:hear()
      if message.id then self.answers[message.id] = message elseif on then on(message) end
    end
    local answer = self.answers[id]
    self.answers[id] = nil
    return answer.result or error(('Chromium refused %s: %s'):format(method, answer.error.message), 0)
  end
end

--- Asks and returns the answer.
function devtools:ask(method, parameters, on) return self:asked(method, parameters, on)() end

--- Opens a page in a tab of its own, and waits until it has loaded; what is asked from now on
-- is asked of it. With dark, by dark; with first, a script that runs before all others.
function devtools:page(url, dark, first)
  self.session = nil
  local target = self:ask('Target.createTarget', { url = 'about:blank' }).targetId
  self.session = self:ask('Target.attachToTarget', { targetId = target, flatten = true }).sessionId
  self:ask 'Page.enable'
  if first then self:ask('Page.addScriptToEvaluateOnNewDocument', { source = first }) end
  self:ask('Emulation.setFocusEmulationEnabled', { enabled = true }) -- each tab has the keyboard
  self:ask('Emulation.setEmulatedMedia',
    { features = { { name = 'prefers-color-scheme', value = dark and 'dark' or 'light' } } })
  local loaded
  self:ask('Page.navigate', { url = url }, function(event) loaded = loaded or event.method == 'Page.loadEventFired' end)
  if not loaded then self:wait 'Page.loadEventFired' end
end

--- A function that waits for what an expression of the page comes to.
function devtools:promised(expression)
  local answered = self:asked('Runtime.evaluate',
    { expression = expression, awaitPromise = true, returnByValue = true })
  return function()
    local answer = answered()
    local wrong = answer.exceptionDetails
    if wrong then error(wrong.exception and wrong.exception.description or wrong.text, 0) end
    return answer.result.value
  end
end

--- What an expression of the page comes to.
function devtools:value(expression) return self:promised(expression)() end

--- Waits for an event, and hands those before it to on(event).
function devtools:wait(method, on)
  while true do
    local message = self:hear()
    if message.method == method then return message.params end
    if message.id then self.answers[message.id] = message elseif on then on(message) end
  end
end

function devtools:close()
  self.session = nil
  pcall(self.ask, self, 'Browser.close')
  unistd.close(self.asks)
  unistd.close(self.tells)
  local places = { files.quoted(self.profile), files.quoted(self.asks_at), files.quoted(self.tells_at) }
  os.execute('sleep 0.5; rm -rf -- ' .. table.concat(places, ' ') .. ' 2>/dev/null')
end

return devtools
