package thymus.ci.report;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.CheckedContract;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.Fault;
import thymus.ci.verdict.FunctionUse;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.ReachedMaximum;
import thymus.ci.verdict.RenderedStep;
import thymus.ci.verdict.Requirement;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.UsedOptions;
import thymus.ci.verdict.Verdict;
import thymus.fork.state.ForkPoint;

/** One result with every verdict in it, and one in which every foreign text is hostile. */
final class Samples {
    private static final String TRUST = "guardian sends no transaction (Vault.inv:9)";
    private static final String FAULT =
            "Thymus failed while proving lost (Oops); please report it, the details are in x.log";
    private static final Testing TESTING =
            new Testing(200_000, 1_234, "310 of 400 blocks reached", Optional.of(BigInteger.valueOf(12)));

    private static final String NASTY = "</testcase> ]]> & \"'\u0000\u001b[2J\ud800\n\u202e\uffff";
    private static final List<CheckedContract> CONTRACTS = List.of(
            new CheckedContract(
                    "token",
                    "src/Token.sol:Token",
                    "0x" + "a1".repeat(20),
                    "0x" + "0c".repeat(32),
                    Optional.of("0.8.30+commit.73712a01")),
            new CheckedContract(
                    "vault", "src/Vault.sol:Vault", "0x" + "a2".repeat(20), "0x" + "0d".repeat(32), Optional.empty()));

    private Samples() {}

    static CheckResult everyVerdict() {
        return new CheckResult(
                "corpus/vault/Vault.inv",
                7,
                200_000,
                List.of(
                        judged(
                                "solvency",
                                "invariant",
                                420,
                                new Verdict.Proved(
                                        "1-induction",
                                        List.of("vault.level() <= vault.capacity()"),
                                        List.of(TRUST),
                                        List.of(Path.of(".thymus/Vault/solvency.smt2")))),
                        judged(
                                "level",
                                "invariant",
                                96,
                                new Verdict.Proved("1-induction", List.of(), List.of(), List.of())),
                        judged(
                                        "loss",
                                        "maximize",
                                        4_200,
                                        new Verdict.Proved("induction", List.of(), List.of(), List.of()))
                                .reaching(Optional.of(new ReachedMaximum(
                                                BigInteger.TEN.pow(18),
                                                Optional.empty(),
                                                new ConfirmedCounterexample(
                                                        ConfirmedCounterexample.Origin.FUZZER,
                                                        List.of(new RenderedStep(
                                                                "at once",
                                                                "mallory",
                                                                "vault.take(amount: 1e18)",
                                                                "",
                                                                List.of("vault.taken: 0 -> 1e18"))),
                                                        "loss comes to 1e18",
                                                        Path.of(".thymus/Vault/loss.json")))
                                        .exact())),
                        judged(
                                "bucket",
                                "limit",
                                65_000,
                                new Verdict.ProvedToDepth(
                                        4,
                                        "no lemma was found inductive, and 1 of 9 transaction paths stays open",
                                        List.of(TRUST),
                                        TESTING)),
                        judged("halted", "rule", 900, new Verdict.Falsified(counterexample())),
                        judged("pace", "rule", 12_000, new Verdict.Tested(TESTING, "no inductive lemma was found")),
                        judged("never", "rule", 50, new Verdict.Vacuous("ok(vault.burn(amount))")),
                        judged("open", "limit", 61_000, new Verdict.Unknown("the time was used up")),
                        judged("lost", "rule", 70, new Verdict.Unknown(FAULT + "; the fuzzer never judged it", true)),
                        judged("fork", "rule", 20, new Verdict.Erroneous("the fork could not be read: timeout")),
                        judged(
                                "wrong",
                                "invariant",
                                30,
                                new Verdict.Erroneous(
                                        "vault.cap reverted: no cap",
                                        Optional.of("guard the view, as in `!vault.frozen() ==> …`"),
                                        Optional.of(undefined())))),
                List.of(
                        new FunctionUse(
                                "vault.claim(uint256)", 0, 812, List.of("not yet", "Panic(0x11): arithmetic overflow")),
                        new FunctionUse("vault.poke()", 9, 1, List.of())),
                List.of(new Fault(FAULT, false)),
                Duration.ofMillis(65_432));
    }

    static CheckResult hostile() {
        String nasty = NASTY;
        ConfirmedCounterexample found = new ConfirmedCounterexample(
                        ConfirmedCounterexample.Origin.PROVER,
                        List.of(new RenderedStep("+0 s", nasty, nasty, nasty, List.of(nasty))),
                        nasty,
                        Path.of("a & b.json"))
                .unconfirmed(nasty);
        return new CheckResult(
                "<file>&\"\u0007\".inv",
                0,
                1,
                List.of(
                        judged("a", "rule", 1, new Verdict.Falsified(found)),
                        judged("b", "rule", 1, new Verdict.Erroneous(nasty, Optional.of(nasty), Optional.of(found))),
                        judged("c", "rule", 1, new Verdict.Vacuous(nasty)),
                        judged("d", "rule", 1, new Verdict.Unknown(nasty)),
                        judged("e", "rule", 1, new Verdict.Proved("m", List.of(), List.of(nasty), List.of()))),
                List.of(),
                List.of(new Fault(nasty, true)),
                Duration.ofMillis(1));
    }

    static Basis basis() {
        return basis(Optional.empty());
    }

    static Basis basis(Optional<Requirement> requirement) {
        return new Basis("Z3 4.14.1", Optional.empty(), CONTRACTS, options(requirement));
    }

    static Basis basis(ForkPoint fork) {
        return new Basis("Z3 4.14.1", Optional.of(fork), CONTRACTS, options(Optional.empty()));
    }

    static Basis hostileBasis() {
        return new Basis(
                NASTY,
                Optional.empty(),
                List.of(new CheckedContract(NASTY, NASTY, NASTY, NASTY, Optional.of(NASTY))),
                options(Optional.empty()));
    }

    private static UsedOptions options(Optional<Requirement> requirement) {
        return new UsedOptions(
                Duration.ofMinutes(2),
                200_000,
                32,
                "every",
                false,
                List.of(),
                Optional.empty(),
                false,
                requirement,
                "auto",
                Optional.empty());
    }

    private static ConfirmedCounterexample undefined() {
        return new ConfirmedCounterexample(
                ConfirmedCounterexample.Origin.FUZZER,
                List.of(new RenderedStep(
                        "at once", "alice", "vault.freeze()", "", List.of("vault.frozen: false -> true"))),
                "vault.cap reverted: no cap",
                Path.of(".thymus/Vault/wrong.json"));
    }

    private static ConfirmedCounterexample counterexample() {
        return new ConfirmedCounterexample(
                        ConfirmedCounterexample.Origin.FUZZER,
                        List.of(
                                new RenderedStep(
                                        "+0 s",
                                        "alice",
                                        "vault.deposit(assets = 100)",
                                        "",
                                        List.of("vault.level: 0 -> 100", "token.balanceOf[alice]: 500 -> 400")),
                                new RenderedStep(
                                        "+1 hours",
                                        "mallory",
                                        "vault.withdraw(assets = 100)",
                                        "",
                                        List.of("vault.level: 100 -> 0"))),
                        "broken after transaction 2: !prev(vault.paused()) is false",
                        Path.of(".thymus/Vault/halted.json"))
                .confirmed("anvil 1.7.1 (revm)");
    }

    private static PropertyVerdict judged(String name, String kind, long millis, Verdict verdict) {
        return new PropertyVerdict(name, kind, verdict, Duration.ofMillis(millis));
    }
}
