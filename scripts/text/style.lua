-- Counts the patterns of style.tsv in everything that a reader sees. Each is a habit that
-- the text has had too often: more hits than its allowance are shown, with what to say
-- instead, and are status 1.
--
--   luajit scripts/text/style.lua [--all]     with --all also those within their allowance
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local child = require 'sandbox.child'
local files = require 'gw.files'
local paths = require 'gw.paths'
local program = require 'gw.program'
local visible = require 'text.visible'

program.run('style', function()
  local lines, words, over = visible.all(), {}, 0
  for i, line in ipairs(lines) do words[i] = line.words end
  child.with_scratch('style', function(folder)
    local corpus = folder .. '/corpus'
    files.write(corpus, table.concat(words, '\n') .. '\n')
    for row in files.read(paths.root .. '/scripts/text/style.tsv'):gmatch '[^\n]+' do
      local pattern, allowed, instead = row:match '^([^\t]+)\t(%d+)\t(.+)$'
      if pattern then
        local pipe = io.popen(('LC_ALL=C.UTF-8 grep -noP -e %s %s'):format(files.quoted(pattern), files.quoted(corpus)))
        local hits = {}
        for number, words_found in pipe:read '*a':gmatch '(%d+):([^\n]*)' do
          local line = lines[tonumber(number)]
          hits[#hits + 1] = ('  %s:%d: %s'):format(line.path, line.line, words_found)
        end
        pipe:close()
        local too_often = #hits > tonumber(allowed)
        if too_often or arg[1] == '--all' then
          print(('%d of %d allowed: %s → %s'):format(#hits, allowed, pattern, instead))
          print(table.concat(hits, '\n'))
        end
        if too_often then over = over + 1 end
      end
    end
  end)
  return over == 0 and 0 or 1
end)
