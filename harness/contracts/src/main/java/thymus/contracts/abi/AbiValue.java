package thymus.contracts.abi;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A value of an ABI type, in the shape that the language computes with. */
public sealed interface AbiValue {
    /** An integer with or without sign, an address or bytesN as an unsigned number, or a boolean as 0 or 1. */
    record Number(BigInteger value) implements AbiValue {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** The contents of {@code bytes} or {@code string}. Immutable. */
    final class Bytes implements AbiValue {
        private final byte[] content;

        /** The value with these bytes, which are copied. */
        public Bytes(byte[] content) {
            this.content = content.clone();
        }

        /** A copy of the bytes. */
        public byte[] content() {
            return content.clone();
        }

        /** The size in bytes. */
        public int size() {
            return content.length;
        }

        /** The contents read as UTF-8. Invalid bytes become the replacement character. */
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(content);
        }

        @Override
        public String toString() {
            return "0x" + HexFormat.of().formatHex(content);
        }
    }

    /** The elements of an array or the components of a tuple. */
    record Sequence(List<AbiValue> elements) implements AbiValue {
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return elements.toString();
        }
    }

    static Number of(long value) {
        return new Number(BigInteger.valueOf(value));
    }

    static Number of(BigInteger value) {
        return new Number(value);
    }

    /** One for true, zero for false. */
    static Number of(boolean value) {
        return of(value ? 1 : 0);
    }

    static Bytes of(byte[] value) {
        return new Bytes(value);
    }

    static Bytes of(String value) {
        return new Bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    static Sequence of(AbiValue... elements) {
        return new Sequence(List.of(elements));
    }
}
