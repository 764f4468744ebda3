package example;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import thymus.fuzz.jazzer.FuzzedSystem;

/** An ordinary test, and with JAZZER_FUZZ=1 a fuzzer, which breaks this vault. */
class VaultFuzzTest {
    @RegisterExtension
    static final FuzzedSystem VAULT = FuzzedSystem.of(Path.of("vault/broken/ForgottenExit.inv"));

    @FuzzTest(maxDuration = "2m")
    void everyClaimHolds(byte[] data) {
        VAULT.check(data);
    }
}
