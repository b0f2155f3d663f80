--- What the optimisers of chapter 12 are set to: β of momentum and RMSProp, β1 and β2 of
-- Adam, ε of RMSProp and Adam. The values of Kingma & Ba 2015, which libraries share.
return { beta = 0.9, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }
