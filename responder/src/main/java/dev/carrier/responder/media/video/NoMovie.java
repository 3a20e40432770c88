package dev.carrier.responder.media.video;

/** A file that cannot be read as a video; its message goes on from the file's name. */
final class NoMovie extends Exception {
    private static final long serialVersionUID = 1L;

    NoMovie(String why) {
        super(why);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
