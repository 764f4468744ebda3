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
 */
public record RecordedCallbacks(String account, List<Reaction> reactions) {
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
    }

    static RecordedCallbacks of(Callbacks callbacks, DeployedSystem system) {
        return new RecordedCallbacks(
                callbacks.account(),
                callbacks.list().stream()
                        .map(callback -> reaction(callback, system))
                        .toList());
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
     * @throws ReplayFileException if the account is none of an attacker, or a call cannot be read
     */
    Callbacks toCallbacks(DeployedSystem system, String place) {
        try {
            boolean isCallee = CalleeAnswers.played(system.specification()).contains(account);
            if (!isCallee
                    && system.accounts()
                            .nameOf(system.accounts().resolve(account))
                            .isPresent()) {
                throw new ReplayFileException(place + "/callbacks: " + account + " is named by the specification; name "
                        + "an account that is not");
            }
        } catch (HarnessException e) {
            throw new ReplayFileException(place + "/callbacks: " + e.getMessage(), e);
        }
        List<Callback> list = new ArrayList<>();
        for (Reaction reaction : reactions) {
            String here = place + "/callbacks/reactions/" + list.size() + "/calls";
            list.add(new Callback(
                    reaction.calls().stream()
                            .map(call -> call.toNested(system, here))
                            .toList(),
                    ending(reaction)));
        }
        Callbacks callbacks = new Callbacks(account, list);
        if (CalleeAnswers.played(system.specification()).contains(account)
                && !CalleeAnswers.fit(system.specification(), callbacks)) {
            throw new ReplayFileException(place + "/callbacks: these are no answers of " + account
                    + ", whose views each need one reaction that returns words of their types");
        }
        return callbacks;
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
