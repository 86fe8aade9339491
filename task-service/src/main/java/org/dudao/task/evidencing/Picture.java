package org.dudao.task.evidencing;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.dudao.task.evidencing.EvidenceRefused.Reason;

/** A photo's outside: how many pixels it would unpack to, which way is up, and whether it tells where it was taken. */
final class Picture {

    /** Phones take up to 108 million, and offer smaller; above that it is a map or a bomb. */
    private static final long PIXELS = 100_000_000;

    private Picture() {}

    /** Reads the header alone. */
    static void check(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new EvidenceRefused(Reason.BROKEN);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > PIXELS) {
                    throw new EvidenceRefused(Reason.TOO_MANY_PIXELS);
                }
            } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new EvidenceRefused(Reason.BROKEN);
            } finally {
                reader.dispose();
            }
        }
    }

    /** What can't be read may tell a place to somebody who can. */
    static boolean tellsWhere(Path file) throws IOException {
        try {
            Metadata told = ImageMetadataReader.readMetadata(file.toFile());
            if (StreamSupport.stream(told.getDirectories().spliterator(), false).anyMatch(Directory::hasErrors)) {
                return true;
            }
            for (Directory directory : told.getDirectories()) {
                if (directory instanceof GpsDirectory gps && gps.getGeoLocation() != null) {
                    return true;
                }
                if (directory instanceof XmpDirectory xmp
                        && xmp.getXmpProperties().keySet().stream().anyMatch(k -> k.contains("GPS"))) {
                    return true;
                }
                if (directory.getTags().stream().map(Tag::getTagName).anyMatch(Picture::namesAPlace)) {
                    return true;
                }
            }
            return false;
        } catch (ImageProcessingException | RuntimeException e) {
            return true;
        }
    }

    private static boolean namesAPlace(String tag) {
        return tag.contains("Latitude") || tag.equals("Location") || tag.contains("ISO 6709");
    }

    /** 1 to 8, as EXIF numbers them; 1 where nothing is said. */
    static int orientation(Path file) throws IOException {
        try {
            ExifIFD0Directory exif =
                    ImageMetadataReader.readMetadata(file.toFile()).getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer said = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return said == null ? 1 : said;
        } catch (ImageProcessingException e) {
            return 1;
        }
    }
}
