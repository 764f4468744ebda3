package thymus.ci.command;

import picocli.CommandLine;

/** Gives the subcommands the streams they write to. */
final class CommandFactory implements CommandLine.IFactory {
    private final Console console;
    private final CrashLog log;
    private final EngineFactory workshop;
    private final CommandLine.IFactory standard = CommandLine.defaultFactory();

    CommandFactory(Console console, CrashLog log, EngineFactory workshop) {
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
        if (type == MutateCommand.class) {
            return type.cast(new MutateCommand(console));
        }
        if (type == GuardCommand.class) {
            return type.cast(new GuardCommand(console));
        }
        if (type == FormatCommand.class) {
            return type.cast(new FormatCommand(console));
        }
        if (type == CorpusCommand.class) {
            return type.cast(new CorpusCommand(console));
        }
        if (type == BenchCommand.class) {
            return type.cast(new BenchCommand(console, log, workshop));
        }
        if (type == StatetestCommand.class) {
            return type.cast(new StatetestCommand(console));
        }
        if (type == InitCommand.class) {
            return type.cast(new InitCommand(console, log));
        }
        if (type == LspCommand.class) {
            return type.cast(new LspCommand(console, System.in));
        }
        return standard.create(type);
    }
}
