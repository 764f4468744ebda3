package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;

/** What an event has told a relay: the parts of the message, as numbers of the language. */
public record SentMessage(String relay, List<BigInteger> values) {
    public SentMessage {
        values = List.copyOf(values);
    }
}
