package org.dudao.plan.reading;

/** A document that can't be read as a plan, with the reason that a person can act on. Nothing of it is kept. */
public final class UnreadableDocument extends RuntimeException {

    /** Stable words: the problem's type, the metric's label, the test's expectation. */
    public enum Reason {
        EMPTY("文件里没有文字，请检查是否选错了文件。", "The file holds no text; check that it is the right one."),
        TOO_LARGE("文件超过 20 MB，请删去图片或附件后再上传。", "The file is larger than 20 MB; remove pictures or annexes."),
        TOO_MANY_PAGES("文件超过 500 页，请只上传工作要点本身。", "The file has more than 500 pages; upload the plan alone."),
        TOO_LONG(
                "正文超过 200 万字，或目标超过 5000 个，请只上传工作要点本身。",
                "The text has more than 2 million characters or 5,000 targets; upload the plan alone."),
        EXPANDS_TOO_MUCH("文件解压后异常膨胀，疑似压缩炸弹，已拒绝。", "The file expands suspiciously when unpacked and was refused."),
        ENCRYPTED("文件有密码保护，请解除密码后再上传。", "The file is protected by a password; remove it first."),
        SCANNED("这是扫描件，没有文字层，请上传可复制文字的版本。", "This is a scan without a text layer; upload a version with text."),
        FOREIGN(
                "不是可以识别的文档：只接受 .docx、.doc、.pdf、.txt、.md。",
                "Not a document we read: .docx, .doc, .pdf, .txt and .md are accepted."),
        BROKEN("文件已损坏，无法打开，请重新保存后再上传。", "The file is damaged and can't be opened; save it anew."),
        NO_PLAN("没有找到任何章节或举措，看起来不是工作要点。", "No chapter or measure was found; this does not look like a work plan.");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    private final Reason reason;

    public UnreadableDocument(Reason reason) {
        super(reason.zh());
        this.reason = reason;
    }

    public UnreadableDocument(Reason reason, Throwable cause) {
        super(reason.zh(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
