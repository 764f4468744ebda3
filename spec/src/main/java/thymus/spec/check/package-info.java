/**
 * From the parse tree to the typed tree. Each class checks one concern, and all read names from one
 * {@link thymus.spec.check.Declarations}. Every error is a {@link thymus.spec.SpecificationError} with its position.
 *
 * <p>May import of Thymus: {@code spec}, {@code spec.contract}, {@code spec.monitor}, {@code spec.syntax},
 * {@code spec.text}, {@code spec.tree}.
 */
package thymus.spec.check;
