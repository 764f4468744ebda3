package thymus.ci.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import thymus.fixtures.Repository;

/** A copy of the launcher among fake JDKs and a fake Maven, which write down how they were called. */
record Sandbox(Path folder) {
    private static final List<String> MODULES = List.of(
            "spec",
            "harness",
            "harness/evm",
            "harness/contracts",
            "harness/fork",
            "harness/system",
            "solver",
            "fuzz",
            "ci");

    record Ran(int exitCode, String output) {}

    static Sandbox in(Path folder) throws IOException {
        Sandbox sandbox = new Sandbox(folder);
        Path launcher = Repository.at("thymus");
        Files.createDirectories(sandbox.root());
        Files.copy(launcher, sandbox.root().resolve("thymus"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(sandbox.root().resolve("pom.xml"), "");
        for (String module : MODULES) {
            Files.createDirectories(sandbox.root().resolve(module + "/src/main"));
            Files.writeString(sandbox.root().resolve(module + "/pom.xml"), "");
        }
        Files.writeString(sandbox.root().resolve("ci/java.options"), "");
        Files.createDirectories(sandbox.elsewhere());
        sandbox.maven("3.9.9", "exit 0");
        sandbox.script(sandbox.root().resolve("mvnw"), "echo wrapper $* >>" + sandbox.calls());
        return sandbox;
    }

    Path root() {
        return folder.resolve("a root");
    }

    Path jdks() {
        return folder.resolve("jdks");
    }

    /** The caller's working directory. */
    Path elsewhere() {
        return folder.resolve("elsewhere");
    }

    private Path calls() {
        return folder.resolve("calls");
    }

    /** What Maven was asked to do, one line for each time. */
    List<String> mavenCalls() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
    }

    /** How often a start-up cache was to be made. */
    int trainingCount() throws IOException {
        return Files.exists(trainings()) ? Files.readAllLines(trainings()).size() : 0;
    }

    private Path trainings() {
        return folder.resolve("trainings");
    }

    Path jdk(String name, String version) throws IOException {
        return jdk(name, version, true);
    }

    /** @param trains whether it can make a start-up cache */
    Path jdk(String name, String version, boolean trains) throws IOException {
        Path home = jdks().resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "exit 0");
        script(
                home.resolve("bin/java"),
                "for a; do case $a in -XX:AOTCacheOutput=*) echo trained >>" + trainings(),
                "  " + (trains ? "echo cache >\"${a#*=}\"" : "exit 1") + "; exit;; esac; done",
                "echo jdk " + name,
                "pwd -P",
                "for a; do echo \"<$a>\"; done",
                "exit 7");
        return home;
    }

    void maven(String version, String... build) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        script(
                folder.resolve("bin/mvn"),
                "if [ \"$1\" = --version ]; then echo Apache Maven " + version + "; exit; fi",
                "echo JAVA_HOME=$(basename \"$JAVA_HOME\") $* >>" + calls(),
                "mkdir -p ci/target",
                String.join("\n", build));
    }

    void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    Process start(Map<String, String> environment, String... arguments) throws IOException {
        return start(root().resolve("thymus"), environment, arguments);
    }

    private Process start(Path command, Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(command.toString()), Stream.of(arguments))
                .toList());
        builder.directory(elsewhere().toFile()).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("THYMUS_JDKS", jdks().toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    Ran run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return finish(start(environment, arguments));
    }

    /** @param script in the sandbox's folder, which calls the launcher in its own way */
    Ran runScript(String script, String... arguments) throws IOException, InterruptedException {
        return finish(start(folder.resolve(script), Map.of(), arguments));
    }

    static Ran finish(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }
}
