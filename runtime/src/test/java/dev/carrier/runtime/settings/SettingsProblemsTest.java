package dev.carrier.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.SetupProblem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    polcy: {} | carrier.yaml:1: there is no key 'polcy'; did you mean 'policy'?
                    http: { uii: 1 } | carrier.yaml:1: there is no key 'uii' in http; did you mean 'ui'?
                    http: { ui: many } | carrier.yaml:1: http.ui must be a whole number, not 'many'
                    http: { ui: 70700 } | carrier.yaml:1: http.ui must be a port from 0 to 65535
                    http: { ui: 7071 } | http.health is the same port as http.ui
                    http: 7070 | carrier.yaml:1: http must be keys and values, not one value
                    kafka: { retention: 7 days } | carrier.yaml:1: kafka.retention must be a time like 1.5s, 10m, 1h or 90d, not '7 days'
                    kafka: { partitions: 0 } | carrier.yaml:1: kafka.partitions must be 1 or more
                    memory: { window: { bytes: lots } } | carrier.yaml:1: memory.window.bytes must be a size like 12KB, not 'lots'
                    timezone: Mars/Base | carrier.yaml:1: timezone must be a time zone like Europe/Berlin or UTC, not 'Mars/Base'
                    version: 2 | carrier.yaml:1: version must be 1, the only shape there is
                    log: { format: xml } | carrier.yaml:1: log.format must be text, json, not 'xml'
                    log: { format: [text] } | carrier.yaml:1: log.format must be one value, text, json
                    limits: { owners: [bo] } | carrier.yaml:1: limits.owners[0] must be a person like discord:user:123456789012345678, not 'bo'
                    limits: { atTheCap: spare } | carrier.yaml:1: limits.atTheCap is spare, but there is no models.spare
                    limits: { perCharacter: { money: much } } | carrier.yaml:1: limits.perCharacter.money must be a number like 3.00, not 'much'
                    policy: { default: { gather: { whileTyping: maybe } } } | carrier.yaml:1: policy.default.gather.whileTyping must be true or false, not 'maybe'
                    policy: { default: { gather: { quiet: 10s } } } | carrier.yaml:1: policy.default.gather.quiet must not be longer than atMost
                    policy: { default: { bots: some } } | carrier.yaml:1: policy.default.bots.allow must be never, ours, all, or bots like discord:user:123456789012345678, not 'some'
                    policy: { default: { bots: [all, ours] } } | carrier.yaml:1: policy.default.bots.allow is all and more; one of them is too much
                    policy: { default: { bots: [] } } | carrier.yaml:1: policy.default.bots.allow must say who: never, ours, all, or bots
                    policy: { default: { bots: { turns: 0 } } } | carrier.yaml:1: policy.default.bots.turns must be 1 to 20; to answer no bots write bots: never
                    policy: { default: { bots: { every: 0 } } } | carrier.yaml:1: policy.default.bots.every must be longer than nothing
                    policy: { default: { bots: { turn: 2 } } } | carrier.yaml:1: there is no key 'turn' in policy.default.bots; did you mean 'turns'?
                    policy: { rules: [ { in: "channel:1", bots: bo } ] } | carrier.yaml:1: policy.rules[0].bots.allow must be never, ours, all, or bots like discord:user:123456789012345678, not 'bo'
                    policy: { rules: [ { answer: never } ] } | carrier.yaml:1: policy.rules[0].in is missing
                    policy: { rules: [ { in: here } ] } | carrier.yaml:1: policy.rules[0].in must be a place like discord:channel:112233445566778899 (thread, channel, category or guild) or instagram:post:17900000000000000 (comments, post, dm or account), or a role like discord:role:112233445566778899
                    policy: { rules: [ { in: "channel:1" }, { in: "discord:channel:1" } ] } | carrier.yaml:1: policy.rules[1].in is the place of policy.rules[0].in too; make them one rule
                    policy: { rules: [ { in: "discord:role:vip" } ] } | carrier.yaml:1: policy.rules[0].in must be a place like discord:channel:112233445566778899 (thread, channel, category or guild) or instagram:post:17900000000000000 (comments, post, dm or account), or a role like discord:role:112233445566778899
                    policy: { rules: [ { in: "role:1", answer: always }, { in: "discord:role:1" } ] } | carrier.yaml:1: policy.rules[1].in is the role of policy.rules[0].in too; make them one rule
                    policy: { rules: [ { in: "role:1", gather: { quiet: 1s } } ] } | carrier.yaml:1: policy.rules[0].gather is of places, not of roles; the rule of a role may say answer, cooldown, prompt and model
                    policy: { rules: [ { in: "role:1", dms: nobody } ] } | carrier.yaml:1: policy.rules[0].dms is of places, not of roles; the rule of a role may say answer, cooldown, prompt and model
                    policy: { rules: [ { in: "role:1", coldown: 3s } ] } | carrier.yaml:1: there is no key 'coldown' in policy.rules[0]; did you mean 'cooldown'?
                    policy: { rules: [ { in: "role:1", model: mian } ] } | carrier.yaml:1: policy.rules[0].model names the model 'mian', which is not in models; did you mean 'main'?
                    policy: { rules: [ { in: "guild:1", dms: nobody } ] } | carrier.yaml:1: policy.rules[0].dms is about DMs, which are in no server; write it under policy.default
                    policy: { default: { cooldown: soon } } | carrier.yaml:1: policy.default.cooldown.person must be a time like 1.5s, 10m, 1h or 90d, not 'soon'
                    policy: { default: { cooldown: { place: 2d } } } | carrier.yaml:1: policy.default.cooldown.place must be 24h at most
                    policy: { default: { cooldown: { persn: 3s } } } | carrier.yaml:1: there is no key 'persn' in policy.default.cooldown; did you mean 'person'?
                    policy: { default: { dmAllow: [bo] } } | carrier.yaml:1: policy.default.dmAllow[0] must be a person like discord:user:123456789012345678, not 'bo'
                    policy: { default: { dms: pair } } | carrier.yaml:1: policy.default.dms must be members, pairing, everyone, nobody, not 'pair'
                    accounts: { ada: { model: mian } } | carrier.yaml:1: accounts.ada.model names the model 'mian', which is not in models; did you mean 'main'?
                    platforms: { instagram: { version: 26 } } | carrier.yaml:1: platforms.instagram.version must be a version like v26.0
                    platforms: { instagram: { webhook: { path: ig } } } | carrier.yaml:1: platforms.instagram.webhook.path must begin with a slash
                    platforms: { instagram: { poll: { media: 0 } } } | carrier.yaml:1: platforms.instagram.poll.media must be 1 to 100
                    media: { url: "https://m.example/", host: folder } | media.folder is missing: with host: folder it is what a web server shows under media.url
                    media: { url: "https://m.example/" } | media.ftp.host is missing: with host: ftp it is the server that shows its files under media.url
                    media: { ftp: { uploads: 0 } } | carrier.yaml:1: media.ftp.uploads must be 1 to 16
                    accounts: { ada: { platform: irc } } | carrier.yaml:1: accounts.ada.platform must be discord or instagram
                    accounts: { ada: { shards: { total: many } } } | carrier.yaml:1: accounts.ada.shards.total must be auto or a number from 1 to 9999
                    accounts: { ada: { shards: { total: 2, ids: [2] } } } | carrier.yaml:1: accounts.ada.shards.ids must be from 0 to 1, because total is 2
                    accounts: { ada: { shards: { ids: [0] } } } | accounts.ada.shards.total must be a number where ids are chosen
                    accounts: { ada: { shards: { total: 2, ids: [one] } } } | carrier.yaml:1: accounts.ada.shards.ids[0] must be a whole number, not 'one'
                    platforms: { discord: { shards: some } } | carrier.yaml:1: platforms.discord.shards must be numbers of shards like 0,1 or 0-3
                    models: { a: { fallback: [a] } } | carrier.yaml:1: models.a.fallback names itself
                    models: { a: { timeout: 0 } } | carrier.yaml:1: models.a.timeout must be longer than nothing
                    models: [ a ] | carrier.yaml:1: models must be names with what belongs to them
                    platforms: { discord: { url: here } } | carrier.yaml:1: platforms.discord.url must be an address like https://example.org/, not 'here'
                    platforms: { discord: { catchUp: { messages: 0 } } } | carrier.yaml:1: platforms.discord.catchUp.messages must be 1 or more
                    platforms: { discord: { accounts: "ada, bo" } } | carrier.yaml:1: platforms.discord.accounts names the account 'ada', which is not in accounts
                    platforms: { discord: { catchUp: { within: 0s } } } | carrier.yaml:1: platforms.discord.catchUp.within must be longer than nothing
                    data: "${HOME" | carrier.yaml:1: a reference must read ${NAME} or ${NAME:default}
                    data: "${WHERE}" | carrier.yaml:1: data needs WHERE, which is not set: export WHERE, write it into .env, or give a default: ${WHERE:…}
                    data: &a b | ''
                    nothing | carrier.yaml:1: the file must be keys and values, like 'version: 1'
                    """)
    void whatIsWrongIsOneSentenceWithItsLine(String text, String sentence) {
        if (sentence.isEmpty()) {
            assertThat(SettingsLoader.parse(text, Map.of(), Map.of()).settings()).isNotNull();
            return;
        }
        assertThatThrownBy(() -> SettingsLoader.parse(text, Map.of(), Map.of()))
                .isInstanceOf(SetupProblem.class)
                .hasMessage(sentence);
    }

    @Test
    void theLineIsThatOfTheKey() {
        assertProblem(
                "version: 1\n\nhttp:\n  bind: 127.0.0.1\n  ui: x\n",
                "carrier.yaml:5: http.ui must be a whole number, not 'x'");
        assertProblem(
                "policy:\n  rules:\n    - { in: 'channel:1' }\n    - { in: 'channel:2', anser: ask }\n",
                "carrier.yaml:4: there is no key 'anser' in policy.rules[1]; did you mean 'answer'?");
        assertProblem(
                "http:\n  ui: 1\n  ui: 2\n",
                "carrier.yaml:3: 'ui' stands there twice, first in line 2");
    }

    @Test
    void brokenYamlNamesItsLineAndDoesNotQuoteTheFile() {
        var problem = problem("version: 1\nhttp: { ui: 1\nmodels: \"sesame\n");

        assertThat(problem).hasMessageStartingWith("carrier.yaml:").hasMessageContaining("YAML");
        assertThat(problem.getMessage()).doesNotContain("sesame");
    }

    @Test
    void anUnsetVariableIsAnErrorOnlyWhereItIsUsed() {
        Settings settings =
                SettingsLoader.parse(
                                """
                                models:
                                  main: { model: "${MODEL}", concurrency: "${MANY}" }
                                  other: { model: fine, provider: ollama }
                                accounts: { ada: { token: "${TOKEN}" } }
                                """,
                                Map.of(),
                                Map.of())
                        .settings();

        assertThat(settings.model("other").model()).isEqualTo("fine");
        assertThatThrownBy(() -> settings.model("main"))
                .hasMessage(
                        "models.main.model needs MODEL, which is not set: export MODEL or write it"
                                + " into .env");
        assertThatThrownBy(() -> settings.account(new AccountId("ada")))
                .hasMessage(
                        "accounts.ada.token needs TOKEN, which is not set: export TOKEN or write it"
                                + " into .env");
        assertThatThrownBy(() -> settings.models().get("main").key().value())
                .hasMessageContaining("ANTHROPIC_API_KEY");
    }

    @Test
    void whatIsNotThereIsNamedWithTheNearest() {
        Settings settings = Settings.defaults();

        assertThatThrownBy(() -> settings.model("mian"))
                .hasMessage(
                        "no model is named 'mian'; did you mean 'main'? Add models.mian to the"
                                + " settings");
    }

    @Test
    void twoAccountsWithOneTokenAreRefused() {
        var problem =
                catchThrowableOfType(
                        SetupProblem.class,
                        () ->
                                SettingsLoader.parse(
                                        """
                                        accounts:
                                          ada: { token: "${T}" }
                                          bo: { token: "${T}" }
                                        """,
                                        Map.of("T", "sesame"),
                                        Map.of()));

        assertThat(problem)
                .hasMessageStartingWith("carrier.yaml:3: accounts.bo.token is the token");
        assertThat(problem.getMessage()).doesNotContain("sesame");
    }

    private static void assertProblem(String text, String sentence) {
        assertThat(problem(text)).hasMessage(sentence);
    }

    private static SetupProblem problem(String text) {
        return catchThrowableOfType(
                SetupProblem.class, () -> SettingsLoader.parse(text, Map.of(), Map.of()));
    }
}
