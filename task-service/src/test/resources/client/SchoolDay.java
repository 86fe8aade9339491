import java.io.File;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.EvidenceApi;
import org.openapitools.client.api.ReportingApi;
import org.openapitools.client.api.SandboxApi;
import org.openapitools.client.api.TasksApi;
import org.openapitools.client.model.AskedReport;
import org.openapitools.client.model.AskedReports;
import org.openapitools.client.model.Change;
import org.openapitools.client.model.Item;
import org.openapitools.client.model.NewDay;
import org.openapitools.client.model.OwedPage;
import org.openapitools.client.model.PageTaskView;
import org.openapitools.client.model.Progress;
import org.openapitools.client.model.TaskView;
import org.openapitools.client.model.What;

/** A day of a school's system at the sandbox school, written against the generated client; returns what it found. */
public class SchoolDay implements Function<Map<String, String>, Map<String, Object>> {

    @Override
    public Map<String, Object> apply(Map<String, String> where) {
        try {
            return day(where.get("url"), where.get("token"), Path.of(where.get("folder")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> day(String url, String token, Path folder) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(url);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        TasksApi tasks = new TasksApi(client);
        ReportingApi reporting = new ReportingApi(client);
        EvidenceApi evidence = new EvidenceApi(client);

        int laidOut = new SandboxApi(client).resetSandbox().getTasks();
        String since = tasks.listChanges(1, null).getNext();

        Set<UUID> listed = new HashSet<>();
        String cursor = null;
        do {
            PageTaskView page = tasks.listTasks(
                    null, cursor, null, null, 20, null, null, null, null, null, null, null, null);
            page.getItems().forEach(t -> listed.add(t.getId()));
            cursor = page.getNext();
        } while (cursor != null);

        OwedPage owed = tasks.listOwed(null, 10, null);
        boolean byDueDay = owed.getItems().stream()
                .map(Item::getDueOn)
                .toList()
                .equals(owed.getItems().stream()
                        .map(Item::getDueOn)
                        .sorted(Comparator.naturalOrder())
                        .toList());
        UUID toSign = owed.getItems().stream()
                .filter(i -> i.getWhat() == What.ACCEPTANCE)
                .findFirst()
                .orElseThrow()
                .getTaskId();

        TaskView signed = reporting.acceptTask(toSign);
        File proof = Files.writeString(folder.resolve("proof.txt"), "晨检记录 " + UUID.randomUUID()).toFile();
        UUID file = evidence.addEvidence(toSign, "proof-" + toSign, proof).getId();
        TaskView told = reporting.reportProgress(
                toSign,
                new Progress().narrative("已报送第一周记录").addEvidenceIdsItem(file),
                "report-" + toSign);
        LocalDate later = told.getDueOn().plusDays(14);
        TaskView asked = reporting.askExtension(
                toSign, new NewDay().dueOn(later).reason("晨检设备在修"), "extension-" + toSign);
        TaskView handedIn = reporting.submitTask(toSign, new Progress().narrative("全部报送"));

        List<AskedReport> many = new ArrayList<>();
        for (TaskView task : tasks.listTasks(
                        null, null, null, null, 200, null, null, null, "批量", null, "accepted", null, null)
                .getItems()) {
            many.add(new AskedReport().taskId(task.getId()).value(BigDecimal.TEN).narrative("完成"));
        }
        int reported = tasks.reportInBulk(new AskedReports().reports(many), "bulk-1").getReported();
        int repeated = tasks.reportInBulk(new AskedReports().reports(many), "bulk-1").getRepeated();

        int refused = 0;
        try {
            reporting.acceptTask(UUID.randomUUID());
        } catch (ApiException e) {
            refused = e.getCode();
        }
        List<Change> changes = tasks.listChanges(200, since).getItems();
        return Map.ofEntries(
                Map.entry("laidOut", laidOut),
                Map.entry("listed", listed.size()),
                Map.entry("overdueFirst", owed.getItems().getFirst().getOverdue()),
                Map.entry("byDueDay", byDueDay),
                Map.entry("signed", signed.getState()),
                Map.entry("proofs", evidence.listTaskEvidence(toSign).getItems().size()),
                Map.entry("sheet", Files.size(tasks.downloadTaskSheet().toPath()) > 0),
                Map.entry("told", told.getState()),
                Map.entry("wanted", later.equals(asked.getExtensionWanted())),
                Map.entry("handedIn", handedIn.getState()),
                Map.entry("many", many.size()),
                Map.entry("reported", reported),
                Map.entry("repeated", repeated),
                Map.entry("refused", refused),
                Map.entry("changed", changes.stream().filter(c -> c.getTaskId().equals(toSign)).count()),
                Map.entry("task", toSign.toString()));
    }
}
