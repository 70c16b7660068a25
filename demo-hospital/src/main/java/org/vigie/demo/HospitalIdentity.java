package org.vigie.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which hospital lives in a data folder. Two drawn differently must not share one: their weeks would mix.
final class HospitalIdentity {
    private HospitalIdentity() {}

    /// @throws DemoException if another hospital lives there
    static void claim(DemoOptions options) throws IOException, DemoException {
        Path file = options.hospital().resolve("identity.txt");
        String mine = "seed %d, %d studies a week".formatted(options.seed(), options.perWeek());
        if (!Files.exists(file)) {
            Files.createDirectories(options.hospital());
            Files.writeString(file, mine, StandardCharsets.UTF_8);
            return;
        }
        String there = Files.readString(file, StandardCharsets.UTF_8);
        if (!there.equals(mine)) {
            throw new DemoException("%s holds another hospital (%s, not %s); name another --data-dir or delete it"
                    .formatted(options.data(), there, mine));
        }
    }
}
