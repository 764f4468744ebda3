package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.evm.interpreter.Receipt;

class HistoryTest {
    @TempDir
    private Path folder;

    /** @param length what the contract returns, in bytes, as six hexadecimal digits */
    private int keptAfterAsking(String length) {
        DeployedSystem system = Assembly.system(folder, "62" + length + "6000f3");
        History history = system.history();
        SettledState.Question question =
                new SettledState.Question(DeployedSystem.OBSERVER, system.addressOf("c"), new byte[0]);
        for (int i = 0; i < 2; i++) {
            Receipt receipt = history.ask(history.current(), question);
            assertEquals(Integer.parseInt(length, 16), receipt.output().length);
        }
        return history.current().calls().size();
    }

    @Test
    void anAnswerIsKept() {
        assertEquals(1, keptAfterAsking("000020"));
    }

    /** One of megabytes in each state of a long sequence would not fit into memory. */
    @Test
    void aLargeOneIsNot() {
        assertEquals(0, keptAfterAsking("200000"));
    }
}
