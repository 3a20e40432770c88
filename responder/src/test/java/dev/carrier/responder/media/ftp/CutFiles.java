package dev.carrier.responder.media.ftp;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ftpserver.filesystem.nativefs.NativeFileSystemFactory;
import org.apache.ftpserver.filesystem.nativefs.impl.NativeFileSystemView;
import org.apache.ftpserver.filesystem.nativefs.impl.NativeFtpFile;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.User;

/** A server's disk on which the line breaks after so many bytes, so many times. */
final class CutFiles extends NativeFileSystemFactory {
    private final int after;
    private final AtomicInteger left;

    CutFiles(int after, int times) {
        this.after = after;
        this.left = new AtomicInteger(times);
    }

    @Override
    public FileSystemView createFileSystemView(User user) throws FtpException {
        return new NativeFileSystemView(user) {
            @Override
            public NativeFtpFile getFile(String name) {
                var file = super.getFile(name);
                return new NativeFtpFile(
                        file.getAbsolutePath(), (File) file.getPhysicalFile(), user) {
                    @Override
                    public OutputStream createOutputStream(long offset) throws IOException {
                        return breaking(super.createOutputStream(offset));
                    }
                };
            }
        };
    }

    private OutputStream breaking(OutputStream disk) {
        return new OutputStream() {
            private int written;
            private boolean broken;

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                if (broken) {
                    throw new SocketException("the line was cut");
                }
                if (written + count > after && left.getAndDecrement() > 0) {
                    broken = true;
                    disk.write(bytes, from, after - written);
                    disk.flush();
                    throw new SocketException("the line is cut");
                }
                written += count;
                disk.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                disk.close();
            }
        };
    }
}
