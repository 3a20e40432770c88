package dev.carrier.contracts;

/**
 * How much an account may publish.
 *
 * @param used posts within the running span
 * @param total posts that are allowed in it
 * @param seconds how long the span is
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/content_publishing_limit">Content
 *     Publishing Limit</a>
 */
public record PublishingQuota(int used, int total, long seconds) {}
