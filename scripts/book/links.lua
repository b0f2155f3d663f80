--- The links of the texts, as a forge follows them: each leads to a file, an anchor
-- to a heading of it, and each picture has words for who cannot see it.
local stat = require 'posix.sys.stat'
local names = require 'book.names'
local pages = require 'book.pages'
local files = require 'gw.files'
local paths = require 'gw.paths'

local links = {}

-- What a forge leaves out of an anchor: all that is neither letter nor digit. Beyond
-- ASCII that is punctuation, arrows and signs; letters with accents and the like stay.
local function keep(character)
  local first, second = character:byte(1, 2)
  if first < 0x80 then return character:match '[%w%s_-]' and character or '' end
  if first == 0xC2 then return character:match '^[ªµº²³¹¼½¾]$' and character or '' end
  if character == '×' or character == '÷' then return '' end
  -- Greek capitals become small ones.
  if first == 0xCE and second >= 0x91 and second <= 0x9F then return string.char(0xCE, second + 0x20) end
  if first == 0xCE and second >= 0xA0 and second <= 0xA9 then return string.char(0xCF, second - 0x20) end
  if first == 0xE2 then return '' end
  return character
end

--- The anchor of a heading.
function links.anchor(heading)
  local text = heading:gsub('%$`.-`%$', ''):gsub('`', ''):gsub('%*', ''):gsub('%[([^%]]*)%]%([^)]*%)', '%1'):lower()
  return (text:gsub('[%z\1-\127\194-\244][\128-\191]*', keep):gsub('%s', '-'))
end

--- The anchors of a text: { anchor = true }.
function links.anchors(text)
  local found, count = {}, {}
  for _, line in ipairs(pages.headings(text)) do
    local anchor = links.anchor(line)
    count[anchor] = (count[anchor] or -1) + 1
    found[count[anchor] == 0 and anchor or anchor .. '-' .. count[anchor]] = true
  end
  return found
end

local function lines_of(text) return select(2, text:gsub('\n', '')) end

-- What is wrong with a link, or nil.
local function complaint(path, text, link)
  if link.is_image and not link.words:match '%S' then return ('the picture %s has no words'):format(link.target) end
  if link.target:match '^%a[%w+.-]*:' then return nil end
  local target, anchor = link.target:match '^([^#]*)#?(.*)$'
  local there, content = path, text
  if target ~= '' then
    there = names.resolve(path, target)
    if not there or not stat.stat(paths.root .. '/' .. there) then
      return ('the link %s leads nowhere'):format(link.target)
    end
    content = files.read(paths.root .. '/' .. there)
  end
  if anchor == '' then return nil end
  if there:match '%.md$' then
    if not links.anchors(content)[anchor] then return ('%s has no heading #%s'):format(there, anchor) end
  else
    local last = tonumber(anchor:match '^L%d+%-L(%d+)$' or anchor:match '^L(%d+)$')
    if not last or last > lines_of(content or '') then return ('%s has no line #%s'):format(there, anchor) end
  end
end

--- What is wrong with the links of a text that stands at path: { { line, message }, … }.
function links.check(path, text)
  local wrong = {}
  for _, link in ipairs(pages.links(text)) do
    local message = complaint(path, text, link)
    if message then wrong[#wrong + 1] = { link.line, message } end
  end
  return wrong
end

return links
