package org.vigie.monitor.study;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Sends the head of a request by hand and no body, as no decent client would.
final class RawHttp {

    private RawHttp() {}

    static String headersOnly(URI service, String requestLine, String... headers) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            String head = requestLine + " HTTP/1.1\r\nHost: vigie\r\nConnection: close\r\n"
                    + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            byte[] chunk = new byte[4096];
            for (int read = socket.getInputStream().read(chunk);
                    read >= 0 && !answer.toString().contains("}");
                    read = socket.getInputStream().read(chunk)) {
                answer.append(new String(chunk, 0, read, StandardCharsets.UTF_8));
            }
            return answer.toString();
        }
    }
}
