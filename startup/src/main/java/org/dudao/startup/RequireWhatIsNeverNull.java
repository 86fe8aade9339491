package org.dudao.startup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI says of a record's components what the code says: one with {@code @Nullable} may be null, and in what is
 * sent to us it may be missing; every other one is required. Runs while building.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RequireWhatIsNeverNull implements OASFilter {

    private static final DotName RECORD = DotName.createSimple(Record.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);

    private final IndexView classes;

    public RequireWhatIsNeverNull(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Map<Signature, List<RecordComponentInfo>> records = new HashMap<>();
        for (ClassInfo record : classes.getAllKnownSubclasses(RECORD)) {
            List<RecordComponentInfo> components = written(record);
            List<RecordComponentInfo> alike = records.put(
                    Signature.of(
                            record.simpleName(),
                            components.stream().map(RecordComponentInfo::name).toList()),
                    components);
            if (alike != null && !nullable(alike).equals(nullable(components))) {
                throw new IllegalStateException("Two records named " + record.simpleName()
                        + " differ only in what may be null; the OpenAPI can't tell them apart: rename one, "
                        + record.name());
            }
        }
        Set<String> asked = askedFor(api, schemas);
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                List<RecordComponentInfo> components = records.get(Signature.of(
                        recordOf(name, schema), schema.getProperties().keySet()));
                if (components != null) {
                    describe(schema, schema.getProperties(), components, asked.contains(name));
                }
            }
        });
    }

    private static Set<String> nullable(List<RecordComponentInfo> components) {
        return components.stream()
                .filter(component -> component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
    }

    /** What tells records of one simple name apart. */
    private record Signature(String name, Set<String> components) {
        static Signature of(String name, Collection<String> components) {
            return new Signature(name, Set.copyOf(components));
        }
    }

    /** Schemas are called by a record's simple name, with what it is a page of or a number behind it. */
    private static String recordOf(String schema, Schema described) {
        boolean page = schema.startsWith("Page") && described.getProperties().containsKey("items");
        return page ? "Page" : schema.replaceFirst("\\d+$", "");
    }

    /** The components as they stand in the JSON. */
    private List<RecordComponentInfo> written(ClassInfo record) {
        return record.recordComponents().stream()
                .flatMap(component -> {
                    ClassInfo inner = component.field().hasAnnotation(UNWRAPPED)
                            ? classes.getClassByName(component.type().name())
                            : null;
                    return inner == null ? Stream.of(component) : written(inner).stream();
                })
                .toList();
    }

    private static void describe(
            Schema schema, Map<String, Schema> properties, List<RecordComponentInfo> components, boolean asked) {
        Map<String, Schema> described = new LinkedHashMap<>(properties);
        List<String> required = new ArrayList<>();
        for (RecordComponentInfo component : components) {
            boolean nullable = component.type().hasAnnotation(NULLABLE);
            if (nullable) {
                described.computeIfPresent(component.name(), (name, of) -> orNull(of));
            }
            if (!nullable || !(asked || component.field().hasAnnotation(INCLUDE))) {
                required.add(component.name());
            }
        }
        schema.setProperties(described);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .anyOf(List.of(schema, OASFactory.createSchema().type(List.of(SchemaType.NULL))));
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            List<SchemaType> types = new ArrayList<>(schema.getType());
            types.add(SchemaType.NULL);
            schema.setType(types);
        }
        return schema;
    }

    /** Names of the schemas that request bodies are made of. */
    private static Set<String> askedFor(OpenAPI api, Map<String, Schema> schemas) {
        Set<String> asked = new HashSet<>();
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(operation -> operation.getRequestBody())
                .filter(Objects::nonNull)
                .map(RequestBody::getContent)
                .filter(Objects::nonNull)
                .map(Content::getMediaTypes)
                .flatMap(types -> types.values().stream())
                .forEach(type -> collect(type.getSchema(), schemas, asked));
        return asked;
    }

    private static void collect(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> into) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (into.add(name)) {
                collect(schemas.get(name), schemas, into);
            }
            return;
        }
        collect(schema.getItems(), schemas, into);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> collect(property, schemas, into));
        }
    }
}
