package thymus.system.execution;

import thymus.contracts.abi.AbiValue;

/** How a call of an attacker's account ends. */
public sealed interface Ending {
    /** Whether the call fails. */
    default boolean fails() {
        return switch (this) {
            case Return _, Acknowledge _ -> false;
            case Revert _, OutOfGas _ -> true;
        };
    }

    /** It returns these bytes. */
    record Return(AbiValue.Bytes output) implements Ending {
        /** It returns without data. */
        public static final Return NOTHING = new Return(new byte[0]);

        public Return(byte[] data) {
            this(AbiValue.of(data));
        }

        public byte[] data() {
            return output.content();
        }
    }

    /** It returns the selector that it was called with, as hooks of tokens do that accept one. */
    record Acknowledge() implements Ending {}

    /** It reverts with these bytes. */
    record Revert(AbiValue.Bytes output) implements Ending {
        public Revert(byte[] data) {
            this(AbiValue.of(data));
        }

        public byte[] data() {
            return output.content();
        }
    }

    /** It uses up all gas that it has. */
    record OutOfGas() implements Ending {}
}
