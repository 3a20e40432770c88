package dev.carrier.pipeline.state;

/** How a message called a character, the strongest first. */
public enum Call {
    /** It was said to it alone. */
    DM("dm"),
    /** Its user or its role is mentioned literally. */
    MENTION("mention"),
    /** It answers a message of the character. */
    REPLY("reply"),
    /** Its name stands where the policy looks for it. */
    NAME("name"),
    /** It is said in a thread that the character opened, where it talks with everyone. */
    THREAD("thread");

    private final String reason;

    Call(String reason) {
        this.reason = reason;
    }

    /** As journal and outcomes say it. */
    public String reason() {
        return reason;
    }
}
