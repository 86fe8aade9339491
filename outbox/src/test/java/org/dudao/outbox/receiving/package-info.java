/** A door for the tests of the outbox. */
package org.dudao.outbox.receiving;
