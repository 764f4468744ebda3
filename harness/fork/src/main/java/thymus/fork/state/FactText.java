package thymus.fork.state;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Sha256;
import thymus.evm.primitive.Word;

/**
 * Facts as lines of text. Each has a checksum over itself and its state, so that a damaged line, or one of another
 * state, is rejected.
 */
final class FactText {
    private static final int CHECKSUM_DIGITS = 16;
    private static final String PROVED = "proved";
    private static final String SAID = "said";

    private final String state;

    FactText(ForkPoint point) {
        state = point.chainId() + "/" + point.number() + "/" + point.fingerprint();
    }

    String write(Fact fact) {
        String body = switch (fact) {
            case Fact.OfAccount a ->
                String.join(
                        " ",
                        "account",
                        a.address().toString(),
                        Long.toHexString(a.nonce()),
                        hex(a.balance()),
                        a.code().toString(),
                        basis(a));
            case Fact.OfSlot s ->
                String.join(
                        " ",
                        "slot",
                        s.place().account().toString(),
                        hex(s.place().slot()),
                        hex(s.value()),
                        basis(s));
            case Fact.OfBlock b -> String.join(" ", "block", Long.toHexString(b.number()), hex(b.hash()), basis(b));
        };
        return body + " " + checksum(body);
    }

    /** @return empty if the line is damaged */
    Optional<Fact> read(String line) {
        int last = line.lastIndexOf(' ');
        if (last < 0 || !line.substring(last + 1).equals(checksum(line.substring(0, last)))) {
            return Optional.empty();
        }
        String[] words = line.substring(0, last).split(" ");
        return Optional.of(
                switch (words[0]) {
                    case "account" ->
                        new Fact.OfAccount(
                                Address.parse(words[1]),
                                Long.parseUnsignedLong(words[2], 16),
                                Word.parse(words[3]),
                                Bytecode.of(HexFormat.of().parseHex(words[4].substring(2))),
                                words[5].equals(PROVED));
                    case "slot" ->
                        new Fact.OfSlot(
                                new ForkState.Place(Address.parse(words[1]), Word.parse(words[2])),
                                Word.parse(words[3]),
                                words[4].equals(PROVED));
                    default ->
                        new Fact.OfBlock(
                                Long.parseUnsignedLong(words[1], 16),
                                Word.parse(words[2]),
                                words.length > 3 && words[3].equals(PROVED));
                });
    }

    private static String basis(Fact fact) {
        return fact.proved() ? PROVED : SAID;
    }

    private static String hex(Word word) {
        return word.toBigInteger().toString(16);
    }

    private String checksum(String body) {
        return Sha256.hex((state + " " + body).getBytes(StandardCharsets.UTF_8)).substring(0, CHECKSUM_DIGITS);
    }
}
