package org.dudao.contracts;

/** How strongly a target is promised: 确保 MUST, 力争 AIM, 探索 TRY. */
public enum Strength {
    MUST,
    AIM,
    TRY
}
