package thymus.ci.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import thymus.ci.Version;

@Command(
        name = "thymus",
        description = "Proves and fuzzes the invariants of EVM contracts.",
        subcommands = {
            CheckCommand.class,
            InitCommand.class,
            ReplayCommand.class,
            RecheckCommand.class,
            MutateCommand.class,
            GuardCommand.class,
            BenchCommand.class,
            FormatCommand.class,
            LspCommand.class,
            CorpusCommand.class,
            StatetestCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "`thymus self-test` builds Thymus and runs its own tests.",
            "",
            "Exit codes: 0 nothing falsified; 1 something falsified; 2 wrong usage,",
            "specification or artifacts, or a property that could not be evaluated;",
            "3 internal error; 4 --require not met: a property is not proved, or not decided."
        })
public final class ThymusCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a command: check, init, replay, recheck, mutate, guard, bench, fmt, lsp, corpus or statetest");
    }
}
