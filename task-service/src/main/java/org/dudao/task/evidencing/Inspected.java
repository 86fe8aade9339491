package org.dudao.task.evidencing;

/** What a file was found to be. */
record Inspected(String name, FileType type, long size, String sha256, boolean located) {}
