# numDeriv's grad() beside all.equal(), both as they come, on the cases that real.py
# writes: four numbers a line. Answers with a line of 1s (pass) and 0s (fail).
if (!requireNamespace('numDeriv', quietly = TRUE)) quit(status = 1)
dyn.load(commandArgs(TRUE)[1])
cost <- function(theta) .C('flat_r_cost', as.double(theta), J = 0)$J
judge <- function(case) {
  made <- .C('flat_r_make', case[1], case[2], case[3], case[4],
             size = 0L, theta = double(64), gradient = double(64))
  entries <- seq_len(made$size)
  numeric <- tryCatch(numDeriv::grad(cost, made$theta[entries]), error = function(e) NaN)
  as.integer(isTRUE(all.equal(numeric, made$gradient[entries])))
}
cases <- matrix(scan('stdin', integer(), quiet = TRUE), nrow = 4)
cat(as.character(packageVersion('numDeriv')), apply(cases, 2, judge), '\n')
