package org.dudao.startup;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which acts the caller may take on a thing, and why not the others: the console copies no rule. */
public final class Can {

    /** An act that is not open, with the reason in the caller's language. */
    public record Cannot(String act, String reason) {}

    private final List<String> can = new ArrayList<>();
    private final List<Cannot> cannot = new ArrayList<>();

    /** @param refusal why not, or null when it may be done */
    public Can add(String act, @Nullable String refusal) {
        if (refusal == null) {
            can.add(act);
        } else {
            cannot.add(new Cannot(act, refusal));
        }
        return this;
    }

    public List<String> can() {
        return List.copyOf(can);
    }

    public List<Cannot> cannot() {
        return List.copyOf(cannot);
    }
}
