package thymus.system.execution;

import java.util.Arrays;
import java.util.HexFormat;

/** How a call of an attacker's account ends. */
public sealed interface Ending {
    /** Whether the call fails. */
    default boolean fails() {
        return switch (this) {
            case Return _, Acknowledge _ -> false;
            case Revert _, OutOfGas _ -> true;
        };
    }

    /** Immutable. */
    record Return(byte[] data) implements Ending {
        /** It returns without data. */
        public static final Return NOTHING = new Return(new byte[0]);

        public Return {
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Return that && Arrays.equals(data, that.data);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(data);
        }

        @Override
        public String toString() {
            return "Return[0x" + HexFormat.of().formatHex(data) + "]";
        }
    }

    /** It returns the selector that it was called with, as hooks of tokens do that accept one. */
    record Acknowledge() implements Ending {}

    /** Immutable. */
    record Revert(byte[] data) implements Ending {
        public Revert {
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Revert that && Arrays.equals(data, that.data);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(data);
        }

        @Override
        public String toString() {
            return "Revert[0x" + HexFormat.of().formatHex(data) + "]";
        }
    }

    /** It uses up all gas that it has. */
    record OutOfGas() implements Ending {}
}
