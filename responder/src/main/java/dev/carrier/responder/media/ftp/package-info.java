/** A media host that is reached by FTP, with TLS unless somebody asks for none. */
@NullMarked
package dev.carrier.responder.media.ftp;

import org.jspecify.annotations.NullMarked;
