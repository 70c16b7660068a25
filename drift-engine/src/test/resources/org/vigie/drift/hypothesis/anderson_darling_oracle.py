"""Writes anderson_darling.oracle.csv and anderson_darling_limit.oracle.csv. SciPy 1.17.1, NumPy 2.4.6.

Statistics: scipy.stats.anderson_ksamp (midrank), whose A2akN is scaled back from its standardized value.
Limit: P(sum of chi-squares / (j (j + 1)) >= x) by inversion of the characteristic function along the real axis,
independent of the contour and the stopping rules of the engine.
"""
import numpy as np
from scipy.stats._morestats import _anderson_ksamp_midrank

rng = np.random.default_rng(20261121)


def statistic(samples):
    pooled = np.sort(np.concatenate(samples))
    sizes = np.array([len(s) for s in samples])
    return _anderson_ksamp_midrank([np.sort(s) for s in samples], pooled, np.unique(pooled), len(samples), sizes, len(pooled))


def words(sample):
    return " ".join(repr(float(x)) for x in sample)


cases = {
    "two of five": [np.array([1.0, 4, 9, 16, 25]), np.array([2.0, 3, 5, 8, 13])],
    "normal": [np.round(rng.normal(size=25), 3), np.round(rng.normal(0.5, 1, 20), 3)],
    "ties": [rng.integers(0, 5, 30).astype(float), rng.integers(1, 6, 22).astype(float)],
    "separate": [np.arange(12.0), np.arange(20.0, 29.0)],
    "two values": [np.array([0.0] * 9 + [1] * 4), np.array([0.0] * 3 + [1] * 8)],
    "three windows": [np.round(rng.normal(size=9), 2), np.round(rng.normal(size=11), 2), np.round(rng.normal(1, 1, 7), 2)],
    "four windows with ties": [rng.integers(0, 4, k).astype(float) for k in (8, 9, 10, 11)],
    "paper, smoothness by laboratory": [
        np.array([38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0]),
        np.array([39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8]),
        np.array([34.0, 35.0, 39.0, 40.0, 43.0, 43.0, 44.0, 45.0]),
        np.array([34.0, 34.8, 34.8, 35.4, 37.2, 37.8, 41.2, 42.8]),
    ],
}
with open("anderson_darling.oracle.csv", "w") as f:
    f.write("# scipy 1.17.1, numpy 2.4.6: see anderson_darling_oracle.py, windows are separated by a bar\n")
    f.write("name; windows; a2\n")
    for name, samples in cases.items():
        f.write(f"{name}; {' | '.join(words(s) for s in samples)}; {float(statistic(samples))!r}\n")

def survival(x, degrees):
    """Imhof's integral by the trapezoidal rule."""
    t = np.arange(0.5, 400_000) * 1e-3
    c = 2j * t
    log = -degrees / 2 * sum(np.log(1 - c / (j * (j + 1))) for j in range(1, 201))
    rest = degrees / 2 * (c / 201 + c**2 / 2 * np.sum(1 / (np.arange(201.0, 1e6) * np.arange(202.0, 1e6 + 1)) ** 2))
    return 0.5 + np.sum(np.imag(np.exp(log + rest - 1j * t * x)) / t) * 1e-3 / np.pi


with open("anderson_darling_limit.oracle.csv", "w") as f:
    f.write("# numpy 2.4.6: see anderson_darling_oracle.py; absolute error below 1e-10\n")
    f.write("degrees, x, p\n")
    for degrees, x in [(1, 0.5), (1, 1), (1, 1.933), (1, 2.492), (1, 3.878), (1, 6), (1, 10.3), (3, 5), (3, 12)]:
        f.write(f"{degrees}, {x}, {float(survival(x, degrees))!r}\n")
