/**
 * From parse tree to typed tree: one class per concern, all reading names from one
 * {@link thymus.spec.check.Environment}. Every mistake is a {@link thymus.spec.SpecificationError} at its place.
 */
package thymus.spec.check;
