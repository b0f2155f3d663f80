-- What the figures of chapter 7 show: a row for each node, its place is the figure's.
local COLUMNS = { 'node', 'value', 'derivative' }

return function(ch, r)
  ch:data('forward', { columns = COLUMNS, rows = r.example:rows() })
  ch:data('reverse', { columns = COLUMNS, rows = r.example:rows() })
  local logistic = r.logistic:rows()
  logistic[#logistic + 1] = { r.logistic.count, r.y, 0 } -- y, which is no node
  ch:data('logistic', { columns = COLUMNS, rows = logistic })
end
