package dev.carrier.sandbox.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.sandbox.instagram.world.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @Test
    void fieldsHaveArgumentsAndFieldsOfTheirOwn() {
        var fields = Fields.parse("id, from{id,username},replies.limit(5).after(a=b){text}");
        assertThat(fields.named())
                .extracting(Fields.Field::name)
                .containsExactly("id", "from", "replies");
        assertThat(fields.named().get(1).within().named())
                .extracting(Fields.Field::name)
                .containsExactly("id", "username");
        var replies = fields.named().get(2);
        assertThat(replies.arguments()).containsEntry("limit", "5").containsEntry("after", "a=b");
        assertThat(replies.within().named()).hasSize(1);
    }

    @Test
    void noTextAsksForNothingInParticular() {
        assertThat(Fields.parse("")).isEqualTo(Fields.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,", "from{id", "from{}", "a.limit(5", "a b", "id}", ",", "a.(5)"})
    void whatIsNotWellFormedIsRefused(String text) {
        assertThatThrownBy(() -> Fields.parse(text))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Syntax error");
    }
}
