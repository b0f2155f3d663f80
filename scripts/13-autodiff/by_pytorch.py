"""The two examples of chapter 10, differentiated by PyTorch: one line a number.

    python3 scripts/13-autodiff/by_pytorch.py > chapters/13-autodiff/torch.tsv
"""
import torch

# [torch]
X = torch.tensor([[2.0, 1.0], [1.0, 3.0]], dtype=torch.float64)
Y = torch.tensor([[1.0, 0.0]], dtype=torch.float64)
P = {
    "W1": [[0.5, -0.5], [-0.25, 1.0]],
    "b1": [[0.5], [-1.0]],
    "W2": [[-1.0, 2.0]],
    "b2": [[0.5]],
}
P = {name: torch.tensor(rows, dtype=torch.float64, requires_grad=True)
     for name, rows in P.items()}
A1 = torch.tanh(P["W1"] @ X + P["b1"])
A2 = torch.sigmoid(P["W2"] @ A1 + P["b2"])
J = torch.nn.functional.binary_cross_entropy(A2, Y)
J.backward()
# [/torch]

print("# PyTorch", torch.__version__)
print("J\t%.17g" % J.item())
for name, parameter in P.items():
    for i, slope in enumerate(parameter.grad.flatten(), 1):
        print("d%s_%d\t%.17g" % (name, i, slope.item()))
