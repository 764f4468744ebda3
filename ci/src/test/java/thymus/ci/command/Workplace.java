package thymus.ci.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import thymus.ci.engine.SystemEngines;

/** A folder with a specification and a compiled contract, and the command as a user would start it there. */
record Workplace(Path folder) {
    /** The declarations that every specification of these tests begins with. */
    static final String SYSTEM = """
            contract C = "C.sol:C";
            actor alice;
            setup { c = new C() from alice; }
            """;

    record Ran(int exitCode, String out, String err) {
        boolean says(String text) {
            return out.contains(text) || err.contains(text);
        }

        @Override
        public String toString() {
            return "exit code " + exitCode + "\n" + out + err;
        }
    }

    static Workplace with(Path folder, TinyContract contract, String specification) throws IOException {
        contract.writeTo(folder.resolve("out"));
        Files.writeString(folder.resolve("test.inv"), specification);
        return new Workplace(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Runs {@code thymus check} on the specification. */
    Ran check(String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "check";
        arguments[1] = file("test.inv").toString();
        arguments[2] = "--out";
        arguments[3] = file("kept").toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return run(arguments);
    }

    Ran run(String... arguments) {
        return run(SystemEngines::new, arguments);
    }

    Ran run(EngineFactory workshop, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(print(out), print(err), false);
        int exitCode = Main.run(console, new CrashLog(folder.resolve("log")), workshop, arguments);
        return new Ran(exitCode, text(out), text(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
