package org.dudao.notification;

import java.util.UUID;
import org.dudao.startup.Problem;

/** What the server took is not sent twice. */
public class DeliverySentAlready extends Problem {
    public DeliverySentAlready(UUID id) {
        super(409, "sent-already", "投递 " + id + " 已经送出，不能重发。", "Delivery " + id + " was sent; it can't be sent again.");
    }
}
