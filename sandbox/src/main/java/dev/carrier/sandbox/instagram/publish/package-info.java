/**
 * How media becomes a post: containers that fetch it from its address as Meta does, check it, age,
 * and are published once. What decides is pure; {@link
 * dev.carrier.sandbox.instagram.publish.Publishing} puts it on the Graph API.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/content-publishing">Publish
 *     content</a>
 */
@NullMarked
package dev.carrier.sandbox.instagram.publish;

import org.jspecify.annotations.NullMarked;
