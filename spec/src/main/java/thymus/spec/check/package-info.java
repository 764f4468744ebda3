/**
 * From parse tree to typed tree: one class per concern, all reading names from one
 * {@link thymus.spec.check.Declarations}. Every mistake is a {@link thymus.spec.SpecificationError} at its place.
 *
 * <p>May import of Thymus: {@code spec}, {@code spec.contract}, {@code spec.monitor}, {@code spec.syntax},
 * {@code spec.text}, {@code spec.tree}.
 */
package thymus.spec.check;
