package org.dudao.task.evidencing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects in a bucket of any S3-compatible storage, which itself shows an object whole or not at all. */
final class BucketStore implements ContentStore {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final S3Client client;
    private final String bucket;

    /** Path style, and checksums only where they are required: what speaks S3 besides Amazon often knows no other. */
    BucketStore(URI endpoint, String region, String bucket, String accessKey, String secretKey) {
        this.bucket = bucket;
        client = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(SILENCE)
                        .build())
                .build();
    }

    @Override
    public void put(String key, Path file) throws IOException {
        try {
            client.putObject(request -> request.bucket(bucket).key(key), file);
        } catch (SdkException e) {
            throw new IOException("bucket " + bucket + " did not take " + key, e);
        }
    }

    @Override
    public InputStream open(String key, long from, long length) throws IOException {
        try {
            return client.getObject(
                    request -> request.bucket(bucket).key(key).range("bytes=" + from + "-" + (from + length - 1)));
        } catch (NoSuchKeyException e) {
            throw (IOException) new NoSuchFileException(key).initCause(e);
        } catch (SdkException e) {
            throw new IOException("bucket " + bucket + " did not give " + key, e);
        }
    }

    @Override
    public void remove(String key) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw new IOException("bucket " + bucket + " did not remove " + key, e);
        }
    }

    @Override
    public String toString() {
        return "bucket " + bucket;
    }
}
