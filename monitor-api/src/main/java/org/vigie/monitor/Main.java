package org.vigie.monitor;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/// Starts the service. With no database configured it starts its own PostgreSQL in the data folder.
///
/// Every database setting has an environment variable: `VIGIE_DATABASE_URL`, `VIGIE_DATABASE_USER`,
/// `VIGIE_DATABASE_PASSWORD_FILE`; see [ServiceOptions] for the rest.
public final class Main {

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        int exitCode = run(args, System.out, System.err);
        if (exitCode != 0) {
            Runtime.getRuntime().exit(exitCode);
        }
    }

    /// Starts a service inside this JVM. The caller closes it.
    ///
    /// @throws IOException if the data folder or the database in it cannot be used
    public static RunningService start(ServiceOptions options) throws IOException {
        return RunningService.start(options);
    }

    private static int run(String[] args, PrintStream out, PrintStream err) throws InterruptedException {
        ServiceOptions options;
        try {
            options = ServiceOptions.of(System.getenv(), args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(ServiceOptions.USAGE);
            return 2;
        }
        RunningService service;
        try {
            service = start(options);
        } catch (IOException | RuntimeException e) {
            err.println("Vigie did not start: " + rootMessage(e));
            return 1;
        }
        var closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("close-service").unstarted(() -> {
                    service.close();
                    closed.countDown();
                }));
        out.println("Vigie serves on " + service.url());
        closed.await();
        return 0;
    }

    private static String rootMessage(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && !cause.getCause().equals(cause)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
