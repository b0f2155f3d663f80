# J = (1 - x)^2 + 100 (y - x^2)^2 and its gradient, for: gradcheck -- Rscript model.R
cost <- function(t) (1 - t[1])^2 + 100 * (t[2] - t[1]^2)^2
gradient <- function(t) c(-2 * (1 - t[1]) - 400 * t[1] * (t[2] - t[1]^2), 200 * (t[2] - t[1]^2))
input <- file("stdin", "r")
theta <- function(i) as.numeric(strsplit(readLines(input, 1), " ")[[1]])
while (length(question <- readLines(input, 1)) > 0) {
  words <- strsplit(question, " ")[[1]]
  answer <- switch(words[1], gradcheck = 1, size = 2, gradient = gradient(theta()),
    cost = vapply(seq_len(as.integer(words[2])), function(i) cost(theta()), 0), "?")
  cat(words[1], if (is.numeric(answer)) sprintf("%.17g", answer) else answer, "\n")
}
