package org.dudao.console.forwarding;

import java.net.URI;

/** A service behind the console: the word in its path and where it listens. */
record Service(String name, String host, int port, boolean ssl) {

    static Service at(String name, URI address) {
        boolean ssl = "https".equals(address.getScheme());
        int port = address.getPort() < 0 ? (ssl ? 443 : 80) : address.getPort();
        return new Service(name, address.getHost(), port, ssl);
    }

    String prefix() {
        return "/api/" + name + "/";
    }

    /** The one answer that never ends: it may be silent for as long as there is nothing to say. */
    boolean streams(String path) {
        return path.equals(prefix() + "v1/stream");
    }
}
