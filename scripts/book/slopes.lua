--- The names of slopes, dw, db, dZ2, have their colour of the figures (SLOPE of
-- plots/style.gp) in prose, formulas and code too. No marker says where: a name is a d
-- before a letter that the book takes the slope by.
local slopes = {}

local LETTERS = '[wbzauvcJLWAZX]'
local NAMES = {
  ('%%f[%%w_\128-\255]d%s%%d?%%f[^%%w_\128-\255]'):format(LETTERS), -- as a word
  '%f[%w_\128-\255]dθ%f[^%w_\128-\255]',
}
-- What has a colour of its own, or shows none.
local BUT = { a = true, figure = true, annotation = true, math = true, script = true, button = true,
  h1 = true, h2 = true, h3 = true }

local function in_text(text)
  for _, name in ipairs(NAMES) do text = text:gsub(name, '<span class="of-slope">%0</span>') end
  return text
end

local function in_formula(math)
  for _, letter in ipairs { LETTERS, 'θ' } do
    math = math:gsub(('<mi>d</mi><mi>(%s)</mi>'):format(letter),
      '<mi class="of-slope">d</mi><mi class="of-slope">%1</mi>')
    math = math:gsub(('<mi>d</mi><(msu[bps]+)><mi>(%s)</mi>'):format(letter),
      '<mi class="of-slope">d</mi><%1 class="of-slope"><mi>%2</mi>')
  end
  return math
end

--- A page's HTML with them.
function slopes.coloured(body)
  local out, at, within, depth = {}, 1, nil, 0
  body = body:gsub('<math.-</math>', in_formula)
  while true do
    local first, last, close, name = body:find('<(/?)(%a%w*)[^>]*>', at)
    local text = body:sub(at, (first or 0) - 1)
    out[#out + 1] = within and text or in_text(text)
    if not first then return table.concat(out) end
    out[#out + 1] = body:sub(first, last)
    if not within and close == '' and BUT[name] then within, depth = name, 1
    elseif name == within then
      depth = depth + (close == '' and 1 or -1)
      if depth == 0 then within = nil end
    end
    at = last + 1
  end
end

return slopes
