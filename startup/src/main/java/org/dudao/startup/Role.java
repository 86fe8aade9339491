package org.dudao.startup;

/** Realm roles, as they stand in tokens and in {@code @RolesAllowed}. */
public final class Role {
    /** Looks after the system. */
    public static final String ADMIN = "admin";
    /** 局领导. */
    public static final String LEADER = "leader";
    /** 督导室. */
    public static final String SUPERVISOR = "supervisor";
    /** 责任科室. */
    public static final String OFFICE = "office";
    /** 责任督学. */
    public static final String INSPECTOR = "inspector";
    /** 学校. */
    public static final String SCHOOL = "school";
    /** A school's own system. */
    public static final String SCHOOL_SYSTEM = "school-system";

    private Role() {}
}
