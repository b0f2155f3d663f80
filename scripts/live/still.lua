-- A still of a live figure, light and dark, as Chromium draws it; for where nothing moves.
--
--   luajit scripts/live/still.lua CHAPTER/NAME OUT.png OUT-dark.png
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local chromium = require 'book.chromium'
local fragments = require 'book.fragments'
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'

local WIDTH, DENSE = 760, 1.5

-- Brings the figure to life in a frame, and leaves nothing beside it.
local PAGE = [[
<!doctype html>
<meta charset="utf-8">
<style>body { margin: 0 } iframe { border: 0; display: block; width: %dpx; height: 2000px }</style>
<iframe src="file://%s"></iframe>
<script>
const frame = document.querySelector('iframe'), pause = ms => new Promise(done => setTimeout(done, ms));
frame.onload = async () => {
  const { live, document: page } = frame.contentWindow, figure = page.querySelector('figure[data-live="%s"]');
  await live.wake(figure);
  live.figures['%s'].parts.settle?.();
  page.body.replaceChildren(figure);
  page.body.style.cssText = 'display: block; padding: 0; margin: 0';
  figure.style.cssText = 'margin: 0; padding: 0.8rem; max-width: none; width: auto';
  for (const words of figure.querySelectorAll('.live-numbers, .live-question')) words.remove();
  await pause(500);
  frame.style.height = Math.ceil(figure.getBoundingClientRect().height) + 'px';
  document.title = 'height ' + Math.ceil(figure.getBoundingClientRect().height);
};
</script>
]]

program.run('scripts/live/still.lua', function()
  local name, light, dark = unpack(arg)
  assert(dark, 'usage: still.lua CHAPTER/NAME OUT.png OUT-dark.png')
  local book = fragments.absolute(paths.build) .. '/book/' .. name:match '^[^/]+' .. '.html'
  if not files.read(book) then error(book .. ' is missing: make builds it', 0) end
  local page = paths.build .. '/live/still.html'
  files.write(page, PAGE:format(WIDTH, book, name, name))
  local always = ('--allow-file-access-from-files --hide-scrollbars --force-device-scale-factor=%g '
    .. '--virtual-time-budget=20000'):format(DENSE)
  local url = 'file://' .. fragments.absolute(page)
  local said = chromium.run(('%s --window-size=%d,2000 --dump-dom %s'):format(always, WIDTH, url))
  local height = said:match '<title>height (%d+)</title>' or error(name .. ' did not come to life', 0)
  for theme, out in pairs { [0] = dark, [1] = light } do
    chromium.run(('%s --blink-settings=preferredColorScheme=%d --window-size=%d,%s --screenshot=%s %s'):format(always,
      theme, WIDTH, height, files.quoted(out), url))
    if not files.read(out) then error('Chromium drew no ' .. out, 0) end
  end
end)
