package thymus.ci.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.check.ProofResult;

class KeptProofsTest {
    private static final String KEY = "0".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void aKeptProofIsFoundWithItsQueries() throws Exception {
        KeptProofs proofs = kept();
        Path evidence = folder.resolve("evidence");
        ProofResult.Proved found = proofs.find(KEY, evidence).orElseThrow();
        assertTrue(found.method().startsWith("induction, kept from a check on 20"), found.method());
        assertEquals(List.of("a <= b"), found.lemmas());
        assertEquals(List.of("alice is trusted"), found.assumptions());
        assertEquals(List.of(evidence.resolve("p-1.smt2")), found.smtFiles());
        assertEquals("(check-sat)", Files.readString(found.smtFiles().getFirst()));
    }

    @Test
    void anotherKeyFindsNothing() throws Exception {
        assertEquals(Optional.empty(), kept().find("1".repeat(64), folder));
    }

    @Test
    void aChangedQueryIsNoEvidence() throws Exception {
        KeptProofs proofs = kept();
        Path query = Files.writeString(folder.resolve("p-1.smt2"), "(assert false)");
        KeptProofs others = new KeptProofs(folder.resolve("others"));
        others.keep(KEY, new ProofResult.Proved("induction", List.of(), List.of(), List.of(query)));
        Path forged = folder.resolve("others").resolve(KEY).resolve("p-1.smt2.gz");
        Files.move(forged, entry().resolve("p-1.smt2.gz"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Optional.empty(), proofs.find(KEY, folder));
    }

    @Test
    void anEntryOfAnotherProofIsNotTaken() throws Exception {
        KeptProofs proofs = kept();
        Path other = entry().resolveSibling("2".repeat(64));
        Files.move(entry(), other);
        assertEquals(Optional.empty(), proofs.find(other.getFileName().toString(), folder));
    }

    @Test
    void damageIsMendedByTheNextProof() throws Exception {
        KeptProofs proofs = kept();
        for (String damage : List.of("", "{", "[]", "null", "{\"key\": 1, \"queries\": [{\"file\": \"\"}]}")) {
            Files.writeString(entry().resolve("proof.json"), damage);
            assertEquals(Optional.empty(), proofs.find(KEY, folder), damage);
        }
        proofs.keep(KEY, proof());
        assertTrue(proofs.find(KEY, folder).isPresent());
    }

    @Test
    void aProofWithoutEvidenceIsNotKept() throws Exception {
        KeptProofs proofs = new KeptProofs(folder.resolve("cache"));
        proofs.keep(KEY, new ProofResult.Proved("induction", List.of(), List.of(), List.of()));
        assertFalse(Files.exists(entry()));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoError() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        KeptProofs proofs = new KeptProofs(file);
        proofs.keep(KEY, proof());
        assertEquals(Optional.empty(), proofs.find(KEY, folder));
    }

    @Test
    void theCacheFolderIsTheUsers() throws Exception {
        Path home = folder.resolve("home");
        KeptProofs.ofUser(Map.of("XDG_CACHE_HOME", folder.resolve("set").toString()), home)
                .keep(KEY, proof());
        assertTrue(Files.exists(folder.resolve("set/thymus/proofs").resolve(KEY)));
        KeptProofs.ofUser(Map.of("XDG_CACHE_HOME", "relative"), home).keep(KEY, proof());
        assertTrue(Files.exists(home.resolve(".cache/thymus/proofs").resolve(KEY)));
    }

    private KeptProofs kept() throws IOException {
        KeptProofs proofs = new KeptProofs(folder.resolve("cache"));
        proofs.keep(KEY, proof());
        return proofs;
    }

    private Path entry() {
        return folder.resolve("cache").resolve(KEY);
    }

    private ProofResult.Proved proof() throws IOException {
        Path query = Files.writeString(folder.resolve("p-1.smt2"), "(check-sat)");
        return new ProofResult.Proved("induction", List.of("a <= b"), List.of("alice is trusted"), List.of(query));
    }
}
