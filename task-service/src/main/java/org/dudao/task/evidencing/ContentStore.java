package org.dudao.task.evidencing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Bytes by key. The key is their hash (or that with an ending, for what was made from them), so what a key holds never
 * changes, and putting it twice is putting it once.
 */
interface ContentStore {

    /** Whole and lasting when it returns, else not there at all. */
    void put(String key, Path file) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when there is none */
    InputStream open(String key, long from, long length) throws IOException;

    void remove(String key) throws IOException;
}
