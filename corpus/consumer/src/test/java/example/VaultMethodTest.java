package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import thymus.ci.junit.Thymus;
import thymus.ci.verdict.PropertyVerdict;

/** More is said of each verdict. */
class VaultMethodTest {
    @Thymus(
            value = "vault/Vault.inv",
            only = "supply",
            proofs = false,
            transactions = 500)
    void sharesAreTested(PropertyVerdict verdict) {
        assertEquals("tested", verdict.verdict().word());
    }
}
