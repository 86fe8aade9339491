package org.dudao.startup;

import java.util.List;

/**
 * A refusal that a person can act on: what was wrong and what to do, in both languages. Exceptions named after the fact
 * that stopped a use case extend it. Sent as {@code application/problem+json} (RFC 9457).
 */
public class Problem extends RuntimeException {

    /** One wrong field of what was sent; {@code field} is its JSON path. */
    public record Field(String field, String zh, String en) {}

    private final int status;
    private final String slug;
    private final String zh;
    private final String en;
    private final List<Field> fields;

    /** @param slug the stable last part of the type, {@code urn:dudao:problem:<slug>} */
    public Problem(int status, String slug, String zh, String en) {
        this(status, slug, zh, en, List.of());
    }

    public Problem(int status, String slug, String zh, String en, List<Field> fields) {
        super(slug + ": " + en);
        this.status = status;
        this.slug = slug;
        this.zh = zh;
        this.en = en;
        this.fields = List.copyOf(fields);
    }

    /** 404: there is no such thing, or it lies outside the caller's scope; which of the two is not told. */
    public static Problem notFound(String what, Object id) {
        return new Problem(
                404,
                "not-found",
                "没有找到：" + what + " " + id + "。可能已被删除，或不在您的权限范围内。",
                "Not found: " + what + " " + id + ". It may be gone, or lie outside your scope.");
    }

    /** 422: a field is wrong. */
    public static Problem invalid(String field, String zh, String en) {
        return new Problem(422, "invalid", zh, en, List.of(new Field(field, zh, en)));
    }

    /** 403: the caller may never do this. */
    public static Problem forbidden(String zh, String en) {
        return new Problem(403, "forbidden", zh, en);
    }

    /** 409: not in this state. */
    public static Problem conflict(String slug, String zh, String en) {
        return new Problem(409, slug, zh, en);
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String detail(boolean chinese) {
        return chinese ? zh : en;
    }

    public List<Field> fields() {
        return fields;
    }
}
