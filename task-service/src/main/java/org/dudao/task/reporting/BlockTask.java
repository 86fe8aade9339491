package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.Obstacle;
import org.dudao.task.Act;
import org.dudao.task.Block;
import org.dudao.task.Desk;
import org.dudao.task.Task;

/** The unit says what it cannot get past (受阻), and that it is past it. */
@ApplicationScoped
public class BlockTask {

    private final Desk desk;
    private final Clock clock;

    public BlockTask(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Transactional
    public void block(UUID id, Obstacle obstacle, String reason) {
        Task task = desk.take(id, Act.BLOCK);
        Block block = new Block(clock.instant(), desk.who(), obstacle, reason);
        task.block(block, desk.names(task))
                .ifPresent(blocked -> desk.tell(
                        blocked, "blocked", task, null, Map.of("obstacle", obstacle.name(), "reason", reason)));
    }

    @Transactional
    public void unblock(UUID id) {
        Task task = desk.take(id, Act.UNBLOCK);
        task.unblock(desk.who(), desk.names(task))
                .ifPresent(unblocked -> desk.tell(unblocked, "unblocked", task, null, Map.of()));
    }
}
