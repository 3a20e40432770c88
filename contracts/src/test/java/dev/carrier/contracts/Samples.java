package dev.carrier.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** One value of every kind that travels, with every optional field set. */
final class Samples {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.120Z");
    private static final AccountId ADA = new AccountId("ada");
    private static final ConversationId IN = Place.discordConversation("7");
    private static final EventId SAID = EventId.discordSaid("42");
    private static final TurnId TURN = new TurnId(Ids.derive("t", "sample"));
    private static final StepId STEP = new StepId(Ids.derive("s", "sample"));
    private static final ResponseId RESPONSE = new ResponseId(Ids.derive("r", "sample"));
    private static final PersonId BO = new PersonId("discord:user:9");
    private static final Author AUTHOR = new Author(BO, "Bo", AuthorKind.PERSON, List.of("55"));
    private static final List<Hearing> HEARD = JsonTest.HELLO.heardBy();
    private static final List<Hearing> HEARD_IN_OWN_THREAD =
            List.of(
                    new Hearing(
                            ADA,
                            false,
                            HEARD.getFirst().address(),
                            true,
                            false,
                            false,
                            Optional.of(true),
                            Optional.of("may not write in #tea"),
                            Optional.of(true)));
    private static final Place THREAD =
            new Place(
                    IN,
                    "discord",
                    PlaceKind.THREAD,
                    "7",
                    Optional.of("6"),
                    Optional.of("5"),
                    Optional.of("1"),
                    Optional.of("Café"),
                    Optional.of("tea"),
                    Optional.of(BO));
    private static final Attachment FILE =
            new Attachment(
                    "3",
                    "cat.png",
                    Optional.of("image/png"),
                    1234,
                    "https://cdn/cat.png",
                    Optional.of("a cat"));
    private static final Line LINE =
            new Line(
                    SAID,
                    AT,
                    BO,
                    "Bo",
                    AuthorKind.PERSON,
                    Optional.of(ADA),
                    "hello",
                    Optional.of(SAID),
                    Optional.of(List.of(FILE)),
                    Optional.of(new Quote("Cy", "who is there?")));
    private static final Interaction INTERACTION =
            new Interaction("12", "c2VhbGVk", AT.plusSeconds(900));
    private static final Place COMMENTS =
            new Place(
                    Place.instagramComments("17"),
                    "instagram",
                    PlaceKind.COMMENTS,
                    "17",
                    Optional.of("16"),
                    Optional.empty(),
                    Optional.of("15"),
                    Optional.of("ada.keeps.bees"),
                    Optional.empty(),
                    Optional.empty());
    private static final Place INBOX =
            new Place(
                    Place.instagramDm("15", "9"),
                    "instagram",
                    PlaceKind.DM,
                    "9",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new PersonId("instagram:user:9")));
    private static final Place PUBLISHING =
            new Place(
                    Place.instagramPublishing("15"),
                    "instagram",
                    PlaceKind.PUBLISHING,
                    "15",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("15"),
                    Optional.of("ada.keeps.bees"),
                    Optional.empty(),
                    Optional.empty());
    private static final PostItem ITEM =
            new PostItem("ab".repeat(32) + ".png", "bees.png", Optional.of("bees on a comb"));
    private static final Post POST =
            new Post(
                    PostKind.IMAGE,
                    List.of(ITEM),
                    Optional.of("At work."),
                    Optional.of(ITEM),
                    Optional.of(true),
                    true,
                    Optional.of(AT));
    private static final PostProgress PROGRESS =
            new PostProgress(
                    List.of(
                            new PostMedia(
                                    0,
                                    "cd".repeat(32) + ".jpg",
                                    "image/jpeg",
                                    2345,
                                    Optional.of(1080),
                                    Optional.of(1350),
                                    Optional.of(3000L),
                                    Optional.of("https://media.example/cd.jpg"),
                                    Optional.of("178"))),
                    Optional.of("179"),
                    Optional.of("180"),
                    Optional.of("https://www.instagram.com/p/x/"));
    private static final RecordRef REF = new RecordRef("carrier.events", 3, 17);

    private Samples() {}

    static List<Travels> all() {
        ObjectNode tree = Json.mapper().createObjectNode().put("b", 1).put("a", "x");
        return List.of(
                new Event.Said(
                        SAID,
                        AT,
                        THREAD,
                        AUTHOR,
                        "hello @Ada",
                        Optional.of(EventId.discordSaid("41")),
                        List.of(FILE),
                        HEARD_IN_OWN_THREAD,
                        Optional.of(new Quote("Cy", "who is there?"))),
                new Event.Edited(
                        EventId.of("discord", "42", "edited", "1700000000000"),
                        AT,
                        THREAD,
                        AUTHOR,
                        SAID,
                        "hi",
                        HEARD,
                        Optional.of(List.of())),
                new Event.Deleted(
                        EventId.of("discord", "42", "deleted", "0"), AT, THREAD, SAID, HEARD),
                new Event.Reacted(
                        EventId.of("discord", "42", "reacted", "9:👍"),
                        AT,
                        THREAD,
                        AUTHOR,
                        SAID,
                        "👍",
                        true,
                        HEARD),
                new Event.Typed(
                        EventId.of("discord", "7", "typed", "9:1700000000"),
                        AT,
                        THREAD,
                        AUTHOR,
                        HEARD),
                new Event.Commanded(
                        EventId.discordCommanded("77"),
                        AT,
                        THREAD,
                        AUTHOR,
                        "ask",
                        new TreeMap<>(Map.of("text", "hello?")),
                        true,
                        INTERACTION,
                        HEARD),
                new Event.Read(
                        EventId.of("instagram", "m1", "read", "9"),
                        AT,
                        INBOX,
                        AUTHOR,
                        Optional.of(EventId.said("instagram", "m0")),
                        HEARD),
                new Event.PostOrdered(
                        EventId.of("instagram", "o1", "ordered", "0"), AT, PUBLISHING, POST, HEARD),
                new Event.SayOrdered(
                        EventId.of("instagram", "o2", "ordered", "0"),
                        AT,
                        COMMENTS,
                        "Thank you!",
                        Optional.of(EventId.said("instagram", "17")),
                        true,
                        HEARD,
                        Optional.of(new PostItem("3f9c.jpg", "bees.jpg", Optional.empty()))),
                new Event.ModerationOrdered(
                        EventId.of("instagram", "o3", "ordered", "0"),
                        AT,
                        COMMENTS,
                        EventId.said("instagram", "17"),
                        Moderation.HIDE,
                        HEARD),
                new Step.Think(
                        STEP,
                        TURN,
                        THREAD,
                        ADA,
                        new CharacterHash("3f9c21"),
                        new PolicyHash("a1b2"),
                        "main",
                        Purpose.REPLY,
                        List.of(LINE),
                        List.of(SAID),
                        List.of(BO),
                        Optional.of("Keep it short."),
                        "mention",
                        AT,
                        AT.plusSeconds(120),
                        0,
                        Optional.of(List.of(new Exchange("weather", tree, "sunny"))),
                        Optional.of(List.of(SAID)),
                        Optional.of(2)),
                new Step.Call(STEP, TURN, THREAD, ADA, "weather", tree, AT, AT.plusSeconds(120), 1),
                new Result.Thought(
                        STEP,
                        TURN,
                        IN,
                        ADA,
                        "Hello Bo.",
                        "openai/m",
                        List.of(
                                new PromptMessage("system", "You are Ada."),
                                new PromptMessage(
                                        "user",
                                        "Bo: hello",
                                        Optional.of(
                                                List.of(
                                                        new PromptPicture(
                                                                "cat.png",
                                                                "image/png",
                                                                1234,
                                                                64,
                                                                48,
                                                                "ab".repeat(32)))))),
                        new Recollection(
                                List.of(LINE),
                                List.of("likes tea"),
                                List.of("bees"),
                                Optional.of(SAID),
                                "ok"),
                        new Usage(100, 5, 42, true),
                        AT,
                        812,
                        1,
                        Optional.of("stop")),
                new Result.Returned(STEP, TURN, IN, ADA, "sunny", 12),
                new Result.Failed(
                        STEP, TURN, IN, ADA, FailureKind.MODEL, "503 three times", AT, 9000, 3),
                new Result.Deferred(STEP, TURN, IN, ADA, AT.plusSeconds(300), "quota"),
                new Response.Say(
                        RESPONSE,
                        TURN,
                        THREAD,
                        ADA,
                        1,
                        2,
                        "Hello Bo.",
                        Optional.of(SAID),
                        SAID,
                        AT,
                        AT.plusSeconds(120),
                        Optional.of(List.of(new TextFile("answer.md", "Hello Bo and all."))),
                        Optional.of(List.of("Hello Bo", "and all.")),
                        Optional.of(new ThreadStart(SAID, "hello")),
                        Optional.of(false),
                        Optional.of(INTERACTION),
                        Optional.of(true),
                        Optional.of(new PostItem("3f9c.jpg", "bees.jpg", Optional.empty()))),
                new Response.Notice(
                        RESPONSE,
                        TURN,
                        THREAD,
                        ADA,
                        "Ada is paused.",
                        INTERACTION,
                        AT,
                        AT.plusSeconds(900)),
                new Response.React(
                        RESPONSE, TURN, THREAD, ADA, SAID, "⚠️", AT, AT.plusSeconds(120)),
                new Response.Typing(RESPONSE, TURN, THREAD, ADA, true, AT, AT.plusSeconds(120)),
                new Response.Withdraw(
                        RESPONSE, TURN, THREAD, ADA, List.of(RESPONSE), "deleted", AT),
                new Response.Moderate(
                        RESPONSE,
                        TURN,
                        COMMENTS,
                        ADA,
                        EventId.said("instagram", "17"),
                        Moderation.DELETE,
                        AT,
                        AT.plusSeconds(120)),
                new Response.Publish(
                        RESPONSE,
                        TURN,
                        PUBLISHING,
                        ADA,
                        PublishStep.CREATE,
                        Optional.of(0),
                        POST,
                        PROGRESS,
                        AT,
                        AT.plusSeconds(120)),
                new Delivery.Accepted(
                        RESPONSE,
                        TURN,
                        IN,
                        ADA,
                        EventId.discordSaid("43"),
                        new PersonId("discord:user:99"),
                        "Ada",
                        "Hello Bo.",
                        AT,
                        false),
                new Delivery.Refused(
                        RESPONSE,
                        TURN,
                        IN,
                        ADA,
                        "no permission (50013)",
                        AT,
                        Optional.of(AT.plusSeconds(300)),
                        Optional.of(AT.plusSeconds(600))),
                new Delivery.Stepped(
                        RESPONSE,
                        TURN,
                        PUBLISHING.conversation(),
                        ADA,
                        PublishStep.POLL,
                        Optional.of(0),
                        PROGRESS,
                        Optional.of(ContainerStatus.IN_PROGRESS),
                        Optional.of(new PublishingQuota(2, 50, 86_400)),
                        AT,
                        true),
                new Delivery.StepFailed(
                        RESPONSE,
                        TURN,
                        PUBLISHING.conversation(),
                        ADA,
                        PublishStep.CREATE,
                        Optional.of(0),
                        Remedy.WAIT,
                        "the quota of posts is used up (9/2207042)",
                        Optional.of(AT.plusSeconds(3600)),
                        AT),
                new Memory.Fact("f-1", ADA, BO, IN, "likes tea", List.of(SAID), AT),
                new Memory.Summary(
                        "m-1", ADA, IN, "They talked of tea.", SAID, EventId.discordSaid("43"), AT),
                new Memory.Forget("g-1", BO, "asked", AT),
                new JournalRecord.Entry(
                        IN,
                        1,
                        AT,
                        new JournalRecord.Input(
                                "heard", Optional.of(tree), Optional.of(REF), "ab".repeat(32)),
                        new PolicyHash("a1b2"),
                        "0.1.0+abc",
                        List.of(
                                new JournalRecord.Output(
                                        "carrier.steps", STEP.value(), "cd".repeat(32))),
                        List.of(
                                new Outcome(
                                        SAID,
                                        ADA,
                                        OutcomeKind.REPLIED,
                                        "mention",
                                        Optional.of(TURN))),
                        "mention: a turn opens",
                        "ef".repeat(32)),
                new JournalRecord.Snapshot(IN, 1, AT, "0.1.0+abc", tree, "ef".repeat(32)),
                new SettingsVersion.CharacterVersion(new CharacterHash("3f9c21"), "Ada", tree),
                new SettingsVersion.PolicyVersion(policy().hash(), policy()),
                new SettingsVersion.PricesVersion("0a", tree),
                new SettingsVersion.Paused(List.of(ADA)),
                new SettingsVersion.Asked(BO, "Bo", ADA, IN, "K7QX2MPD", AT, AT.plusSeconds(3600)),
                new SettingsVersion.Paired(BO, true, AT),
                new DeadLetter.Dead(
                        "pipeline-processor",
                        Optional.of(REF),
                        "Nw==",
                        "b29wcw==",
                        Map.of("carrier-turn", "t-1"),
                        "not JSON",
                        AT));
    }

    private static Policy policy() {
        Policy plain = JsonTest.policy();
        Policy.Ways ways = plain.defaults();
        Optional<Policy.Cooldown> cooldown =
                Optional.of(new Policy.Cooldown(Duration.ofSeconds(30), Duration.ofSeconds(5)));
        Optional<Policy.BotTalk> bots =
                Optional.of(
                        new Policy.BotTalk(
                                List.of("ours"), 3, Duration.ofMinutes(10), Duration.ofMinutes(5)));
        return new Policy(
                new Policy.Ways(
                        ways.guilds(),
                        ways.dms(),
                        ways.answer(),
                        ways.names(),
                        "some",
                        ways.gather(),
                        ways.remember(),
                        ways.deadline(),
                        ways.catchUp(),
                        ways.onFailure(),
                        Optional.of("Keep it short."),
                        Optional.of("main"),
                        cooldown,
                        Optional.of(true),
                        bots),
                List.of(
                        new Policy.Rule(
                                "discord:channel:7",
                                Optional.of(Policy.Dms.PAIRING),
                                Optional.of(Policy.Answer.ALWAYS),
                                Optional.of(Policy.Names.NEVER),
                                Optional.of(ways.gather()),
                                Optional.of(Policy.Remember.ALL),
                                Optional.of(ways.deadline()),
                                Optional.of(ways.catchUp()),
                                Optional.of("⚠️"),
                                Optional.of("Keep it short."),
                                Optional.of("main"),
                                cooldown,
                                Optional.of(true),
                                bots)),
                plain.cast(),
                plain.paused(),
                plain.window(),
                plain.atTheCap(),
                Optional.of("small"),
                Optional.of("spare"),
                Optional.of(new Admitted(List.of(BO), List.of(BO), true)),
                Optional.of(Duration.ofHours(2)));
    }
}
