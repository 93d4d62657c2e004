package io.falconet.evaluator.data.voc;

import io.falconet.evaluator.data.BoxEdges;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parses VOC files, keeping line numbers. No document may make it read another one. */
final class VocXml {
    private static final String OBJECT = "/annotation/object";
    private static final List<String> EDGES = List.of("xmin", "ymin", "xmax", "ymax");

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    VocXml() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /**
     * Reads a file. Edges are taken as they stand, in pixels from the image's corner; VOC itself counts pixels from 1,
     * most tools that write the format do not.
     *
     * @throws IOException whose message reads on from the file's name, with the line
     */
    VocAnnotation read(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            try {
                return annotation(file, xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new IOException(
                    "is no xml from line %d on: %s"
                            .formatted(
                                    line,
                                    e.getMessage().lines().reduce((a, b) -> b).orElse("")),
                    e);
        }
    }

    private static VocAnnotation annotation(Path file, XMLStreamReader xml) throws XMLStreamException, IOException {
        Map<String, String> header = new HashMap<>();
        Map<String, String> object = new HashMap<>();
        List<VocObject> objects = new ArrayList<>();
        String path = "";
        int line = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path += "/" + xml.getLocalName();
                    if (path.equals(OBJECT)) {
                        line = xml.getLocation().getLineNumber();
                        object.clear();
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    Map<String, String> values = path.startsWith(OBJECT) ? object : header;
                    if (!xml.getText().isBlank()) {
                        values.putIfAbsent(path, xml.getText().strip());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (path.equals(OBJECT)) {
                        objects.add(object(object, line));
                    }
                    path = path.substring(0, path.lastIndexOf('/'));
                }
                default -> {
                    // comments and the like say nothing about objects
                }
            }
        }
        return new VocAnnotation(
                file,
                header.getOrDefault("/annotation/filename", ""),
                number(header.get("/annotation/size/width"))
                        .map(Double::intValue)
                        .orElse(0),
                number(header.get("/annotation/size/height"))
                        .map(Double::intValue)
                        .orElse(0),
                objects);
    }

    private static VocObject object(Map<String, String> values, int line) {
        List<Double> edges = EDGES.stream()
                .flatMap(edge -> number(values.get(OBJECT + "/bndbox/" + edge)).stream())
                .toList();
        Optional<BoxEdges> box = edges.size() < EDGES.size()
                ? Optional.empty()
                : Optional.of(new BoxEdges(
                        edges.get(0).floatValue(),
                        edges.get(1).floatValue(),
                        (float) (edges.get(2) - edges.get(0)),
                        (float) (edges.get(3) - edges.get(1))));
        return new VocObject(values.getOrDefault(OBJECT + "/name", ""), box, line);
    }

    private static Optional<Double> number(String text) {
        return Stream.ofNullable(text)
                .filter(digits -> digits.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?"))
                .map(Double::valueOf)
                .findFirst();
    }
}
