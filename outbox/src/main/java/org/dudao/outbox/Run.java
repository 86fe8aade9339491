package org.dudao.outbox;

import java.util.ArrayList;
import java.util.List;
import org.dudao.contracts.Event;

/** Events of one type that arrived one after another: what a reaction handles with one statement, in order. */
public record Run(List<Heard<? extends Event>> heard) {

    /** The first event; switch on it to find out which type the run is of. */
    public Event sample() {
        return heard.getFirst().event();
    }

    public <E extends Event> List<E> events(Class<E> type) {
        return heard.stream().map(h -> type.cast(h.event())).toList();
    }

    public <E extends Event> List<Heard<E>> heard(Class<E> type) {
        return heard.stream()
                .map(h -> new Heard<>(h.id(), h.time(), type.cast(h.event())))
                .toList();
    }

    static List<Run> of(List<Heard<? extends Event>> all) {
        List<Run> runs = new ArrayList<>();
        List<Heard<? extends Event>> current = new ArrayList<>();
        for (Heard<? extends Event> h : all) {
            if (!current.isEmpty()
                    && current.getFirst().event().getClass() != h.event().getClass()) {
                runs.add(new Run(List.copyOf(current)));
                current.clear();
            }
            current.add(h);
        }
        if (!current.isEmpty()) {
            runs.add(new Run(List.copyOf(current)));
        }
        return runs;
    }
}
