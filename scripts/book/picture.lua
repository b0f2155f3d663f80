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

--- A figure that is dark where the reader is: the same drawing twice differs in its
-- colours alone, so a rule for each of them makes one of the other. Nil where it does
-- not, or where a part is painted in pixels.
function picture.adaptive(light, dark)
  local one, other = colours(light), colours(dark)
  if #one ~= #other or light:find('<image', 1, true) then return nil end
  local rules, seen = {}, {}
  for i, colour in ipairs(one) do
    local attribute, value = colour[1], colour[2]
    local selector = ('[%s="%s"]'):format(attribute, value)
    if other[i][1] ~= attribute then return nil end
    if value ~= other[i][2] and not seen[selector] then
      seen[selector] = true
      rules[#rules + 1] = ('%s { %s: %s; }'):format(selector, attribute, other[i][2])
    end
  end
  return with_style(light, '@media (prefers-color-scheme: dark) {\n' .. table.concat(rules, '\n') .. '\n}')
end

return picture
