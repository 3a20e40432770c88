package dev.carrier.responder.media.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.carrier.responder.media.ContentName;
import dev.carrier.responder.media.MediaProblem;
import dev.carrier.responder.media.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds with every FTP server and every kind of protection. */
abstract class FtpContract {
    private static final int LARGE = 3_000_000;

    @TempDir Path folder;
    FtpStand stand;
    FtpHost host;

    /** A server that puts what arrives below this folder. */
    abstract FtpStand starts(Path below) throws Exception;

    @BeforeEach
    void start() throws Exception {
        stand = starts(folder);
        host = stand.host();
    }

    @AfterEach
    void end() throws Exception {
        if (host != null) {
            host.close();
        }
        if (stand != null) {
            stand.close();
        }
    }

    @Test
    void aFileIsThereWholeUnderItsNameAndNothingElse() throws Exception {
        Path file = file(LARGE, 1);

        URI url = host.put(file, "one.jpg", Progress.NONE);

        assertThat(url).hasToString("http://media.example/p/one.jpg");
        assertThat(stand.files().resolve("one.jpg")).hasSameBinaryContentAs(file);
        assertThat(there()).containsExactly("one.jpg");
    }

    @Test
    void anEmptyFileIsAFileToo() throws Exception {
        host.put(file(0, 1), "empty.jpg", Progress.NONE);

        assertThat(stand.files().resolve("empty.jpg")).isEmptyFile();
    }

    @Test
    void whatIsThereIsNotSentAgain() throws Exception {
        Path file = file(LARGE, 1);
        host.put(file, "one.jpg", Progress.NONE);
        var longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(stand.files().resolve("one.jpg"), longAgo);

        host.put(file, "one.jpg", Progress.NONE);

        assertThat(Files.getLastModifiedTime(stand.files().resolve("one.jpg"))).isEqualTo(longAgo);
    }

    @Test
    void aFileThatWasCutIsGoneOnWithWhereItWasCut() throws Exception {
        Path file = file(LARGE, 1);
        assertThatThrownBy(() -> host.put(file, "one.jpg", FtpContract::dieHalfway))
                .isInstanceOf(Killed.class);
        assertThat(there()).containsExactly(".one.jpg.part");
        restart();

        List<Long> seen = new ArrayList<>();
        host.put(file, "one.jpg", (at, _) -> seen.add(at));

        assertThat(seen.getFirst()).isBetween(1L, LARGE - 1L);
        assertThat(seen.getLast()).isEqualTo(LARGE);
        assertThat(stand.files().resolve("one.jpg")).hasSameBinaryContentAs(file);
        assertThat(there()).containsExactly("one.jpg");
    }

    @Test
    void aFileThatWasWholeBeforeTheKillOnlyGetsItsName() throws Exception {
        Path file = file(LARGE, 1);
        Files.copy(file, stand.files().resolve(".one.jpg.part"));

        List<Long> seen = new ArrayList<>();
        host.put(file, "one.jpg", (at, _) -> seen.add(at));

        assertThat(seen).isEmpty();
        assertThat(stand.files().resolve("one.jpg")).hasSameBinaryContentAs(file);
        assertThat(there()).containsExactly("one.jpg");
    }

    @Test
    void whatIsLargerThanTheFileIsNotTakenForItsBeginning() throws Exception {
        Path file = file(1_000, 1);
        Files.copy(file(2_000, 2), stand.files().resolve(".one.jpg.part"));

        host.put(file, "one.jpg", Progress.NONE);

        assertThat(stand.files().resolve("one.jpg")).hasSameBinaryContentAs(file);
    }

    @Test
    void aTornFileOfTheFinalNameIsReplaced() throws Exception {
        Path file = file(1_000, 1);
        Files.copy(file(10, 2), stand.files().resolve("one.jpg"));

        host.put(file, "one.jpg", Progress.NONE);

        assertThat(stand.files().resolve("one.jpg")).hasSameBinaryContentAs(file);
        assertThat(there()).containsExactly("one.jpg");
    }

    @Test
    void severalGoAtOnceAlsoTheSameFileTwice() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int one = 0; one < 8; one++) {
            files.add(file(400_000 + one, one));
        }
        files.add(files.getFirst());
        List<Callable<URI>> puts = new ArrayList<>();
        for (Path file : files) {
            String name = ContentName.of(ContentName.sha256(file), "jpg");
            puts.add(() -> host.put(file, name, Progress.NONE));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var put : threads.invokeAll(puts)) {
                assertThat(put.get().getPath()).endsWith(".jpg");
            }
        }

        assertThat(there()).hasSize(8);
        for (Path file : files) {
            String name = ContentName.of(ContentName.sha256(file), "jpg");
            assertThat(stand.files().resolve(name)).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void whatIsRemovedIsGoneWithWhatWasBegunOfIt() throws Exception {
        host.put(file(10, 1), "one.jpg", Progress.NONE);
        Files.copy(file(5, 2), stand.files().resolve(".one.jpg.part"));

        host.remove("one.jpg");
        host.remove("one.jpg");

        assertThat(there()).isEmpty();
    }

    @Test
    void aWrongPasswordIsForAPersonAndIsNotRepeated() throws Exception {
        try (var wrong = FtpStand.host(stand.access("not-the-password", stand.certificate()))) {
            assertThatThrownBy(() -> wrong.put(file(10, 1), "one.jpg", Progress.NONE))
                    .isInstanceOfSatisfying(
                            MediaProblem.class,
                            problem -> assertThat(problem.isWorthAnotherTry()).isFalse())
                    .hasMessageContaining("refuses the login of " + stand.user())
                    .hasMessageContaining("media.ftp.password")
                    .satisfies(problem ->
                            assertThat(whole(problem)).doesNotContain("not-the-password"));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsForAPerson() throws Exception {
        assumeTrue(stand.certificate().isPresent(), "there is none without TLS");
        try (var distrustful = FtpStand.host(stand.access(FtpStand.PASSWORD, Optional.empty()))) {
            assertThatThrownBy(() -> distrustful.put(file(10, 1), "one.jpg", Progress.NONE))
                    .isInstanceOfSatisfying(
                            MediaProblem.class,
                            problem -> assertThat(problem.isWorthAnotherTry()).isFalse())
                    .hasMessageContaining("certificate that this machine does not trust")
                    .hasMessageContaining("media.ftp.trust");
        }
    }

    /** As another process would begin. */
    private void restart() {
        host.close();
        host = stand.host();
    }

    Path file(int bytes, long seed) throws IOException {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        return Files.write(Files.createTempFile(folder, "file", ".bin"), content);
    }

    List<String> there() throws IOException {
        try (Stream<Path> all = Files.list(stand.files())) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    private static void dieHalfway(long at, long of) {
        if (at > of / 2) {
            throw new Killed();
        }
    }

    private static String whole(Throwable problem) {
        var text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text + Arrays.toString(problem.getSuppressed());
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
