"""Writes cramer_von_mises.oracle.csv: cramervonmises_2samp (asymptotic) and energy_distance of SciPy 1.17.1."""
import numpy as np
from scipy.stats import cramervonmises_2samp, energy_distance

rng = np.random.default_rng(20261121)
cases = {
    "five and five": (np.array([1.0, 4, 9, 16, 25]), np.array([2.0, 3, 5, 8, 13])),
    "same": (rng.normal(size=40).round(6), rng.normal(size=25).round(6)),
    "shift": (rng.normal(size=60).round(6), rng.normal(0.8, 1, 30).round(6)),
    "scale": (rng.normal(size=50).round(6), rng.normal(0, 3, 50).round(6)),
    "apart": (np.arange(30.0), np.arange(100.0, 120.0)),
}
with open("cramer_von_mises.oracle.csv", "w") as f:
    f.write("# scipy 1.17.1, numpy 2.4.6: see cramer_von_mises_oracle.py\n")
    f.write("name; reference; current; t; p; energy\n")
    for name, (x, y) in cases.items():
        r = cramervonmises_2samp(x, y, method="asymptotic")
        words = [" ".join(repr(float(v)) for v in s) for s in (x, y)]
        f.write(f"{name}; {words[0]}; {words[1]}; {float(r.statistic)!r}; {float(r.pvalue)!r}; {float(energy_distance(x, y))!r}\n")
