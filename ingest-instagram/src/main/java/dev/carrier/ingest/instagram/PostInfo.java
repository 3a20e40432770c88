package dev.carrier.ingest.instagram;

import java.util.Optional;

/**
 * What a comment stands under.
 *
 * @param id of the post: of the album, where the comment names one of its pictures
 * @param owner Instagram's id of the account whose post it is; absent when that is not known
 * @param ownerName its username
 */
record PostInfo(Optional<String> id, Optional<String> owner, Optional<String> ownerName) {

    /** A post of the account's own. */
    static PostInfo own(Self self, Optional<String> id) {
        return new PostInfo(id, Optional.of(self.id()), Optional.of(self.username()));
    }

    /** A post of somebody else's. */
    static PostInfo foreign(Optional<String> id, Optional<String> ownerName) {
        return new PostInfo(id, Optional.empty(), ownerName);
    }

    boolean isOwnedBy(Self self) {
        return owner.filter(self::is).isPresent();
    }
}
