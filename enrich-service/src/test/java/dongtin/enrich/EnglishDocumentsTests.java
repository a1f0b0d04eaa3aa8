package dongtin.enrich;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishDocumentsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Politburo issued «Resolution No. 18-NQ/TW» on October 25, 2017.               | nghị quyết 18 18-NQ/TW Politburo 2017-10-25
            Officials cited «Decree No. 73/2023/NĐ-CP» dated 29 September 2023.               | nghị định 73 73/2023/NĐ-CP Chính phủ 2023-09-29
            They reviewed «Conclusion No. 21» of the Party Central Committee.                 | kết luận 21 Party Central Committee
            The Politburo's «Resolution 57» sets high goals for science.                      | nghị quyết 57 Politburo
            UN Security Council «Resolution 2231» endorsed the deal.                          | nghị quyết 2231 UN Security Council
            Under «Resolution 1701» of the UN Security Council, forces withdrew.              | nghị quyết 1701 UN Security Council
            The «2024 Land Law» took effect early.                                            | luật 2024 Land
            Farmers welcomed the «Land Law 2024» and the «Housing Law».                       | luật 2024 Land; luật Housing
            The Prime Minister signed «Directive No. 16/CT-TTg» dated March 31, 2020.         | chỉ thị 16 16/CT-TTg Prime Minister 2020-03-31
            Cities applied «Directive 16» in the summer.                                      | chỉ thị 16
            Deputies passed the «Law on Fire Prevention and Fighting» yesterday.              | luật Fire Prevention and Fighting
            The «2013 Constitution» and the «Penal Code» protect them.                        | hiến pháp 2013; bộ luật Penal
            The «Resolution of the 13th National Party Congress» calls for reform.            | nghị quyết 13th National Party Congress
            The ministry drafted «Circular No. 23/2024/TT-BGTVT» for drivers.                 | thông tư 23 23/2024/TT-BGTVT Bộ Giao thông vận tải
            A fund was set up by «Decision No. 1059/QĐ-TTg» of the Prime Minister.            | quyết định 1059 1059/QĐ-TTg Prime Minister
            Fines rose under the Government's «Decree 168/2024».                              | nghị định 168 Government 2024
            «Official Dispatch No. 1039/CĐ-TTg» went to all provinces.                        | công điện 1039 1039/CĐ-TTg Thủ tướng Chính phủ
            The National Assembly adopted «Law No. 45/2019/QH14» on November 20, 2019.        | luật 45 45/2019/QH14 National Assembly 2019-11-20
            The «Law on Cybersecurity 2018» and the revised «Law on Residence» followed.      | luật 2018 Cybersecurity; luật Residence
            «Regulation No. 144-QĐ/TW» by the Politburo, «Resolutions 57» and «59» were read. | quy định 144 144-QĐ/TW Politburo; nghị quyết 57; nghị quyết 59
            The decision took 3 hours and the resolution of 4 disputes failed.                |
            The Constitution and the law were praised, as was a directive on safety.          |
            """)
    void englishReferencesAreFoundAndRead(String marked, String answers) {
        DocumentTable.check(marked, answers);
    }
}
