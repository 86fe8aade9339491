package org.dudao.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Properties;

/** Passwords of one stack: made up on its first start, kept in a file that only its owner reads. */
final class Secrets {

    /** Without letters and digits that people mistake for one another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path file;
    private final Properties known = new Properties();
    private final SecureRandom random = new SecureRandom();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                known.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The secret of that name, made when it is missing. */
    synchronized String of(String name) {
        String secret = known.getProperty(name);
        if (secret == null) {
            secret = name.equals("demo") ? readable() : letters(32);
            known.setProperty(name, secret);
            save();
        }
        return secret;
    }

    /** Fourteen characters that a person can type: four groups are easier than one. */
    private String readable() {
        return letters(4) + "-" + letters(4) + "-" + letters(4);
    }

    private String letters(int count) {
        return random.ints(count, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(java.util.stream.Collectors.joining());
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer out = Files.newBufferedWriter(file)) {
                known.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
