package org.vigie.client;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Groups the lines of a `text/event-stream` into events (WHATWG HTML 9.2.6; ids and retry times are not used).
final class ServerEvents implements Iterator<ServerEvent> {

    private final Iterator<String> lines;
    private @Nullable ServerEvent next;

    ServerEvents(Iterator<String> lines) {
        this.lines = lines;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public ServerEvent next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        ServerEvent event = next;
        next = null;
        return event;
    }

    /// An event that the stream ends in the middle of is dropped.
    private @Nullable ServerEvent read() {
        String name = "message";
        StringBuilder data = new StringBuilder();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    return new ServerEvent(name, data.substring(0, data.length() - 1));
                }
                name = "message";
            } else if (field(line).equals("event")) {
                name = value(line);
            } else if (field(line).equals("data")) {
                data.append(value(line)).append('\n');
            }
        }
        return null;
    }

    private static String field(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    private static String value(String line) {
        int colon = line.indexOf(':');
        String value = colon < 0 ? "" : line.substring(colon + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
