/**
 * Reads JSON that may be hostile. Size, nesting and the lengths of values are bounded, and every error names the file
 * and the field.
 *
 * <p>May import of Thymus: {@code evm}.
 */
package thymus.evm.json;
