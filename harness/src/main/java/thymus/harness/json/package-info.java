/**
 * Reading of JSON that may be hostile: size, nesting and the lengths of values are bounded, and every complaint
 * names the file and the field.
 *
 * <p>May import of Thymus: {@code harness}.
 */
package thymus.harness.json;
