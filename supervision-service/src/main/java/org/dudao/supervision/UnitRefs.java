package org.dudao.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.dudao.contracts.UnitRef;

/** Units in a jsonb column. */
final class UnitRefs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<UnitRef>> LIST = new TypeReference<>() {};

    /** As most tasks have it; a played year asks for it at every step. */
    private static final String NONE = "[]";

    private UnitRefs() {}

    static String write(List<UnitRef> units) {
        if (units.isEmpty()) {
            return NONE;
        }
        try {
            return JSON.writeValueAsString(units);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<UnitRef> read(String json) {
        if (json.equals(NONE)) {
            return List.of();
        }
        try {
            return JSON.readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a list of units: " + json, e);
        }
    }
}
