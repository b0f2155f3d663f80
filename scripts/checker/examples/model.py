#!/usr/bin/env python3
# J = (1 - x)^2 + 100 (y - x^2)^2 and its gradient, for: gradcheck -- python3 model.py
import sys
cost = lambda x, y: (1 - x)**2 + 100 * (y - x * x)**2
gradient = lambda x, y: (-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x))
theta = lambda: [float(number) for number in sys.stdin.readline().split()]
while question := sys.stdin.readline().split():
    word, answer = question[0], ["?"]
    if word == "gradcheck": answer = [1]
    if word == "size": answer = [2]
    if word == "cost": answer = [cost(*theta()) for _ in range(int(question[1]))]
    if word == "gradient": answer = gradient(*theta())
    print(word, *answer, flush=True)
