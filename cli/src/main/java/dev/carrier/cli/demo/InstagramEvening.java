package dev.carrier.cli.demo;

import dev.carrier.cli.instagram.Publications;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.SeenComment;
import dev.carrier.sandbox.SeenDm;
import dev.carrier.sandbox.SeenPost;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The part of the evening that plays on Instagram; what it counts is seen on the sandbox. */
final class InstagramEvening {
    private static final int SIDE = 1080;

    private final Stage stage;
    private final InstagramClient instagram;
    private final String account;
    private final Publications publications;
    private final Path folder;
    private final List<Expectation> expected = new ArrayList<>();
    private int published;

    /**
     * @param account the id of Ada's account
     * @param folder where pictures are drawn
     */
    InstagramEvening(
            Stage stage,
            InstagramClient instagram,
            String account,
            Publications publications,
            Path folder) {
        this.stage = stage;
        this.instagram = instagram;
        this.account = account;
        this.publications = publications;
        this.folder = folder;
    }

    /**
     * What somebody wrote, and how often it must be answered.
     *
     * @param id of the comment or message
     * @param answers how many answers there are now
     * @param wanted how many there must be
     */
    private record Expectation(String id, String what, Answers answers, int wanted) {}

    /** Looks at Instagram. */
    @FunctionalInterface
    private interface Answers {
        int now();
    }

    /** Plays all of it. */
    void play() throws InterruptedException, IOException {
        comment();
        message();
        human();
        picture();
        carousel();
    }

    private void comment() throws InterruptedException {
        stage.scene("Instagram: comments under a post", "Ada must answer Kim, nobody Lea's aside");
        String post = instagram.post(account, "Sunday on the roof.");
        String kim = instagram.person("kim");
        String lea = instagram.person("lea");
        String asked =
                writes(kim, "kim", post, "are there infinitely many primes?", Optional.empty());
        answered(asked, "Kim's comment", () -> below(post, asked), 1);
        String aside = writes(lea, "lea", post, "@kim you and your numbers", Optional.of(asked));
        expected.add(new Expectation(aside, "Lea's aside", () -> below(post, aside), 0));
    }

    private void message() throws InterruptedException {
        stage.scene("Instagram: a direct message", "Ada must answer, and not her own echo");
        String tom = instagram.person("tom");
        String asked = says(tom, "tom", "what do you do when it rains?");
        answered(asked, "Tom's message", () -> written(tom), 1);
    }

    private void human() throws InterruptedException {
        stage.scene("Instagram: a human types in the app", "Ada must leave Mina to the human");
        String mina = instagram.person("mina");
        String typed = instagram.humanTypes(account, mina, "Mara here, see you at the market!");
        stage.note("@ada (typed by Mara): Mara here, see you at the market!");
        stage.await(() -> stage.ended(typed));
        String thanks = says(mina, "mina", "great, see you there");
        expected.add(new Expectation(thanks, "Mina's thanks", () -> written(mina), 0));
        stage.await(() -> stage.ended(thanks));
    }

    private void picture() throws InterruptedException, IOException {
        stage.scene("Instagram: a picture", "it must be published once");
        Path file = drawn("roof.png", Color.ORANGE, Color.MAGENTA);
        ordered(List.of(file), List.of("an evening sky"), "The sky tonight, drawn by hand.");
    }

    private void carousel() throws InterruptedException, IOException {
        stage.scene("Instagram: a carousel of three", "it must be published once");
        List<Path> files =
                List.of(
                        drawn("one.png", Color.CYAN, Color.BLUE),
                        drawn("two.png", Color.YELLOW, Color.RED),
                        drawn("three.png", Color.GREEN, Color.DARK_GRAY));
        ordered(files, List.of("morning", "noon", "night"), "A day in three colours.");
    }

    private void ordered(List<Path> files, List<String> alts, String caption)
            throws InterruptedException {
        publications.order(files, alts, caption);
        stage.note("(ordered: %s, \"%s\")".formatted(files.size() + " file(s)", caption));
        Optional<SeenPost> post =
                stage.await(() ->
                        instagram.feed(account).stream()
                                .filter(one -> one.caption().equals(caption))
                                .findFirst());
        post.ifPresentOrElse(
                one -> {
                    published += 1;
                    stage.note("@ada published " + one.permalink());
                },
                () -> stage.wrong("\"" + caption + "\" was not published"));
    }

    private String writes(
            String person, String name, String post, String text, Optional<String> parent) {
        stage.note("@" + name + ": " + text);
        return instagram.comment(person, post, text, parent);
    }

    private String says(String person, String name, String text) {
        stage.note("@" + name + " (message): " + text);
        return instagram.dm(person, account, text);
    }

    private void answered(String id, String what, Answers answers, int wanted)
            throws InterruptedException {
        expected.add(new Expectation(id, what, answers, wanted));
        stage.await(() -> Optional.of(answers.now()).filter(now -> now >= wanted));
        stage.note(answers.now() >= wanted ? "(answered)" : "… no answer yet");
    }

    private int below(String post, String comment) {
        return (int)
                instagram.comments(post).stream()
                        .filter(one -> one.by().equals(account))
                        .filter(one -> one.parent().filter(comment::equals).isPresent())
                        .peek(this::shown)
                        .count();
    }

    private void shown(SeenComment comment) {
        stage.once(comment.id(), "@" + comment.username() + ": " + comment.text());
    }

    private int written(String person) {
        List<SeenDm> own =
                instagram.thread(account, person).stream()
                        .filter(one -> one.via().equals("api"))
                        .toList();
        own.forEach(one -> stage.once(one.mid(), "@ada (message): " + one.text()));
        return own.size();
    }

    /** Counts at the end, when everything has an outcome. */
    Counted counted() {
        List<String> wrong = new ArrayList<>();
        int answered = 0;
        int lost = 0;
        int twice = 0;
        for (Expectation one : expected) {
            int now = one.answers().now();
            answered += Math.min(now, one.wanted());
            lost += Math.max(0, one.wanted() - now);
            twice += Math.max(0, now - one.wanted());
            if (now != one.wanted()) {
                wrong.add(one.what() + " has " + now + " answers in place of " + one.wanted());
            }
            if (stage.ended(one.id()).isEmpty()) {
                wrong.add(one.what() + " has not exactly one outcome");
            }
        }
        long captions = instagram.feed(account).stream().map(SeenPost::caption).distinct().count();
        if (captions != instagram.feed(account).size()) {
            wrong.add("something was published twice");
        }
        return new Counted(expected.size(), answered, lost, twice, published, wrong);
    }

    /**
     * What came of it.
     *
     * @param heard comments and messages
     * @param published posts
     */
    record Counted(
            int heard, int answered, int lost, int twice, int published, List<String> wrong) {
        int ignored() {
            return heard - answered - lost;
        }

        boolean well() {
            return wrong.isEmpty() && published == 2;
        }
    }

    private Path drawn(String name, Color from, Color to) throws IOException {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setPaint(new GradientPaint(0, 0, from, SIDE, SIDE, to));
        brush.fillRect(0, 0, SIDE, SIDE);
        brush.setColor(new Color(255, 255, 255, 200));
        brush.fillOval(SIDE / 3, SIDE / 3, SIDE / 3, SIDE / 3);
        brush.dispose();
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
