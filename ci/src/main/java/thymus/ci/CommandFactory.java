package thymus.ci;

import picocli.CommandLine;
import thymus.ci.command.CheckCommand;
import thymus.ci.command.Console;
import thymus.ci.command.RecheckCommand;
import thymus.ci.command.ReplayCommand;
import thymus.ci.command.StatetestCommand;
import thymus.ci.command.Workshop;

/** Gives the subcommands the streams they write to. */
final class CommandFactory implements CommandLine.IFactory {
    private final Console console;
    private final CrashLog log;
    private final Workshop workshop;
    private final CommandLine.IFactory standard = CommandLine.defaultFactory();

    CommandFactory(Console console, CrashLog log, Workshop workshop) {
        this.workshop = workshop;
        this.console = console;
        this.log = log;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == CheckCommand.class) {
            return type.cast(new CheckCommand(console, log, workshop));
        }
        if (type == ReplayCommand.class) {
            return type.cast(new ReplayCommand(console));
        }
        if (type == RecheckCommand.class) {
            return type.cast(new RecheckCommand(console));
        }
        if (type == StatetestCommand.class) {
            return type.cast(new StatetestCommand(console));
        }
        return standard.create(type);
    }
}
