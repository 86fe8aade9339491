package org.dudao.plan.reading.document;

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
        TOO_DEEP(
                "文件内部嵌套过深，不像正常文档，已拒绝；请另存为新的 .docx 后再上传。",
                "The file nests too deep to be an honest document; save it anew as .docx."),
        MACROS(
                "文件带有宏（.docm），不予打开；请另存为 .docx 后再上传。",
                "The file carries macros (.docm) and is not opened; save it as .docx."),
        OLD_WORD("文件是 Word 95 或更早的格式；请另存为 .docx 后再上传。", "The file was made by Word 95 or older; save it as .docx."),
        RICH_TEXT("这是 RTF 文件；请用 Word 或 WPS 另存为 .docx 后再上传。", "This is an RTF file; save it as .docx with Word or WPS."),
        WEB_PAGE(
                "这是网页文件；请打开后复制正文，粘贴导入，或另存为 .docx。",
                "This is a web page; copy its text and import that, or save it as .docx."),
        SHEET(
                "从这个表格里读不出计划：需要 .xlsx，并有“举措”“完成时限”等列名；请使用表格模板。",
                "No plan can be read from this spreadsheet: it takes an .xlsx with columns such as 举措 and 完成时限; use the template."),
        SLIDES("这是演示文稿；请上传工作要点的 .docx 或 .pdf。", "These are slides; upload the plan as .docx or .pdf."),
        PAGES("这是 Pages 文稿；请导出为 .docx 或 PDF 后再上传。", "This is a Pages document; export it as .docx or PDF."),
        PICTURE("这是图片，没有文字；请上传可复制文字的版本。", "This is a picture without text; upload a version with text."),
        FOREIGN(
                "不是可以识别的文档：只接受 .docx、.doc、.wps、.pdf、.ofd、.xlsx、.txt、.md，也可以粘贴文本。",
                "Not a document we read: .docx, .doc, .wps, .pdf, .ofd, .xlsx, .txt and .md are accepted, and pasted text."),
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
