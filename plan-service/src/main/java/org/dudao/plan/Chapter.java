package org.dudao.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dudao.outbox.Outbox;

/** A chapter of a plan. */
@Entity
@Table(name = "chapter")
public class Chapter {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id", updatable = false)
    private Plan plan;

    @Column(updatable = false)
    private int place;

    @Column
    private String number;

    @Column
    private String title;

    @Column
    private long version;

    @OneToMany(mappedBy = "chapter", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<Measure> measures = new ArrayList<>();

    protected Chapter() {}

    Chapter(Plan plan, int place, String number, String title) {
        this.id = Outbox.newId();
        this.plan = plan;
        this.place = place;
        this.number = number;
        this.title = title;
        this.version = plan.version();
    }

    void rename(String otherNumber, String otherTitle, long planVersion) {
        number = otherNumber;
        title = otherTitle;
        version = planVersion;
    }

    Measure insertAfter(Measure former, String measureTitle, String body) {
        Measure measure = new Measure(this, former.place() + 1, "", measureTitle, body);
        measures.add(measures.indexOf(former) + 1, measure);
        return measure;
    }

    public Measure addMeasure(String measureNumber, String measureTitle, String body) {
        int before = plan.chapters().stream().mapToInt(c -> c.measures.size()).sum();
        Measure measure = new Measure(this, before + 1, measureNumber, measureTitle, body);
        measures.add(measure);
        return measure;
    }

    /** As others name it: 二、扩大资源. */
    public String label() {
        return number.isEmpty() ? title : number + "、" + title;
    }

    public Plan plan() {
        return plan;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public int place() {
        return place;
    }

    public String number() {
        return number;
    }

    public String title() {
        return title;
    }

    public List<Measure> measures() {
        return measures;
    }
}
