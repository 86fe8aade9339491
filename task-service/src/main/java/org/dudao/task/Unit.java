package org.dudao.task;

import java.util.List;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the tree.
 *
 * @param path ids from the root, {@code /yunxi/t-01/s-001/}
 * @param functions words of what it is in charge of (职能)
 * @param profile what only this service knows of it
 */
public record Unit(
        String id,
        @Nullable String parentId,
        String path,
        String name,
        UnitKind kind,
        boolean open,
        List<String> functions,
        UnitProfile profile,
        long version) {

    /** Of the tree in which schools' programmers rehearse; see V0120. */
    public boolean sandbox() {
        return path.startsWith("/sandbox/");
    }

    public UnitRef ref() {
        return new UnitRef(id, name, path);
    }

    /** Whether others have to hear of the difference; they know neither functions nor profile. */
    public boolean tellsOthersTheSameAs(Unit former) {
        return changed(0).equals(former.changed(0));
    }

    public UnitChanged changed() {
        return changed(version);
    }

    private UnitChanged changed(long v) {
        return new UnitChanged(id, v, parentId, path, name, kind, open);
    }
}
