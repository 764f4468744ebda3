package thymus.evm.state;

import java.util.List;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * An event as a LOG instruction emits it.
 *
 * @param topics at most four
 * @param data shared, must not be modified
 */
public record Log(Address address, List<Word> topics, byte[] data) {
    public Log {
        topics = List.copyOf(topics);
    }
}
