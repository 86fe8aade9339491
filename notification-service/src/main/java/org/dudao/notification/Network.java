package org.dudao.notification;

import java.net.InetAddress;

/** A range of addresses, {@code 10.20.0.0/16}. */
record Network(byte[] base, int bits) {

    static Network of(String text) {
        int slash = text.indexOf('/');
        try {
            // A literal is not looked up; a name would be, and has no place here.
            byte[] base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                    .getAddress();
            int bits = slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > base.length * 8) {
                throw new IllegalArgumentException("no network: " + text);
            }
            return new Network(base, bits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no network: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != base.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
            if ((other[bit / 8] & mask) != (base[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
