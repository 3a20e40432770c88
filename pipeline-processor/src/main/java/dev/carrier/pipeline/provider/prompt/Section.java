package dev.carrier.pipeline.provider.prompt;

/** The sections of a system message, in the order in which they stand. */
enum Section {
    ABOUT("# About NAME"),
    KNOWLEDGE("# What NAME knows"),
    TOPICS("# Topics"),
    STYLE("# How NAME talks"),
    EXAMPLES("# Examples of how NAME talks"),
    EARLIER("# What was said earlier"),
    CALLED("# What NAME has just looked up"),
    NOW("# Here and now"),
    HOW("# How to answer");

    private final String heading;

    Section(String heading) {
        this.heading = heading;
    }

    String heading(String name) {
        return heading.replace("NAME", name);
    }

    /** What a line of somebody's text must not begin with, lest it look like a section. */
    String beginning() {
        return heading.replaceFirst(" ?NAME.*", "");
    }
}
