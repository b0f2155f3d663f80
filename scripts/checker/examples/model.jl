# J = (1 - x)^2 + 100 (y - x^2)^2 and its gradient, for: gradcheck -- julia model.jl
cost((x, y)) = (1 - x)^2 + 100 * (y - x^2)^2
gradient((x, y)) = (-2 * (1 - x) - 400 * x * (y - x^2), 200 * (y - x^2))
theta() = parse.(Float64, split(readline()))
while !eof(stdin)
    word, rest... = split(readline())
    answer = word == "gradcheck" ? 1 : word == "size" ? 2 : word == "gradient" ? gradient(theta()) :
        word == "cost" ? [cost(theta()) for _ in 1:parse(Int, rest[1])] : "?"
    println(word, " ", answer isa AbstractString ? answer : join(answer, " "))
    flush(stdout)
end
