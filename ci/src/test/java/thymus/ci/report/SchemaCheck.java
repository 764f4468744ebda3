package thymus.ci.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The part of JSON Schema that our own schema uses. An unknown keyword is an error, not ignored. */
final class SchemaCheck {
    private final List<String> errors = new ArrayList<>();

    /** @return what is wrong, with its place; empty if nothing is */
    List<String> check(JsonNode schema, JsonNode value) {
        check(schema, value, "$");
        return errors;
    }

    private void check(JsonNode schema, JsonNode value, String place) {
        schema.properties().forEach(keyword -> {
            JsonNode rule = keyword.getValue();
            switch (keyword.getKey()) {
                case "type" -> require(isOfType(rule, value), place, "is not of type " + rule);
                case "const" -> require(rule.equals(value), place, "is not " + rule);
                case "enum" -> require(contains(rule, value), place, value + " is not one of " + rule);
                // It says something of objects only: what may also be null lacks nothing then.
                case "required" ->
                    rule.forEach(key -> require(!value.isObject() || value.has(key.asString()), place, "lacks " + key));
                case "properties" ->
                    rule.properties().forEach(property -> {
                        if (value.has(property.getKey())) {
                            check(property.getValue(), value.get(property.getKey()), place + "." + property.getKey());
                        }
                    });
                case "additionalProperties" ->
                    value.propertyNames()
                            .forEach(key ->
                                    require(schema.get("properties").has(key), place, "has the unknown key " + key));
                case "items" -> {
                    for (int i = 0; i < value.size(); i++) {
                        check(rule, value.get(i), place + "[" + i + "]");
                    }
                }
                case "$schema", "title", "description" -> {}
                default -> require(false, place, "the schema's keyword is not checked: " + keyword.getKey());
            }
        });
    }

    private void require(boolean holds, String place, String message) {
        if (!holds) {
            errors.add(place + " " + message);
        }
    }

    private static boolean contains(JsonNode options, JsonNode value) {
        return StreamSupport.stream(options.spliterator(), false).anyMatch(value::equals);
    }

    private static boolean isOfType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return StreamSupport.stream(type.spliterator(), false).anyMatch(t -> isOfType(t, value));
        }
        return switch (type.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "boolean" -> value.isBoolean();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("type of the schema: " + type);
        };
    }
}
