package org.dudao.task.evidencing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** Speaks S3 over a directory and checks every signature; in a process of its own. */
final class S3Server implements AutoCloseable {

    static final String BUCKET = "evidence";
    static final String KEY = "dudao";
    static final String SECRET = "secret";

    private final Process process;
    private final URI endpoint;

    private S3Server(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Its injector and the one inside Maven, which our tests have along, can't share a class path. */
    static S3Server start(Path directory) throws IOException {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> !jar.endsWith("-classes.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        S3Server.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = process.inputReader()
                .lines()
                .filter(l -> l.startsWith("port "))
                .findFirst()
                .orElseThrow(() -> new IOException("the S3 server did not start"));
        return new S3Server(process, URI.create("http://127.0.0.1:" + line.substring(5)));
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) throws Exception {
        Properties where = new Properties();
        where.setProperty("jclouds.filesystem.basedir", arguments[0]);
        BlobStoreContext kept =
                ContextBuilder.newBuilder("filesystem").overrides(where).build(BlobStoreContext.class);
        kept.getBlobStore().createContainerInLocation(null, BUCKET);
        S3Proxy server = S3Proxy.builder()
                .blobStore(kept.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                .build();
        server.start();
        System.out.println("port " + server.getPort());
    }
}
