--- A figure that leaves the house: with the page's sans in it, and with both its looks.
local files = require 'gw.files'
local paths = require 'gw.paths'

local picture = {}

local function base64(path)
  local pipe = io.popen('base64 -w0 ' .. files.quoted(paths.root .. '/' .. path))
  local text = pipe:read '*a'
  pipe:close()
  return text
end

local fonts

-- A picture in a page has no fonts but those of the system and its own.
local function fonts_of_figures()
  local style = {}
  for i, name in ipairs { 'figure', 'figure-signs' } do
    style[i] = ('@font-face { font-family: "%s"; src: url(data:font/woff2;base64,%s); }'):format(name,
      base64(('scripts/book/fonts/%s.woff2'):format(name)))
  end
  return table.concat(style, '\n')
end

local function with_style(svg, style)
  return (svg:gsub('<defs>', function() return '<style>\n' .. style .. '\n</style>\n<defs>' end, 1))
end

--- A figure with the letters of the book.
function picture.with_fonts(svg)
  fonts = fonts or fonts_of_figures()
  return with_style(svg:gsub('font%-family="[^"]*"', 'font-family="figure, figure-signs, sans-serif"'), fonts)
end

-- A polygon of gnuplot's with upright sides, as the same path in fewer words.
local FOUR = '^' .. ('(%S+),(%S+) '):rep(4) .. '$'

local function upright(colour, points)
  local x1, y1, x2, y2, x3, y3, x4, y4 = points:match(FOUR)
  if x1 and y1 == y2 and x2 == x3 and y3 == y4 and x4 == x1 then
    return ("<path fill='%s' d='M%s,%sH%sV%sH%sz'/>"):format(colour, x1, y1, x2, y3, x4)
  end
end

--- The same drawing in fewer bytes, for a page: gnuplot writes much that draws nothing.
function picture.lighter(svg)
  svg = svg:gsub("<polygon fill = '([^']*)' points = '([^']*)'/>", upright)
    :gsub('rgb%( *(%d+), *(%d+), *(%d+)%)', function(...) return ('#%02x%02x%02x'):format(...) end)
    :gsub("<path stroke='[^']*'  d='M[%d., ]*'/>", '')
  local count
  repeat svg, count = svg:gsub('<g [^<>]*>%s*</g>', '') until count == 0
  return (svg:gsub('\n%s+', '\n'))
end

-- The colours of a figure, in the order in which they stand there: { { attribute, value }, … }.
local function colours(svg)
  local list = {}
  for attribute, value in svg:gmatch '%f[%w-]([%w-]+)%s*=%s*["\']%s*([^"\']*)["\']' do
    if attribute == 'fill' or attribute == 'stroke' or attribute == 'color' then
      list[#list + 1] = { attribute, value }
    end
  end
  return list
end

local ONE_OF_TWO = [[
.in-dark { display: none; }
@media (prefers-color-scheme: dark) { #gnuplot_canvas { display: none; } .in-dark { display: inline; } }
]]

-- Both drawings in one figure, whose names differ, and of which one is seen.
local function layered(light, dark)
  local other = dark:match '<g id="gnuplot_canvas">(.*</g>)%s*</svg>'
  if not other then return nil end
  other = other:gsub(' id=(["\'])([^"\']*)', ' id=%1%2-dark'):gsub('(href=["\']#[^"\']*)', '%1-dark')
    :gsub('(url%(#[^)]*)', '%1-dark')
  local both = light:gsub('</svg>%s*$', function() return '<g class="in-dark">' .. other .. '\n</svg>\n' end)
  return with_style(both, ONE_OF_TWO)
end

--- A figure that is dark where the reader is: the same drawing twice differs in its
-- colours alone, so a rule for each of them makes one of the other. Where a part is painted
-- in pixels, or more differs, it is both drawings. Nil where they are none of gnuplot's.
function picture.adaptive(light, dark)
  local one, other = colours(light), colours(dark)
  if #one ~= #other or light:find('<image', 1, true) then return layered(light, dark) end
  local rules, seen = {}, {}
  for i, colour in ipairs(one) do
    local attribute, value = colour[1], colour[2]
    local selector = ('[%s="%s"]'):format(attribute, value)
    if other[i][1] ~= attribute then return layered(light, dark) end
    if value ~= other[i][2] and not seen[selector] then
      seen[selector] = true
      rules[#rules + 1] = ('%s { %s: %s; }'):format(selector, attribute, other[i][2])
    end
  end
  return with_style(light, '@media (prefers-color-scheme: dark) {\n' .. table.concat(rules, '\n') .. '\n}')
end

return picture
