-- Nothing that a figure says is cut off, stands on something else that it says, or is left
-- out, on a wide page and on a narrow one: Chromium measures every text of every figure.
local json = require 'dkjson'
local chromium = require 'book.chromium'
local figure = require 'figures.figure'
local fragments = require 'book.fragments'
local needs = require 'book.needs'
local files = require 'gw.files'
local paths = require 'gw.paths'

local missing = needs.missing 'chromium'
local FOLDER = paths.build .. '/tests/fits'

-- For each SVG the texts that lie outside of it, and the pairs that lie on each other. Pixels
-- of slack: a box is as high as the highest letter, and there are gaps between letters.
local MEASURE = [[
const result = {};
for (const svg of document.querySelectorAll('svg')) {
  const frame = svg.getBoundingClientRect(), wrong = [], texts = [];
  for (const text of svg.querySelectorAll('text')) {
    const said = text.textContent.replace(/\s+/g, ' ').trim(), box = text.getBoundingClientRect();
    // A label with a box around it is drawn twice, in one place.
    const twice = t => t.said === said && Math.abs(t.box.left - box.left) + Math.abs(t.box.top - box.top) < 0.5;
    if (said && !texts.some(twice)) texts.push({ said, box });
  }
  texts.forEach(({ said, box }, i) => {
    const out = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top,
      box.bottom - frame.bottom);
    if (out > 1.5) wrong.push(`«${said}» is cut off by ${out.toFixed(0)} pixels`);
    for (const other of texts.slice(0, i)) {
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (wide <= 2 || high <= 5) continue;
      wrong.push(`«${said}» and «${other.said}» share ${wide.toFixed(0)} by ${high.toFixed(0)} pixels`);
    }
  });
  result[svg.dataset.name] = { wrong, said: texts.map(t => t.said).join('\n') };
}
document.getElementById('result').textContent = JSON.stringify(result);
]]

-- Measures pictures, {name = svg}.
local function measured(pictures)
  local page = { '<!doctype html><meta charset="utf-8"><body>' }
  for name, svg in pairs(pictures) do
    local width, height = svg:match 'viewBox="0 0 (%d+) (%d+)"'
    -- The words alone: what is drawn is heavy.
    for _, drawn in ipairs { 'path', 'polygon', 'use', 'image', 'circle', 'rect' } do
      svg = svg:gsub('<' .. drawn .. '%f[%W][^>]*/>', '')
    end
    svg = svg:match '<svg.*'
    page[#page + 1] = svg:gsub('<svg', ('<svg data-name="%s" width="%s" height="%s"'):format(name, width, height), 1)
  end
  page[#page + 1] = '<pre id="result"></pre><script>' .. MEASURE .. '</script>'
  local path = FOLDER .. '/page.html'
  files.write(path, table.concat(page, '\n'))
  local dom = chromium.run('--dump-dom file://' .. fragments.absolute(path))
  local result = dom:match '<pre id="result">(.-)</pre>'
  assert(result and result ~= '', 'Chromium has measured nothing')
  return json.decode((result:gsub('&lt;', '<'):gsub('&gt;', '>'):gsub('&amp;', '&')))
end

if missing then
  it('the words of figures in a browser', function() pending(missing) end)
  return
end

describe('the words of', function()
  local seen
  setup(function()
    local pictures = { planted = '<svg viewBox="0 0 100 50"><text x="70" y="20">cut off</text>'
      .. '<text x="5" y="40">one</text><text x="15" y="42">other</text></svg>' }
    for _, name in ipairs(figure.list()) do
      if figure.format_of(name) == 'svg' then
        pictures[name] = files.read(('plots/%s.svg'):format(name))
        pictures[name .. ' narrow'] = assert(files.read(('%s/book/figures/%s-narrow.svg'):format(paths.build, name)),
          'make has not drawn ' .. name .. ' for a narrow page')
      end
    end
    seen = measured(pictures)
  end)

  it('a picture with two faults are seen to have them', function()
    assert.equal(2, #seen.planted.wrong)
  end)

  for _, name in ipairs(figure.list()) do
    if figure.format_of(name) == 'svg' then
      for _, layout in ipairs { '', ' narrow' } do
        it(name .. layout .. ' have room, each of them', function()
          assert.same({}, seen[name .. layout].wrong)
          -- gnuplot leaves an axis's name out, without a word, where it finds no room.
          local words = figure.strings 'en'[name]
          for _, key in ipairs { 'x', 'y' } do
            local word = layout == ' narrow' and words[key .. '_narrow'] or words[key]
            if word and not word:match '[%%{^_\\]' then
              assert.is_truthy(seen[name .. layout].said:find(word, 1, true), ('there is no «%s»'):format(word))
            end
          end
        end)
      end
    end
  end
end)
