package org.dudao.task.evidencing;

import org.dudao.startup.Problem;

/** 503: the disk or the bucket does not answer; nothing was changed. */
class StorageFault extends Problem {

    StorageFault(Exception cause) {
        super(
                503,
                "evidence-storage",
                "文件存储暂时不可用，文件没有保存。请稍后重试；如仍不行，请联系系统管理员。",
                "The storage of files does not answer; nothing was saved. Try again later, or tell the administrator.");
        initCause(cause);
    }
}
