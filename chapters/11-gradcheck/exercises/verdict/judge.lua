local NAN, also = 0 / 0, {}
-- At the edges, where rounding decides nothing: 0.5 and 1.5 are exact.
for _, t in ipairs { { NAN, 1, 0.001 }, { 1, NAN, 0.001 }, { 1, 1, NAN }, { NAN, NAN, 0.1 }, { NAN, 1, NAN },
  { NAN, NAN, NAN }, { 5, NAN, 0 }, { 5, 1, NAN }, { 0, 0, 0 }, { 0, 0, 1 }, { 1, 1, 0 }, { 50.5, 50, 0.5 },
  { 51.5, 50, 0.5 }, { 51.75, 50, 0.5 }, { 51, 50, 0.5 }, { -50.5, -50, 0.5 }, { -51.5, -50, 0.5 }, { -52, -50, 0.5 },
  { 48.5, 50, 0.5 }, { 48, 50, 0.5 }, { 50, -50, 0.5 }, { 50, 50, 0.5 }, { 50, 50, 0.75 }, { 1, 0, 0.5 }, { 2, 0, 0.5 },
  { 1.5, 0, 0.5 }, { 0.25, 0, 0.5 }, { 1, -1, 0.001 }, { -1, 1, 0.001 }, { 40, 49, 0.5 }, { 49.75, 49, 0.5 },
  { NAN, 0, 0 }, { 1, 2, 0 }, { 0, 1, 0 }, { 75, 50, 16 }, { 50.2, 49.9, 0.5 }, { 49.8, 50.1, 0.5 }, { 50.1, 50,
    0.503 },
  { 50.1, 50, 0.4975 }, { 50.25 + 2 ^ -30, 50, 0.25 }, { 50.75 + 2 ^ -30, 50, 0.25 } } do
  also[#also + 1] = { analytic = t[1], numeric = t[2], bound = t[3] }
end

return {
  domain = { analytic = { -100, 100 }, numeric = { -100, 100 }, bound = { 0, 2 } },
  derive = function(p, rng) -- of any size, near each other, and near a hundredth, most of the time
    if rng() < 0.3 then p.numeric = p.numeric * 10 ^ -rng(1, 15) end
    if rng() < 0.5 then p.bound = math.min(2, math.abs(p.numeric) / 100 * rng(0, 2)) end
    if rng() < 0.8 then p.analytic = math.max(-100, math.min(100, p.numeric + p.bound * rng(-5, 5))) end
  end,
  words = 'each may be NaN',
  example = { analytic = 0.501, numeric = 0.502, bound = 0.002 },
  also = also,
}
