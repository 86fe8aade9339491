package org.dudao.task.evidencing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "竣工验收报告.pdf | 竣工验收报告.pdf",
                "/etc/../pass.txt | pass.txt",
                "C:\\资料\\一.docx | 一.docx",
                "a\u202Efdp.exe | afdp.exe",
                "...hidden.txt | hidden.txt",
                "a?b*c.txt | a_b_c.txt",
                "多  空\t格 .txt | 多 空格 .txt"
            })
    void a_name_keeps_what_people_read_and_nothing_that_hides(String sent, String kept) {
        assertEquals(kept, FileName.clean(sent));
    }

    @Test
    void a_long_name_is_cut_in_its_middle_and_keeps_its_extension() {
        String kept = FileName.clean("𠮷".repeat(300) + ".docx");
        assertEquals(120, kept.codePointCount(0, kept.length()));
        assertTrue(kept.endsWith("….docx"), kept);
    }
}
