package org.vigie.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vigie.client.Backoff;
import org.vigie.client.Json;
import org.vigie.client.VigieClient;
import org.vigie.monitor.Main;
import org.vigie.monitor.RunningService;
import org.vigie.monitor.ServiceOptions;

/// The service in this JVM. The demo speaks to it over HTTP only, as everybody does.
final class DemoService implements AutoCloseable {
    /// Published on purpose; such accounts exist in the demo only.
    static final String PASSWORD = "vigie-demo";

    private final RunningService service;
    private final VigieClient admin;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DemoService(RunningService service, VigieClient admin) {
        this.service = service;
        this.admin = admin;
    }

    static DemoService start(DemoOptions options) throws IOException, DemoException {
        RunningService service;
        try {
            service = Main.start(ServiceOptions.inDirectory(options.data())
                    .onPort(options.port())
                    .withDemoAccounts());
        } catch (RuntimeException e) {
            throw new DemoException("The service did not start on port %d".formatted(options.port()), e);
        }
        try {
            String token = Files.readString(secret(options, "admin.token")).strip();
            DemoService started = new DemoService(service, new VigieClient(service.url(), token, Backoff.DEFAULT));
            // Ctrl-C ends the JVM past all finally blocks; the database must not outlive it.
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("close-service").unstarted(started::close));
            return started;
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    static Path secret(DemoOptions options, String name) {
        return options.data().resolve("secrets").resolve(name);
    }

    URI url() {
        return service.url();
    }

    VigieClient admin() {
        return admin;
    }

    /// Signs a demo account in as its browser would.
    ///
    /// @return the value of the `Cookie` header for further calls
    String signIn(String username) throws IOException, InterruptedException, DemoException {
        var cookies = new CookieManager();
        try (HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            HttpRequest request = HttpRequest.newBuilder(service.url().resolve("/api/v1/session"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(
                            Json.bytes(Json.object().put("username", username).put("password", PASSWORD))))
                    .build();
            HttpResponse<String> response = browser.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new DemoException(
                        "The demo account %s cannot sign in: status %d".formatted(username, response.statusCode()));
            }
        }
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("vigie_session"))
                .findFirst()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .orElseThrow(() -> new DemoException("The service gave no session cookie to " + username));
    }

    /// A client without a token; calls carry a session cookie.
    VigieClient browser() {
        return new VigieClient(service.url(), null, Backoff.DEFAULT);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            admin.close();
            service.close();
        }
    }
}
