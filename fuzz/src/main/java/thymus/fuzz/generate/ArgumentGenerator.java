package thymus.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.Selector;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/** Draws values of any ABI type. */
final class ArgumentGenerator {
    private static final int[] LENGTHS = {0, 1, 4, 20, 31, 32, 33, 64, 65};
    private static final int MOST_ELEMENTS = 4;
    private static final int TRIES = 3;
    /** How often a call in a list goes to an attacker's contract. */
    private static final int ATTACKER_CALLED_IN = 4;

    private final SplitRandom random;
    private final Universe universe;
    private final String sender;
    private final NumberGenerator numbers;
    private final List<String> attackers;
    private final int attackerIn;
    private final String target;
    private boolean mayEncode;
    /** While arguments with calls are drawn: what is called, by the index in lists; empty for calls of an attacker. */
    private List<Optional<Callable>> called = List.of();

    /** How many elements the outermost lists have, if that is given. */
    private OptionalInt wanted = OptionalInt.empty();

    /** The index in the list that is being drawn. */
    private int index;

    /**
     * @param attackers contracts whose addresses are among the arguments too
     * @param attackerIn how many addresses one of them is among
     */
    ArgumentGenerator(
            SplitRandom random,
            Universe universe,
            String sender,
            String target,
            NumberGenerator numbers,
            List<String> attackers,
            int attackerIn) {
        this.attackerIn = attackerIn;
        this.target = target;
        this.mayEncode = !universe.callables().isEmpty();
        this.attackers = attackers;
        this.random = random;
        this.universe = universe;
        this.sender = sender;
        this.numbers = numbers;
    }

    /** With lists of that many elements. */
    List<AbiValue> draw(List<Parameter> parameters, int elements) {
        wanted = OptionalInt.of(elements);
        try {
            return draw(parameters);
        } finally {
            wanted = OptionalInt.empty();
        }
    }

    List<AbiValue> draw(List<Parameter> parameters) {
        if (!mayEncode || !called.isEmpty() || !holdBytes(parameters)) {
            return each(parameters);
        }
        // Whom to call and with what belong together, and so do lists of both.
        called = called(wanted.orElseGet(() -> random.below(MOST_ELEMENTS) + 1));
        List<AbiValue> values = each(parameters);
        called = List.of();
        return values;
    }

    private List<AbiValue> each(List<Parameter> parameters) {
        List<AbiValue> values = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            values.add(draw(parameter.type()));
        }
        return List.copyOf(values);
    }

    private static boolean holdBytes(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (holdsBytes(parameter.type())) {
                return true;
            }
        }
        return false;
    }

    private List<Optional<Callable>> called(int count) {
        Optional<Callable> each = random.chance(1, 2) ? Optional.of(callable()) : Optional.empty();
        List<Optional<Callable>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isOurs = attackers.isEmpty() || !random.chance(1, ATTACKER_CALLED_IN);
            calls.add(each.isPresent() ? each : isOurs ? Optional.of(callable()) : Optional.empty());
        }
        return calls;
    }

    /** What is called at the index of the list that is being drawn; empty for an attacker's contract. */
    private Optional<Callable> calledHere() {
        return index < called.size() ? called.get(index) : Optional.of(callable());
    }

    /** For a function whose bytes are hardly calls. */
    ArgumentGenerator withoutCalls() {
        mayEncode = false;
        return this;
    }

    private static boolean holdsBytes(AbiType type) {
        return type instanceof AbiType.Bytes
                || (type instanceof AbiType.Array array && holdsBytes(array.element()))
                || (type instanceof AbiType.Tuple tuple && holdBytes(tuple.components()));
    }

    /** Prefers functions of the called contract: it may call itself. */
    private Callable callable() {
        Callable callable = random.pick(universe.callables());
        for (int again = 0; again < TRIES && !callable.instance().equals(target); again++) {
            callable = random.pick(universe.callables());
        }
        return callable;
    }

    /** A call of the system, in which no further call is encoded. */
    private byte[] encodedCall(Callable callable) {
        mayEncode = false;
        try {
            return Selector.callData(
                    callable.function(), draw(callable.function().inputs()));
        } finally {
            mayEncode = true;
        }
    }

    AbiValue draw(AbiType type) {
        return switch (type) {
            case AbiType.Address ignored -> address();
            case AbiType.Bool ignored -> AbiValue.of(random.below(2));
            case AbiType.Bytes ignored ->
                AbiValue.of(
                        mayEncode && random.chance(3, 4)
                                ? calledHere().map(this::encodedCall).orElseGet(this::bytes)
                                : bytes());
            case AbiType.Text ignored -> AbiValue.of("x".repeat(random.below(40)));
            case AbiType.Tuple tuple -> new AbiValue.Sequence(draw(tuple.components()));
            case AbiType.Array array -> elements(array);
            case AbiType.UInt _, AbiType.Int _, AbiType.FixedBytes _ -> AbiValue.of(numbers.draw(type));
        };
    }

    /** The value with one of its parts changed. */
    AbiValue near(AbiType type, AbiValue value) {
        return switch (value) {
            case AbiValue.Number number
            when !(type instanceof AbiType.Address) && !(type instanceof AbiType.Bool) ->
                AbiValue.of(numbers.near(type, number.value()));
            case AbiValue.Sequence sequence
            when !sequence.elements().isEmpty() && random.chance(3, 4) -> {
                List<AbiValue> changed = new ArrayList<>(sequence.elements());
                int at = random.below(changed.size());
                AbiType element = type instanceof AbiType.Array array
                        ? array.element()
                        : ((AbiType.Tuple) type).components().get(at).type();
                changed.set(at, near(element, changed.get(at)));
                yield new AbiValue.Sequence(changed);
            }
            case AbiValue.Number _, AbiValue.Sequence _, AbiValue.Bytes _ -> draw(type);
        };
    }

    private AbiValue address() {
        if (mayEncode && index < called.size() && random.chance(2, 3)) {
            return AbiValue.of(
                    universe.addressOf(calledHere().map(Callable::instance).orElseGet(() -> random.pick(attackers))));
        }
        if (!attackers.isEmpty() && random.chance(1, attackerIn)) {
            return AbiValue.of(universe.addressOf(random.pick(attackers)));
        }
        return AbiValue.of(random.chance(1, 4) ? universe.addressOf(sender) : random.pick(universe.addresses()));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[LENGTHS[random.below(LENGTHS.length)]];
        if (random.chance(1, 2)) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextLong();
            }
        }
        return bytes;
    }

    private AbiValue elements(AbiType.Array array) {
        // Lists within lists have any length.
        OptionalInt outer = wanted;
        wanted = OptionalInt.empty();
        int length = array.length()
                .orElseGet(() -> outer.isPresent()
                        ? outer.getAsInt()
                        : mayEncode && !called.isEmpty() && random.chance(7, 8)
                                ? called.size()
                                : random.below(MOST_ELEMENTS + 1));
        int outside = index;
        List<AbiValue> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            index = i;
            boolean repeats = mayEncode
                    && i > 0
                    && holdsBytes(array)
                    && i < called.size()
                    && called.get(i).equals(called.get(i - 1));
            elements.add(repeats && random.chance(1, 2) ? elements.getLast() : draw(array.element()));
        }
        index = outside;
        wanted = outer;
        return new AbiValue.Sequence(elements);
    }
}
