-- A still of a live figure, light and dark, as Chromium draws it; for where nothing moves.
--
--   luajit scripts/live/still.lua CHAPTER/NAME OUT.png OUT-dark.png
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local json = require 'dkjson'
local devtools = require 'book.devtools'
local fragments = require 'book.fragments'
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'

local WIDTH, DENSE, SECONDS = 760, 1.5, 100

-- Brings the figure to life, leaves nothing beside it, and says how high it is.
local ALONE = [[
(async name => {
  const figure = document.querySelector(`figure[data-live="${name}"]`);
  if (!figure) throw new Error('there is no such live figure');
  await live.wake(figure);
  if (!live.figures[name]) throw new Error('it did not come to life');
  live.figures[name].parts.settle?.();
  document.body.replaceChildren(figure);
  document.body.style.cssText = 'display: block; padding: 0; margin: 0';
  figure.style.cssText = 'margin: 0; padding: 0.8rem; max-width: none; width: auto';
  for (const words of figure.querySelectorAll('.live-numbers, .live-question')) words.remove();
  await document.fonts.ready;
  // It is drawn in its new width in a task of its own, and painted in the frame after that.
  for (let i = 0; i < 3; i++) await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return Math.ceil(figure.getBoundingClientRect().height);
})(%s)
]]

-- The bytes of a text in base64.
local function decoded(text)
  local path = files.temporary 'still'
  files.write(path, text)
  local pipe = io.popen('base64 -d ' .. files.quoted(path))
  local bytes = pipe:read '*a'
  pipe:close()
  os.remove(path)
  return bytes
end

program.run('scripts/live/still.lua', function()
  local name, light, dark = unpack(arg)
  assert(dark, 'usage: still.lua CHAPTER/NAME OUT.png OUT-dark.png')
  local book = fragments.absolute(paths.build) .. '/book/' .. name:match '^[^/]+' .. '.html'
  if not files.read(book) then error(book .. ' is missing: make builds it', 0) end
  local browser = devtools.open(SECONDS)
  local done, why = pcall(function()
    for _, still in ipairs { { light, false }, { dark, true } } do
      local out, by_dark = unpack(still)
      browser:page('file://' .. book, by_dark)
      local function sized(height)
        browser:ask('Emulation.setDeviceMetricsOverride', { width = WIDTH, height = height, deviceScaleFactor = DENSE,
          mobile = false })
      end
      sized(2000)
      local height = browser:value(ALONE:format(json.encode(name)))
      sized(height)
      local shot = browser:ask('Page.captureScreenshot', { format = 'png' })
      files.write(out, decoded(shot.data))
    end
  end)
  browser:close()
  -- Of what the browser throws, the sentence.
  if not done then error(('%s: %s'):format(name, why:match '^[^\n]*':gsub('^%a*Error: ', '')), 0) end
end)
