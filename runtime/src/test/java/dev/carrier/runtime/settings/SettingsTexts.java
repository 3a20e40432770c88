package dev.carrier.runtime.settings;

import java.util.Map;

final class SettingsTexts {
    static final Map<String, String> VARIABLES =
            Map.of("MODEL", "large-1", "KEY", "k-123", "TOKEN", "t-456", "PASSWORD", "pw-789");

    /** Every key, and none with its default but version and the names. */
    static final String FULL =
            """
            version: 1
            timezone: Europe/Berlin
            data: elsewhere
            models:
              main:
                provider: openai
                model: ${MODEL}
                key: ${KEY}
                timeout: 30s
                concurrency: 4
                price: { in: 3.00, out: 15.00 }
                fallback: [spare]
              spare: { provider: openai, url: "${SPARE_URL:http://127.0.0.1:11434/v1}", model: llama }
            accounts:
              ada:
                platform: discord
                character: characters/ada.json
                token: ${TOKEN}
                model: main
                shards: { total: 4, ids: [0, 1] }
            policy:
              default:
                guilds: [1, 2]
                dms: nobody
                answer: ask
                names: anywhere
                bots: { allow: [ours, "discord:user:5"], turns: 2, every: 1m, withoutPeople: 30s }
                gather: { quiet: 2s, atMost: 6s, whileTyping: false }
                remember: all
                deadline: 1m
                catchUp: 0
                onFailure: { react: "" }
              rules:
                - { in: "channel:112233445566778899", answer: always, prompt: "Keep it short.", gather: { quiet: 0 } }
                - { in: "discord:thread:998877665544332211", answer: never }
            limits:
              perPerson: { turns: 3, every: 2h }
              perConversation: { turns: 4, every: 2m }
              perCharacter: { calls: 5, money: 0.50, every: 1h }
              atTheCap: spare
              owners: ["discord:user:123456789012345678"]
            memory: { keep: 1d, window: { messages: 5, bytes: 4KB }, url: "http://memory:7073" }
            kafka:
              bootstrap: kafka:9092
              port: 0
              retention: 1d
              partitions: 24
              properties:
                security.protocol: SASL_SSL
                sasl.jaas.config: login password="${PASSWORD}";
            redis: { url: "rediss://u:${PASSWORD}@redis:6380", port: 0 }
            http: { bind: 0.0.0.0, ui: 0, health: 0, webhook: 0, sandbox: 0, memory: 0 }
            log: { format: json, level: debug, people: shown }
            platforms:
              discord: { url: "http://127.0.0.1:7080/api/v10/", identifySpacing: 100ms, catchUp: { messages: 50, within: 2h }, accounts: ada, shards: "0-3", requestsPerSecond: 200 }
            """;

    private SettingsTexts() {}
}
