package thymus.ci.lsp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A name that a file declares. */
sealed interface Declared {
    /** Where the name stands. */
    SourceWord word();

    default String name() {
        return word().text();
    }

    Kind kind();

    /** What can be declared: an instance by setup, and the others by a keyword that is their name. */
    enum Kind {
        CONTRACT,
        INSTANCE,
        ACTOR,
        CHAIN,
        PARAMETER,
        CALLEE,
        DEFINE,
        FLOW,
        GHOST,
        ACTION,
        INVARIANT,
        RULE,
        LIMIT,
        LEMMA,
        ENABLED,
        RESPOND,
        ENVELOPE,
        ISOLATE,
        NEVER_TRIPS,
        MAXIMIZE;

        /** As a reader knows it: the keyword, where there is one. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String keyword) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(keyword))
                    .findFirst();
        }
    }

    /** @param reference of the compiled contract; empty where the text has none yet */
    record Contract(SourceWord word, String reference) implements Declared {
        @Override
        public Kind kind() {
            return Kind.CONTRACT;
        }
    }

    /**
     * What setup deploys.
     *
     * @param contract the declared contract that it is
     */
    record Instance(SourceWord word, String contract) implements Declared {
        @Override
        public Kind kind() {
            return Kind.INSTANCE;
        }
    }

    record Actor(SourceWord word) implements Declared {
        @Override
        public Kind kind() {
            return Kind.ACTOR;
        }
    }

    /**
     * Anything else.
     *
     * @param text of the declaration, on one line
     */
    record Other(SourceWord word, Kind kind, String text) implements Declared {}
}
