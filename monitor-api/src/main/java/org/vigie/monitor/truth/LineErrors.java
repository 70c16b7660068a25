package org.vigie.monitor.truth;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.problem.Problem;

/// What is wrong with which line; the first hundred are told, all are counted.
final class LineErrors {

    private static final int MOST = 100;

    private final List<Problem.FieldError> errors = new ArrayList<>();
    private int count;

    void add(int line, @Nullable String field, String detail) {
        count++;
        if (errors.size() < MOST) {
            errors.add(Problem.FieldError.inLine(line, field, detail));
        }
    }

    /// @throws InvalidTruth if there is any
    void throwIfAny() {
        if (count > 0) {
            throw new InvalidTruth(count, errors);
        }
    }
}
