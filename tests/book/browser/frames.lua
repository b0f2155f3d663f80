-- How long the frames of every live figure take, in milliseconds of the processor, as
-- Chromium's trace has them, in the best of three rounds: other programs take time, which
-- does not count, and make memory slow, which does. A frame that another program has
-- interrupted is left out, for nobody can tell what part of it C computed. A table, not a
-- test, for times are of the machine.
--
--   make frames [ONLY=SLUG]
--
-- A frame is what answers a key, a button or a choice, or goes on by itself, with the layout
-- that it asks for. What part of it C computes is measured by the clock.
package.path = arg[0]:gsub('tests/.*$', 'scripts/?.lua;') .. package.path
local json = require 'dkjson'
local fragments = require 'book.fragments'
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'
local devtools = require 'book.devtools'

-- A task that had so much of its time the processor was not interrupted.
local WIDTH, SECONDS, BUDGET, ROUNDS, WHOLE = 1280, 300, 8, 3, 0.8
local PAGE = [[
<!doctype html>
<meta charset="utf-8">
<title>Frames</title>
<body>
<script>const PAGE = %s, WIDTH = %d;</script>
<script src="file://%s"></script>
]]

-- What a share of the list stays at or below.
local function quantile(list, share)
  table.sort(list)
  return list[math.max(1, math.ceil(share * #list))]
end

-- Milliseconds of the processor by the number of the frame: those of the task that holds
-- its mark. How many were interrupted is added to lost.
local function durations(events, lost)
  local marks, tasks, found = {}, {}, {}
  for _, event in ipairs(events) do
    local number = event.name:match '^frame (%d+)$'
    if number then marks[#marks + 1] = { at = event.ts, thread = event.tid, number = tonumber(number) }
    elseif event.name == 'TimerFire' and event.tdur then tasks[#tasks + 1] = event end
  end
  for _, mark in ipairs(marks) do
    for _, task in ipairs(tasks) do
      local here = task.tid == mark.thread and task.ts <= mark.at and mark.at <= task.ts + task.dur
      if here and task.tdur > WHOLE * task.dur then found[mark.number] = task.tdur / 1000
      elseif here then lost.count = lost.count + 1 end
    end
  end
  return found
end

-- The frames of a chapter's figures: { [name] = { { what, computing, drawing }, … } }.
local function measured(slug, lost)
  local site = fragments.absolute(paths.build) .. '/book/'
  local here = fragments.absolute(paths.root) .. '/tests/book/browser/frames.js'
  local page = paths.build .. '/tests/frames.html'
  files.write(page, PAGE:format(json.encode('file://' .. site .. slug .. '.html'), WIDTH, here))
  local browser, events = devtools.open(SECONDS), {}
  local function collect(message)
    if message.method ~= 'Tracing.dataCollected' then return end
    for _, event in ipairs(message.params.value) do events[#events + 1] = event end
  end
  browser:ask('Tracing.start', { traceConfig = { includedCategories = { 'devtools.timeline', 'blink.user_timing' } } })
  browser:page('file://' .. fragments.absolute(page))
  local page_told = browser:value 'told()'
  browser.session = nil
  browser:ask('Tracing.end', nil, collect)
  browser:wait('Tracing.tracingComplete', collect)
  browser:close()
  if page_told.error then error(('%s: %s'):format(slug, page_told.error), 0) end
  local by_number, figures = durations(events, lost), {}
  for i, frame in ipairs(page_told.frames) do
    local name, what, share, clock = unpack(frame)
    if by_number[i - 1] then
      local ms = math.max(0, by_number[i - 1] - clock)
      figures[name] = figures[name] or {}
      table.insert(figures[name], { what = what, share * ms, (1 - share) * ms })
    end
  end
  return figures
end

-- A row of the table, and what nineteen drawings of twenty stay below.
local function told(name, frames)
  local row, worst = {}, frames[1]
  for i = 1, 2 do
    local list = {}
    for _, frame in ipairs(frames) do list[#list + 1] = frame[i] end
    for _, share in ipairs { 0.5, 0.95, 1 } do row[#row + 1] = quantile(list, share) end
  end
  for _, frame in ipairs(frames) do if frame[2] > worst[2] then worst = frame end end
  row[#row + 1] = worst.what
  return { most = row[5],
    words = ('%-30s %6d  %6.1f %6.1f %6.1f  %6.1f %6.1f %6.1f  %s'):format(name, #frames, unpack(row)) }
end

program.run('tests/book/browser/frames.lua', function()
  local slugs, over, lost = { unpack(arg) }, 0, { count = 0 }
  if #slugs == 0 then
    for path in io.popen(('ls %s/scripts/live/*-*.js'):format(files.quoted(paths.root))):lines() do
      slugs[#slugs + 1] = path:match '([^/]+)%.js$'
    end
  end
  print(('%-30s %6s  %-20s  %-20s'):format('ms of the processor', '', 'computing in C', 'drawing'))
  print(('%-30s %6s  %6s %6s %6s  %6s %6s %6s  %s'):format('figure', 'frames', 'median', '95 %', 'worst',
    'median', '95 %', 'worst', 'where'))
  for _, slug in ipairs(slugs) do
    local best, names = {}, {}
    for _ = 1, ROUNDS do
      for name, frames in pairs(measured(slug, lost)) do
        local row = told(name, frames)
        if not best[name] then names[#names + 1] = name end
        if not best[name] or row.most < best[name].most then best[name] = row end
      end
    end
    table.sort(names)
    for _, name in ipairs(names) do
      print(best[name].words)
      io.stdout:flush()
      if best[name].most > BUDGET then over = over + 1 end
    end
  end
  print(('Frames that were interrupted, and left out: %d'):format(lost.count))
  print(('Figures with more than one drawing in twenty above %d ms: %d'):format(BUDGET, over))
end)
