package dongtin.standalone;

/** What {@code --help} prints. */
final class Help {

    static final String TEXT = """
            Dòng Tin, the whole system on this machine: Kafka, Elasticsearch, the services, the desk; all on 127.0.0.1.

              --dongtin.standalone.data=DIRECTORY          what is kept between starts (data)
              --dongtin.standalone.desk.port=PORT          the web page (8080)
              --dongtin.standalone.ingest.port=PORT        where feeds push to (8081)
              --dongtin.standalone.enrich.port=PORT        management of enrich-service (8082)
              --dongtin.standalone.index.port=PORT         management of index-service (8083)
              --dongtin.standalone.kafka.port=PORT         (9092)
              --dongtin.standalone.elasticsearch.port=PORT (9200)
              --dongtin.standalone.elasticsearch.heap=SIZE the limit of Elasticsearch's heap (512MB)

            A port of 0 is any free one. The same from the environment: DONGTIN_STANDALONE_KAFKA_PORT=19092.
            Through Maven: ./mvnw -q -pl standalone -am spring-boot:run \\
              -Dspring-boot.run.arguments="--dongtin.standalone.kafka.port=19092"
            """;

    private Help() {}
}
