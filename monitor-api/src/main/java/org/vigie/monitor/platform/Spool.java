package org.vigie.monitor.platform;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.vigie.monitor.problem.TooLarge;

/// Puts bodies on the disk, so that their size costs no memory, and files in their places, so that
/// they are whole or not there.
@Singleton
public final class Spool {

    private static final int CHUNK = 64 * 1024;

    private final Path folder;

    Spool(DataDirectory data) throws IOException {
        this.folder = data.folder("spool");
        // what a crash left behind
        try (var left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Copies a body into a file that the caller deletes.
    ///
    /// @throws TooLarge if it is longer than `limit`; nothing stays behind
    public Path receive(InputStream body, long limit) {
        try {
            Path file = Files.createTempFile(folder, "body-", "");
            boolean whole = false;
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(body, out, limit);
                whole = true;
            } finally {
                if (!whole) {
                    Files.deleteIfExists(file);
                }
            }
            return file;
        } catch (IOException e) {
            if (e.getCause() instanceof ContentLengthExceededException) {
                throw new TooLarge("The body is longer than this service accepts"); // the server's own limit came first
            }
            throw new UncheckedIOException("The body could not be kept", e);
        }
    }

    /// Writes a file so that it survives a power cut before this returns; does nothing if it is there.
    ///
    /// @param target named by its content, so that a file of that name is the same file
    public void keep(byte[] content, Path target) {
        if (Files.exists(target)) {
            return;
        }
        try {
            Path parent = java.util.Objects.requireNonNull(target.getParent());
            Files.createDirectories(parent);
            Path fresh = Files.createTempFile(folder, "keep-", "");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var buffer = java.nio.ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            force(parent);
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be kept", e);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long total = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            total += read;
            if (total > limit) {
                throw new TooLarge("The body is longer than %d bytes".formatted(limit));
            }
            out.write(chunk, 0, read);
        }
    }
}
