-- What the figures of chapter 13 show.
local range = require 'gw.range'

return function(ch, r)
  ch:data('tape', { columns = { 'node', 'value', 'tangent', 'adjoint' }, rows = range.map(r.example.nodes,
    function(node, i) return { i - 1, node.value:get(1, 1), node.tangent:get(1, 1), node.adjoint:get(1, 1) } end) })

  -- In units of one computation of J.
  local function line(name, f)
    return { name = name, rows = range.map(r.work, function(w) return { w.parameters, f(w) } end) }
  end
  ch:data('cost', { columns = { 'parameters', 'evaluations' }, blocks = {
    line('by_differences', function(w) return 2 * w.parameters end),
    line('by_tangents', function(w) return w.parameters * (w.values + w.forward) / w.values end),
    line('by_adjoints', function(w) return (w.values + w.reverse) / w.values end) } })
end
