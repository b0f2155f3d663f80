std = 'luajit'
max_line_length = 120
-- Fields of `gw` are made when they are first named.
files['tests/lua'] = { std = '+busted' }
