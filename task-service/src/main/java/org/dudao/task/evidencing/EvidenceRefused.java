package org.dudao.task.evidencing;

import java.util.List;
import java.util.Locale;
import org.dudao.startup.Problem;

/** A file that is not taken: why, and what its sender can do. */
class EvidenceRefused extends Problem {

    enum Reason {
        EMPTY(422, "文件是空的，请检查后重新选择。", "The file is empty; choose another."),
        TOO_LARGE(413, "单个文件最大 20 MB，请压缩、拆分后再传。", "A file may have 20 MB; compress or split it."),
        TOO_MANY(
                422,
                "本任务的佐证材料已达上限，请合并文件，或先移除不需要的。",
                "The task has as many files as it may; merge some or remove what is not needed."),
        UNKNOWN_TYPE(
                422,
                "不支持这种文件。可用 PDF、Word（docx）、Excel（xlsx）、PPT（pptx）、JPG、PNG、HEIC、TXT；其他图片请转存为 JPG。",
                "This kind of file is not taken. Use PDF, docx, xlsx, pptx, JPG, PNG, HEIC or TXT; save other pictures as JPG."),
        EXTENSION_DIFFERS(
                422,
                "文件的实际内容与扩展名不符，请用原来的软件另存后再传。",
                "The file is not what its extension says; save it anew with the program it comes from."),
        OLD_OFFICE(
                422,
                "旧版（doc、xls、ppt）或加密的 Office 文件不能检查，请取消密码，另存为 docx、xlsx、pptx 或 PDF。",
                "Old (doc, xls, ppt) or encrypted Office files can't be checked; remove the password and save as docx, xlsx, pptx or PDF."),
        ARCHIVE(422, "不接收压缩包，请解压后逐个上传。", "Archives are not taken; unpack it and send the files."),
        PROGRAM(422, "不接收程序文件。", "Programs are not taken."),
        ACTIVE_PAGE(422, "不接收网页、SVG 和脚本，请打印为 PDF 后再传。", "Pages, SVG and scripts are not taken; print to PDF."),
        MACROS(
                422,
                "文件含有宏、控件或外部模板，请另存为不含宏的格式或 PDF 后再传。",
                "The file has macros, controls or an external template; save it without macros or as PDF."),
        ACTIVE_PDF(
                422, "这个 PDF 含有脚本或启动程序的动作，请重新打印为 PDF 后再传。", "This PDF runs scripts or programs; print it to PDF anew."),
        ENCRYPTED(
                422,
                "文件加了密码，核验人打不开，请取消密码后再传。",
                "The file has a password, so nobody could check it; remove the password."),
        BROKEN(422, "文件已损坏，打不开，请重新导出后再传。", "The file is broken and can't be opened; export it anew."),
        INFLATES(422, "文件解压后过大，请删减其中的图片或内容后再传。", "Unpacked, the file is far too large; take out pictures or content."),
        TOO_MANY_PIXELS(422, "图片超过 1 亿像素，请缩小后再传。", "The picture has more than 100 million pixels; make it smaller."),
        VIDEO_OFF(422, "本单位未开放视频佐证，请改传照片或文字材料。", "Video is not taken here; send photos or documents."),
        VIRUS(
                422,
                "文件未通过病毒检查，没有保存。请用杀毒软件处理您的电脑后再传。",
                "The file did not pass the virus check and was not kept; clean your computer first.");

        private final int status;
        private final String zh;
        private final String en;

        Reason(int status, String zh, String en) {
            this.status = status;
            this.zh = zh;
            this.en = en;
        }

        String slug() {
            return "evidence-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    EvidenceRefused(Reason reason) {
        super(reason.status, reason.slug(), reason.zh, reason.en, List.of(new Field("file", reason.zh, reason.en)));
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
