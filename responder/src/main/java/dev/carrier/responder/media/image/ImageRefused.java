package dev.carrier.responder.media.image;

/** A picture that cannot be posted; its message goes on from the file's name. */
final class ImageRefused extends Exception {
    private static final long serialVersionUID = 1L;

    ImageRefused(String why) {
        super(why);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
