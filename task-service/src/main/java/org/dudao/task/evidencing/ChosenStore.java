package org.dudao.task.evidencing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.dudao.task.evidencing.EvidenceSettings.S3;
import org.jboss.logging.Logger;

/** The store that the deployment chose. A setting that S3 lacks ends the start, not somebody's upload. */
@ApplicationScoped
class ChosenStore {

    private static final Logger LOG = Logger.getLogger(ChosenStore.class);

    void begin(@Observes StartupEvent started, ContentStore store) {
        LOG.infof("evidence is kept in %s", store);
    }

    @Produces
    @ApplicationScoped
    ContentStore store(EvidenceSettings settings) {
        return switch (settings.store()) {
            case DIRECTORY -> new DirectoryStore(settings.directory(), settings.incoming());
            case S3 -> bucket(settings.s3());
        };
    }

    private static ContentStore bucket(S3 s3) {
        return new BucketStore(
                given(s3.endpoint(), "endpoint"),
                s3.region(),
                given(s3.bucket(), "bucket"),
                given(s3.accessKey(), "access-key"),
                given(s3.secretKey(), "secret-key"));
    }

    private static <T> T given(Optional<T> value, String key) {
        return value.orElseThrow(
                () -> new IllegalStateException("dudao.evidence.store=s3 needs dudao.evidence.s3." + key));
    }
}
