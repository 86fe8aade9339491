package org.dudao.startup;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal as {@code application/problem+json}, in the caller's language; never a stack trace. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    record Wrong(String field, String message) {}

    record Body(String type, String title, int status, String detail, String instance, List<Wrong> errors) {}

    @ServerExceptionMapper
    Response problem(Problem p, HttpHeaders headers, UriInfo uri) {
        return answer(p, headers, uri);
    }

    @ServerExceptionMapper
    Response validation(ConstraintViolationException e, HttpHeaders headers, UriInfo uri) {
        List<Problem.Field> fields = e.getConstraintViolations().stream()
                .map(v -> new Problem.Field(lastOf(v.getPropertyPath().toString()), v.getMessage(), v.getMessage()))
                .toList();
        return answer(
                new Problem(
                        422, "invalid", "提交的内容有误，请按提示修改后重试。", "What was sent is not valid; see the fields.", fields),
                headers,
                uri);
    }

    @ServerExceptionMapper
    Response json(JsonMappingException e, HttpHeaders headers, UriInfo uri) {
        return answer(jsonProblem(e), headers, uri);
    }

    /** Nearer than the mapper that Quarkus brings for it, which would answer in a shape of its own. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, HttpHeaders headers, UriInfo uri) {
        return answer(jsonProblem(e), headers, uri);
    }

    private static Problem jsonProblem(JsonMappingException e) {
        String field = e.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."));
        if (e instanceof UnrecognizedPropertyException unknown) {
            String name = unknown.getPropertyName();
            return new Problem(
                    400,
                    "unknown-field",
                    "不认识的字段：" + name + "。",
                    "Unknown field: " + name + ".",
                    List.of(new Problem.Field(field, "不认识的字段", "unknown field")));
        }
        return new Problem(
                400,
                "malformed",
                "字段 " + field + " 的值无法识别，请检查类型和格式。",
                "The value of " + field + " cannot be read; check its type and format.",
                List.of(new Problem.Field(field, "值无法识别", "cannot be read")));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException e, HttpHeaders headers, UriInfo uri) {
        return answer(new Problem(401, "unauthorized", "请先登录。", "Please log in."), headers, uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers, UriInfo uri) {
        return answer(new Problem(403, "forbidden", "您的角色不能执行这项操作。", "Your role may not do this."), headers, uri);
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException e, HttpHeaders headers, UriInfo uri) {
        return answer(
                new Problem(
                        409,
                        "changed-meanwhile",
                        "内容刚被其他人修改，请刷新后重试，您的修改没有保存。",
                        "Somebody changed this meanwhile; reload and try again. Nothing of yours was saved."),
                headers,
                uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, HttpHeaders headers, UriInfo uri) {
        if (e.getCause() instanceof JsonMappingException json) {
            return answer(jsonProblem(json), headers, uri);
        }
        int status = e.getResponse().getStatus();
        Problem p = switch (status) {
            case 400 -> new Problem(400, "malformed", "请求的格式无法识别。", "The request cannot be read.");
            case 404 -> new Problem(404, "not-found", "没有找到所请求的内容。", "There is nothing here.");
            case 405 -> new Problem(405, "method", "这里不支持该操作。", "Not possible here.");
            case 406 -> new Problem(406, "not-acceptable", "无法以所要求的格式返回。", "Not available in that format.");
            case 413 -> new Problem(413, "too-large", "提交的内容过大。", "What was sent is too large.");
            case 415 -> new Problem(415, "media-type", "不支持这种内容类型。", "This content type is not supported.");
            default ->
                status >= 500 ? unexpected(e) : new Problem(status, "refused", "请求被拒绝。", "The request was refused.");
        };
        return answer(p, headers, uri);
    }

    @ServerExceptionMapper
    Response anything(Throwable e, HttpHeaders headers, UriInfo uri) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Problem p) {
                return answer(p, headers, uri);
            }
            if (t instanceof OptimisticLockException stale) {
                return stale(stale, headers, uri);
            }
        }
        return answer(unexpected(e), headers, uri);
    }

    private static Problem unexpected(Throwable e) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(e, "unexpected, reference=%s", reference);
        return new Problem(
                500,
                "unexpected",
                "系统出了意外，本次操作没有生效。请稍后重试；如仍不行，请把编号 " + reference + " 告诉管理员。",
                "Something unexpected happened and nothing was changed. Try again; if it stays, give the administrator reference "
                        + reference + ".");
    }

    private static Response answer(Problem p, HttpHeaders headers, UriInfo uri) {
        boolean chinese = Language.chinese(headers);
        List<Wrong> wrong = p.fields().stream()
                .map(f -> new Wrong(f.field(), chinese ? f.zh() : f.en()))
                .toList();
        Body body = new Body(
                "urn:dudao:problem:" + p.slug(),
                title(p.status(), chinese),
                p.status(),
                p.detail(chinese),
                uri.getRequestUri().getPath(),
                wrong);
        return Response.status(p.status())
                .type("application/problem+json")
                .header(HttpHeaders.CONTENT_LANGUAGE, chinese ? "zh-CN" : "en")
                .entity(body)
                .build();
    }

    private static String title(int status, boolean chinese) {
        return switch (status) {
            case 400, 422 -> chinese ? "内容有误" : "Not valid";
            case 401 -> chinese ? "未登录" : "Not logged in";
            case 403 -> chinese ? "没有权限" : "Not allowed";
            case 404 -> chinese ? "没有找到" : "Not found";
            case 409, 412, 428 -> chinese ? "状态不符" : "Conflict";
            case 413 -> chinese ? "内容过大" : "Too large";
            case 429 -> chinese ? "请求过多" : "Too many requests";
            default -> status >= 500 ? (chinese ? "系统意外" : "Unexpected") : (chinese ? "请求被拒绝" : "Refused");
        };
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
