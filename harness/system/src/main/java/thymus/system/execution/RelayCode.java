package thymus.system.execution;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.Selector;
import thymus.evm.primitive.Address;
import thymus.spec.Relay;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.tree.Expr;

/**
 * The code of a relay. It delivers a message that its book says was sent, no later than it promises, and enters that in
 * the book before it calls the receiver. What was sent is entered by who runs the chains, since no code sees the events
 * of another chain.
 *
 * <p>The checks of what is under way cannot fail, because the book is right. They are there for who reads the code from
 * an arbitrary state.
 */
final class RelayCode {
    private static final int WORD = 32;

    private final Relay relay;
    private final List<String> lines = new ArrayList<>();

    private RelayCode(Relay relay) {
        this.relay = relay;
    }

    /** @param constant the value of an argument that is the same for all messages */
    static byte[] of(Relay relay, Address receiver, Function<Expr, BigInteger> constant) {
        RelayCode code = new RelayCode(relay);
        code.accept();
        code.enter();
        code.call(receiver, constant);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Assembler.assembled(code.lines).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static String hex(long number, int bytes) {
        return HexFormat.of().toHexDigits(number, 2 * bytes);
    }

    private static String selector(FunctionModel function) {
        return HexFormat.of().formatHex(Selector.of(function).bytes());
    }

    /** Where a part of the message stands in the call data. */
    private static String word(int field) {
        return hex(Selector.SIZE + (long) WORD * field, 2) + " CALLDATALOAD";
    }

    private void check() {
        lines.add("@bad JUMPI");
    }

    /** Whoever calls must name one message, and each of its parts by a value of its type. */
    private void accept() {
        lines.add("CALLVALUE");
        check();
        lines.add("CALLDATASIZE "
                + hex(
                        Selector.SIZE
                                + (long) WORD
                                        * relay.model()
                                                .functions()
                                                .getFirst()
                                                .inputs()
                                                .size(),
                        2)
                + " GT");
        check();
        FunctionModel deliver = relay.model().functions().getFirst();
        lines.add("00 CALLDATALOAD e0 SHR " + selector(deliver) + " EQ ISZERO");
        check();
        for (int i = 0; i < relay.fields().size(); i++) {
            switch ((AbiType.Word) relay.fields().get(i).type()) {
                case AbiType.UInt u -> fits(i, u.bits(), "SHR");
                case AbiType.Address _ -> fits(i, 160, "SHR");
                case AbiType.Bool _ -> fits(i, 1, "SHR");
                case AbiType.FixedBytes b -> fits(i, 8 * b.size(), "SHL");
                case AbiType.Int n -> {
                    lines.add(word(i) + " DUP1 " + hex(n.bits() / 8 - 1, 1) + " SIGNEXTEND EQ ISZERO");
                    check();
                }
            }
        }
    }

    private void fits(int field, int bits, String shift) {
        if (bits < 8 * WORD) {
            lines.add(word(field) + " " + hex(bits, 1) + " " + shift);
            check();
        }
    }

    /** Pushes the slot of what the book says of the message. */
    private void slot(String variable) {
        lines.add(hex(relay.variable(variable).slot().longValueExact(), 1));
        for (int i = 0; i < relay.fields().size(); i++) {
            lines.add("20 MSTORE " + word(i) + " 00 MSTORE 40 00 KECCAK256");
        }
    }

    private String plain(String variable) {
        return hex(relay.variable(variable).slot().longValueExact(), 1);
    }

    private void enter() {
        if (relay.atMostOnce()) {
            slot(Relay.RECEIVED);
            lines.add("DUP1 SLOAD");
            slot(Relay.SENT);
            lines.add("SLOAD DUP2 LT ISZERO");
            check();
            lines.add("01 ADD SWAP1 SSTORE");
        } else {
            slot(Relay.SENT);
            lines.add("SLOAD ISZERO");
            check();
            slot(Relay.RECEIVED);
            lines.add("DUP1 SLOAD 01 ADD SWAP1 SSTORE");
        }
        slot(Relay.SENT_AT);
        lines.add("SLOAD " + hex(relay.within().longValueExact(), 8) + " ADD TIMESTAMP GT");
        check();
        if (relay.inOrder()) {
            enterPlace();
        }
        if (relay.atMostOnce()) {
            less("01", Relay.PENDING);
            for (Relay.Field field : relay.summed()) {
                less(word(relay.fields().indexOf(field)), Relay.pending(field));
            }
        }
    }

    /**
     * Nothing that was sent before it is delivered from now on, nor is the message itself if each is delivered once.
     * What was sent at a place is known to be below the number of all that were sent.
     */
    private void enterPlace() {
        String place = word(relay.fields().size());
        slot(Relay.PLACED);
        lines.add(place + " 00 MSTORE 20 MSTORE 40 00 KECCAK256 SLOAD ISZERO");
        check();
        lines.add(plain(Relay.NEXT) + " SLOAD " + place + " LT");
        check();
        lines.add(plain(Relay.TOTAL) + " SLOAD " + place + " LT ISZERO");
        check();
        lines.add(place + (relay.atMostOnce() ? " 01 ADD " : " ") + plain(Relay.NEXT) + " SSTORE");
    }

    private void less(String amount, String variable) {
        lines.add(plain(variable) + " SLOAD " + amount + " DUP1 DUP3 LT");
        check();
        lines.add("SWAP1 SUB " + plain(variable) + " SSTORE");
    }

    private void call(Address receiver, Function<Expr, BigInteger> constant) {
        lines.add(selector(relay.function()) + " e0 SHL 00 MSTORE");
        int size = Selector.SIZE;
        for (int i = 0; i < relay.arguments().size(); i++) {
            AbiType type = relay.function().inputs().get(i).type();
            String value = switch (relay.arguments().get(i)) {
                case Relay.Argument.Carried c -> word(c.field());
                case Relay.Argument.Constant c ->
                    HexFormat.of().formatHex(AbiWord.bytes(AbiWord.toWord(type, constant.apply(c.value()))));
            };
            lines.add(value + " " + hex(size, 2) + " MSTORE");
            size += WORD;
        }
        lines.add("00 00 " + hex(size, 2) + " 00 00 " + HexFormat.of().formatHex(receiver.toBytes()) + " GAS CALL");
        lines.add("ISZERO @failed JUMPI STOP");
        lines.add(":failed RETURNDATASIZE 00 00 RETURNDATACOPY RETURNDATASIZE 00 REVERT");
        lines.add(":bad 00 00 REVERT");
    }
}
