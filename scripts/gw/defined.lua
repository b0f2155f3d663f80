--- Where a function of the library has a value, and where it has none.
local defined = {}

local NAN = 0 / 0

--- f, or NaN where it has no value: a step of the checker may leave the domain, and it
-- knows what NaN means.
function defined.or_nan(f)
  return function(...)
    local ok, y = pcall(f, ...)
    return ok and y or NAN
  end
end

--- Does C refuse f(…) with «the function has no value there»?
function defined.refused(f, ...)
  local ok, message = pcall(f, ...)
  return not ok and message:match 'the function has no value there$' ~= nil
end

return defined
