--- Tables of numbers as text: facts, and the data of figures.
--
-- A figure's data has its columns and their tolerances in two comment lines
-- that gnuplot skips. A tolerance is a part of the column's largest magnitude:
-- 1e-5 cannot be seen in a figure. Blocks stand two blank lines apart and are
-- named; one blank line inside a block ends a row of a grid.
local tsv = {}

local function number(x, format)
  if x ~= x then return 'NaN' end
  if x == math.huge then return 'inf' end
  if x == -math.huge then return '-inf' end
  if x == 0 then return '0' end -- never −0
  return (format:format(x))
end

--- The text of a figure's data.
-- @param t.columns names, in order
-- @param t.tolerance one number for all columns, or a table by name; 1e-5 if left out
-- @param t.blocks {{name = …, rows = {{…}, false, …}}, …}, or t.rows for a single one
function tsv.data(t)
  local tolerances = {}
  for i, column in ipairs(t.columns) do
    local given = type(t.tolerance) == 'table' and t.tolerance[column] or t.tolerance
    tolerances[i] = number(type(given) == 'number' and given or 1e-5, '%.3g')
  end
  local out = { '# ' .. table.concat(t.columns, '\t'), '# tolerance\t' .. table.concat(tolerances, '\t') }
  for b, block in ipairs(t.blocks or { { rows = t.rows } }) do
    if b > 1 then out[#out + 1] = '\n' end
    if block.name then out[#out + 1] = '# ' .. block.name end
    for r, row in ipairs(block.rows) do
      local cells = {}
      if row then
        if #row ~= #t.columns then
          error(('row %d has %d numbers for %d columns'):format(r, #row, #t.columns), 3)
        end
        for i, x in ipairs(row) do cells[i] = type(x) == 'number' and number(x, '%.6g') or x end
      end
      -- Two blank lines would end the block: of several, one is written.
      if row or block.rows[r - 1] ~= false then out[#out + 1] = table.concat(cells, '\t') end
    end
  end
  return table.concat(out, '\n') .. '\n'
end

--- The text of facts: {{key, value, tolerance}, …}, the tolerance in the units
-- of the value; and, where a chapter has the same bits everywhere, their hash.
function tsv.facts(list, bits)
  local out = { bits and '# bits\t' .. bits }
  for _, fact in ipairs(list) do
    out[#out + 1] = ('%s\t%s\t%s'):format(fact[1], number(fact[2], '%.10g'), number(fact[3], '%.2g'))
  end
  return table.concat(out, '\n') .. '\n'
end

--- Facts by key: {[key] = {value, tolerance}}; and the hash of the bits, if it is there.
function tsv.read_facts(text)
  local facts, bits = {}, text:match '^# bits\t(%x+)\n'
  for line in text:gsub('^#[^\n]*\n', ''):gmatch '[^\n]+' do
    local key, value, tolerance = line:match '^(%S+)\t(%S+)\t(%S+)$'
    if not key then error('not a fact: ' .. line, 2) end
    facts[key] = { tonumber(value), tonumber(tolerance) }
  end
  return facts, bits
end

--- A figure's data as {columns, tolerance, rows}: every line a list of cells, or
-- of one string for a blank or comment line.
function tsv.read_data(text)
  local function split(line)
    local cells = {}
    for cell in (line .. '\t'):gmatch '(.-)\t' do cells[#cells + 1] = cell end
    return cells
  end
  local t = { rows = {} }
  for line in text:gmatch '([^\n]*)\n' do
    if not t.columns then
      t.columns = split((line:gsub('^# ', '')))
    elseif not t.tolerance then
      t.tolerance = split((line:gsub('^# tolerance\t', '')))
      for i, x in ipairs(t.tolerance) do t.tolerance[i] = tonumber(x) end
    else
      t.rows[#t.rows + 1] = split(line)
    end
  end
  return t
end

return tsv
