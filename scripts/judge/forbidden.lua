--- What the text of an exercise asks to do without, read in clang's syntax tree: functions,
-- 'pow'; operators, '/'; and those beside an input or a copy of it, 'x +'.
local json = require 'dkjson'
local child = require 'sandbox.child'
local files = require 'gw.files'
local paths = require 'gw.paths'
local source = require 'judge.source'

local forbidden = {}

-- The functions that a text defines.
local function defined(text)
  local list, t = {}, source.tokens(text)
  for i, x in ipairs(t) do
    if x.depth == 0 and x.kind == 'name' and t[i + 1] and t[i + 1].text == '(' then list[#list + 1] = x.text end
  end
  return list
end

-- The trees of these functions, or nothing where clang cannot read them.
local function trees(names, path, scratch)
  local list, seen = {}, {}
  for _, name in ipairs(names) do
    local tree = scratch .. '/tree'
    local status = child.run({ 'clang', '-std=c11', '-w', '-fsyntax-only', '-I' .. paths.root .. '/scripts/judge/frame',
      '-Xclang', '-ast-dump=json', '-Xclang', '-ast-dump-filter=' .. name, path }, scratch .. '/clang', 20,
      child.COMPILER_MEGABYTES, tree)
    if status ~= 0 then return nil end
    local text, at = files.read(tree) or '', 1
    while true do
      at = text:find('{', at, true)
      local node, after
      if at then node, after = json.decode(text, at) end
      if not node then break end
      if node.kind == 'FunctionDecl' and not seen[node.id] then list[#list + 1] = node end
      seen[node.id], at = true, after
    end
  end
  return list
end

-- Calls visit(node, line) for a node and all within. clang writes a line only where it is
-- another than the one that it has written last.
local function walk(tree, visit)
  local last
  local function pass(place)
    if not place then return end
    pass(place.spellingLoc)
    pass(place.expansionLoc)
    last = place.line or last
  end
  local function go(node)
    local range = node.range or {}
    pass(node.loc)
    pass(range.begin)
    local line = last
    pass(range['end'])
    visit(node, line)
    for _, inner in ipairs(node.inner or {}) do go(inner) end
  end
  go(tree)
end

-- The variable or function that an expression is, through brackets and casts.
local function named(node)
  while node and (node.kind == 'ParenExpr' or node.kind:match 'CastExpr$') do node = node.inner[1] end
  return node and node.kind == 'DeclRefExpr' and node.referencedDecl.name or ''
end

-- In each function, the variables that hold an input of the first: it itself, what is set
-- to it, and the parameters that it is handed to.
local function copies(list, of, input)
  local parameters, found, is_new = {}, {}, true
  for _, f in ipairs(list) do
    found[f.name], parameters[f.name] = found[f.name] or {}, {}
    for _, each in ipairs(f.inner or {}) do
      if each.kind == 'ParmVarDecl' then table.insert(parameters[f.name], each.name or '') end
    end
  end
  if input and found[of] then found[of][input] = true end
  while is_new do
    is_new = false
    for _, f in ipairs(list) do
      local mine = found[f.name]
      local function add(where, name)
        if where and name ~= '' and not where[name] then where[name], is_new = true, true end
      end
      walk(f, function(node)
        local inner = node.inner or {}
        if node.kind == 'VarDecl' and mine[named(inner[1])] then add(mine, node.name) end
        if node.kind == 'BinaryOperator' and node.opcode == '=' and mine[named(inner[2])] then
          add(mine, named(inner[1]))
        end
        if node.kind == 'CallExpr' then
          local called = named(inner[1])
          for k = 2, #inner do
            if mine[named(inner[k])] then add(found[called], (parameters[called] or {})[k - 1]) end
          end
        end
      end)
    end
  end
  return found
end

-- Does a node do what an item of the list names? `held` says which variables hold its input.
local function is_it(item, node, held)
  local input, sign = item:match '^([%w_]*)%s*(%p)$'
  if not sign then -- pow is powf, powl and __builtin_pow, too
    local name = node.kind == 'DeclRefExpr' and node.referencedDecl.kind == 'FunctionDecl' and node.referencedDecl.name
    name = name and name:gsub('^__builtin_', '')
    return name == item or name == item .. 'f' or name == item .. 'l'
  end
  if not node.opcode or node.opcode ~= sign and node.opcode ~= sign .. '=' and node.opcode ~= sign .. sign or
    node.kind == 'UnaryOperator' and node.opcode == sign then
    return false
  end
  return input == '' or held[named(node.inner[1])] or held[named(node.inner[2])]
end

--- The first of the list that a file does, as the list names it, and its line; nothing if
-- it does none; false if there is no clang that reads it.
function forbidden.first(list, f, path, scratch)
  local functions = trees(defined(files.read(path)), path, scratch)
  if not functions then return false end
  local found, line_of
  for _, item in ipairs(list) do
    local held = copies(functions, f.name, item:match '^([%w_]+)%s*%p$')
    for _, tree in ipairs(functions) do
      walk(tree, function(node, line)
        if not found and is_it(item, node, held[tree.name]) then found, line_of = item, line end
      end)
    end
  end
  return found, line_of
end

--- An item of the list, for the reader: `pow`, `/`, `x + …`.
function forbidden.shown(item) return (item:gsub('^([%w_]+) (%p)$', '%1 %2 …')) end

return forbidden
