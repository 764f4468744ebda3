package thymus.ci.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;
import thymus.ci.verdict.Requirement;
import thymus.evm.jit.ExecutionMode;

/** How words and numbers on the command line are read, with errors that say what can be typed. */
public final class OptionValues {
    private OptionValues() {}

    /** For the command and its subcommands. */
    public static void teach(CommandLine command) {
        number(command, Long.class, Long::valueOf);
        number(command, long.class, Long::valueOf);
        number(command, int.class, Integer::valueOf);
        word(command, Requirement.class);
        word(command, CheckCommand.JudgeOption.class);
        word(command, Independent.class);
        word(command, ExecutionMode.class);
    }

    private static <T> void number(CommandLine command, Class<T> type, Function<String, T> reading) {
        command.registerConverter(type, text -> {
            try {
                return reading.apply(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "'" + text + "' is " + (text.matches("[+-]?[0-9]+") ? "too large" : "not a whole number"));
            }
        });
    }

    private static <E extends Enum<E>> void word(CommandLine command, Class<E> type) {
        List<E> all = List.of(type.getEnumConstants());
        command.registerConverter(
                type,
                text -> all.stream()
                        .filter(value -> value.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() ->
                                new TypeConversionException("write " + alternatives(all) + ", not '" + text + "'")));
    }

    private static String alternatives(List<? extends Enum<?>> all) {
        List<String> words =
                all.stream().map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
        List<String> most = words.subList(0, words.size() - 1);
        return (most.isEmpty() ? "" : String.join(", ", most) + " or ") + words.getLast();
    }
}
