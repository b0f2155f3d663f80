-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  derivations = {
    dual = [[
      e = uniform(-1, 1); a = uniform(-3, 3); b = uniform(1, 3); p = uniform(-2, 2); r = uniform(-2, 2)

      (3 + e)*(3 + e) == 9 + 6*e + e^2

      (a + p*e)*(b + r*e) == a*b + (p*b + a*r)*e + p*r*e^2

      slope(function(t) return (a + p*t)/(b + r*t) end, 0) == (p - a/b*r)/b
    ]],
    product = [[
      A = matrix(2, 3, -2, 2); B = matrix(3, 2, -2, 2); dC = matrix(2, 2, -2, 2)
      J = function(A, B)
        local C = product(A, B)
        return sum(2, function(i) return sum(2, function(j) return dC[i][j]*C[i][j] end) end)
      end
      nudged = function(M, r, c, t)
        return grid(#M, #M[1], function(i, j) return i == r and j == c and t or M[i][j] end)
      end
      by_A = grid(2, 3, function(i, k) return slope(function(t) return J(nudged(A, i, k, t), B) end, A[i][k]) end)
      by_B = grid(3, 2, function(k, j) return slope(function(t) return J(A, nudged(B, k, j, t)) end, B[k][j]) end)

      by_A == grid(2, 3, function(i, k) return sum(2, function(j) return dC[i][j]*B[k][j] end) end)
      product(dC, transpose(B)) == grid(2, 3, function(i, k) return sum(2, function(j) return dC[i][j]*B[k][j] end) end)

      by_B == grid(3, 2, function(k, j) return sum(2, function(i) return A[i][k]*dC[i][j] end) end)
      product(transpose(A), dC) == grid(3, 2, function(k, j) return sum(2, function(i) return A[i][k]*dC[i][j] end) end)
    ]],
  },
  claims = {
    cheap = [[ (largest_values + largest_reverse)/largest_values < 3.4 ]],
  },
}
