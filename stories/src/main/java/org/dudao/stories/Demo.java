package org.dudao.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.local.Stack;
import org.dudao.stories.Bureau.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The main job on one plan, in front of the person who watches: import, review, publish, assign, report, a year of
 * reminders, overdue, alert, escalation rung by rung, late completion, resolved. What it did stays to be looked at.
 */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final Bureau bureau;
    private final YearClock clock;
    private final Quiet quiet;
    private final PrintStream out;
    private final Map<String, String> logins = new HashMap<>();
    private int step;

    public Demo(Bureau bureau, YearClock clock, Quiet quiet, PrintStream out) {
        this.bureau = bureau;
        this.clock = clock;
        this.quiet = quiet;
        this.out = out;
    }

    /** What happened, for who checks it. */
    public record Outcome(
            String planId,
            int targets,
            int tasks,
            int completedInTime,
            int completedLate,
            String followedTask,
            String followedAlert) {}

    /** The running stack is named by the properties dudao.project, dudao.home and dudao.port; {@code --plan FILE} is the plan. */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(System.getProperty("dudao.project", "."));
        Stack stack = Stack.at(
                project, Path.of(System.getProperty("dudao.home", ".dudao")), Integer.getInteger("dudao.port", 8080));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path plan = args.length == 2 && args[0].equals("--plan") ? Path.of(args[1]) : shippedPlan(project);
        if (!Files.isReadable(plan) || (args.length != 0 && args.length != 2)) {
            out.println("dudao demo: 无法读取 " + plan + "。用法：./dudao demo [--plan 文件]");
            System.exit(2);
        }
        Demo demo = new Demo(
                new Bureau(stack.portBase(), stack.demoPassword()),
                new YearClock(stack.home().resolve("clock")),
                new Quiet(stack.portBase()),
                out);
        try {
            demo.run(plan);
            out.printf(
                    "%n控制台 %s  数据已保留。用户 supervisor、leader、office、school、admin，密码 %s%n",
                    stack.consoleUrl(), stack.demoPassword());
        } catch (Refused e) {
            out.println("  ✗  " + e.getMessage());
            System.exit(2);
        }
    }

    /** The invented county's plan that the project ships. */
    public static Path shippedPlan(Path project) throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("deploy/demo/plan"))) {
            return files.filter(f -> f.toString().endsWith(".docx"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no plan in deploy/demo/plan"));
        }
    }

    /** The stack said no, with its reason. */
    public static final class Refused extends RuntimeException {
        Refused(String reason) {
            super(reason);
        }
    }

    public Outcome run(Path document) throws IOException {
        JsonNode draft = importPlan(document);
        int year = draft.path("year").asInt(clock.today().getYear());
        String planId = draft.path("id").asText();
        clock.moveTo(LocalDate.of(year, 1, 8), MORNING);
        JsonNode plan = reviewAndPublish(planId);
        List<JsonNode> tasks = assign(plan);
        Year lived = live(year, tasks);
        conclude(planId);
        return new Outcome(
                planId,
                plan.path("counts").path("accepted").asInt(),
                tasks.size(),
                lived.inTime,
                lived.late,
                lived.followedTask == null ? "" : lived.followedTask,
                lived.followedAlert == null ? "" : lived.followedAlert);
    }

    // ---- import, review, publish ------------------------------------------------------------------------------------

    private JsonNode importPlan(Path document) throws IOException {
        Timed t = begin("导入 import  " + document.getFileName());
        byte[] bytes = Files.readAllBytes(document);
        Answer answer = bureau.upload("supervisor", "plan", "/plans", String.valueOf(document.getFileName()), bytes);
        if (answer.status() == 409) {
            startOver(answer.body().path("planId").asText());
            answer = bureau.upload("supervisor", "plan", "/plans", String.valueOf(document.getFileName()), bytes);
        }
        if (answer.status() >= 400) {
            throw new Refused(answer.body().path("detail").asText(answer.text()));
        }
        JsonNode draft = answer.body();
        JsonNode counts = draft.path("counts");
        t.end(
                "《%s》 %s 年：%d 章 %d 条举措 %d 个目标",
                draft.path("title").asText(),
                draft.path("year").asText(),
                counts.path("chapters").asInt(),
                counts.path("measures").asInt(),
                counts.path("targets").asInt());
        for (JsonNode warning : draft.path("document").path("warnings")) {
            out.println("     提示 "
                    + (warning.isTextual()
                            ? warning.asText()
                            : warning.path("message").asText(warning.toString())));
        }
        return draft;
    }

    /** The same file was imported before: the former plan makes room. */
    private void startOver(String formerId) {
        JsonNode former = bureau.get("supervisor", "plan", "/plans/" + formerId).ok();
        if (former.path("state").asText().equals("published")) {
            bureau.put(
                            "supervisor",
                            "plan",
                            "/plans/" + formerId + "/withdrawal",
                            Bureau.object().put("reason", "演示重新开始"))
                    .ok();
            say("此前导入过同一份文件：已撤回原计划，其任务随之终止");
        } else {
            bureau.delete("supervisor", "plan", "/plans/" + formerId).ok();
            say("此前导入过同一份文件：已删除原草稿");
        }
        quiet.await(PATIENCE);
    }

    private JsonNode reviewAndPublish(String planId) {
        Timed review = begin("审阅 review");
        JsonNode draft = bureau.get("supervisor", "plan", "/plans/" + planId).ok();
        int shown = 0;
        for (JsonNode chapter : draft.path("chapters")) {
            for (JsonNode measure : chapter.path("measures")) {
                for (JsonNode target : measure.path("targets")) {
                    if (shown++ < 6) {
                        out.printf(
                                "     %-38s %s %s%s  期限 %s%s%n",
                                cut(target.path("quote").asText(), 34),
                                target.path("comparator").asText(),
                                target.path("value").asText(""),
                                target.path("unit").asText("").replace("null", ""),
                                target.path("dueOn").asText(""),
                                target.path("dueInferred").asBoolean() ? "（推定）" : "");
                    }
                }
            }
        }
        bureau.put(
                        "supervisor",
                        "plan",
                        "/plans/" + planId + "/review",
                        Bureau.object().put("accept", "all"))
                .ok();
        review.end("%d 个目标全部采纳", shown);

        Timed publish = begin("发布 publish");
        JsonNode plan = bureau.put("supervisor", "plan", "/plans/" + planId + "/publication", Bureau.object())
                .ok();
        int targets = plan.path("counts").path("accepted").asInt();
        awaitTotal("supervisor", "/tasks?planId=" + planId, targets);
        publish.end("%d 个目标已成为任务", targets);
        return plan;
    }

    // ---- who does it ------------------------------------------------------------------------------------------------

    private List<JsonNode> assign(JsonNode plan) {
        String planId = plan.path("id").asText();
        Timed t = begin("责任分解 assign");
        List<JsonNode> tasks = list("supervisor", "task", "/tasks?planId=" + planId);
        long proposed = tasks.stream().filter(Demo::hasProposal).count();
        tasks.stream()
                .filter(Demo::hasProposal)
                .limit(4)
                .forEach(task -> out.printf(
                        "     %-38s → %s  %s%n",
                        cut(task.path("title").asText(), 34),
                        task.path("proposal").path("name").asText(),
                        task.path("proposal").path("reason").asText()));
        ObjectNode accept = Bureau.object().put("planId", planId).put("acceptProposals", true);
        bureau.post("supervisor", "task", "/tasks/assignments", accept).ok();
        int byHand = 0;
        List<JsonNode> offices = list("supervisor", "task", "/units?kind=SECTION");
        for (JsonNode task : list("supervisor", "task", "/tasks?planId=" + planId + "&state=proposed")) {
            String office = offices.get(byHand++ % offices.size()).path("id").asText();
            bureau.put(
                            "supervisor",
                            "task",
                            "/tasks/" + task.path("id").asText() + "/assignment",
                            Bureau.object().put("leadUnitId", office))
                    .ok();
        }
        quiet.await(PATIENCE);
        List<JsonNode> assigned = list("supervisor", "task", "/tasks?planId=" + planId + "&state=assigned");
        t.end("%d 项按职能提出牵头科室并采纳，%d 项由人指定，共 %d 项", proposed, byHand, assigned.size());
        spread(assigned);
        return list("supervisor", "task", "/tasks?planId=" + planId);
    }

    /** One target that every school must reach becomes a task of each school. */
    private void spread(List<JsonNode> assigned) {
        List<JsonNode> schools = list("supervisor", "task", "/units?kind=SCHOOL");
        JsonNode universal = assigned.stream()
                .filter(t -> t.path("quote").asText().contains("每所")
                        || t.path("quote").asText().contains("所有"))
                .findFirst()
                .orElse(null);
        if (universal == null || schools.isEmpty()) {
            return;
        }
        Timed t = begin("分解到校 spread over " + schools.size() + " schools");
        ObjectNode body = Bureau.object()
                .put("leadUnitId", universal.path("leadUnit").path("id").asText());
        schools.forEach(s -> body.withArray("spreadOver").add(s.path("id").asText()));
        bureau.put("supervisor", "task", "/tasks/" + universal.path("id").asText() + "/assignment", body)
                .ok();
        quiet.await(PATIENCE);
        t.end("“%s” 已分解为 %d 所学校各一项", cut(universal.path("quote").asText(), 30), schools.size());
    }

    private static boolean hasProposal(JsonNode task) {
        return task.path("proposal").hasNonNull("unitId");
    }

    // ---- the year ---------------------------------------------------------------------------------------------------

    private static final class Year {
        int inTime;
        int late;

        @Nullable
        String followedTask;

        @Nullable
        String followedAlert;

        Instant ladderNext = Instant.MAX;
        boolean ladderDone;
    }

    /**
     * Every third task is done in time, every third is told of and done late, the rest is left alone: the clock goes from
     * one day that matters to the next.
     */
    private Year live(int year, List<JsonNode> tasks) {
        Year lived = new Year();
        Counts before = Counts.of(bureau);
        Set<String> ours = tasks.stream().map(t -> t.path("id").asText()).collect(Collectors.toSet());
        TreeSet<LocalDate> dues = new TreeSet<>();
        tasks.forEach(t -> dues.add(LocalDate.parse(t.path("dueOn").asText())));
        List<Day> days = new ArrayList<>();
        for (LocalDate due : dues) {
            if (due.getYear() > year + 1) {
                continue;
            }
            days.add(new Day(due.minusDays(4), MORNING, d -> lived.inTime += complete(due, tasks, n -> n % 3 == 0)));
            days.add(new Day(due, MORNING, d -> report(due, tasks)));
            days.add(new Day(due.plusDays(1), LocalTime.of(0, 5), d -> {}));
        }
        days.removeIf(d -> d.at().isBefore(clock.now()));
        days.sort(java.util.Comparator.comparing(Day::at));
        for (Day day : days) {
            climbUntil(day.at(), lived, before);
            before = go(day.at(), day.work(), before);
            follow(lived, ours);
        }
        climbUntil(Instant.MAX, lived, before);
        before = Counts.of(bureau);
        if (lived.followedTask != null) {
            Timed t = begin("迟到的办结 late completion");
            String task = lived.followedTask;
            completeOne(task);
            lived.late++;
            quiet.await(PATIENCE);
            JsonNode alert = bureau.get("supervisor", "supervision", "/alerts/" + lived.followedAlert)
                    .ok();
            t.end("任务办结，督办预警状态：%s", alert.path("state").asText());
        }
        lived.late += complete(null, tasks, n -> n % 3 == 1);
        quiet.await(PATIENCE);
        return lived;
    }

    private record Day(LocalDate date, LocalTime time, java.util.function.Consumer<LocalDate> work) {
        Instant at() {
            return date.atTime(time).atZone(YearClock.BUREAU_ZONE).toInstant();
        }
    }

    private Counts go(Instant to, java.util.function.Consumer<LocalDate> work, Counts before) {
        Timed t = begin("时间 clock → " + day(to));
        clock.moveTo(to);
        work.accept(to.atZone(YearClock.BUREAU_ZONE).toLocalDate());
        quiet.await(PATIENCE);
        Counts now = Counts.of(bureau);
        t.end("%s", now.since(before));
        return now;
    }

    /** Follows the first alert up its ladder until {@code end}, step by planned step, signing what waits for a signature. */
    private void climbUntil(Instant end, Year lived, Counts before) {
        while (lived.followedAlert != null && !lived.ladderDone && lived.ladderNext.isBefore(end)) {
            Instant next = lived.ladderNext.plusSeconds(60);
            Timed t = begin("时间 clock → " + day(next));
            if (next.isAfter(clock.now())) {
                clock.moveTo(next);
            }
            quiet.await(PATIENCE);
            sign(lived.followedAlert);
            quiet.await(PATIENCE);
            t.end("%s", ladder(lived.followedAlert));
            planNext(lived);
        }
    }

    private void follow(Year lived, Set<String> ours) {
        if (lived.followedAlert != null) {
            return;
        }
        JsonNode alert = list("supervisor", "supervision", "/alerts?state=open").stream()
                .filter(a -> ours.contains(a.path("taskId").asText()))
                .findFirst()
                .orElse(null);
        if (alert == null) {
            return;
        }
        lived.followedAlert = alert.path("id").asText();
        lived.followedTask = alert.path("taskId").asText();
        say("督办预警（跟踪其中一条）：" + cut(alert.path("title").asText(), 40) + "  责任单位 "
                + alert.path("unit").path("name").asText());
        planNext(lived);
    }

    private void planNext(Year lived) {
        JsonNode alert = bureau.get("supervisor", "supervision", "/alerts/" + lived.followedAlert)
                .ok();
        lived.ladderNext = Instant.MAX;
        lived.ladderDone = true;
        for (JsonNode s : alert.path("steps")) {
            if (s.path("state").asText().equals("planned")) {
                lived.ladderNext = Instant.parse(s.path("plannedAt").asText());
                lived.ladderDone = false;
                return;
            }
        }
    }

    private void sign(String alertId) {
        JsonNode alert =
                bureau.get("leader", "supervision", "/alerts/" + alertId).ok();
        for (JsonNode s : alert.path("steps")) {
            if (s.path("state").asText().equals("proposed")) {
                bureau.put(
                                "leader",
                                "supervision",
                                "/alerts/" + alertId + "/steps/"
                                        + s.path("ordinal").asText() + "/signature",
                                Bureau.object())
                        .ok();
            }
        }
    }

    private String ladder(String alertId) {
        JsonNode alert =
                bureau.get("supervisor", "supervision", "/alerts/" + alertId).ok();
        StringBuilder text = new StringBuilder();
        for (JsonNode s : alert.path("steps")) {
            String mark = switch (s.path("state").asText()) {
                case "taken" -> "●";
                case "signed" -> "◆";
                case "proposed" -> "◇";
                default -> "○";
            };
            text.append(mark).append(label(s.path("rung").asText())).append(' ');
        }
        return text.toString();
    }

    static String label(String rung) {
        return switch (rung.toUpperCase(java.util.Locale.ROOT)) {
            case "REMINDER" -> "提醒";
            case "URGING" -> "催办";
            case "WARNING" -> "预警";
            case "SUPERVISION" -> "督办";
            case "BULLETIN" -> "通报";
            case "TALK" -> "约谈";
            case "ACCOUNTABILITY" -> "问责";
            default -> rung;
        };
    }

    /** Completes the tasks due that day (all days when null) whose place in the list the choice lets through. */
    private int complete(@Nullable LocalDate due, List<JsonNode> tasks, Predicate<Integer> choice) {
        int done = 0;
        for (int n = 0; n < tasks.size(); n++) {
            JsonNode task = tasks.get(n);
            boolean thatDay = due == null || task.path("dueOn").asText().equals(due.toString());
            if (thatDay && choice.test(n) && !task.path("state").asText().equals("completed")) {
                done += completeOne(task.path("id").asText()) ? 1 : 0;
            }
        }
        return done;
    }

    /** @return false when it is over already, or nobody of its lead unit can log in */
    private boolean completeOne(String taskId) {
        JsonNode task = bureau.get("supervisor", "task", "/tasks/" + taskId).ok();
        String state = task.path("state").asText();
        String actor = actorOf(task);
        if (state.equals("completed") || state.equals("cancelled") || actor == null) {
            return false;
        }
        String path = "/tasks/" + taskId;
        if (state.equals("assigned")) {
            bureau.put(actor, "task", path + "/acceptance", Bureau.object()).ok();
        }
        ObjectNode report = Bureau.object().put("narrative", "已按要求完成，资料齐备。");
        if (task.hasNonNull("targetValue")) {
            report.put("value", task.path("targetValue").decimalValue());
        }
        bureau.post(actor, "task", path + "/reports", report).ok();
        bureau.put(actor, "task", path + "/submission", Bureau.object().put("narrative", "申请办结。"))
                .ok();
        bureau.put("supervisor", "task", path + "/verification", Bureau.object())
                .ok();
        return true;
    }

    private void report(LocalDate due, List<JsonNode> tasks) {
        for (int n = 0; n < tasks.size(); n++) {
            JsonNode task = tasks.get(n);
            if (n % 3 == 1 && task.path("dueOn").asText().equals(due.toString())) {
                String path = "/tasks/" + task.path("id").asText();
                String actor = actorOf(task);
                if (actor != null
                        && bureau.put(actor, "task", path + "/acceptance", Bureau.object())
                                        .status()
                                < 300) {
                    bureau.post(
                                    actor,
                                    "task",
                                    path + "/reports",
                                    Bureau.object().put("narrative", "正在推进，尚未完成。"))
                            .ok();
                }
            }
        }
    }

    /** Who of the lead unit can log in, and so sign for the task and report. */
    private @Nullable String actorOf(JsonNode task) {
        if (logins.isEmpty()) {
            for (JsonNode person : list("supervisor", "task", "/people")) {
                if (person.hasNonNull("username")) {
                    logins.putIfAbsent(
                            person.path("unitId").asText(),
                            person.path("username").asText());
                }
            }
        }
        return logins.get(task.path("leadUnit").path("id").asText());
    }

    // ---- the end ----------------------------------------------------------------------------------------------------

    private void conclude(String planId) {
        Timed t = begin("结果 result");
        quiet.await(PATIENCE);
        t.end(
                "任务 %d 项，已办结 %d，逾期未办结 %d；督办预警 未结 %d，已解除 %d",
                total("supervisor", "task", "/tasks?planId=" + planId),
                total("supervisor", "task", "/tasks?planId=" + planId + "&state=completed"),
                total("supervisor", "task", "/tasks?planId=" + planId + "&overdue=true"),
                total("supervisor", "supervision", "/alerts?state=open"),
                total("supervisor", "supervision", "/alerts?state=resolved"));
        for (String user : List.of("leader", "supervisor", "office", "school")) {
            say("站内消息 " + user + "：" + total(user, "notification", "/messages") + " 条，未读 "
                    + bureau.get(user, "notification", "/messages/summary")
                            .ok()
                            .path("unread")
                            .asInt() + " 条");
        }
        say("邮件：已由 SMTP 送出 " + total("supervisor", "notification", "/deliveries?state=sent") + " 条，失败 "
                + total("supervisor", "notification", "/deliveries?state=failed") + " 条");
    }

    private record Counts(
            long overdue, long open, long resolved, long sent, long leader, long supervisor, long office, long school) {

        static Counts of(Bureau b) {
            return new Counts(
                    total(b, "supervisor", "task", "/tasks?overdue=true"),
                    total(b, "supervisor", "supervision", "/alerts?state=open"),
                    total(b, "supervisor", "supervision", "/alerts?state=resolved"),
                    total(b, "supervisor", "notification", "/deliveries?state=sent"),
                    total(b, "leader", "notification", "/messages"),
                    total(b, "supervisor", "notification", "/messages"),
                    total(b, "office", "notification", "/messages"),
                    total(b, "school", "notification", "/messages"));
        }

        String since(Counts was) {
            return "逾期 %d (%+d)  未结预警 %d (%+d)  已解除 %d (%+d)  邮件 %+d  站内新消息 领导%+d 督导室%+d 基教科%+d 实验小学%+d"
                    .formatted(
                            overdue,
                            overdue - was.overdue,
                            open,
                            open - was.open,
                            resolved,
                            resolved - was.resolved,
                            sent - was.sent,
                            leader - was.leader,
                            supervisor - was.supervisor,
                            office - was.office,
                            school - was.school);
        }
    }

    private void awaitTotal(String who, String path, long expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (total(who, "task", path) != expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "expected " + expected + " at " + path + ", found " + total(who, "task", path));
            }
            quiet.await(PATIENCE);
        }
    }

    private long total(String who, String service, String path) {
        return total(bureau, who, service, path);
    }

    private static long total(Bureau bureau, String who, String service, String path) {
        String one = path + (path.contains("?") ? "&" : "?") + "limit=1";
        return bureau.get(who, service, one).ok().path("total").asLong();
    }

    private List<JsonNode> list(String who, String service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String base = path.contains("limit=") ? path : path + (path.contains("?") ? "&" : "?") + "limit=200";
        String cursor = "";
        while (true) {
            JsonNode page = bureau.get(who, service, base + cursor).ok();
            page.path("items").forEach(items::add);
            if (!page.hasNonNull("next")) {
                return items;
            }
            cursor = "&cursor=" + Bureau.encoded(page.path("next").asText());
        }
    }

    private static String day(Instant at) {
        var local = at.atZone(YearClock.BUREAU_ZONE);
        String weekday = "一二三四五六日"
                .substring(
                        local.getDayOfWeek().getValue() - 1,
                        local.getDayOfWeek().getValue());
        return "%s 周%s %02d:%02d".formatted(local.toLocalDate(), weekday, local.getHour(), local.getMinute());
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private void say(String text) {
        out.println("     " + text);
    }

    private Timed begin(String title) {
        return new Timed(++step, title, System.nanoTime());
    }

    private final class Timed {
        private final int number;
        private final String title;
        private final long began;

        Timed(int number, String title, long began) {
            this.number = number;
            this.title = title;
            this.began = began;
        }

        void end(String result, Object... values) {
            double seconds = (System.nanoTime() - began) / 1e9;
            out.printf("%3d  %s  [%.1f s]%n     %s%n", number, title, seconds, result.formatted(values));
        }
    }
}
