package dongtin.standalone.faults;

/**
 * A story as far as its provider has sent it, and so what must stand in the index.
 *
 * @param version of the newest message
 */
record Story(String uri, int version, boolean killed) {

    /** The message, as ninjs, that a provider sends of this state of the story. */
    String message() {
        int month = 1 + Math.floorMod(uri.hashCode(), 3);
        return """
                {"uri": "%s", "version": %d, "pubstatus": "%s", "firstcreated": "2026-0%d-02T03:04:05Z",
                 "headline": "Bản tin thử lần %d",
                 "body_text": "Ông Trần Văn Thử, Bí thư Tỉnh ủy Quảng Trị, quán triệt Quy định số 144-QĐ/TW của Bộ Chính trị."}""".formatted(uri, version, killed ? "canceled" : "usable", month, version);
    }

    /** As the index names it. */
    String status() {
        return killed ? "canceled" : "usable";
    }
}
