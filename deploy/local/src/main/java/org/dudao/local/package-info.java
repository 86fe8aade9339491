/** The stack on one machine: real PostgreSQL, Kafka, Keycloak, mail server and services as processes, no Docker. */
@NullMarked
package org.dudao.local;

import org.jspecify.annotations.NullMarked;
