package org.dudao.plan.reading.document;

/** What a document may cost us. A county's plan has 10 to 40 pages; these leave room for a province's with all its annexes. */
public final class Limits {

    public static final int BYTES = 20 * 1024 * 1024;
    public static final int PAGES = 500;
    public static final int CHARACTERS = 2_000_000;

    /** A province's plan has some hundreds of targets. */
    public static final int TARGETS = 5_000;

    /** Real .docx text packs about 1:20; below 1:200 it is a bomb. */
    static final double SMALLEST_INFLATE_RATIO = 0.005;

    private Limits() {}
}
