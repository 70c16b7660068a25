package org.vigie.monitor.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.problem.Problem.FieldError;

/// What is wrong with which line; the first hundred are told, all are counted.
public final class LineErrors {

    private static final int MOST = 100;

    private final List<FieldError> told = new ArrayList<>();
    private int count;

    public void add(int line, @Nullable String field, String detail) {
        add(FieldError.inLine(line, field, detail));
    }

    public void add(FieldError error) {
        count++;
        if (told.size() < MOST) {
            told.add(error);
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public int count() {
        return count;
    }

    public List<FieldError> told() {
        return List.copyOf(told);
    }
}
