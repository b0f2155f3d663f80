// The installed headers and library from C++: a check of J = Σ wᵢ sin θᵢ, right and with
// one entry wrong.
#include <cmath>
#include <cstdio>
#include <cstring>
#include <session.h>
#include <vector>
#include <version.h>

static int check(double factor) {
    const int n = 5;
    std::vector<double> theta(n), gradient(n), moved(n);
    for (int i = 0; i < n; i++) {
        theta[i] = 0.3 * i - 0.5;
        gradient[i] = (i + 1) * std::cos(theta[i]);
    }
    gradient[2] *= factor;
    gw_gradcheck_block block = {"theta", 0, n, 1};
    gw_gradcheck_problem problem = {n, 1, theta.data(), gradient.data(), &block, 1, GW_GRADCHECK_ENTRIES};
    std::vector<double> memory(gw_gradcheck_bytes(n, 1) / sizeof(double) + 1);
    gw_gradcheck *session;
    gw_gradcheck_ask ask;
    if (gw_gradcheck_start(&problem, memory.data(), &session) != GW_OK)
        return -1;
    while (gw_gradcheck_next(session, &ask)) {
        double J = 0;
        if (gw_gradcheck_point(session, ask.id, moved.data()) != GW_OK)
            return -1;
        for (int i = 0; i < n; i++)
            J += (i + 1) * std::sin(moved[i]);
        if (gw_gradcheck_tell(session, ask.id, J) != GW_OK)
            return -1;
    }
    gw_gradcheck_summary found;
    if (gw_gradcheck_result(session, &found) != GW_OK)
        return -1;
    return found.verdict * 10 + found.worst;
}

int main() {
    if (std::strcmp(gw_gradcheck_version(), GW_GRADCHECK_VERSION) != 0)
        return 1;
    if (check(1) / 10 != GW_PASS)
        return 2;
    if (check(1 + 1e-6) != GW_FAIL * 10 + 2)
        return 3;
    std::puts("C++ agrees");
}
