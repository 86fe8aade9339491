package org.dudao.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.startup.Language;

/** Shows messages in the reader's language: Chinese as they were told, others from their facts. */
@ApplicationScoped
public class MessageViews {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final Templates templates;
    private final Wording wording;
    private final ObjectMapper json;

    public MessageViews(Templates templates, Wording wording, ObjectMapper json) {
        this.templates = templates;
        this.wording = wording;
        this.json = json;
    }

    public List<MessageView> of(List<Message> messages, Language language) {
        if (messages.isEmpty() || language == Language.ZH) {
            return messages.stream()
                    .map(m -> view(m, new Template.Text(m.title(), m.body())))
                    .toList();
        }
        Templates.Texts texts = templates.in(language);
        return messages.stream()
                .map(m -> view(m, texts.inApp(m.kind()).fill(wording.spoken(facts(m), language))))
                .toList();
    }

    private static MessageView view(Message m, Template.Text text) {
        return new MessageView(
                m.id(),
                m.seq(),
                m.kind().word(),
                text.title(),
                text.body(),
                m.link(),
                m.urgent(),
                m.createdAt(),
                m.readAt(),
                new MessageView.Subject(m.subjectType(), m.subjectId()));
    }

    private Map<String, String> facts(Message m) {
        try {
            return json.readValue(m.facts(), FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of message " + m.id() + " are no object of texts", e);
        }
    }
}
