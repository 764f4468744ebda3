package thymus.spec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;

/**
 * Who carries messages from one chain to another: a contract on the chain of the receiver, whose address the receiver
 * trusts, and which calls the receiver with what an event on the other chain has told. Anyone may bring it to deliver.
 * It keeps a book of what was sent and received, which a file may read.
 *
 * @param message the event that sends
 * @param fields what is carried, in the order of the event
 * @param function of the receiver that is called
 * @param within how many seconds after the sending it delivers at most, each on the clock of its own chain
 * @param inOrder whether nothing is delivered after what was sent later
 * @param read the variables of the book that the file reads
 * @param atMostOnce whether what was sent once is received once at most; otherwise as often as anybody likes
 */
public record Relay(
        String name,
        Trigger.Emitted message,
        List<Field> fields,
        String receiver,
        FunctionModel function,
        List<Argument> arguments,
        BigInteger within,
        boolean inOrder,
        boolean atMostOnce,
        Set<String> read,
        Span span) {
    /** The function that delivers a message. */
    public static final String DELIVER = "deliver";

    /** How often a message was sent. */
    public static final String SENT = "sent";

    /** How often a message was received. */
    public static final String RECEIVED = "received";

    /** The time at which a message was sent last. */
    public static final String SENT_AT = "sentAt";

    /** Whether a message was sent when so many others had been sent before it: 1 or 0. */
    public static final String PLACED = "placed";

    /** The least place of a message that may still be delivered. */
    public static final String NEXT = "next";

    /** How many messages were sent in all. */
    public static final String TOTAL = "total";

    /** How many messages were sent and not received yet, and, with a name behind it, what they add up to. */
    public static final String PENDING = "pending";

    private static final AbiType NUMBER = new AbiType.UInt(256);
    private static final StorageType WORD = new StorageType.Value(NUMBER, 32);

    /**
     * Which of the messages is delivered, as the number of those that were sent before it. Equal messages have several.
     */
    private static final String PLACE = "place";

    /** A part of the message, by the name that the file gives it. */
    public record Field(String name, AbiType type, Trigger.Binding binding) {}

    /** What the receiver is called with. */
    public sealed interface Argument {
        /** A part of the message. */
        record Carried(int field) implements Argument {}

        /** The same for all messages. */
        record Constant(Expr value) implements Argument {}
    }

    public Relay {
        fields = List.copyOf(fields);
        arguments = List.copyOf(arguments);
        read = Set.copyOf(read);
    }

    /** The relay of a file that reads these variables of its book. */
    public Relay reading(Set<String> variables) {
        return new Relay(
                name, message, fields, receiver, function, arguments, within, inOrder, atMostOnce, variables, span);
    }

    /** The interface of the relay, and the layout of its book. */
    public ContractModel model() {
        List<Parameter> inputs = new ArrayList<>();
        fields.forEach(field -> inputs.add(new Parameter(field.name(), field.type())));
        if (inOrder) {
            inputs.add(new Parameter(PLACE, NUMBER));
        }
        FunctionModel deliver = new FunctionModel(DELIVER, inputs, List.of(), Mutability.NONPAYABLE);
        return new ContractModel("Relay", Optional.empty(), List.of(deliver), List.of(), Optional.of(book()));
    }

    private List<StorageVariable> book() {
        List<StorageVariable> book = new ArrayList<>();
        StorageType byMessage = byMessage(WORD);
        add(book, SENT, byMessage);
        add(book, RECEIVED, byMessage);
        add(book, SENT_AT, byMessage);
        if (inOrder) {
            add(book, PLACED, byMessage(new StorageType.Mapping(NUMBER, WORD)));
            add(book, NEXT, WORD);
            add(book, TOTAL, WORD);
        }
        if (atMostOnce) {
            add(book, PENDING, WORD);
            numbers().forEach(field -> add(book, pending(field), WORD));
        }
        return book;
    }

    private StorageType byMessage(StorageType value) {
        StorageType type = value;
        for (Field field : fields.reversed()) {
            type = new StorageType.Mapping(field.type(), type);
        }
        return type;
    }

    private static void add(List<StorageVariable> book, String name, StorageType type) {
        book.add(new StorageVariable(name, BigInteger.valueOf(book.size()), 0, type));
    }

    /**
     * The parts whose sum over what is under way is kept: those for which the file reads it. That a sum fits a word
     * cuts off traces, so that no other is formed.
     */
    public List<Field> summed() {
        return atMostOnce
                ? numbers().stream().filter(f -> read.contains(pending(f))).toList()
                : List.of();
    }

    private List<Field> numbers() {
        return fields.stream().filter(f -> f.type() instanceof AbiType.UInt).toList();
    }

    /** The name of that sum: {@code pendingAmount} for {@code amount}. */
    public static String pending(Field field) {
        return PENDING
                + Character.toUpperCase(field.name().charAt(0))
                + field.name().substring(1);
    }

    /** A part of the book. */
    public StorageVariable variable(String name) {
        return book().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the book of a relay has no " + name));
    }
}
