-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  derivations = {
    sigmoid = [[
      z = uniform(-5, 5); e = exp(-z)

      1/(1+exp(-z)) == (1+e)^(-1)

      slope(sigmoid, z) == -1 * (1+e)^(-2) * (-e)

      e/(1+e)^2

      (1/(1+e)) * (e/(1+e))

      (1/(1+e)) * ((1+e-1)/(1+e))

      (1/(1+e)) * ((1+e)/(1+e) - 1/(1+e))

      (1/(1+e)) * (1 - 1/(1+e))

      sigmoid(z) * (1 - sigmoid(z))
    ]],
    tanh = [[
      z = uniform(-4, 4); a = sigmoid(2*z)

      tanh(z) == (1 - exp(-2*z))/(1 + exp(-2*z))
      (2 - (1 + exp(-2*z)))/(1 + exp(-2*z))
      2*sigmoid(2*z) - 1

      slope(tanh, z) == 2*a*(1 - a)*2
      4*a - 4*a^2
      1 - (4*a^2 - 4*a + 1)
      1 - (2*a - 1)^2
      1 - tanh(z)^2
    ]],
  },
}
