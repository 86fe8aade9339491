package org.dudao.notification.delivering;

/** A mail as it goes out. */
record Letter(String subject, String text, String html) {}
