package thymus.ci.report;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Counterexample;
import thymus.ci.verdict.FunctionUse;
import thymus.ci.verdict.Judgement;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.ToldStep;
import thymus.ci.verdict.Verdict;

/** One result with every verdict in it, and one in which every foreign text is hostile. */
final class Samples {
    private static final String TRUST = "guardian sends no transaction (Vault.inv:9)";
    private static final Testing TESTING =
            new Testing(200_000, 1_234, "310 of 400 blocks reached", Optional.of(BigInteger.valueOf(12)));

    private Samples() {}

    static CheckResult everyVerdict() {
        return new CheckResult(
                "corpus/vault/Vault.inv",
                7,
                200_000,
                List.of(
                        judged("solvency", "invariant", 420, new Verdict.Proved(
                                "1-induction",
                                List.of("vault.level() <= vault.capacity()"),
                                List.of(TRUST),
                                List.of(Path.of(".thymus/Vault/solvency.smt2")))),
                        judged("level", "invariant", 96, new Verdict.Proved(
                                "1-induction", List.of(), List.of(), List.of())),
                        judged("bucket", "limit", 65_000, new Verdict.ProvedToDepth(
                                4,
                                "no lemma was found inductive, and 1 of 9 transaction paths stays open",
                                List.of(TRUST),
                                TESTING)),
                        judged("halted", "rule", 900, new Verdict.Falsified(counterexample())),
                        judged("pace", "rule", 12_000, new Verdict.Tested(TESTING, "no inductive lemma was found")),
                        judged("never", "rule", 50, new Verdict.Vacuous("ok(vault.burn(amount))")),
                        judged("open", "limit", 61_000, new Verdict.Unknown("the time was used up")),
                        judged("wrong", "invariant", 30, new Verdict.Erroneous("vault.cap() reverts: no cap", false))),
                List.of(new FunctionUse("vault.claim(uint256)", 0, 812), new FunctionUse("vault.poke()", 9, 1)),
                List.of("internal error while fuzzing: Oops; please report it, the details are in x.log"),
                Duration.ofMillis(65_432));
    }

    static CheckResult hostile() {
        String nasty = "</testcase> ]]> & \"'\u0000\u001b[2J\ud800\n\u202e\uffff";
        Counterexample found = new Counterexample(
                Counterexample.Origin.PROVER,
                List.of(new ToldStep("+0 s", nasty, nasty, nasty, List.of(nasty))),
                nasty,
                Path.of("a & b.json")).unconfirmed(nasty);
        return new CheckResult(
                "<file>&\"\u0007\".inv",
                0,
                1,
                List.of(
                        judged("a", "rule", 1, new Verdict.Falsified(found)),
                        judged("b", "rule", 1, new Verdict.Erroneous(nasty, false)),
                        judged("c", "rule", 1, new Verdict.Vacuous(nasty)),
                        judged("d", "rule", 1, new Verdict.Unknown(nasty)),
                        judged("e", "rule", 1, new Verdict.Proved("m", List.of(), List.of(nasty), List.of()))),
                List.of(),
                List.of(nasty),
                Duration.ofMillis(1));
    }

    private static Counterexample counterexample() {
        return new Counterexample(
                Counterexample.Origin.FUZZER,
                List.of(
                        new ToldStep("+0 s", "alice", "vault.deposit(assets = 100)", "", List.of(
                                "vault.level: 0 -> 100", "token.balanceOf[alice]: 500 -> 400")),
                        new ToldStep("+1 hours", "mallory", "vault.withdraw(assets = 100)", "", List.of(
                                "vault.level: 100 -> 0"))),
                "broken after transaction 2: !prev(vault.paused()) is false",
                Path.of(".thymus/Vault/halted.json")).confirmed("anvil 1.7.1 (revm)");
    }

    private static Judgement judged(String name, String kind, long millis, Verdict verdict) {
        return new Judgement(name, kind, verdict, Duration.ofMillis(millis));
    }
}
