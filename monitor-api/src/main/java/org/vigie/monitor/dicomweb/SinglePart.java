package org.vigie.monitor.dicomweb;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.vigie.dicom.Bytes;

/// A multipart/related body of one part. Viewers take the transfer syntax from the part's own header, and some of them
/// know it only when it is spelled exactly so.
record SinglePart(String contentType, byte[] body) {

    static SinglePart of(Bytes content, String transferSyntax) {
        String boundary = "vigie-" + UUID.randomUUID();
        String headers = "--%s\r\nContent-Type: application/octet-stream; transfer-syntax=%s\r\n\r\n"
                .formatted(boundary, transferSyntax);
        byte[] head = headers.getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[head.length + content.length() + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        content.copyTo(body, head.length);
        System.arraycopy(tail, 0, body, head.length + content.length(), tail.length);
        return new SinglePart(
                "multipart/related; type=\"application/octet-stream\"; transfer-syntax=%s; boundary=%s"
                        .formatted(transferSyntax, boundary),
                body);
    }
}
