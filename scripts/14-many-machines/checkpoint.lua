--- A training kept in a file, to the last bit, so that it goes on from there with any
-- number of ranks: lines of a word, a tab and a value.
local files = require 'gw.files'

local checkpoint = {}

local FIRST = '# a training of chapter 14'

local function exact(list)
  local words = {}
  for i, x in ipairs(list) do words[i] = ('%a'):format(x) end
  return table.concat(words, ' ')
end

-- What a checkpoint says of the training that it belongs to.
local function of(training)
  return { { 'examples', training.m }, { 'labels', training.label },
    { 'features', table.concat(training.features, ',') }, { 'hidden units', training.hidden },
    { 'rates', exact { training.alpha } }, { 'means', exact(training.mean:values()) },
    { 'scales', exact(training.scale:values()) } }
end

--- Writes iteration and θ: elsewhere first, and then renamed, so that there is always a
-- whole one.
function checkpoint.write(path, training, iteration, theta)
  local lines = { FIRST }
  for _, pair in ipairs(of(training)) do lines[#lines + 1] = pair[1] .. '\t' .. pair[2] end
  lines[#lines + 1] = ('iteration\t%d'):format(iteration)
  lines[#lines + 1] = 'theta\t' .. exact(theta:values())
  files.write(path, table.concat(lines, '\n') .. '\n')
end

--- Fills θ and returns the iteration; 0 where there is no file yet. One of another
-- training is refused.
function checkpoint.read(path, training, theta)
  local text, why = files.read(path)
  if not text then
    if why:match 'No such file' then return 0 end
    error('cannot read ' .. why, 0)
  end
  local said, numbers = { ['hidden units'] = '0' }, {} -- before networks there was logistic regression alone
  if text:sub(1, #FIRST) ~= FIRST then error(path .. ' is no checkpoint of chapter 14; it is left as it is', 0) end
  for key, value in text:gmatch '\n([%a ]+)\t([^\n]*)' do said[key] = value end
  for _, pair in ipairs(of(training)) do
    if said[pair[1]] ~= tostring(pair[2]) then
      error(('%s keeps another training, with other %s; it is left as it is'):format(path, pair[1]), 0)
    end
  end
  for word in (said.theta or ''):gmatch '%S+' do numbers[#numbers + 1] = tonumber(word) end
  local iteration = tonumber(said.iteration)
  if not iteration or #numbers ~= theta.cols then error(path .. ' has lost its end: it is no whole checkpoint', 0) end
  for k, x in ipairs(numbers) do theta:set(1, k, x) end
  return iteration
end

return checkpoint
