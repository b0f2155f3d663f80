# What R's glm says of a data set, for tests/lua/logistic_spec.lua:
#   Rscript --vanilla tests/lua/logistic.R FILE.csv LABEL POSITIVE FEATURE…
# Coefficients and standard errors a line, the intercept first, then the deviance.
arguments <- commandArgs(trailingOnly = TRUE)
data <- read.csv(arguments[1])
y <- as.integer(data[[arguments[2]]] == arguments[3])
X <- data[arguments[-(1:3)]]
# glm stops when the deviance is steady to 1e-8, which is too early for nine digits.
fit <- glm(y ~ ., family = binomial, data = X, control = glm.control(epsilon = 1e-15, maxit = 100))
options(digits = 12)
write(t(coef(summary(fit))[, 1:2]), "", ncolumns = 2)
write(deviance(fit), "")
cat(R.version.string, "\n", file = stderr())
