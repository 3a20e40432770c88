package dev.carrier.cli;

import dev.carrier.runtime.build.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"carrier " + BuildInfo.released()};
    }
}
