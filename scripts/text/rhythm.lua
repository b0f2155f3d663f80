-- Reports the rhythm of the prose, a row a chapter: sentences, words in a sentence (mean
-- and spread), how many have at most 7 and at least 30, and how many paragraphs of three
-- sentences or more end on one of at most 7. Nothing is enforced.
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local program = require 'gw.program'
local visible = require 'text.visible'

local SHORT, LONG = 7, 30

-- The number of words of each sentence of a paragraph. A run-in label is no sentence, nor
-- the number of an item.
local function lengths(text)
  text = text:gsub('^%d+%. ', ''):gsub('^%*%*[^*]*[.?]%*%* ', ''):gsub('%[([^%]]*)%]%([^)]*%)', '%1')
  local list = {}
  text = text:gsub('([.?!][”"’)*_]*)%s+([^%l%s])', '%1\n%2')
  for sentence in text:gmatch '[^\n]+' do
    local count = 0
    for word in sentence:gmatch '%S+' do
      if word:find '[%w\128-\255]' then count = count + 1 end
    end
    if count > 0 then list[#list + 1] = count end
  end
  return list
end

local function share(part, whole) return whole == 0 and 0 or math.floor(100 * part / whole + 0.5) end

local function row(name, t)
  local mean = t.words / t.sentences
  print(('%-24s%6d%8.1f%6.1f%6d%%%6d%%%6d%%'):format(name, t.sentences, mean,
    math.sqrt(t.squares / t.sentences - mean ^ 2), share(t.short, t.sentences), share(t.long, t.sentences),
    share(t.ended, t.paragraphs)))
end

program.run('rhythm', function()
  local function tally()
    return { sentences = 0, words = 0, squares = 0, short = 0, long = 0, paragraphs = 0, ended = 0 }
  end
  local all, order, of = tally(), {}, {}
  for _, line in ipairs(visible.chapters()) do
    if (line.kind == 'paragraph' or line.kind == 'item') and not line.exercise then
      local name = line.path:match 'chapters/([^/]+)'
      if not of[name] then
        of[name], order[#order + 1] = tally(), name
      end
      local list = lengths(line.words)
      for _, t in ipairs { of[name], all } do
        for _, n in ipairs(list) do
          t.sentences, t.words, t.squares = t.sentences + 1, t.words + n, t.squares + n * n
          if n <= SHORT then t.short = t.short + 1 end
          if n >= LONG then t.long = t.long + 1 end
        end
        if #list >= 3 then
          t.paragraphs = t.paragraphs + 1
          if list[#list] <= SHORT then t.ended = t.ended + 1 end
        end
      end
    end
  end
  print(('%-24s%6s%8s%6s%7s%7s%7s'):format('chapter', 'sent.', 'words', 'sd', '≤ 7', '≥ 30', 'ends'))
  for _, name in ipairs(order) do row(name, of[name]) end
  row('all', all)
  return 0
end)
