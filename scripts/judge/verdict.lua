--- What an answer may get, other than done.
local verdict = {}

--- A file that is wrong before it is judged.
function verdict.stopped(key, text, more)
  local result = { state = 'wrong', key = key, text = text, mistakes = {} }
  for k, v in pairs(more or {}) do result[k] = v end
  return result
end

--- What is no fault of the reader's ends the judging, and is not remembered.
function verdict.failed(...) error((...):format(select(2, ...)), 0) end

return verdict
