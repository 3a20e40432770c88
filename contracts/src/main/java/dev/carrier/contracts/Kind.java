package dev.carrier.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which a record travels: its JSON field {@code type}, with a version, as in {@code
 * said.v1}. A changed meaning is a new version beside the old one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
    /** Name and version. */
    String value();
}
