package org.vigie.client;

/// One server-sent event.
///
/// @param name `message` when the server gives none
public record ServerEvent(String name, String data) {}
