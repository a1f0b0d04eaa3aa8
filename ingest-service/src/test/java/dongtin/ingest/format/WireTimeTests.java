package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTests {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what else is written, and can mean but one thing
                "2026/05/28 17:00:00 | 2026-05-28T10:00:00Z",
                "Thứ năm, 28 Tháng 5 2026 17:00:00 +0700 | 2026-05-28T10:00:00Z",
                "Thứ Năm, ngày 28 tháng 5 năm 2026 17:00 | 2026-05-28T10:00:00Z",
                "28 Th05 2026 17:00:00 +0700 | 2026-05-28T10:00:00Z",
                "Thu, 28 Thg 5 2026 17:00:00 +0700 | 2026-05-28T10:00:00Z",
                "17h00 28/05/2026 | 2026-05-28T10:00:00Z",
                "28/05/2026 17 giờ 00 | 2026-05-28T10:00:00Z",
                "28/05/2026 – 17:00 | 2026-05-28T10:00:00Z",
                "May 28, 2026 17:00 | 2026-05-28T10:00:00Z",
                "Thursday, May 28, 2026 at 5:00 PM | 2026-05-28T10:00:00Z",
                "Thu May 28 2026 17:00:00 GMT+0700 (Indochina Time) | 2026-05-28T10:00:00Z",
                "Thu May 28 17:00:00 ICT 2026 | 2026-05-28T10:00:00Z",
                // RFC 3339 and ISO 8601
                "2026-05-28T17:00:00+07:00 | 2026-05-28T10:00:00Z",
                "2026-05-28T10:00:00Z | 2026-05-28T10:00:00Z",
                "2026-05-28t10:00:00.250z | 2026-05-28T10:00:00.250Z",
                "2026-05-28T17:00+0700 | 2026-05-28T10:00:00Z",
                "2026-05-28T17:00:00+07 | 2026-05-28T10:00:00Z",
                "2026-05-28 17:00:00 | 2026-05-28T10:00:00Z",
                "2026-05-28 17:00:00 +0700 | 2026-05-28T10:00:00Z",
                "2026-05-28 | 2026-05-27T17:00:00Z",
                "20140829T134951+0000 | 2014-08-29T13:49:51Z",
                "20140829T134951Z | 2014-08-29T13:49:51Z",
                "20140829T204951 | 2014-08-29T13:49:51Z",
                "20190723T2021+0900 | 2019-07-23T11:21:00Z",
                "20140829 | 2014-08-28T17:00:00Z",
                // RFC 822 and what became of it
                "Thu, 28 May 2026 17:00:00 +0700 | 2026-05-28T10:00:00Z",
                "Thu, 28 May 2026 17:00:00 +07:00 | 2026-05-28T10:00:00Z",
                "Thu, 28 May 2026 17:00:00 +07 | 2026-05-28T10:00:00Z",
                "Thu, 28 May 2026 17:00:00 GMT+7 | 2026-05-28T10:00:00Z",
                "Thu, 28 May 2026 17:00:00 GMT+07:00 | 2026-05-28T10:00:00Z",
                "Thu, 28 May 2026 17:00:00 UTC +7 | 2026-05-28T10:00:00Z",
                "Thu, 28 May 2026 17:00:00 ICT | 2026-05-28T10:00:00Z",
                "Thu, 28 May 2026 17:00:00 | 2026-05-28T10:00:00Z",
                "Thursday, 28 May 2026 10:00 GMT | 2026-05-28T10:00:00Z",
                "28 May 26 10:00 UT | 2026-05-28T10:00:00Z",
                "28 May 99 06:00 EDT | 1999-05-28T10:00:00Z",
                "Fri, 4 Sept 2026 10:00:00 Z | 2026-09-04T10:00:00Z",
                "Thu, 28 May 2026 05:30:00 -0430 | 2026-05-28T10:00:00Z",
                // Vietnamese feeds
                "Thứ 5, 28/05/2026 17:00:00 GMT+7 | 2026-05-28T10:00:00Z",
                "Thứ Năm, ngày 28/5/2026 17:00 (GMT+7) | 2026-05-28T10:00:00Z",
                "Thứ năm, 28/5/2026, 17:00 (GMT+7) | 2026-05-28T10:00:00Z",
                "Chủ nhật, 31/05/2026 17:00 | 2026-05-31T10:00:00Z",
                "CN, 31/05/2026 - 17:00 | 2026-05-31T10:00:00Z",
                "28/05/2026 17:00:00 | 2026-05-28T10:00:00Z",
                "28-05-2026 17:00 +07 | 2026-05-28T10:00:00Z",
                "17:00 28/05/2026 | 2026-05-28T10:00:00Z",
                "17:00, ngày 28/5/2026 | 2026-05-28T10:00:00Z",
                "5/6/2026 17:00 | 2026-06-05T10:00:00Z",
                "5/6/2026 5:00:00 CH | 2026-06-05T10:00:00Z",
                "9/24/2026 9:41:00 PM | 2026-09-24T14:41:00Z",
                "5/6/2026 12:30:00 AM | 2026-05-05T17:30:00Z",
                "24/9/2026 9:41:00 PM | 2026-09-24T14:41:00Z",
            })
    void everyDialectIsTheSameMoment(String text, Instant moment) {
        assertThat(WireTime.readOrDay(text, HANOI)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hôm qua",
                "now",
                "0",
                "2026",
                "2026-13-01T00:00:00Z",
                "2026-02-30",
                "31/2/2026 17:00",
                "13/13/2026 17:00",
                "28/05/2026 13:00:00 PM",
                "28/05/2026 25:00",
                "Thu, 28 Foo 2026 17:00:00 +0700",
                "Thu, 28 May 2026 17:00:00 +2500",
                "Thu, 28 May 2026 17:00:00 IST",
                "Thu, 28 May 9999 17:00:00 GMT",
                "0000-00-00 00:00:00",
                "1/1/0001 12:00:00 AM",
                "٢٨/٠٥/٢٠٢٦ 17:00"
            })
    void whatIsNoTimeIsNoneAndNeverNow(String text) {
        assertThat(WireTime.readOrDay(text, HANOI)).isNull();
        assertThat(WireTime.read(text, HANOI)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00+07:00",
        "2026-03-02T09:00:00+0700",
        "2026-03-02T09:00:00+07",
        "2026-03-02T09:00",
        "2026-03-02T02:00:00.000Z",
        "20260302T090000+0700",
        "20260302T090000+07:00",
        "20260302T0900+07",
        "20260302T020000Z",
        "20260302T090000",
        "' 2026-03-02T02:00:00Z\n'"
    })
    void sameMomentIsReadHoweverItIsWritten(String text) {
        assertThat(WireTime.read(text, HANOI)).isEqualTo(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "20260231T090000Z",
                "2026-03-02",
                "20260302",
                "2/3/2026",
                "20260302T090000+07000",
                "2200-01-01T00:00:00Z",
                "1899-12-31T23:59:59Z",
                "99990302T090000Z"
            })
    void whatCanNotBeReadIsNothing(String text) {
        assertThat(WireTime.read(text, HANOI)).isNull();
    }
}
