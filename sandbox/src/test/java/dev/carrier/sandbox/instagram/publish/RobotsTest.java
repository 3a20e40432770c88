package dev.carrier.sandbox.instagram.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a robots.txt means for Meta's crawler; a comma in it is a line break. */
class RobotsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                        | /a.jpg   | true",
                "User-agent: *,Disallow:                                   | /a.jpg   | true",
                "User-agent: *,Disallow: /                                 | /a.jpg   | false",
                "User-agent: *,Disallow: /private                          | /a.jpg   | true",
                "User-agent: *,Disallow: /a                                | /a.jpg   | false",
                "User-agent: *,Disallow: /,Allow: /a                       | /a.jpg   | true",
                "User-agent: *,Allow: /a,Disallow: /a                      | /a.jpg   | true",
                "User-agent: *,Disallow: /*.jpg$                           | /a.jpg   | false",
                "User-agent: *,Disallow: /*.jpg$                           | /a.jpg?x | true",
                "User-agent: Googlebot,Disallow: /                         | /a.jpg   | true",
                "User-agent: facebookexternalhit,Disallow: /               | /a.jpg   | false",
                "user-agent: FacebookExternalHit/1.1,disallow: / # all     | /a.jpg   | false",
                "User-agent: *,Disallow: /,,User-agent: facebookexternalhit,Disallow: | /a.jpg | true",
                "User-agent: a,User-agent: facebookexternalhit,Disallow: / | /a.jpg   | false",
                "User-agent: facebookexternalhit,Disallow: /b,User-agent: a,Disallow: / | /a.jpg | true",
            })
    void theLongestRuleOfOurGroupDecides(String text, String path, boolean allowed) {
        assertThat(Robots.allow(text.replace(',', '\n'), path)).isEqualTo(allowed);
    }
}
