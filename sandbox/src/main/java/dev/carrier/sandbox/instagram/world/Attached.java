package dev.carrier.sandbox.instagram.world;

/**
 * A file, a story or a post in a direct message.
 *
 * @param type image, video, audio, file, story_mention, share, ig_reel, ig_post …
 * @param url where it can be fetched
 */
public record Attached(String type, String url) {}
