/**
 * Reading of JSON that may be hostile: size, nesting and the lengths of values are bounded, and every complaint
 * names the file and the field.
 *
 * <p>May import of Thymus: {@code evm}.
 */
package thymus.evm.json;
