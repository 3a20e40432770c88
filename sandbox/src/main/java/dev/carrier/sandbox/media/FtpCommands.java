package dev.carrier.sandbox.media;

import dev.carrier.sandbox.orders.Orders;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.jspecify.annotations.Nullable;

/** The usual commands of FTP, each of them by way of the orders in force. */
final class FtpCommands implements CommandFactory {
    private final CommandFactory usual = new CommandFactoryFactory().createCommandFactory();
    private final Orders orders;

    FtpCommands(Orders orders) {
        this.orders = orders;
    }

    @Override
    public @Nullable Command getCommand(String name) {
        var command = usual.getCommand(name);
        return command == null ? null : new OrderedCommand(command, orders);
    }
}
