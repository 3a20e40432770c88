package dev.carrier.responder.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    true  | ''
                    true  | User-agent: *;Disallow:
                    false | User-agent: *;Disallow: /
                    false | User-agent: *;Disallow: /media
                    true  | User-agent: *;Disallow: /other
                    true  | User-agent: *;Disallow: /;Allow: /media/
                    true  | User-agent: *;Disallow: /media/;Allow: /media/
                    true  | User-agent: *;Disallow: /;;User-agent: FacebookExternalHit;Allow: /
                    false | User-agent: *;Allow: /;User-agent: facebookexternalhit;Disallow: /
                    true  | User-agent: Googlebot;Disallow: /
                    false | User-agent: Googlebot;User-agent: facebookexternalhit;Disallow: /
                    false | User-agent: *;Disallow: /*.jpg$
                    true  | User-agent: *;Disallow: /*.png$
                    false | User-agent: * # all;Disallow: /me*/ # ours
                    true  | Disallow: /
                    """)
    void theFetcherKeepsToWhatIsSaidToIt(boolean allowed, String text) {
        assertThat(Robots.allow(text.replace(';', '\n'), "facebookexternalhit", "/media/one.jpg"))
                .isEqualTo(allowed);
    }
}
