package org.dudao.supervision;

import org.dudao.startup.Problem;

/** The rung asks for another role's signature. */
public class NotYoursToSign extends Problem {
    NotYoursToSign(java.util.List<String> roles) {
        super(
                403,
                "not-yours-to-sign",
                "这一级须由以下角色签发：" + String.join("、", roles) + "。",
                "This rung is signed by: " + String.join(", ", roles) + ".");
    }
}
