package org.vigie.demo;

import java.nio.file.Path;

/// What the demo was asked for.
///
/// @param weeks of the hospital's calendar
/// @param perWeek studies a week, over both sites
/// @param seed of everything that is drawn
/// @param port of the service
/// @param data everything is kept below this folder
/// @param quiet only the table and errors are printed
/// @param exit stop after the table instead of serving on
record DemoOptions(int weeks, int perWeek, long seed, int port, Path data, boolean quiet, boolean exit) {
    static final int MOST_WEEKS = 52;
    static final int MOST_PER_WEEK = 2000;

    DemoOptions {
        require(weeks >= 1 && weeks <= MOST_WEEKS, "--weeks must lie between 1 and " + MOST_WEEKS + ", not " + weeks);
        require(
                perWeek >= 1 && perWeek <= MOST_PER_WEEK,
                "--per-week must lie between 1 and " + MOST_PER_WEEK + ", not " + perWeek);
        require(port >= 0 && port <= 65_535, "--port must lie between 0 and 65535, not " + port);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /// The hospital's own files; the service never looks here.
    Path hospital() {
        return data.resolve("hospital");
    }

    Path reports() {
        return data.resolve("weekly-reports");
    }

    Path log() {
        return data.resolve("demo.log");
    }

    Path runnerLog() {
        return data.resolve("runner.log");
    }
}
