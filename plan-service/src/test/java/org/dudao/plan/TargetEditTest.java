package org.dudao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetEditTest {

    private final ObjectMapper json = JsonMapper.builder()
            .findAndAddModules()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    @Test
    void what_is_not_said_stays_and_what_is_said_to_be_nothing_is_cleared() throws JsonProcessingException {
        TargetEdit accepted = json.readValue("{\"review\":\"accepted\"}", TargetEdit.class);
        assertEquals(TargetEdit.decides(Review.ACCEPTED), accepted);

        TargetEdit cleared = json.readValue("{\"value\":null,\"dueOn\":null}", TargetEdit.class);
        assertEquals(Optional.empty(), cleared.value());
        assertEquals(Optional.empty(), cleared.dueOn());
        assertNull(cleared.unit());
    }

    @Test
    void a_field_that_does_not_exist_is_refused() {
        assertThrows(JsonProcessingException.class, () -> json.readValue("{\"vaule\":1}", TargetEdit.class));
    }
}
