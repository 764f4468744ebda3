package thymus.system.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a settled state knows of several chains.
 *
 * @param messages that were sent to other chains so far, in order
 * @param ahead how many seconds the clock of each chain is ahead of the first one's, as of the last step; of those that
 *     are not named, none
 */
record Elsewhere(List<SentMessage> messages, Map<String, Long> ahead) {
    /** Nothing was sent, and all clocks agree. */
    static final Elsewhere NOTHING = new Elsewhere(List.of(), Map.of());

    Elsewhere {
        messages = List.copyOf(messages);
        ahead = Map.copyOf(ahead);
    }

    long ahead(String chain) {
        return ahead.getOrDefault(chain, 0L);
    }

    Elsewhere with(List<SentMessage> sent) {
        return sent == messages ? this : new Elsewhere(sent, ahead);
    }

    Elsewhere with(String chain, long seconds) {
        if (ahead(chain) == seconds) {
            return this;
        }
        Map<String, Long> clocks = new HashMap<>(ahead);
        clocks.put(chain, seconds);
        return new Elsewhere(messages, clocks);
    }

    /** The same so many seconds after another state: until then no clock goes back. */
    Elsewhere since(Elsewhere earlier, long seconds) {
        Elsewhere now = this;
        for (Map.Entry<String, Long> clock : earlier.ahead.entrySet()) {
            now = now.with(clock.getKey(), Math.max(now.ahead(clock.getKey()), clock.getValue() - seconds));
        }
        for (String chain : ahead.keySet()) {
            now = now.with(chain, Math.max(now.ahead(chain), earlier.ahead(chain) - seconds));
        }
        return now;
    }
}
