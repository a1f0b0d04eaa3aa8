package dongtin.desk.search;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.desk.Desk;
import dongtin.message.EnrichedItem;
import dongtin.message.Person;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What analysts type, and what they are to find among the dispatches of {@code samples/archive}. A row: what is asked; which
 * articles stand at the top, in this order ({@code a b}) or in any ({@code {a b}}); which are found below them; which not at all.
 */
class SearchQualityIntegrationTests {

    private static List<EnrichedItem> items;
    private static Map<String, String> names;
    private static Desk desk;

    @BeforeAll
    static void start() throws IOException {
        items = Archive.items();
        names = items.stream().collect(Collectors.toMap(item -> item.item().id(), item -> Archive.name(item.item())));
        desk = Desk.over(100, items);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # accents: typed ones count, none may be typed, exact ones are first
            Đảng            | trinh-cong-dang-htx            | dang-vien-moi-ban-cao dang-bo-xa-cao-bo      | han-man-dang-cho-nuoc ngo-hai-dang-robot coffee-auction
            đảng viên       | dang-vien-moi-ban-cao          | dang-bo-xa-cao-bo quy-dinh-144-quan-triet    | han-man-dang-cho-nuoc
            đang            | han-man-dang-cho-nuoc          | sat-lo-bo-song-cai cau-phong-chau-phao       | dang-vien-moi-ban-cao ngo-hai-dang-robot
            đăng ký         | dang-ky-xe-truc-tuyen          | luat-dat-dai-hieu-luc                        | han-man-dang-cho-nuoc
            dang            | {coffee-auction court-online-fraud} | dang-vien-moi-ban-cao han-man-dang-cho-nuoc ngo-hai-dang-robot dang-hoa-nghia-trang |
            dang ky xe      | dang-ky-xe-truc-tuyen          |                                              |
            hoa             | rau-hoa-tet-da-nhim            | hoa-binh-ho-song-da hoang-thu-thuy-hoa-si    |
            hoa             | {rau-hoa-tet-da-nhim thuy-chung-tinh-yeu dang-hoa-nghia-trang co-tich-so-hoa-bao-tang rail-contract solar-boats dua-ghe-ngo} | nguyen-thi-hoa-dieu-duong vu-dinh-hoa-khoi-cong |
            hoá             |                                | co-tich-so-hoa-bao-tang ho-kinh-doanh-hoa-don | hoa-binh-ho-song-da rau-hoa-tet-da-nhim
            muối            | {trang-trai-dien-mat-troi-bo-tat diem-dan-muoi-duoc-gia} | hoang-thu-thuy-hoa-si      |
            muoi            |                                | diem-dan-muoi-duoc-gia trang-trai-dien-mat-troi-bo-tat bao-so-3-yagi |
            chay rung       | chay-rung-phu-sa-2024          | kiem-lam-tre-2026                            |
            Krông Lâm       |                                | vu-dinh-hoa-khoi-cong ket-luan-14-dam-lam    | coffee-auction
            krong lam       | coffee-auction                 | vu-dinh-hoa-khoi-cong ket-luan-14-dam-lam    |
            dak lak         | cuu-tro-nhu-yeu-pham           |                                              |
            HẢI ĐĂNG        | {hai-dang-da-lon ngo-hai-dang-robot} | tau-ca-bi-nan-cuu-ho                   | han-man-dang-cho-nuoc

            # old and new places of the tone are the same
            hòa             |                                | nguyen-thi-hoa-dieu-duong vu-dinh-hoa-bi-thu vu-dinh-hoa-khoi-cong hoa-binh-ho-song-da bong-da-nu-lam-giang | rau-hoa-tet-da-nhim
            hoà             |                                | nguyen-thi-hoa-dieu-duong vu-dinh-hoa-bi-thu vu-dinh-hoa-khoi-cong hoa-binh-ho-song-da bong-da-nu-lam-giang | rau-hoa-tet-da-nhim
            Hoà Bình        |                                | hoa-binh-ho-song-da tran-hoa-binh-chu-tich-hoi hoa-binh-dai-su | rau-hoa-tet-da-nhim
            hoạ sĩ          | hoang-thu-thuy-hoa-si          |                                              |
            họa sĩ          | hoang-thu-thuy-hoa-si          |                                              |
            thuỷ điện       | thuy-dien-xa-lu-dien-tap tin-nhanh-dong-dat |                                 | thuy-chung-tinh-yeu
            thủy điện       | thuy-dien-xa-lu-dien-tap tin-nhanh-dong-dat |                                 | thuy-chung-tinh-yeu
            thuỷ chung      | thuy-chung-tinh-yeu            |                                              | thuy-dien-xa-lu-dien-tap
            khoẻ            |                                | nghi-quyet-72-y-te                           |
            Ủy ban Thường vụ Quốc hội | phap-lenh-chi-phi-to-tung |                                       |
            Uỷ ban Thường vụ Quốc hội | phap-lenh-chi-phi-to-tung |                                       |

            # names in part: people before words
            Nên             | {nen-doi-thoai-tieu-thuong nen-hop-bao-tp van-nen-nha-giao le-van-nen-truy-thu} | tro-nen-giau vi-vay-nen-thue-xe-dien | court-online-fraud
            nên             |                                | tro-nen-giau vi-vay-nen-thue-xe-dien van-nen-nha-giao gia-vang-ky-luc | court-online-fraud
            Nen             | court-online-fraud {nen-doi-thoai-tieu-thuong nen-hop-bao-tp van-nen-nha-giao le-van-nen-truy-thu} | tro-nen-giau thuong-binh-27-7 |
            ông Nên         | {nen-doi-thoai-tieu-thuong nen-hop-bao-tp} | trinh-cong-dang-htx              | tro-nen-giau
            thầy Nên        | van-nen-nha-giao               |                                              |
            Văn Nên         | {van-nen-nha-giao nen-doi-thoai-tieu-thuong le-van-nen-truy-thu} | tro-nen-giau | nen-hop-bao-tp
            Lê Văn Nên      | {le-van-nen-truy-thu nen-doi-thoai-tieu-thuong} |                             | van-nen-nha-giao nen-hop-bao-tp
            le van nen      | {le-van-nen-truy-thu nen-doi-thoai-tieu-thuong} |                             | van-nen-nha-giao nen-hop-bao-tp
            LÊ VĂN NÊN      | {le-van-nen-truy-thu nen-doi-thoai-tieu-thuong} |                             | van-nen-nha-giao
            nguyen van hoa  | solar-boats                    |                                              | vu-dinh-hoa-bi-thu
            Hòa             | {nguyen-thi-hoa-dieu-duong vu-dinh-hoa-bi-thu vu-dinh-hoa-khoi-cong cao-toc-thong-xe-krong-lam tran-hoa-binh-chu-tich-hoi gao-song-lam-nhat-ban} | hoa-binh-ho-song-da bong-da-nu-lam-giang du-an-dien-gio |
            Vũ Đình Hòa     | {vu-dinh-hoa-bi-thu vu-dinh-hoa-khoi-cong cao-toc-thong-xe-krong-lam} |       |
            Đình Hoà        | {vu-dinh-hoa-bi-thu vu-dinh-hoa-khoi-cong cao-toc-thong-xe-krong-lam} |       |
            Thủy            | {hoang-thu-thuy-hoa-si thuy-dang-thi-cay nen-hop-bao-tp nghi-dinh-73-bao-ve-can-bo} | thuy-chung-tinh-yeu thuy-dien-xa-lu-dien-tap | bac-si-dang-thuy-tram-nha-luu-niem
            bà Thủy         | {thuy-dang-thi-cay hoang-thu-thuy-hoa-si} | thuy-chung-tinh-yeu              | thuy-dien-xa-lu-dien-tap
            Đặng Thị Bích Thuỷ | {thuy-dang-thi-cay nen-hop-bao-tp nghi-dinh-73-bao-ve-can-bo} |            | bac-si-dang-thuy-tram-nha-luu-niem hoang-thu-thuy-hoa-si
            Đăng            | {ngo-hai-dang-robot y-dang-gia-lang} | hai-dang-da-lon dang-ky-xe-truc-tuyen        | trinh-cong-dang-htx coffee-auction
            Trịnh Công Đảng | {trinh-cong-dang-htx lua-gao-gia-giam} |                                      |
            ông Đảng        | trinh-cong-dang-htx            |                                              |
            H'Mi Byă        | trang-trai-dien-mat-troi-bo-tat |                                             |
            hmi bya         |                                |                                              | rau-hoa-tet-da-nhim
            Solberg         | tau-ca-bi-nan-cuu-ho           |                                              |
            Phạm Thị Thu Hà | hoa-binh-dai-su                |                                              | peace-school
            pham thi thu ha | peace-school hoa-binh-dai-su   |                                              |

            # documents in any spelling; a number is not a document
            144-QĐ/TW       | quy-dinh-144-quan-triet        |                                              | nghi-dinh-144-thue-xuat-khau ma-tuy-cua-khau quy-dinh-nuoi-cho-144 trich-xuat-ban-an-y-an
            144-qđ/tw       | quy-dinh-144-quan-triet        |                                              | nghi-dinh-144-thue-xuat-khau
            144 QD TW       | quy-dinh-144-quan-triet        |                                              | nghi-dinh-144-thue-xuat-khau
            144QĐ/TW        |                                |                                              | nghi-dinh-144-thue-xuat-khau
            quy định 144    | {quy-dinh-144-quan-triet kiem-diem-quy-dinh-144-hai-nam} | quy-dinh-nuoi-cho-144 | nghi-dinh-144-thue-xuat-khau
            quy dinh 144    | {quy-dinh-144-quan-triet kiem-diem-quy-dinh-144-hai-nam} | quy-dinh-nuoi-cho-144 | nghi-dinh-144-thue-xuat-khau
            Quy định số 144-QĐ/TW ngày 9/5/2024 của Bộ Chính trị | quy-dinh-144-quan-triet |       | quy-dinh-nuoi-cho-144
            nghị định 144   | nghi-dinh-144-thue-xuat-khau   |                                              | ma-tuy-cua-khau kiem-diem-quy-dinh-144-hai-nam
            NĐ 144/2024     | nghi-dinh-144-thue-xuat-khau   |                                              | quy-dinh-144-quan-triet
            144 hộ          | thuy-dien-xa-lu-dien-tap       |                                              | quy-dinh-144-quan-triet
            NĐ 73/2023      | nghi-dinh-73-bao-ve-can-bo     |                                              | luong-co-so-nghi-dinh-73-2024
            73/2023/NĐ-CP   | nghi-dinh-73-bao-ve-can-bo     |                                              | luong-co-so-nghi-dinh-73-2024
            nghi dinh 73    | {nghi-dinh-73-bao-ve-can-bo luong-co-so-nghi-dinh-73-2024} |                  |
            nghị định 73/2024 | luong-co-so-nghi-dinh-73-2024 |                                             | nghi-dinh-73-bao-ve-can-bo
            decree 73       | {nghi-dinh-73-bao-ve-can-bo luong-co-so-nghi-dinh-73-2024} |                  |
            nghị quyết 57   | {nghi-quyet-57-cong-bo nghi-quyet-57-hai-nam-phong-thi-nghiem nha-may-chip-thu-nghiem} | |
            NQ 57           | {nghi-quyet-57-cong-bo nghi-quyet-57-hai-nam-phong-thi-nghiem nha-may-chip-thu-nghiem} | |
            57 NQ/TW        | {nghi-quyet-57-cong-bo nghi-quyet-57-hai-nam-phong-thi-nghiem nha-may-chip-thu-nghiem} | |
            nghị quyết 18   | {nghi-quyet-18-bo-may nghi-quyet-18-dat-dai-2022} |                           |
            chỉ thị 45      | chi-thi-45-dai-hoi             |                                              |
            45-CT/TW        | chi-thi-45-dai-hoi             |                                              |
            KL 14           | ket-luan-14-dam-lam            |                                              |
            TT 29/2024      | thong-tu-29-day-them           |                                              |
            nghị định 6/2022 | carbon-market                 |                                              |
            luat dat dai    | luat-dat-dai-hieu-luc          |                                              |
            nghị quyết 2024 |                                |                                              | nghi-dinh-144-thue-xuat-khau
            Resolution 1325 | peace-school hoa-binh-dai-su   |                                              | un-adopts-ceasefire-resolution

            # headline over body, and of equals the newer, but no clearly better one is buried
            cháy rừng       | chay-rung-phu-sa-2024 kiem-lam-tre-2026 |                                     |
            bầu cử          | bau-cu-quoc-hoi-xvi            |                                              |
            thi tốt nghiệp THPT | thi-tot-nghiep-2026 thi-tot-nghiep-2025 thi-tot-nghiep-2024 |              |
            thi tốt nghiệp THPT năm 2024 | thi-tot-nghiep-2024   |                                              |
            giá xăng giảm   | {xang-dau-thang-7-2026 hop-bao-xang-dau-thang-3} |                            |
            giá vàng        | gia-vang-ky-luc gia-vang-2024  | thuy-san-khai-thac-iuu                       |
            bộ chiêng cổ    | y-dang-gia-lang                |                                              |
            giảm trừ gia cảnh | thue-thu-nhap-ca-nhan-sua-doi |                                             |
            khai giảng      | khai-giang-80-nam              |                                              |
            sạt lở          | sat-lo-bo-song-cai             |                                              |

            # words together
            "gìn giữ hòa bình" | hoa-binh-dai-su             |                                              |
            "giữ gìn hòa bình" |                             |                                              | hoa-binh-dai-su
            “gìn giữ hoà bình” | hoa-binh-dai-su             |                                              |
            "gin giữ hoa binh" | hoa-binh-dai-su             |                                              |
            "sông Cái"      | sat-lo-bo-song-cai             | dua-ghe-ngo han-man-dang-cho-nuoc            | gao-song-lam-nhat-ban
            "song cai" ghe  | dua-ghe-ngo                    |                                              | han-man-dang-cho-nuoc
            kinh tế tư nhân | nghi-quyet-68-tu-nhan          |                                              |
            hoa binh        |                                | hoa-binh-ho-song-da hoa-binh-dai-su tran-hoa-binh-chu-tich-hoi dai-le-dien-bien |
            "mùa nước nổi   |                                |                                              | han-man-dang-cho-nuoc

            # English
            resolutions     | un-adopts-ceasefire-resolution | resolution-70-energy mekong-dolphins         | nghi-quyet-57-cong-bo
            resolution      | un-adopts-ceasefire-resolution | resolution-70-energy mekong-dolphins         |
            decrees         |                                | vietnam-asean-chips carbon-market            |
            nurse           | peace-school                   |                                              |
            boat            | solar-boats                    |                                              |
            dolphin         | mekong-dolphins                |                                              |
            salt makers     | salt-makers                    |                                              |
            ceasefire       | un-adopts-ceasefire-resolution |                                              |

            # what stands around the text, and what is not there
            Bá Tùng         |                                | dua-ghe-ngo bong-da-nu-lam-giang             | nen-hop-bao-tp
            Huế             |                                | lu-lich-su-mien-trung lang-nghe-non-la benh-vien-ghep-tim | nen-hop-bao-tp
            quyết OR đất    |                                |                                              | luat-dat-dai-hieu-luc
            """)
    void wordsFind(String q, @Nullable String top, @Nullable String below, @Nullable String not) {
        check(found("q", q), top, below, not);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            person   | le-van-nen             | le-van-nen-truy-thu nen-doi-thoai-tieu-thuong | | van-nen-nha-giao
            person   | Lê Văn Nên             | le-van-nen-truy-thu nen-doi-thoai-tieu-thuong | | van-nen-nha-giao
            person   | le van nen             | le-van-nen-truy-thu nen-doi-thoai-tieu-thuong | | van-nen-nha-giao
            person   | Nên                    | nen-hop-bao-tp le-van-nen-truy-thu van-nen-nha-giao nen-doi-thoai-tieu-thuong | | tro-nen-giau
            person   | nen                    | nen-hop-bao-tp le-van-nen-truy-thu van-nen-nha-giao court-online-fraud nen-doi-thoai-tieu-thuong | | tro-nen-giau
            person   | Nền                    | le-van-nen-truy-thu | | van-nen-nha-giao
            person   | Hoà                    | | vu-dinh-hoa-bi-thu vu-dinh-hoa-khoi-cong nguyen-thi-hoa-dieu-duong | hoa-binh-ho-song-da
            person   | vu-dinh-hoa            | cao-toc-thong-xe-krong-lam vu-dinh-hoa-bi-thu vu-dinh-hoa-khoi-cong | | nguyen-thi-hoa-dieu-duong
            person   | DANG THI BICH THUY     | nen-hop-bao-tp thuy-dang-thi-cay nghi-dinh-73-bao-ve-can-bo | | hoang-thu-thuy-hoa-si
            person   | Tô Lâm                 | to-lam-tiep-xuc | | vu-dinh-hoa-bi-thu
            person   | Đảng                   | lua-gao-gia-giam trinh-cong-dang-htx | | dang-vien-moi-ban-cao
            document | 144-QĐ/TW              | | quy-dinh-144-quan-triet | nghi-dinh-144-thue-xuat-khau
            document | 144 qd tw              | | quy-dinh-144-quan-triet | nghi-dinh-144-thue-xuat-khau
            document | 144QĐTW                | | quy-dinh-144-quan-triet | nghi-dinh-144-thue-xuat-khau
            document | quy định 144           | | quy-dinh-144-quan-triet kiem-diem-quy-dinh-144-hai-nam | quy-dinh-nuoi-cho-144
            document | Quy định số 144-QĐ/TW ngày 9/5/2024 của Bộ Chính trị | | quy-dinh-144-quan-triet | quy-dinh-nuoi-cho-144
            document | Quy định 144-QĐ/TW ngày 10/5/2024 | | | quy-dinh-144-quan-triet
            document | quy định 144 năm 2024  | | quy-dinh-144-quan-triet | nghi-dinh-144-thue-xuat-khau
            document | quyết định 144         | | | quy-dinh-144-quan-triet
            document | NĐ 73/2023             | nghi-dinh-73-bao-ve-can-bo | | luong-co-so-nghi-dinh-73-2024
            document | Decree No. 73 of 2024  | luong-co-so-nghi-dinh-73-2024 | | nghi-dinh-73-bao-ve-can-bo
            document | nghi dinh 73           | nghi-dinh-73-bao-ve-can-bo luong-co-so-nghi-dinh-73-2024 | |
            document | 73/2024/ND-CP          | luong-co-so-nghi-dinh-73-2024 | | nghi-dinh-73-bao-ve-can-bo
            document | Luật Đất đai           | luat-dat-dai-hieu-luc | |
            document | nghị quyết 18          | nghi-quyet-18-bo-may nghi-quyet-18-dat-dai-2022 | |
            document | Nghị quyết Đại hội XIV | dang-bo-xa-cao-bo nghi-quyet-dai-hoi-xiv | |
            document | Resolution 1325        | peace-school hoa-binh-dai-su | |
            source   | thông tấn dòng tin     | tin-nhanh-dong-dat | |
            from     | 2026-11-09             | tin-nhanh-dong-dat ngay-phap-luat-nghi-dinh-80 nguoi-cao-tuoi-tap-the-duc | | tau-ca-bi-nan-cuu-ho
            to       | 2024-01-14             | nen-doi-thoai-tieu-thuong | | rau-hoa-tet-da-nhim
            sort     | oldest                 | nen-doi-thoai-tieu-thuong rau-hoa-tet-da-nhim | |
            sort     | newest                 | tin-nhanh-dong-dat ngay-phap-luat-nghi-dinh-80 | |
            """)
    void parameterFinds(
            String parameter, String value, @Nullable String top, @Nullable String below, @Nullable String not) {
        check(found(parameter, value), top, below, not);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lê Văn Nên", "hoà bình", "quy định 144", "thủy điện", "“sông Cái”", "Đảng"})
    void spellingOfTheSameLettersChangesNothing(String q) {
        List<String> expected = found("q", q);

        assertThat(expected).isNotEmpty();
        assertThat(found("q", Normalizer.normalize(q, Normalizer.Form.NFD))).isEqualTo(expected);
        assertThat(found("q", q.replace(' ', '\u00A0'))).isEqualTo(expected);
        assertThat(found("q", "  " + q.replace("Đ", "Ð") + "\u200B")).isEqualTo(expected);
    }

    @Test
    void noArticleIsLostToAnAccentOfItsHeadline() {
        assertThat(items).allSatisfy(item -> {
            String headline = item.item().headline();
            for (String q : List.of(headline, bare(headline), bare(headline).toUpperCase(Locale.ROOT))) {
                assertThat(found("q", q)).as(q).first().isEqualTo(Archive.name(item.item()));
            }
        });
    }

    @Test
    void noArticleIsLostToAnAccentOfAName() {
        assertThat(items).allSatisfy(item -> {
            for (Person person : item.tags().people()) {
                for (String name : List.of(person.name(), bare(person.name()))) {
                    assertThat(found("q", name)).as(name).contains(Archive.name(item.item()));
                    assertThat(found("person", name)).as(name).contains(Archive.name(item.item()));
                }
                assertThat(found("person", person.key())).contains(Archive.name(item.item()));
            }
        });
    }

    @Test
    void noArticleIsLostToTheSpellingOfASymbol() {
        assertThat(items)
                .allSatisfy(item -> item.tags().documents().stream()
                        .map(document -> document.symbol())
                        .flatMap(Stream::ofNullable)
                        .flatMap(symbol ->
                                Stream.of(symbol, bare(symbol), bare(symbol).replaceAll("[-/]", " ")))
                        .forEach(symbol -> {
                            assertThat(found("document", symbol)).as(symbol).contains(Archive.name(item.item()));
                            assertThat(found("q", symbol)).as(symbol).contains(Archive.name(item.item()));
                        }));
    }

    @Test
    void anyWordsOfAnArticleWithSomeAccentsLostFindIt() {
        var random = new Random(20261125);
        for (int i = 0; i < 200; i++) {
            EnrichedItem item = items.get(random.nextInt(items.size()));
            List<String> words = List.of(item.item().text().split("[\\s.,:;…“”?!()]+"));
            String q = Stream.generate(() -> words.get(random.nextInt(words.size())))
                    .limit(4)
                    .map(word -> random.nextBoolean() ? word : bare(word))
                    .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                    .collect(Collectors.joining(" "));
            if (!q.isBlank()) {
                assertThat(found("q", q)).as("seed 20261125, %d: %s", i, q).contains(Archive.name(item.item()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"q, nên, relevance", "q, nên, newest", "q, nên, oldest", "source, Thông tấn Dòng Tin, newest"})
    void pagesAreTheWholeInItsOrder(String parameter, String value, String sort) {
        List<String> whole = names(desk.json("/v1/articles", parameter, value, "sort", sort));
        var paged = new ArrayList<String>();
        try (var small = desk.of(7)) {
            @Nullable String after = "";
            while (after != null) {
                JsonNode page = small.json("/v1/articles", parameter, value, "sort", sort, "after", after);
                paged.addAll(names(page));
                after = page.path("next").asString(null);
            }
        }

        assertThat(paged).startsWith(whole.toArray(String[]::new));
        assertThat(paged).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(whole.size());
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static List<String> found(String parameter, String value) {
        return names(desk.json("/v1/articles", parameter, value));
    }

    private static List<String> names(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> names.getOrDefault(item.path("id").asString(""), "?"))
                .toList();
    }

    private static void check(List<String> found, @Nullable String top, @Nullable String below, @Nullable String not) {
        int place = 0;
        for (Set<String> group : groups(top)) {
            int end = Math.min(found.size(), place + group.size());
            assertThat(new HashSet<>(found.subList(place, end)))
                    .as("from place %d of %s", place, found)
                    .isEqualTo(group);
            place = end;
        }
        if (below != null) {
            assertThat(found.subList(place, found.size())).contains(below.split(" "));
        }
        if (not != null) {
            assertThat(found).doesNotContain(not.split(" "));
        }
    }

    /** {@code a {b c}} is a, and then b and c in any order. */
    private static List<Set<String>> groups(@Nullable String top) {
        var groups = new ArrayList<Set<String>>();
        for (String part : top == null ? new String[0] : top.split(" (?![^{]*})")) {
            groups.add(Set.of(part.replaceAll("[{}]", "").split(" ")));
        }
        return groups;
    }
}
