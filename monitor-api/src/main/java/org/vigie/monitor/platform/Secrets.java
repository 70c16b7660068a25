package org.vigie.monitor.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// Secret files: one line of base64 each, readable by their owner only.
///
/// @param folder where they lie
public record Secrets(Path folder) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// The secret of that name; drawn at random and written when there is none yet.
    public String text(String name) throws IOException {
        Path file = file(name);
        if (Files.notExists(file)) {
            create(file);
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (text.isEmpty()) {
            throw new IOException("The secret file " + file + " is empty; delete it to have a new one drawn");
        }
        return text;
    }

    /// The secret of that name as a key of 32 bytes.
    ///
    /// @throws IOException if the file does not hold 32 bytes in base64
    public byte[] key(String name) throws IOException {
        byte[] key;
        try {
            key = Base64.getUrlDecoder().decode(text(name));
        } catch (IllegalArgumentException e) {
            throw new IOException("The secret file " + file(name) + " is not base64", e);
        }
        if (key.length != BYTES) {
            throw new IOException(
                    "The secret file %s holds %d bytes instead of %d".formatted(file(name), key.length, BYTES));
        }
        return key;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        Path folder = java.util.Objects.requireNonNull(file.getParent());
        Path fresh = Files.createTempFile(
                folder, ".new", "", PosixFilePermissions.asFileAttribute(DataDirectory.ownerOnly()));
        try {
            Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            // a link and not a move: another process that was first keeps its secret
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            if (Files.notExists(file)) {
                throw e;
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
