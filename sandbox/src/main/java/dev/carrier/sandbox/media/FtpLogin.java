package dev.carrier.sandbox.media;

import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.ftplet.Authentication;
import org.apache.ftpserver.ftplet.AuthenticationFailedException;
import org.apache.ftpserver.ftplet.User;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.usermanager.UsernamePasswordAuthentication;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.jspecify.annotations.Nullable;

/** The one user of the media host, who may write in its folder, as often at once as wanted. */
final class FtpLogin implements UserManager {
    private final BaseUser user = new BaseUser();

    FtpLogin(String name, String password, Path folder) {
        user.setName(name);
        user.setPassword(password);
        user.setHomeDirectory(folder.toString());
        user.setAuthorities(List.of(new WritePermission(), new ConcurrentLoginPermission(0, 0)));
    }

    @Override
    public User authenticate(Authentication how) throws AuthenticationFailedException {
        if (how instanceof UsernamePasswordAuthentication given
                && user.getName().equals(given.getUsername())
                && user.getPassword().equals(given.getPassword())) {
            return user;
        }
        throw new AuthenticationFailedException("not the user of this host");
    }

    @Override
    public @Nullable User getUserByName(String name) {
        return doesExist(name) ? user : null;
    }

    @Override
    public String[] getAllUserNames() {
        return new String[] {user.getName()};
    }

    @Override
    public boolean doesExist(String name) {
        return user.getName().equals(name);
    }

    @Override
    public void delete(String name) {
        throw new UnsupportedOperationException("the one user stays");
    }

    @Override
    public void save(User changed) {
        throw new UnsupportedOperationException("the one user stays");
    }

    @Override
    public @Nullable String getAdminName() {
        return null;
    }

    @Override
    public boolean isAdmin(String name) {
        return false;
    }
}
