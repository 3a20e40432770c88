package dev.carrier.cli.replay;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.Servers;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Place;
import dev.carrier.pipeline.PipelineWorker;
import dev.carrier.pipeline.replay.Divergence;
import dev.carrier.pipeline.replay.ReplayReport;
import dev.carrier.pipeline.replay.ReplayVerifier;
import dev.carrier.runtime.SetupProblem;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./carrier replay --verify}. */
@Command(
        name = "replay",
        description = {
            "Takes every recorded decision again and compares it with the record, byte for byte:",
            "inputs by their hashes, then outputs, outcomes, reason and state of each entry."
        },
        footer = {
            "",
            "Works beside a running ./carrier up, and on the data that it or the demo left:",
            "  ./carrier replay --verify --data .carrier/demo",
            "Exits 0 when all is identical, 1 at the first difference."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(2);

    private final Carrier carrier;
    private long said = System.nanoTime();

    @Option(names = "--verify", description = "Compares with the record.")
    private boolean verify;

    @Option(
            names = "--conversation",
            paramLabel = "ID",
            description = "Only this one: discord:channel:112233, or the channel's number alone.")
    private Optional<String> conversation = Optional.empty();

    /**
     * @param carrier gives the options that all commands have
     */
    public ReplayCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() {
        if (!verify) {
            throw new SetupProblem(
                    "replay does not know what for", "type ./carrier replay --verify");
        }
        Optional<ConversationId> only = conversation.map(ReplayCommand::id);
        String build = PipelineWorker.build();
        try (Servers servers = Servers.reach(carrier.settings().settings());
                KafkaTopics topics = new KafkaTopics(servers.kafka());
                Journal journal = new Journal(servers.kafka(), only, this::progress)) {
            if (!carrier.json()) {
                carrier.out()
                        .println(
                                "replay: the journal at "
                                        + servers.kafka().bootstrap()
                                        + ", build "
                                        + build);
                carrier.out().flush();
            }
            ReplayReport report = new ReplayVerifier(topics, build).verify(journal);
            refuseNothing(report, journal, only);
            say(report, journal.last());
            return report.identical() ? 0 : 1;
        }
    }

    /** Nothing verified is no success. */
    private static void refuseNothing(
            ReplayReport report, Journal journal, Optional<ConversationId> only) {
        if (journal.last().isEmpty()) {
            throw only.map(one ->
                            new SetupProblem(
                                    "the journal knows no conversation " + one,
                                    "leave --conversation out for all of them"))
                    .orElseGet(() ->
                            new SetupProblem(
                                    "the journal is empty",
                                    "let ./carrier demo or ./carrier up hear something first"));
        }
        if (report.identical() && report.entries() == 0) {
            throw new SetupProblem(
                    "none of the "
                            + report.skipped()
                            + " entries was decided by this build, and only the build that decided can"
                            + " verify",
                    "check out the version that ran then, or run again with this one");
        }
    }

    private void say(ReplayReport report, Optional<JournalRecord> last) {
        PrintWriter out = carrier.out();
        if (carrier.json()) {
            out.println(json(report, last));
            return;
        }
        if (report.skipped() > 0) {
            out.println(
                    "replay: "
                            + report.skipped()
                            + " entries passed over: of another build, or older than the first"
                            + " snapshot");
        }
        Optional<Divergence> first = report.first();
        if (first.isPresent()) {
            out.println(
                    "replay: not identical: conversation %s, entry %d, input %s: %s"
                            .formatted(
                                    first.get().in(),
                                    first.get().sequence(),
                                    input(last),
                                    first.get().what()));
        } else {
            out.println(
                    "replay: %d entries of %d conversations, identical, hash %s"
                            .formatted(report.entries(), report.conversations(), report.hash()));
        }
    }

    private static String json(ReplayReport report, Optional<JournalRecord> last) {
        var all =
                Json.mapper()
                        .createObjectNode()
                        .put("identical", report.identical())
                        .put("entries", report.entries())
                        .put("conversations", report.conversations())
                        .put("skipped", report.skipped())
                        .put("hash", report.hash());
        report.first()
                .ifPresent(first ->
                        all.putObject("first")
                                .put("conversation", first.in().value())
                                .put("sequence", first.sequence())
                                .put("input", input(last))
                                .put("what", first.what()));
        return all.toString();
    }

    private static String input(Optional<JournalRecord> last) {
        return last.map(record ->
                        switch (record) {
                            case JournalRecord.Entry entry -> entry.input().kind();
                            case JournalRecord.Snapshot _ -> "snapshot";
                            case JournalRecord.Unknown unknown -> unknown.type();
                        })
                .orElse("none");
    }

    private static ConversationId id(String written) {
        return written.matches("\\d+")
                ? Place.discordConversation(written)
                : new ConversationId(written);
    }

    private void progress(long read) {
        if (!carrier.json() && System.nanoTime() - said > BETWEEN_WORDS.toNanos()) {
            said = System.nanoTime();
            carrier.out().println("replay: " + read + " records so far");
            carrier.out().flush();
        }
    }
}
