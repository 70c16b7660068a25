package org.vigie.client.cli;

import java.io.PrintWriter;
import java.util.Optional;

/// One line on stderr that fills up; on a terminal it is rewritten, elsewhere each tenth is a line.
final class Progress {

    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private final String title;
    private int lastTenth = -1;
    private String last = "";

    Progress(PrintWriter err, boolean terminal, String title) {
        this.err = err;
        this.terminal = terminal;
        this.title = title;
    }

    static boolean onTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }

    synchronized void at(long done, long total, String remark) {
        int filled = total == 0 ? WIDTH : (int) (WIDTH * done / total);
        String line = "%s [%s%s] %d/%d %s"
                .formatted(title, "█".repeat(filled), "·".repeat(WIDTH - filled), done, total, remark)
                .stripTrailing();
        if (terminal) {
            if (!line.equals(last)) {
                err.print("\r" + line + " ".repeat(Math.max(0, last.length() - line.length())));
                err.flush();
            }
        } else {
            int tenth = total == 0 ? 10 : (int) (10 * done / total);
            if (tenth != lastTenth) {
                err.println(line);
                err.flush();
                lastTenth = tenth;
            }
        }
        last = line;
    }

    synchronized void end() {
        if (terminal && !last.isEmpty()) {
            err.println();
            err.flush();
        }
    }
}
