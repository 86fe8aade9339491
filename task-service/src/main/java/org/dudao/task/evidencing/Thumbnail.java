package org.dudao.task.evidencing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A small JPG of a picture or of a PDF's first page. Drawn anew, so nothing that a photo tells beside its pixels is in it. */
final class Thumbnail {

    private static final int LONGEST_SIDE = 480;

    private Thumbnail() {}

    static Path draw(Path file, Path to) throws IOException {
        BufferedImage picture = Sniff.of(file) == FileType.PDF ? firstPage(file) : upright(file);
        if (!ImageIO.write(picture, "jpg", to.toFile())) {
            throw new IOException("no writer of JPG took " + picture);
        }
        return to;
    }

    private static BufferedImage firstPage(Path file) throws IOException {
        try (PDDocument pdf = PdfFile.open(file)) {
            PDRectangle box = pdf.getPage(0).getCropBox();
            PDFRenderer renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(0, LONGEST_SIDE / Math.max(1, Math.max(box.getWidth(), box.getHeight())));
        }
    }

    private static BufferedImage upright(Path file) throws IOException {
        BufferedImage read = read(file);
        int orientation = Picture.orientation(file);
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean lies = orientation >= 5;
        BufferedImage upright =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = upright.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        g.transform(turn(orientation, width, height));
        g.drawImage(read, 0, 0, width, height, null);
        g.dispose();
        return upright;
    }

    /** Every n-th pixel, so that a hundred million never stand in memory together. */
    private static BufferedImage read(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in, true, true);
                int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * LONGEST_SIDE));
                ImageReadParam every = reader.getDefaultReadParam();
                every.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, every);
            } finally {
                reader.dispose();
            }
        }
    }

    /** How a camera was held: 3 upside down, 6 and 8 on its sides; 2, 4, 5 and 7 are mirrored. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
