package thymus.fuzz.jazzer;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import thymus.fixtures.Repository;

/** Run by {@link JazzerFaceTest}, not by the build: the vault has a second way out that forgets the quarantine. */
class BrokenVaultFuzz {
    @RegisterExtension
    static final FuzzedSystem VAULT = FuzzedSystem.of(Repository.broken("ForgottenExit"));

    @FuzzTest(maxDuration = "60s")
    void everyClaimHolds(byte[] data) {
        VAULT.check(data);
    }
}
