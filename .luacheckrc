std = 'luajit'
max_line_length = 120
-- Fields of `gw` are made when they are first named.
files['tests/lua'] = { std = '+busted' }
files['tests/book/live'] = { std = '+busted' }
-- Run by pandoc's own Lua as well.
for _, name in ipairs { 'bodies', 'filter', 'listing', 'tex', 'typography' } do
  files['scripts/book/' .. name .. '.lua'] = { std = 'lua53', globals = { 'pandoc', 'Pandoc', 'BOOK_SOURCE' },
    read_globals = { 'PANDOC_SCRIPT_FILE', 'FORMAT' } }
end
