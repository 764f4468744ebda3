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
 * Puts a trace together while an execution is watched. Values are computed where a guard or the result first needs them: what
 * an execution computed for nothing is not in the formula.
 */
final class Formula {
    /** Longer ones are not much cheaper than the EVM. */
    private static final int MOST_ENTRIES = 2048;

    private final Readable state;
    private final Map<Value.Source, Value.Node> nodes = new HashMap<>();
    private final Set<Address> codes = new HashSet<>();
    private final List<Trace.Entry> entries = new ArrayList<>();
    private Word[] registers = new Word[64];
    private int size;
    private int loads;
    private boolean disagrees;

    /** @param state that the execution runs in */
    Formula(Readable state) {
        this.state = state;
    }

    /** Whether there is no use in going on. */
    boolean failed() {
        return disagrees || entries.size() > MOST_ENTRIES || nodes.size() > 2 * MOST_ENTRIES;
    }

    /** How many slots were read whose places depend on the state: which of them are cold may be another time other. */
    int loads() {
        return loads;
    }

    /** The result of a pure instruction on values of which at least one is a node. */
    Value pure(Opcode opcode, List<Value> inputs, Word result) {
        return node(new Value.Source.Pure(opcode, inputs), result);
    }

    Value.Node load(Address account, Value slot, Word place) {
        if (slot instanceof Value.Node) {
            loads++;
        }
        return node(new Value.Source.Load(account, slot), state.world().storage(account, place));
    }

    Value.Node hash(List<Value> words, Word result) {
        return node(new Value.Source.Hash(words), result);
    }

    Value.Node balance(Address account) {
        return node(new Value.Source.Balance(account), state.world().balance(account));
    }

    Value.Node clock(Opcode opcode) {
        long value = opcode == Opcode.TIMESTAMP ? state.timestamp() : state.number();
        return node(new Value.Source.Clock(opcode), Word.of(value));
    }

    private Value.Node node(Value.Source source, Word word) {
        return nodes.computeIfAbsent(source, s -> new Value.Node(s, word));
    }

    /** From here on the node is what it is in the execution at hand. */
    void pin(Value.Node node) {
        if (!node.pinned) {
            node.pinned = true;
            entries.add(new Trace.Entry.Guarded(
                    new Trace.Guard.Content(register(node)), new Trace.Outcome.Content(node.word)));
        }
    }

    /** From here on the node is zero, or is not, as in the execution at hand. */
    void decide(Value.Node condition) {
        Value.Node asked = condition;
        while (asked.source instanceof Value.Source.Pure pure
                && pure.opcode() == Opcode.ISZERO
                && pure.inputs().getFirst() instanceof Value.Node inner) {
            asked = inner;
        }
        if (!asked.decided && !asked.pinned) {
            asked.decided = true;
            entries.add(new Trace.Entry.Guarded(
                    new Trace.Guard.Truth(register(asked)), new Trace.Outcome.Truth(!asked.word.isZero())));
        }
    }

    /** The account runs, or is asked for, the code that it has now. */
    void code(Address account, Bytecode code) {
        if (codes.add(account)) {
            entries.add(new Trace.Entry.Guarded(new Trace.Guard.Code(account), new Trace.Outcome.Code(code)));
        }
    }

    Trace returned(List<Value> words, int size) {
        List<Instruction.Operand> operands = words.stream().map(this::operand).toList();
        return new Trace(List.copyOf(entries), new Trace.Ending.Returned(operands, size));
    }

    Trace ended(Trace.Ending ending) {
        return new Trace(List.copyOf(entries), ending);
    }

    private Instruction.Operand operand(Value value) {
        return switch (value) {
            case Value.Constant constant -> Instruction.Operand.of(constant.word());
            case Value.Node node ->
                node.pinned ? Instruction.Operand.of(node.word) : Instruction.Operand.of(register(node));
            case Value.Gas ignored -> throw new IllegalStateException("gas is in no formula");
        };
    }

    private int register(Value.Node node) {
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

    private Instruction instruction(Value.Source source) {
        List<Instruction.Operand> in =
                source.inputs().stream().map(this::operand).toList();
        return switch (source) {
            case Value.Source.Load load -> new Instruction.Load(load.account(), in.getFirst());
            case Value.Source.Hash ignored -> new Instruction.Hash(in.toArray(Instruction.Operand[]::new));
            case Value.Source.Balance balance -> new Instruction.Balance(balance.account());
            case Value.Source.Clock clock ->
                clock.opcode() == Opcode.TIMESTAMP ? new Instruction.Timestamp() : new Instruction.Number();
            case Value.Source.Pure pure ->
                switch (pure.opcode().operation().orElseThrow()) {
                    case WordOperation.Unary unary -> new Instruction.Unary(unary, in.get(0));
                    case WordOperation.Binary binary -> new Instruction.Binary(binary, in.get(0), in.get(1));
                    case WordOperation.Ternary ternary ->
                        new Instruction.Ternary(ternary, in.get(0), in.get(1), in.get(2));
                };
        };
    }
}
