package org.dudao.contracts;

/**
 * A unit as others name it.
 *
 * @param path the unit's place in the tree, {@code /yunxi/t-01/s-001/}; a scope is a prefix of it
 */
public record UnitRef(String id, String name, String path) {}
