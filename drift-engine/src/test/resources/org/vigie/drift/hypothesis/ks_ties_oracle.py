"""Writes ks_ties.oracle.csv: exact p-values of the two-sample Kolmogorov-Smirnov statistic given the
ties, by going through every way to deal the pooled values to two samples, in whole numbers."""
from fractions import Fraction
from itertools import combinations

CASES = {
    "untied": ([1, 2, 3, 7], [4, 5, 6, 8, 9]),
    "untied, apart": ([1, 2, 3, 4], [5, 6, 7, 8, 9]),
    "one tie across": ([1, 2, 3, 4], [4, 5, 6, 7, 8]),
    "three values": ([1, 1, 1, 2, 3], [1, 2, 2, 3, 3, 3]),
    "two values": ([0, 0, 0, 0, 1, 1], [0, 1, 1, 1, 1, 1]),
    "two values, apart": ([0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1]),
    "all the same": ([5, 5, 5], [5, 5, 5, 5]),
    "ties within only": ([1, 1, 2, 2, 3], [4, 4, 5, 5, 6, 6]),
    "mixed": ([1, 2, 2, 4, 6, 6], [2, 3, 5, 6, 6, 8, 8]),
    "one against many": ([9], [1, 2, 3, 3, 4, 5, 9, 9]),
}


def distance(reference, current):
    return max(
        abs(Fraction(sum(r <= x for r in reference), len(reference)) - Fraction(sum(c <= x for c in current), len(current)))
        for x in reference + current)


with open("ks_ties.oracle.csv", "w") as out:
    out.write("# Python 3 itertools, by ks_ties_oracle.py: every way to deal the pooled values\n")
    out.write("name; reference; current; statistic; p\n")
    for name, (reference, current) in CASES.items():
        observed = distance(reference, current)
        pooled = reference + current
        deals = [set(c) for c in combinations(range(len(pooled)), len(reference))]
        extreme = sum(
            distance([v for i, v in enumerate(pooled) if i in d], [v for i, v in enumerate(pooled) if i not in d]) >= observed
            for d in deals)
        out.write(f"{name}; {' '.join(map(str, reference))}; {' '.join(map(str, current))}; "
                  f"{float(observed)!r}; {extreme / len(deals)!r}\n")
