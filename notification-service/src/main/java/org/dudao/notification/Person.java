package org.dudao.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A possible recipient. Personal data: name, username, email. */
@Entity
@Immutable
public class Person {

    @Id
    private String id;

    @Column
    private @Nullable String username;

    @Column(nullable = false)
    private String name;

    @Column
    private @Nullable String email;

    @Column(nullable = false)
    private boolean active;

    protected Person() {}

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String email() {
        return email;
    }
}
