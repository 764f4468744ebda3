package thymus.ci.junit;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Requirement;

/** Run by {@link ThymusAnnotationTest}, not by the build: some of these fail on purpose. */
final class VaultClaims {
    static final String VAULT = "../corpus/vault/Vault.inv";
    static final String BROKEN = "../corpus/vault/broken/DoubleCredit.inv";
    static final String OUT = "target/thymus-junit";

    private VaultClaims() {}

    @Tag("vault")
    @Thymus(
            value = VAULT,
            only = {"locked", "level"},
            transactions = 500,
            out = OUT,
            require = Requirement.PROVED)
    static class Proved {}

    @Thymus(value = VAULT, only = "supply", proofs = false, transactions = 500, out = OUT)
    static class Tested {}

    @Thymus(
            value = VAULT,
            only = "supply",
            proofs = false,
            transactions = 500,
            out = OUT,
            require = Requirement.DECIDED)
    static class NotDecided {}

    @Thymus(value = BROKEN, proofs = false, transactions = 2_000, out = OUT)
    static class Broken {}

    @Disabled("not today")
    @Thymus(VAULT)
    static class Switched {}

    @Thymus("Nowhere.inv")
    static class Missing {}

    @Thymus(value = VAULT, only = "locket")
    static class Misspelt {}

    static class Methods {
        static int called;

        @Thymus(value = VAULT, only = "supply", proofs = false, transactions = 500, out = OUT)
        void holds(PropertyVerdict verdict) {
            called += verdict.verdict().word().equals("tested") ? 1 : 0;
        }

        @Thymus(value = BROKEN, proofs = false, transactions = 2_000, out = OUT)
        void isBroken() {
            called += 100;
        }
    }
}
