package thymus.ci.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("integration")
class LauncherTest {
    private static final Map<String, String> PLAIN = Map.of();

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void setUp() throws Exception {
        sandbox = Sandbox.in(folder);
    }

    @Test
    void findsTheNewJdkBesideAnOlderDefault() throws Exception {
        Path old = sandbox.jdk("a-17", "17.0.15");
        sandbox.jdk("b-8", "1.8.0_402");
        sandbox.jdk("c-25", "25.0.1");
        Sandbox.Ran ran = sandbox.run(Map.of("JAVA_HOME", old.toString()), "--help");
        assertTrue(ran.output().contains("jdk c-25"), ran.output());
        assertTrue(sandbox.mavenCalls().getFirst().startsWith("JAVA_HOME=c-25 "), "Maven runs on it too");
    }

    @Test
    void prefersJavaHomeWhenItIsNewEnough() throws Exception {
        sandbox.jdk("a-25", "25");
        Path chosen = sandbox.jdk("b-27", "27-ea");
        assertTrue(sandbox.run(Map.of("JAVA_HOME", chosen.toString())).output().contains("jdk b-27"));
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
        sandbox.jdk("a-17", "17.0.15");
        Sandbox.Ran ran = sandbox.run(PLAIN, "check", "x.inv");
        assertEquals(3, ran.exitCode());
        assertTrue(ran.output().contains("needs a JDK of version 25 or later"), ran.output());
        assertEquals(List.of(), sandbox.mavenCalls());
    }

    @Test
    void passesOnArgumentsWorkingDirectoryAndExitCode() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        Sandbox.Ran ran = sandbox.run(PLAIN, "check", "a file.inv", "", "$HOME *");
        assertEquals(7, ran.exitCode());
        assertTrue(ran.output().contains(sandbox.elsewhere().toRealPath().toString()), ran.output());
        assertTrue(ran.output().contains("<check>\n<a file.inv>\n<>\n<$HOME *>\n"), ran.output());
    }

    /** So that a report can show a command that works where the caller stands. */
    @Test
    void passesOnHowItWasCalled() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        String called = sandbox.root().resolve("thymus").toString();
        assertTrue(sandbox.run(PLAIN).output().contains("<-Dthymus.command=" + called + ">"));
        sandbox.script(folder.resolve("bin/from inside"), "cd '" + sandbox.root() + "'", "exec sh \"$1\"");
        for (String name : List.of("thymus", "./thymus")) {
            String output = sandbox.runScript("bin/from inside", name).output();
            assertTrue(output.contains("<-Dthymus.command=./thymus>"), output);
        }
    }

    @Test
    void buildsOnFirstUseAndNotAgain() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        assertTrue(sandbox.run(PLAIN).output().contains("building"));
        assertFalse(sandbox.run(PLAIN).output().contains("building"));
        assertEquals(1, sandbox.mavenCalls().size());
        assertTrue(sandbox.mavenCalls().getFirst().endsWith("package"));
    }

    @Test
    void buildsAgainWhenASourceChanges() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.run(PLAIN);
        Instant later = Instant.now();
        for (String folder : List.of("fuzz", "harness/evm")) {
            Path source = Files.writeString(sandbox.root().resolve(folder + "/src/main/A.java"), "class A {}");
            Files.setLastModifiedTime(source, FileTime.from(later.plusSeconds(60)));
            int calls = sandbox.mavenCalls().size();
            sandbox.run(PLAIN);
            assertEquals(calls + 1, sandbox.mavenCalls().size());
            Files.delete(source);
            Files.setLastModifiedTime(source.getParent(), FileTime.from(later.minusSeconds(60)));
        }
    }

    @Test
    void showsTheLogOfABuildThatFailsAndTriesAgainNextTime() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.maven("3.9.9", "echo the compiler complains", "exit 1");
        for (int i = 0; i < 2; i++) {
            Sandbox.Ran ran = sandbox.run(PLAIN);
            assertEquals(3, ran.exitCode());
            assertTrue(ran.output().contains("the compiler complains"), ran.output());
            assertFalse(ran.output().contains("jdk a-25"), "nothing is run");
        }
    }

    @Test
    void takesTheWrapperWhenMavenIsTooOld() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.maven("3.6.3", "exit 0");
        sandbox.script(
                sandbox.root().resolve("mvnw"), "mkdir -p ci/target", "echo wrapper >>" + folder.resolve("calls"));
        sandbox.run(PLAIN);
        assertEquals(List.of("wrapper"), sandbox.mavenCalls());
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.maven("3.9.9", "sleep 1");
        Process first = sandbox.start(PLAIN);
        Process second = sandbox.start(PLAIN);
        assertEquals(7, Sandbox.finish(first).exitCode());
        assertEquals(7, Sandbox.finish(second).exitCode());
        assertEquals(1, sandbox.mavenCalls().size());
    }

    @Test
    void aBuildThatWasKilledDoesNotBlockTheNext() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path lock = Files.createDirectories(sandbox.root().resolve(".thymus/lock"));
        Files.writeString(lock.resolve("process"), gone.pid() + "\n");
        assertEquals(7, sandbox.run(PLAIN).exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit", "integration"})
    void selfTestRunsTheTestsOfOneKind(String kind) throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.maven("3.9.9", "case \"$*\" in *-ntp*) exit 1;; esac");
        Sandbox.Ran ran = sandbox.run(PLAIN, "self-test", "--" + kind, "-pl", "spec");
        assertEquals(1, ran.exitCode());
        assertTrue(
                sandbox.mavenCalls().getLast().endsWith("test -P" + kind + " -pl spec"),
                sandbox.mavenCalls()::toString);
    }

    @Test
    void whatAKilledBuildLeftIsNotBuiltUpon() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.maven("3.9.9", "mkdir -p spec/target", "echo half >spec/target/A.class", "kill -9 $PPID");
        sandbox.run(PLAIN);
        sandbox.maven("3.9.9", "[ ! -e spec/target/A.class ]");
        Sandbox.Ran ran = sandbox.run(PLAIN);
        assertEquals(7, ran.exitCode(), ran.output());
        assertTrue(ran.output().contains("the last build was stopped before its end"), ran.output());
        assertFalse(sandbox.run(PLAIN).output().contains("building"));
    }

    /** The launcher alone was killed: its Maven still writes where the next one would. */
    @Test
    void aMavenThatOutlivesItsLauncherIsWaitedFor() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.maven("3.9.9", "kill -9 $PPID", "sleep 2", "echo late >" + folder.resolve("late"));
        sandbox.run(PLAIN);
        sandbox.maven("3.9.9", "[ -e " + folder.resolve("late") + " ]");
        Sandbox.Ran ran = sandbox.run(PLAIN);
        assertEquals(7, ran.exitCode(), ran.output());
    }

    @Test
    void aStopEndsMavenToo() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        Path began = folder.resolve("began");
        sandbox.maven(
                "3.9.9",
                "trap 'echo stopped >>" + began + "; exit 1' TERM",
                "echo $$ >" + began,
                "while :; do sleep 0.1; done");
        Process launcher = sandbox.start(PLAIN);
        while (!Files.exists(began)) {
            Thread.onSpinWait();
        }
        launcher.toHandle().destroy();
        assertEquals(143, launcher.waitFor());
        assertTrue(Files.readString(began).contains("stopped"));
        assertFalse(Files.exists(sandbox.root().resolve(".thymus/lock")));
    }

    @Test
    void selfTestRunsAllTestsAndAnswersAsMavenDoes() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.maven("3.9.9", "case \"$*\" in *verify*) exit 1;; esac");
        Sandbox.Ran ran = sandbox.run(PLAIN, "self-test", "-Pconformance");
        assertEquals(1, ran.exitCode());
        assertTrue(sandbox.mavenCalls().getLast().endsWith("verify -Pconformance"), sandbox.mavenCalls()::toString);
    }

    @Test
    void runsThroughASymbolicLink() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.run(PLAIN);
        Files.createSymbolicLink(folder.resolve("bin/thymus"), sandbox.root().resolve("thymus"));
        sandbox.script(folder.resolve("bin/through"), "exec thymus \"$@\"");
        Sandbox.Ran ran = sandbox.runScript("bin/through", "--version");
        assertEquals(7, ran.exitCode());
        assertTrue(ran.output().contains("<--version>"), ran.output());
        assertEquals(1, sandbox.mavenCalls().size(), "it is the same build");
    }

    @Test
    void aCheckUsesAStartUpCacheThatIsMadeOnce() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        for (int i = 0; i < 2; i++) {
            Sandbox.Ran ran = sandbox.run(PLAIN, "check", "x.inv");
            assertEquals(7, ran.exitCode());
            assertTrue(ran.output().contains("<-XX:AOTCache=" + cache() + ">"), ran.output());
        }
        assertEquals(1, sandbox.trainingCount());
        assertTrue(sandbox.run(PLAIN, "replay", "x.json").output().contains("<-XX:AOTCache="), "it is there for all");
    }

    @Test
    void theCacheIsMadeAgainForOtherJarsAndAnotherJdk() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.run(PLAIN, "check", "x.inv");
        Path jar = Files.writeString(sandbox.root().resolve("ci/target/thymus-ci.jar"), "new");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        sandbox.run(PLAIN, "check", "x.inv");
        assertEquals(2, sandbox.trainingCount());
        Files.delete(jar);
        Path other = sandbox.jdk("b-25", "25.0.2");
        sandbox.run(Map.of("JAVA_HOME", other.toString()), "check", "x.inv");
        assertEquals(3, sandbox.trainingCount());
    }

    @Test
    void aCacheThatCannotBeMadeHindersNothingAndIsNotTriedAgain() throws Exception {
        sandbox.jdk("a-25", "25.0.1", false);
        for (int i = 0; i < 2; i++) {
            Sandbox.Ran ran = sandbox.run(PLAIN, "check", "x.inv");
            assertEquals(7, ran.exitCode());
            assertFalse(ran.output().contains("AOTCache="), ran.output());
        }
        assertEquals(1, sandbox.trainingCount());
    }

    @Test
    void onlyAChecksStartIsWorthACache() throws Exception {
        sandbox.jdk("a-25", "25.0.1");
        sandbox.run(PLAIN, "--version");
        assertEquals(0, sandbox.trainingCount());
    }

    private Path cache() throws Exception {
        return sandbox.root().toRealPath().resolve("ci/target/thymus.aot");
    }
}
