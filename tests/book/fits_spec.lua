-- Nothing that a figure says is cut off, stands on something else that it says, is struck
-- through by a line, or is left out, on a wide page and on a narrow one: Chromium measures
-- every text of every figure.
local devtools = require 'book.devtools'
local figure = require 'figures.figure'
local fragments = require 'book.fragments'
local needs = require 'book.needs'
local files = require 'gw.files'
local paths = require 'gw.paths'

local missing = needs.missing 'chromium'
local FOLDER = paths.build .. '/tests/fits'
local SECONDS = 120

-- For each SVG the texts that lie outside of it, and the pairs that lie on each other. Pixels
-- of slack: a box is as high as the highest letter, and there are gaps between letters.
local MEASURE = [=[
(async () => {
const result = {};
// Letters are as wide as their font, and a font is there some time after its page.
await Promise.all([...document.fonts].map(font => font.load()));
// The lines of a path, in pixels of the page; gnuplot writes its curves as points.
function linesOf(path, frame) {
  const lines = [];
  let before;
  for (const [, move, x, y] of path.getAttribute('d').matchAll(/([ML])\s*(-?[\d.]+),(-?[\d.]+)/g)) {
    const here = [+x + frame.left, +y + frame.top];
    if (move === 'L' && before) lines.push([before, here]);
    before = here;
  }
  return lines;
}
// How many pixels of a line lie within a box (Liang and Barsky's way).
function within(box, [[x, y], [toX, toY]]) {
  let from = 0, to = 1;
  const dx = toX - x, dy = toY - y;
  for (const [p, q] of [[-dx, x - box.left], [dx, box.right - x], [-dy, y - box.top], [dy, box.bottom - y]]) {
    if (p === 0 && q < 0) return 0;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  return Math.max(0, to - from) * Math.hypot(dx, dy);
}
// Whether a word stands in a box that hides what was drawn before it.
function hidden(path, { text, box }) {
  if (text.closest('[style*=textbox]')) return true;
  return [...text.ownerSVGElement.querySelectorAll('rect, polygon, path[fill^="#"]')].some(area => {
    const { left, right, top, bottom } = area.getBoundingClientRect(), slack = box.height / 3;
    return path.compareDocumentPosition(area) & Node.DOCUMENT_POSITION_FOLLOWING
      && area.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
      && left <= box.left + slack && right >= box.right - slack
      && top <= box.top + slack && bottom >= box.bottom - slack;
  });
}
for (const svg of document.querySelectorAll('svg')) {
  const frame = svg.getBoundingClientRect(), wrong = [], texts = [];
  for (const text of svg.querySelectorAll('text')) {
    const said = text.textContent.replace(/\s+/g, ' ').trim(), box = text.getBoundingClientRect();
    // A label with a box around it is drawn twice, in one place.
    const twice = t => t.said === said && Math.abs(t.box.left - box.left) + Math.abs(t.box.top - box.top) < 0.5;
    if (said && !texts.some(twice)) texts.push({ said, box, text });
  }
  for (const path of svg.querySelectorAll(':not(defs) > path')) {
    if (getComputedStyle(path).stroke === 'none') continue;
    const lines = linesOf(path, frame);
    for (const word of texts) {
      // Letters fill the middle of their line.
      const { left, right, top, height } = word.box, middle = { left: left + 1.5, right: right - 1.5,
        top: top + 0.28 * height, bottom: top + 0.72 * height };
      const struck = lines.reduce((sum, line) => sum + within(middle, line), 0);
      if (struck > 1 && !hidden(path, word)) wrong.push(`«${word.said}» is struck through`);
    }
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
return result;
})()
]=]

-- Measures pictures, {name = svg}.
local function measured(pictures)
  local page = { '<!doctype html><meta charset="utf-8"><body>' }
  for name, svg in pairs(pictures) do
    local width, height = svg:match 'viewBox="0 0 (%d+) (%d+)"'
    -- Words, lines and boxes alone: the rest is heavy, and words may stand on a grid.
    for _, drawn in ipairs { 'path[^>]*gridline', 'use', 'image', 'circle' } do
      svg = svg:gsub('<' .. drawn .. '%f[%W][^>]*/>', '')
    end
    svg = svg:match '<svg.*'
    page[#page + 1] = svg:gsub('<svg', ('<svg data-name="%s" width="%s" height="%s"'):format(name, width, height), 1)
  end
  local path = FOLDER .. '/page.html'
  files.write(path, table.concat(page, '\n'))
  local browser = devtools.open(SECONDS)
  browser:page('file://' .. fragments.absolute(path))
  local result = browser:value(MEASURE)
  browser:close()
  return result
end

if missing then
  it('the words of figures in a browser', function() pending(missing) end)
  return
end

-- How often a word is said, as a text of its own.
local function times(word, said)
  local _, n = ('\n' .. said .. '\n'):gsub('\n', '\n\n'):gsub('\n' .. word:gsub('%p', '%%%0') .. '\n', '')
  return n
end

-- Said as it is written: no number to be filled in, nothing raised, on one line.
local function plain(word) return not word:match '[%%{^_\\]' end

describe('the words of', function()
  local seen
  setup(function()
    local pictures = { planted = '<svg viewBox="0 0 100 50"><text x="70" y="20">cut off</text>'
      .. '<text x="5" y="40">one</text><text x="15" y="42">other</text>'
      .. '<text x="5" y="15">line</text><g><path stroke="red" d="M0,11 L40,11"/></g></svg>' }
    for _, name in ipairs(figure.list()) do
      if figure.format_of(name) == 'svg' then
        pictures[name] = files.read(('plots/%s.svg'):format(name))
        pictures[name .. ' narrow'] = assert(files.read(('%s/book/figures/%s-narrow.svg'):format(paths.build, name)),
          'make has not drawn ' .. name .. ' for a narrow page')
      end
    end
    seen = measured(pictures)
  end)

  it('a picture with three faults are seen to have them', function()
    assert.equal(3, #seen.planted.wrong)
  end)

  for _, name in ipairs(figure.list()) do
    if figure.format_of(name) == 'svg' then
      for _, layout in ipairs { '', ' narrow' } do
        it(name .. layout .. ' have room, each of them', function()
          assert.same({}, seen[name .. layout].wrong)
          -- gnuplot leaves a title or an axis's name out, without a word, where it finds no room.
          for key, wide in pairs(figure.strings 'en'[name]) do
            local word = layout == ' narrow' and figure.strings 'en'[name][key .. '_narrow'] or wide
            if not key:match '_narrow$' and plain(wide) and plain(word) then
              local said = seen[name .. layout].said
              assert.equal(times(wide, seen[name].said), times(word, said),
                ('«%s» is not there as often as on a wide page'):format(word))
              assert.is_truthy(said:find(word, 1, true) or not key:match '^[xy]$', ('there is no «%s»'):format(word))
            end
          end
        end)
      end
    end
  end
end)
