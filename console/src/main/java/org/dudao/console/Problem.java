package org.dudao.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** What the console itself may have to refuse, in the words of the person who asked (RFC 9457). */
public enum Problem {
    LOGIN_REQUIRED(
            401,
            "请先登录",
            "登录已过期或尚未登录。重新登录后可继续，未提交的内容会保留。",
            "Please sign in",
            "Your sign-in has expired or is missing. Sign in and carry on; what you had not sent is kept."),
    FORGED_REQUEST(
            403,
            "请求来源不明",
            "这一操作不是从本系统的页面发出的，未予执行。请回到本系统页面重试。",
            "Request of unknown origin",
            "This act did not come from a page of this system and was not carried out. Go back to the page and try again."),
    NOT_FOUND(404, "没有这个接口", "地址有误，请检查后重试。", "No such address", "Check the address and try again."),
    TOO_LARGE(
            413,
            "文件过大",
            "单个文件不得超过 20 MB，未接收。请压缩图片或拆分后再上传。",
            "File too large",
            "A file may have 20 MB; nothing was kept. Shrink its pictures or split it and try again."),
    SERVICE_DOWN(
            503,
            "服务暂时不可用",
            "该服务正在启动或维护，已有数据不受影响。请稍后重试。",
            "Service unavailable for now",
            "This service is starting or being maintained; your data is safe. Try again in a moment.");

    private final int status;
    private final String titleZh;
    private final String detailZh;
    private final String titleEn;
    private final String detailEn;

    Problem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        this.status = status;
        this.titleZh = titleZh;
        this.detailZh = detailZh;
        this.titleEn = titleEn;
        this.detailEn = detailEn;
    }

    public int status() {
        return status;
    }

    public void answer(RoutingContext asked) {
        asked.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body(asked));
    }

    public Buffer body(RoutingContext asked) {
        boolean english = prefersEnglish(asked);
        return new JsonObject()
                .put("type", "urn:dudao:problem:" + slug())
                .put("title", english ? titleEn : titleZh)
                .put("status", status)
                .put("detail", english ? detailEn : detailZh)
                .put("instance", asked.normalizedPath())
                .toBuffer();
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean prefersEnglish(RoutingContext asked) {
        for (LanguageHeader language : asked.acceptableLanguages()) {
            if ("zh".equalsIgnoreCase(language.tag())) {
                return false;
            }
            if ("en".equalsIgnoreCase(language.tag())) {
                return true;
            }
        }
        return false;
    }
}
