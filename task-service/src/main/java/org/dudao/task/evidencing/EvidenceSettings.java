package org.dudao.task.evidencing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What a deployment may say about evidence; told key by key in application.properties. */
@ConfigMapping(prefix = "dudao.evidence")
interface EvidenceSettings {

    @WithDefault("directory")
    Kind store();

    enum Kind {
        DIRECTORY,
        S3
    }

    /** Where files are kept, and with S3 only what is on its way there. */
    Path directory();

    S3 s3();

    interface S3 {
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        Optional<String> bucket();

        Optional<String> accessKey();

        Optional<String> secretKey();
    }

    @WithDefault("20971520")
    long largest();

    @WithDefault("200")
    int mostPerTask();

    @WithDefault("false")
    boolean video();

    Clamd clamd();

    interface Clamd {
        Optional<String> host();

        @WithDefault("3310")
        int port();

        @WithDefault("30000")
        int timeoutMs();
    }

    /** Files on their way: uploads, what is being written, what is being drawn. */
    default Path incoming() {
        return directory().resolve("incoming");
    }
}
