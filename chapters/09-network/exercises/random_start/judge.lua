-- Of the numbers before place k, in the same row or in the same column: is one the same?
local function repeats(W, rows, cols)
  local in_rows, in_columns = false, false
  for j = 1, cols do
    local seen = {}
    for i = 0, rows - 1 do
      local x = W[i * cols + j]
      in_columns = in_columns or seen[x]
      seen[x] = true
    end
  end
  for i = 0, rows - 1 do
    local seen = {}
    for j = 1, cols do
      local x = W[i * cols + j]
      in_rows = in_rows or seen[x]
      seen[x] = true
    end
  end
  return in_rows, in_columns
end

local function broken(p, out)
  local W, sum, square, size = out.W, 0, 0, p.n1 * p.n0
  for _, x in ipairs(W) do sum, square = sum + x, square + x * x end
  if square - square ~= 0 then return 'nan', 'an entry of W is not a number' end
  local in_rows, in_columns = repeats(W, p.n1, p.n0)
  local spread, wanted, margin = math.sqrt(square / size), 1 / math.sqrt(p.n0), size > 5000 and 0.04 or 0.25
  local function is_near(x) return math.abs(spread - x) < margin * x end
  if square == 0 then return 'zeros', 'all of W is 0, so all units are equal, and stay equal' end
  if in_rows and in_columns then
    return 'all-equal', 'the same number stands in several rows and columns of W: call random_normal() for each entry'
  elseif in_columns then return 'equal-units', 'two rows of W are equal: those two units will always do the same'
  elseif in_rows then
    return 'equal-inputs', 'a unit has the same weight for several inputs: call random_normal() for each entry, ' ..
      'inside the inner loop'
  end
  local sizes = {}
  for _, x in ipairs(W) do -- no chance makes two of them
    if sizes[math.abs(x)] then
      return 'repeated', 'the same number stands in two places of W, perhaps with a minus in one: call ' ..
        'random_normal() for each entry'
    end
    sizes[math.abs(x)] = true
  end
  for _, x in ipairs(out.b) do
    if x ~= 0 then return 'random-biases', 'the biases are to start at 0, and not all of yours do' end
  end
  if size < 100 then return end
  if math.abs(sum / size) > (size > 5000 and 0.05 or 0.3) * spread then
    return 'one-sided', 'the entries of W lean to one side; their mean should be near 0, with both signs alike'
  end
  if is_near(wanted) then return end
  if is_near(1) then return 'not-scaled', 'the spread of W is about 1, whatever n0 is: divide by √n0' end
  if is_near(1 / p.n0) then return 'missing-root', 'the spread of W is about 1/n0; it should be 1/√n0' end
  if is_near(1 / math.sqrt(p.n1)) then
    return 'rows-for-columns', 'the spread of W is about 1/√n1, by the number of units; each z is a sum over the n0 ' ..
      'inputs, the columns of W'
  end
  return spread > wanted and 'too-large' or 'too-small',
    ('the entries of W are too %s: their spread should be 1/√n0, ' ..
    '%.3g, and is %.3g'):format(spread > wanted and 'large' or 'small', wanted, spread)
end

return {
  sizes = { W = { 'n1', 'n0' }, b = { 'n1', 1 } },
  example = { n1 = 4, n0 = 64 },
  also = { { n1 = 120, n0 = 80 }, { n1 = 300, n0 = 25 }, { n1 = 25, n0 = 300 } },
  random = true,
  property = broken,
}
