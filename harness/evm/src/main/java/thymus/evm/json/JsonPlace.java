package thymus.evm.json;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.evm.HarnessException;
import tools.jackson.databind.JsonNode;

/**
 * A value in a JSON file with its JSON pointer, so that every error names the file and the field.
 *
 * @param pointer from the root, such as {@code /contracts/Vault.sol/abi/3}
 * @param failure makes the reader's own exception from a message
 */
public record JsonPlace(Path file, String pointer, JsonNode node, Function<String, HarnessException> failure) {
    /** The exception to throw for this value; its message begins with the file and the JSON pointer. */
    public HarnessException error(String what) {
        String where = file + (pointer.isEmpty() ? "" : " at " + pointer);
        // Names in a hostile file could contain terminal escape sequences.
        return failure.apply((where + ": " + what).replaceAll("\\p{Cntrl}", "?"));
    }

    /** The field of an object, if it is there. */
    public Optional<JsonPlace> get(String field) {
        JsonNode child = node.get(field);
        return child == null || child.isNull() ? Optional.empty() : Optional.of(child(field, child));
    }

    /** The field of an object, which must be there. */
    public JsonPlace require(String field) {
        return get(field).orElseThrow(() -> error("the field \"" + field + "\" is missing"));
    }

    /** Returns whether the value is an object. */
    public boolean isObject() {
        return node.isObject();
    }

    /** Returns whether the value is a string. */
    public boolean isText() {
        return node.isString();
    }

    /** This value, which must be an object. */
    public JsonPlace object() {
        return expect(node.isObject(), "an object");
    }

    /** The text, which must be a string. */
    public String text() {
        return expect(node.isString(), "a string").node.stringValue();
    }

    /** The elements of an array. */
    public List<JsonPlace> elements() {
        expect(node.isArray(), "an array");
        List<JsonPlace> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(child(Integer.toString(i), node.get(i)));
        }
        return elements;
    }

    /** The field names of an object, in order. */
    public List<String> fields() {
        object();
        return List.copyOf(node.propertyNames());
    }

    /** The boolean, which must be one. */
    public boolean truth() {
        return expect(node.isBoolean(), "true or false").node.booleanValue();
    }

    /** An integer, written as a JSON number or as a decimal string. */
    public BigInteger number() {
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue();
        }
        if (node.isString() && node.stringValue().matches("-?[0-9]{1,1000}")) {
            return new BigInteger(node.stringValue());
        }
        throw error("expected a whole number, found " + found());
    }

    /** An integer between the bounds, both inclusive. */
    public int smallNumber(int least, int greatest) {
        BigInteger number = number();
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(greatest)) > 0) {
            throw error("expected a number from " + least + " to " + greatest + ", found " + found());
        }
        return number.intValue();
    }

    private JsonPlace expect(boolean met, String what) {
        if (!met) {
            throw error("expected " + what + ", found " + found());
        }
        return this;
    }

    private String found() {
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private JsonPlace child(String name, JsonNode value) {
        return new JsonPlace(file, pointer + "/" + name, value, failure);
    }
}
