package thymus.system.replay;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import thymus.evm.HarnessException;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.CalleeAnswers;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Ending;

/**
 * Callbacks as they stand in a file.
 *
 * @param account of an attacker
 * @param others of further attackers, which have no others themselves
 */
public record RecordedCallbacks(String account, List<Reaction> reactions, List<RecordedCallbacks> others) {
    /**
     * What the account does once.
     *
     * @param data that it returns or reverts with, 0x and hexadecimal digits
     */
    public record Reaction(List<RecordedCall> calls, Kind ending, String data) {
        public Reaction {
            calls = List.copyOf(calls);
        }
    }

    /** How a callback ends. */
    public enum Kind {
        RETURN("return"),
        ACKNOWLEDGE("acknowledge"),
        REVERT("revert"),
        OUT_OF_GAS("out-of-gas");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As files say it. */
        String word() {
            return word;
        }

        boolean hasData() {
            return this == RETURN || this == REVERT;
        }

        static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public RecordedCallbacks {
        reactions = List.copyOf(reactions);
        others = List.copyOf(others);
    }

    static RecordedCallbacks of(Callbacks callbacks, DeployedSystem system) {
        return new RecordedCallbacks(
                callbacks.account(),
                callbacks.list().stream()
                        .map(callback -> reaction(callback, system))
                        .toList(),
                callbacks.others().stream().map(other -> of(other, system)).toList());
    }

    private static Reaction reaction(Callback callback, DeployedSystem system) {
        List<RecordedCall> calls = callback.calls().stream()
                .map(call -> RecordedCall.of(call.target(), call.call(), call.value(), system))
                .toList();
        return switch (callback.ending()) {
            case Ending.Return end -> new Reaction(calls, Kind.RETURN, hex(end.data()));
            case Ending.Acknowledge _ -> new Reaction(calls, Kind.ACKNOWLEDGE, "0x");
            case Ending.Revert end -> new Reaction(calls, Kind.REVERT, hex(end.data()));
            case Ending.OutOfGas _ -> new Reaction(calls, Kind.OUT_OF_GAS, "0x");
        };
    }

    private static String hex(byte[] data) {
        return "0x" + HexFormat.of().formatHex(data);
    }

    /**
     * @param place of the step, for messages
     * @throws ReplayFileException if an account is none of an attacker or named twice, or a call cannot be read
     */
    Callbacks toCallbacks(DeployedSystem system, String place) {
        List<Callbacks> each = new ArrayList<>();
        each.add(alone(system, place + "/callbacks"));
        for (RecordedCallbacks other : others) {
            String here = place + "/callbacks/others/" + (each.size() - 1);
            if (each.stream().anyMatch(one -> one.account().equals(other.account()))) {
                throw new ReplayFileException(here + ": " + other.account() + " has callbacks already; put them all "
                        + "into one list of reactions");
            }
            each.add(other.alone(system, here));
        }
        Callbacks callbacks = Callbacks.of(each);
        boolean isCallee = CalleeAnswers.played(system.specification()).contains(account);
        if (isCallee && !CalleeAnswers.fit(system.specification(), callbacks)) {
            throw new ReplayFileException(place + "/callbacks: these are no answers of " + account
                    + ", whose views each need one reaction that returns words of their types");
        }
        return callbacks;
    }

    private Callbacks alone(DeployedSystem system, String place) {
        try {
            boolean isCallee = CalleeAnswers.played(system.specification()).contains(account);
            if (!isCallee
                    && system.accounts()
                            .nameOf(system.accounts().resolve(account))
                            .isPresent()) {
                throw new ReplayFileException(
                        place + ": " + account + " is named by the specification; name " + "an account that is not");
            }
        } catch (HarnessException e) {
            throw new ReplayFileException(place + ": " + e.getMessage(), e);
        }
        List<Callback> list = new ArrayList<>();
        for (Reaction reaction : reactions) {
            String here = place + "/reactions/" + list.size() + "/calls";
            list.add(new Callback(
                    reaction.calls().stream()
                            .map(call -> call.toNested(system, here))
                            .toList(),
                    ending(reaction)));
        }
        return new Callbacks(account, list);
    }

    private static Ending ending(Reaction reaction) {
        byte[] data = HexFormat.of().parseHex(reaction.data().substring(2));
        return switch (reaction.ending()) {
            case RETURN -> new Ending.Return(data);
            case ACKNOWLEDGE -> new Ending.Acknowledge();
            case REVERT -> new Ending.Revert(data);
            case OUT_OF_GAS -> new Ending.OutOfGas();
        };
    }
}
