--- What the text of an exercise forbids to call, read in clang's syntax tree.
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

-- Calls visit(name, line) for each function that a tree names.
local function walk(node, line, visit)
  line = node.loc and node.loc.line or node.range and node.range.begin and node.range.begin.line or line
  local named = node.kind == 'DeclRefExpr' and node.referencedDecl
  if named and named.kind == 'FunctionDecl' then visit(named.name, line) end
  for _, inner in ipairs(node.inner or {}) do line = walk(inner, line, visit) end
  return line
end

--- The first forbidden function that a file calls, and its line; nothing if there is none;
-- false if there is no clang to read it.
function forbidden.first(list, path, scratch)
  local is_forbidden = {}
  for _, name in ipairs(list) do is_forbidden[name] = true end
  local found, line_of
  for _, name in ipairs(defined(files.read(path))) do
    local tree = scratch .. '/tree'
    local status = child.run({ 'clang', '-std=c11', '-w', '-fsyntax-only', '-I' .. paths.root .. '/scripts/judge/frame',
      '-Xclang', '-ast-dump=json', '-Xclang', '-ast-dump-filter=' .. name, path }, scratch .. '/clang', 20,
      child.COMPILER_MEGABYTES, tree)
    if status == 125 then return false end
    local text, at = files.read(tree) or '', 1
    while at do
      at = text:find('{', at, true)
      if not at then break end
      local node, after = json.decode(text, at)
      if not node then break end
      walk(node, nil, function(called, line)
        if is_forbidden[called] and not found then found, line_of = called, line end
      end)
      at = after
    end
  end
  return found, line_of
end

return forbidden
