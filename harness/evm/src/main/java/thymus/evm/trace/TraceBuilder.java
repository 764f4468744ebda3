package thymus.evm.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.WordOperation;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * Builds a trace during an execution. A value enters the trace when a guard or the result first needs it, so unused
 * values are left out.
 */
final class TraceBuilder {
    /** Longer traces are not much cheaper than the EVM. */
    private static final int MOST_ENTRIES = 2048;

    private final TracedState state;
    private final Map<ValueSource.Source, ValueSource.Node> nodes = new HashMap<>();
    private final Set<Address> codes = new HashSet<>();
    private final List<Trace.Entry> entries = new ArrayList<>();
    private Word[] registers = new Word[64];
    private int size;
    private int loads;
    private boolean disagrees;

    /** @param state in which the execution runs */
    TraceBuilder(TracedState state) {
        this.state = state;
    }

    /** Returns whether the trace must be discarded. */
    boolean failed() {
        return disagrees || entries.size() > MOST_ENTRIES || nodes.size() > 2 * MOST_ENTRIES;
    }

    /**
     * The number of slots that were read at an index that depends on the state. Other slots may be cold in another
     * state.
     */
    int loads() {
        return loads;
    }

    /** The result of a pure instruction on values of which at least one is a node. */
    ValueSource pure(Opcode opcode, List<ValueSource> inputs, Word result) {
        return node(new ValueSource.Source.Pure(opcode, inputs), result);
    }

    ValueSource.Node load(Address account, ValueSource slot, Word key) {
        if (slot instanceof ValueSource.Node) {
            loads++;
        }
        return node(new ValueSource.Source.Load(account, slot), state.world().storage(account, key));
    }

    ValueSource.Node hash(List<ValueSource> words, Word result) {
        return node(new ValueSource.Source.Hash(words), result);
    }

    ValueSource.Node balance(Address account) {
        return node(new ValueSource.Source.Balance(account), state.world().balance(account));
    }

    ValueSource.Node clock(Opcode opcode) {
        long value = opcode == Opcode.TIMESTAMP ? state.timestamp() : state.number();
        return node(new ValueSource.Source.Clock(opcode), Word.of(value));
    }

    private ValueSource.Node node(ValueSource.Source source, Word word) {
        return nodes.computeIfAbsent(source, s -> new ValueSource.Node(s, word));
    }

    /** Adds a guard: the node has the value of the recorded execution. */
    void pin(ValueSource.Node node) {
        if (!node.pinned) {
            node.pinned = true;
            entries.add(new Trace.Entry.Guarded(
                    new Trace.Guard.Content(register(node)), new Trace.Outcome.Content(node.word)));
        }
    }

    /** Adds a guard: the node is zero, or not zero, as in the recorded execution. */
    void decide(ValueSource.Node condition) {
        ValueSource.Node asked = condition;
        while (asked.source instanceof ValueSource.Source.Pure pure
                && pure.opcode() == Opcode.ISZERO
                && pure.inputs().getFirst() instanceof ValueSource.Node inner) {
            asked = inner;
        }
        if (!asked.decided && !asked.pinned) {
            asked.decided = true;
            entries.add(new Trace.Entry.Guarded(
                    new Trace.Guard.Truth(register(asked)), new Trace.Outcome.Truth(!asked.word.isZero())));
        }
    }

    /** Adds a guard: the account, which is run or read, has this code. */
    void code(Address account, Bytecode code) {
        if (codes.add(account)) {
            entries.add(new Trace.Entry.Guarded(new Trace.Guard.Code(account), new Trace.Outcome.Code(code)));
        }
    }

    Trace returned(List<ValueSource> words, int size) {
        List<Instruction.Operand> operands = words.stream().map(this::operand).toList();
        return new Trace(List.copyOf(entries), new Trace.Ending.Returned(operands, size));
    }

    Trace ended(Trace.Ending ending) {
        return new Trace(List.copyOf(entries), ending);
    }

    private Instruction.Operand operand(ValueSource value) {
        return switch (value) {
            case ValueSource.Constant constant -> Instruction.Operand.of(constant.word());
            case ValueSource.Node node ->
                node.pinned ? Instruction.Operand.of(node.word) : Instruction.Operand.of(register(node));
            case ValueSource.Gas ignored -> throw new IllegalStateException("gas is in no formula");
        };
    }

    private int register(ValueSource.Node node) {
        if (node.register < 0) {
            Instruction instruction = instruction(node.source);
            Word value = instruction.value(registers, state);
            disagrees |= !value.isEqual(node.word);
            assert !disagrees : "a formula computes " + value + " where the EVM has " + node.word;
            if (size == registers.length) {
                registers = Arrays.copyOf(registers, 2 * size);
            }
            node.register = size;
            registers[size++] = value;
            entries.add(new Trace.Entry.Computed(instruction));
        }
        return node.register;
    }

    private Instruction instruction(ValueSource.Source source) {
        List<Instruction.Operand> in =
                source.inputs().stream().map(this::operand).toList();
        return switch (source) {
            case ValueSource.Source.Load load -> new Instruction.Load(load.account(), in.getFirst());
            case ValueSource.Source.Hash ignored -> new Instruction.Hash(in.toArray(Instruction.Operand[]::new));
            case ValueSource.Source.Balance balance -> new Instruction.Balance(balance.account());
            case ValueSource.Source.Clock clock ->
                clock.opcode() == Opcode.TIMESTAMP ? new Instruction.Timestamp() : new Instruction.Number();
            case ValueSource.Source.Pure pure ->
                switch (pure.opcode().operation().orElseThrow()) {
                    case WordOperation.Unary unary -> new Instruction.Unary(unary, in.get(0));
                    case WordOperation.Binary binary -> new Instruction.Binary(binary, in.get(0), in.get(1));
                    case WordOperation.Ternary ternary ->
                        new Instruction.Ternary(ternary, in.get(0), in.get(1), in.get(2));
                };
        };
    }
}
