# The services' images, one file for all: docker build --build-arg SERVICE=ingest-service -t dongtin/ingest-service .
#
#   SERVICE  ingest-service, enrich-service, index-service or desk
#   PORT     the port its health is asked at
#   JARS     maven: builds the jars inside, needing nothing but this folder; built: takes those of ./mvnw package
#
# BuildKit builds only the stages it needs; the older builder, which docker-compose 1.29 still uses, goes through all of them.
ARG JARS=maven

FROM eclipse-temurin:25-jdk AS maven
ARG JARS
WORKDIR /src
COPY . .
RUN mkdir /jars \
 && if [ "$JARS" = maven ]; then \
      ./mvnw -q -B -ntp -pl ingest-service,enrich-service,index-service,desk -am package -DskipTests \
      && cp ingest-service/target/*.jar enrich-service/target/*.jar index-service/target/*.jar desk/target/*.jar /jars/; \
    fi

FROM scratch AS built
# The licence is always there: a pattern that finds nothing at all would be an error.
COPY LICENSE ingest-service/target/*.jar enrich-service/target/*.jar index-service/target/*.jar desk/target/*.jar /jars/

FROM ${JARS} AS jars

FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
COPY --from=jars /jars/${SERVICE}.jar /service.jar
RUN java -Djarmode=tools -jar /service.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /service --no-create-home dongtin
WORKDIR /service
# What changes least comes first, so that a new version of the service is a few hundred kilobytes.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
# Lines of JSON in the Elastic Common Schema, for whoever collects them; empty: for people.
ENV LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
COPY ops/containers/jvm ./
COPY ops/containers/ready /usr/local/bin/
# A start up to where it would turn to Kafka and Elasticsearch, to keep what Java has loaded and linked by then (JEP 514).
RUN java @jvm -XX:AOTCacheOutput=service.aot -Dspring.context.exit=onRefresh -Dspring.kafka.admin.auto-create=false \
      -jar service.jar && test -s service.aot
ARG PORT=8080
ENV SERVER_PORT=${PORT} SERVER_ADDRESS=0.0.0.0
EXPOSE ${PORT}
USER dongtin
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 CMD ["ready"]
ENTRYPOINT ["java", "@jvm", "-XX:AOTCache=service.aot", "-jar", "service.jar"]

ARG SERVICE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Dòng Tin: ${SERVICE}" \
      org.opencontainers.image.description="Takes in news wires, tags who and which resolutions the news is about, makes it searchable." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
