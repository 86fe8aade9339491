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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.local.Stack;
import org.dudao.stories.Bureau.Answer;

/**
 * The main job on one plan, in front of the person who watches: import, review, publish, assign, report, a year of
 * reminders, overdue, alert, escalation rung by rung, late completion, resolved. What it did stays to be looked at.
 */
public final class Demo {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final LocalTime MORNING = LocalTime.of(9, 30);

    private final Bureau bureau;
    private final YearClock clock;
    private final Quiet quiet;
    private final Mailbox mailbox;
    private final Narrator narrator;

    public Demo(Bureau bureau, YearClock clock, Quiet quiet, Mailbox mailbox, PrintStream out) {
        this.bureau = bureau;
        this.clock = clock;
        this.quiet = quiet;
        this.mailbox = mailbox;
        this.narrator = new Narrator(out);
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
                new Mailbox(stack.imapPort()),
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
        Year lived = new Year(bureau, clock, quiet, narrator, tasks).live(year);
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
        Narrator.Step t = narrator.begin("导入 import  " + document.getFileName());
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
            narrator.say("提示 "
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
            narrator.say("此前导入过同一份文件：已撤回原计划，其任务随之终止");
        } else {
            bureau.delete("supervisor", "plan", "/plans/" + formerId).ok();
            narrator.say("此前导入过同一份文件：已删除原草稿");
        }
        quiet.await(PATIENCE);
    }

    private JsonNode reviewAndPublish(String planId) {
        Narrator.Step review = narrator.begin("审阅 review");
        JsonNode draft = bureau.get("supervisor", "plan", "/plans/" + planId).ok();
        int shown = 0;
        for (JsonNode chapter : draft.path("chapters")) {
            for (JsonNode measure : chapter.path("measures")) {
                for (JsonNode target : measure.path("targets")) {
                    if (shown++ < 6) {
                        narrator.say(
                                "%-38s %s %s%s  期限 %s%s",
                                Narrator.cut(target.path("quote").asText(), 34),
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

        Narrator.Step publish = narrator.begin("发布 publish");
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
        Narrator.Step t = narrator.begin("责任分解 assign");
        List<JsonNode> tasks = bureau.list("supervisor", "task", "/tasks?planId=" + planId);
        long proposed = tasks.stream().filter(Demo::hasProposal).count();
        tasks.stream()
                .filter(Demo::hasProposal)
                .limit(4)
                .forEach(task -> narrator.say(
                        "%-38s → %s  %s",
                        Narrator.cut(task.path("title").asText(), 34),
                        task.path("proposal").path("name").asText(),
                        task.path("proposal").path("reason").asText()));
        ObjectNode accept = Bureau.object().put("planId", planId).put("acceptProposals", true);
        bureau.post("supervisor", "task", "/tasks/assignments", accept).ok();
        int byHand = 0;
        List<JsonNode> offices = bureau.list("supervisor", "task", "/units?kind=SECTION");
        for (JsonNode task : bureau.list("supervisor", "task", "/tasks?planId=" + planId + "&state=proposed")) {
            String office = offices.get(byHand++ % offices.size()).path("id").asText();
            bureau.put(
                            "supervisor",
                            "task",
                            "/tasks/" + task.path("id").asText() + "/assignment",
                            Bureau.object().put("leadUnitId", office))
                    .ok();
        }
        quiet.await(PATIENCE);
        List<JsonNode> assigned = bureau.list("supervisor", "task", "/tasks?planId=" + planId + "&state=assigned");
        t.end("%d 项按职能提出牵头科室并采纳，%d 项由人指定，共 %d 项", proposed, byHand, assigned.size());
        spread(assigned);
        return bureau.list("supervisor", "task", "/tasks?planId=" + planId);
    }

    /** One target that every school must reach becomes a task of each school. */
    private void spread(List<JsonNode> assigned) {
        List<JsonNode> schools = bureau.list("supervisor", "task", "/units?kind=SCHOOL");
        JsonNode universal = assigned.stream()
                .filter(t -> t.path("quote").asText().contains("每所")
                        || t.path("quote").asText().contains("所有"))
                .findFirst()
                .orElse(null);
        if (universal == null || schools.isEmpty()) {
            return;
        }
        Narrator.Step t = narrator.begin("分解到校 spread over " + schools.size() + " schools");
        ObjectNode body = Bureau.object()
                .put("leadUnitId", universal.path("leadUnit").path("id").asText());
        schools.forEach(s -> body.withArray("spreadOver").add(s.path("id").asText()));
        bureau.put("supervisor", "task", "/tasks/" + universal.path("id").asText() + "/assignment", body)
                .ok();
        quiet.await(PATIENCE);
        t.end("“%s” 已分解为 %d 所学校各一项", Narrator.cut(universal.path("quote").asText(), 30), schools.size());
    }

    private static boolean hasProposal(JsonNode task) {
        return task.path("proposal").hasNonNull("unitId");
    }

    // ---- the end ----------------------------------------------------------------------------------------------------

    private void conclude(String planId) {
        Narrator.Step t = narrator.begin("结果 result");
        quiet.await(PATIENCE);
        t.end(
                "任务 %d 项，已办结 %d，逾期未办结 %d；督办预警 未结 %d，已解除 %d",
                bureau.total("supervisor", "task", "/tasks?planId=" + planId),
                bureau.total("supervisor", "task", "/tasks?planId=" + planId + "&state=completed"),
                bureau.total("supervisor", "task", "/tasks?planId=" + planId + "&overdue=true"),
                bureau.total("supervisor", "supervision", "/alerts?state=open"),
                bureau.total("supervisor", "supervision", "/alerts?state=resolved"));
        for (String user : List.of("leader", "supervisor", "office", "school")) {
            narrator.say("站内消息 " + user + "：" + bureau.total(user, "notification", "/messages") + " 条，未读 "
                    + bureau.get(user, "notification", "/messages/summary")
                            .ok()
                            .path("unread")
                            .asInt() + " 条");
        }
        List<String> mails = mailbox.subjects("supervisor@yunxi.example");
        narrator.say(
                "邮件：%d 条消息已由 SMTP 送出，失败 %d 条；督导室信箱（IMAP）有 %d 封，最近一封：%s",
                bureau.total("supervisor", "notification", "/deliveries?state=sent"),
                bureau.total("supervisor", "notification", "/deliveries?state=failed"),
                mails.size(),
                mails.isEmpty() ? "无" : mails.getLast());
    }

    private void awaitTotal(String who, String path, long expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (bureau.total(who, "task", path) != expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "expected " + expected + " at " + path + ", found " + bureau.total(who, "task", path));
            }
            quiet.await(PATIENCE);
        }
    }
}
