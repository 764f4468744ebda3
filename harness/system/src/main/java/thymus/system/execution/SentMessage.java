package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;

/**
 * What an event has told a relay.
 *
 * @param values with which it is delivered: the parts of the message, as numbers of the language, and its place behind
 *     them where messages come in order
 */
public record SentMessage(String relay, List<BigInteger> values) {
    public SentMessage {
        values = List.copyOf(values);
    }
}
