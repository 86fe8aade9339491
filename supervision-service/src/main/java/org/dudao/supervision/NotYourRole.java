package org.dudao.supervision;

import org.dudao.startup.Problem;

/** Another role does this. */
public class NotYourRole extends Problem {
    NotYourRole(java.util.List<String> roles) {
        super(
                403,
                "not-your-role",
                "这项操作须由以下角色进行：" + String.join("、", roles) + "。",
                "This is done by: " + String.join(", ", roles) + ".");
    }
}
