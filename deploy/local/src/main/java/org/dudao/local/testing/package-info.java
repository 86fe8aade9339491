/** What the services' tests run against: real PostgreSQL, real Kafka and an issuer of real tokens. */
@NullMarked
package org.dudao.local.testing;

import org.jspecify.annotations.NullMarked;
