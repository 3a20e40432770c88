package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Purpose;
import dev.carrier.pipeline.character.Tokens;
import dev.carrier.runtime.settings.ModelSettings.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What tokens cost. Pure. */
final class Cost {
    /** A long answer; most are a tenth of it. */
    private static final int TOKENS_OF_AN_ANSWER = 1_000;

    private static final int TOKENS_OF_A_WORD = 50;

    /**
     * Of one as large as we send them:
     * https://docs.claude.com/en/docs/build-with-claude/vision#calculate-image-costs
     */
    private static final int TOKENS_OF_A_PICTURE = 1_600;

    private Cost() {}

    /** Prices are of a million tokens, so a token costs as many millionths as the price says. */
    static long micros(Price price, long in, long out) {
        return price.in()
                .multiply(BigDecimal.valueOf(in))
                .add(price.out().multiply(BigDecimal.valueOf(out)))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    static long estimate(Price price, List<PromptMessage> prompt, Purpose purpose) {
        int out = purpose == Purpose.JUDGE ? TOKENS_OF_A_WORD : TOKENS_OF_AN_ANSWER;
        return micros(price, tokens(prompt), out);
    }

    /** Tokens of a prompt, as we estimate them. */
    static long tokens(List<PromptMessage> prompt) {
        return prompt.stream()
                .mapToLong(one ->
                        Tokens.framed(one.text()) + (long) one.shown().size() * TOKENS_OF_A_PICTURE)
                .sum();
    }
}
