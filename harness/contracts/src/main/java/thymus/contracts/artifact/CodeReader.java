package thymus.contracts.artifact;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thymus.contracts.artifact.ArtifactCode.ImmutableReference;
import thymus.evm.json.JsonPlace;

/** Reads hexadecimal bytecode with the gaps that a compiler leaves for libraries and immutable variables. */
final class CodeReader {
    /** The placeholder for a library's 20 bytes: {@code __$34 hex digits$__}, before solc 0.5 {@code __File:Lib___}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("__.{36}__", Pattern.DOTALL);

    private static final Pattern OLD_PLACEHOLDER = Pattern.compile("__[^_].{37}", Pattern.DOTALL);

    private CodeReader() {}

    /** A missing code, such as that of an interface, is empty. */
    static ArtifactCode read(Optional<JsonPlace> hex, Optional<JsonPlace> immutables, Optional<JsonPlace> libraries) {
        if (hex.isEmpty()) {
            return ArtifactCode.NONE;
        }
        String text = hex.get().text();
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        Set<String> unlinked = new LinkedHashSet<>();
        if (digits.indexOf('_') >= 0) {
            libraries.ifPresent(l -> names(l, unlinked));
            boolean named = !unlinked.isEmpty();
            for (Pattern pattern : List.of(PLACEHOLDER, OLD_PLACEHOLDER)) {
                Matcher holes = pattern.matcher(digits);
                digits = holes.replaceAll(hole -> {
                    if (!named) {
                        unlinked.add(hole.group().replaceAll("^_+|_+$", ""));
                    }
                    return "0".repeat(40);
                });
            }
        }
        byte[] bytes = bytes(digits, hex.get());
        return new ArtifactCode(
                bytes, immutables.map(i -> references(i, bytes.length)).orElse(List.of()), List.copyOf(unlinked));
    }

    private static byte[] bytes(String digits, JsonPlace place) {
        if (digits.length() % 2 != 0) {
            throw place.error("bytecode has an odd number of hexadecimal digits; compile the contract again");
        }
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw place.error("bytecode is not hexadecimal (" + e.getMessage() + "); compile the contract again");
        }
    }

    private static void names(JsonPlace libraries, Set<String> into) {
        for (String file : libraries.fields()) {
            for (String library : libraries.require(file).fields()) {
                into.add(file + ":" + library);
            }
        }
    }

    private static List<ImmutableReference> references(JsonPlace immutables, int size) {
        List<ImmutableReference> references = new ArrayList<>();
        for (String variable : immutables.fields()) {
            for (JsonPlace place : immutables.require(variable).elements()) {
                int start = place.require("start").smallNumber(0, Math.max(0, size - 1));
                int length = place.require("length").smallNumber(1, 32);
                if (start + length > size) {
                    throw place.error("the immutable lies outside the code; compile the contract again");
                }
                references.add(new ImmutableReference(variable, start, length));
            }
        }
        return references;
    }
}
